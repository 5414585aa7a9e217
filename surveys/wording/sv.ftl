# Ord som samtalet självt behöver när det visar ett svar.
answer-photo = Bild skickad
answer-position = Position { $lat }, { $lon }
answer-yes = Ja
answer-no = Nej
answer-year = { $number } ({ $year })
respondent-group = Vad heter er grupp?
respondent-organisation = Vilken organisation svarar du för?
respondent-either = Svarar ni som grupp? Skriv gruppens namn. Svarar du själv hoppar du över.
answer-document = { $name } skickad
round-begins = Runda { $round }: prata i { $minutes } minuter. Börja när alla är redo.
round-talk = Runda { $round }: nu pratar ni.
round-roles = Person { $tells } berättar. Person { $asks } frågar. Person { $listens } lyssnar.
round-own-tells = Du är person { $person }. Du berättar i den här rundan.
round-own-asks = Du är person { $person }. Du frågar i den här rundan.
round-own-listens = Du är person { $person }. Du lyssnar i den här rundan.
