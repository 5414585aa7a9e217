# Tiden i ett samtal i rundor.
round-begin = Starta tiden
round-done = Vi är klara
round-running = Tiden är ute klockan { $time }, om ungefär { $minutes } min.
round-over = Tiden är ute. Det är dags att byta.
round-enter = Tryck på retur: { $what }.
