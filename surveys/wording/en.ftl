# Words the conversation itself needs when it shows an answer.
answer-photo = Picture sent
answer-position = Position { $lat }, { $lon }
answer-yes = Yes
answer-no = No
answer-year = { $number } ({ $year })
