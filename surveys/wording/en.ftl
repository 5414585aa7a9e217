# Words the conversation itself needs when it shows an answer.
answer-photo = Picture sent
answer-position = Position { $lat }, { $lon }
answer-yes = Yes
answer-no = No
answer-year = { $number } ({ $year })
respondent-group = What is the name of your group?
respondent-organisation = Which organisation are you answering for?
respondent-either = Are you answering as a group? Write its name. If you answer for yourself, skip this.
answer-document = { $name } sent
round-begins = Round { $round }: talk for { $minutes } minutes. Begin when everyone is ready.
round-talk = Round { $round }: you are talking now.
round-roles = Person { $tells } tells. Person { $asks } asks. Person { $listens } listens.
round-own-tells = You are person { $person }. You tell in this round.
round-own-asks = You are person { $person }. You ask in this round.
round-own-listens = You are person { $person }. You listen in this round.
