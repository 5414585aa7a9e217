# The organiser's room for the answer back, and the list of those that are late.
studio-did-answer = Answered back with a command
