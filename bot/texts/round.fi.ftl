# draft: machine translation, to be read by a human translator
round-begin = Käynnistä aika
round-done = Olemme valmiit
round-running = Aika päättyy kello { $time }, noin { $minutes } min kuluttua.
round-over = Aika on lopussa. On aika vaihtaa.
round-enter = Paina Enter: { $what }.
