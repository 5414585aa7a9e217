# Tiden i ett samtal i rundor.
round-begin = Starta tiden
round-done = Vi är klara
round-running = Tiden är slut klockan { $time }, om ungefär { $minutes } min.
round-over = Tiden är slut. Nu ska ni byta.
round-enter = Tryck på retur: { $what }.
