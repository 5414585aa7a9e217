# Påståenden: vad samtalet säger runt dem.
statements-own = Saknar du något? Skriv en egen mening.
statements-own-help = Skriv en sak, högst { $max } tecken. Andra får svara på den. Skriv inte om en viss person.
statements-go-on = Vill du svara på fler meningar?
statements-more = { $n ->
    [one] Det finns en mening till. Vill du svara på den?
   *[other] Det finns { $n } meningar till. Vill du svara på fler?
 }
statements-answer-more = Ja, fler
statements-answer-enough = Nej, det räcker
statements-alike = Menar du det här? Någon har skrivit något som liknar ditt.
statements-yours = Du skrev: { $text }
statements-answer-that = Ja, jag svarar på det
statements-answer-mine = Nej, skicka mitt
statements-other = Från en annan som svarar
statements-own-label = Din egen mening
statements-order = Du får först de meningar som fått minst svar.
statements-all = Alla får samma meningar, men i olika ordning.
statements-gone = Meningen är borttagen.
statements-thanks = Tack! Din mening är skickad.
statements-thanks-waits = Tack! Din mening är skickad. Andra får se den när arrangören har läst den.
statements-another = Vill du skriva en till?
statements-passed = Du hoppade över
statements-written = { $n ->
    [one] En mening skickad
   *[other] { $n } meningar skickade
 }
