# Påståenden: vad samtalet säger runt dem.
statements-own = Saknar du något? Skriv ett eget påstående.
statements-own-help = En sak i en mening, högst { $max } tecken. Andra deltagare får rösta på den. Skriv inget som pekar ut en person.
statements-go-on = Vill du svara på fler påståenden?
statements-more = { $n ->
    [one] Det finns ett påstående till. Vill du svara på det?
   *[other] Det finns { $n } påståenden till. Vill du svara på fler?
 }
statements-answer-more = Ja, fler påståenden
statements-answer-enough = Nej, det räcker
statements-alike = Menar du det här? Någon har redan skrivit något liknande.
statements-yours = Du skrev: { $text }
statements-answer-that = Ja, jag svarar på det
statements-answer-mine = Nej, skicka mitt
statements-other = Från en annan deltagare
statements-own-label = Ditt eget påstående
statements-order = Du får först de påståenden som fått minst svar.
statements-all = Alla får samma påståenden, var och en i sin egen ordning.
statements-gone = Påståendet är borttaget.
statements-thanks = Tack, ditt påstående är skickat.
statements-thanks-waits = Tack, ditt påstående är skickat. Det visas för andra när arrangören har läst det.
statements-another = Vill du skriva ett till?
statements-passed = Du hoppade över
statements-written = { $n ->
    [one] Ett påstående skickat
   *[other] { $n } påståenden skickade
 }
