# The time of talk in rounds.
round-begin = Start the time
round-done = We are done
round-running = Time is up at { $time }, in about { $minutes } min.
round-over = Time is up. It is time to switch.
round-enter = Press Enter: { $what }.
