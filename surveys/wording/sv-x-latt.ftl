# Lätt svenska: ord som samtalet självt behöver när det visar ett svar.
answer-photo = Bilden är skickad
answer-position = Position { $lat }, { $lon }
answer-yes = Ja
answer-no = Nej
answer-year = { $number } ({ $year })
respondent-group = Vad heter er grupp?
respondent-organisation = Vilken organisation svarar du för?
respondent-either = Svarar ni som grupp? Skriv gruppens namn. Svarar du själv? Hoppa då över frågan.
answer-document = { $name } är skickad
round-begins = Runda { $round }: prata i { $minutes } minuter. Börja när alla är redo.
round-talk = Runda { $round }: nu pratar ni.
round-roles = Person { $tells } berättar. Person { $asks } frågar. Person { $listens } lyssnar.
round-own-tells = Du är person { $person }. Nu berättar du.
round-own-asks = Du är person { $person }. Nu frågar du.
round-own-listens = Du är person { $person }. Nu lyssnar du.
