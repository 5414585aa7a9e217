# The conversation in a terminal.
terminal-commands = Type the number in front of an answer, or your answer in words. /back, /skip, /change 2, /language sv, /pause, /continue RECEIPT, /delete
terminal-choose-several = Several answers: type the numbers, for example 1 3.
terminal-current = Your answer now: { $answer }
terminal-outside = Or: { $options }
terminal-change-which = Type for example /change 2 to change the answer to question 2.
terminal-unknown-command = There is no such command here. { $known }
terminal-erase-confirm = Type /delete yes to delete the answers.
terminal-private = only you see the answer
terminal-table = Type the number for the row with the arrow, all { $n } at once ({ $example }), or one row: b: 2.
terminal-table-skip = Empty line: skip the rest.
terminal-table-on = Empty line: go on.
terminal-rank = Type the numbers in order, most important first, for example 2 1 3.
terminal-rank-most = Type at most { $max } numbers in order, most important first, for example 2 1.
terminal-shares = Share out { $total }: type one number for each line, for example { $example }.
terminal-own-words = Or write in your own words.
terminal-unit = Unit: { $unit }
terminal-file = Type the path of a document ({ $types }), at most { $max } MB. An empty line skips.
terminal-photo = Type the path of a picture. An empty line skips.
terminal-no-file = { $path } cannot be read. Check the path.
terminal-open-line = Add your own words after a colon: { $number }: …
terminal-paused = Your answers are saved. Continue later with the receipt code: /continue { $code }
terminal-unknown-receipt = There are no answers here with that receipt code. Check it and try again.
terminal-already-answered = You have already answered something here. Delete those answers first with /delete.

# Paper forms that are keyed in.
enter-form = Form { $number }. Write the number on the paper. /undo removes the form again.
enter-next = Empty line: next form. /change 2 changes, /undo removes the form, Ctrl+D ends.
enter-undone = The form is removed. Key it in again or take the next one.
