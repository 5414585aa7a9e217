# The conversation in a terminal.
terminal-commands = Type the number in front of an answer, or your answer in words. /back, /skip, /change 2, /language sv, /delete
terminal-choose-several = Several answers: type the numbers, for example 1 3.
terminal-current = Your answer now: { $answer }
terminal-outside = Or: { $options }
terminal-change-which = Type for example /change 2 to change the answer to question 2.
terminal-unknown-command = There is no such command here. { $known }
terminal-erase-confirm = Type /delete yes to delete the answers.
