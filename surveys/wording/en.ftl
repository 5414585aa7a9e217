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
