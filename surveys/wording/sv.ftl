# Ord som samtalet självt behöver när det visar ett svar.
answer-photo = Bild skickad
answer-position = Position { $lat }, { $lon }
answer-yes = Ja
answer-no = Nej
answer-year = { $number } ({ $year })
