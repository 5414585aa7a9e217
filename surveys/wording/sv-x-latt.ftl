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
