# Lätt svenska: samtalet i en terminal.
terminal-commands = Skriv siffran som står före ett svar. Du kan också svara med egna ord. /tillbaka, /hoppa, /andra 2, /sprak sv, /paus, /fortsatt KVITTOKOD, /radera
terminal-choose-several = Du kan välja flera svar. Skriv siffrorna, till exempel 1 3.
terminal-current = Ditt svar nu: { $answer }
terminal-outside = Eller: { $options }
terminal-change-which = Vill du ändra svaret på fråga 2? Skriv /andra 2.
terminal-unknown-command = Det kommandot finns inte här. { $known }
terminal-erase-confirm = Skriv /radera ja. Då tar vi bort svaren.
terminal-private = bara du ser svaret
terminal-table = Skriv siffran för raden med pilen. Du kan svara på alla { $n } på en gång ({ $example }). Du kan också svara på en viss rad: b: 2.
terminal-table-skip = Lämna raden tom om du vill hoppa över resten.
terminal-table-on = Lämna raden tom om du vill gå vidare.
terminal-rank = Skriv siffrorna i ordning. Skriv det viktigaste först. Skriv till exempel 2 1 3.
terminal-rank-most = Skriv högst { $max } siffror i ordning. Skriv det viktigaste först. Skriv till exempel 2 1.
terminal-shares = Dela upp { $total }. Skriv ett helt tal för varje rad, till exempel { $example }.
terminal-own-words = Eller skriv med egna ord.
terminal-unit = Enhet: { $unit }
terminal-file = Skriv var dokumentet finns på din dator. Det ska vara av sorten { $types }. Det får vara högst { $max } MB. Lämna raden tom om du vill hoppa över.
terminal-photo = Skriv var bilden finns på din dator. Lämna raden tom om du vill hoppa över.
terminal-no-file = Vi kan inte öppna { $path }. Kontrollera att du skrev rätt.
terminal-open-line = Du kan lägga till egna ord. Skriv dem efter ett kolon: { $number }: …
terminal-paused = Dina svar är sparade. Fortsätt senare med kvittokoden: /fortsatt { $code }
terminal-unknown-receipt = Det finns inga svar här med den kvittokoden. Titta noga på koden och försök igen.
terminal-already-answered = Du har redan svarat på något här. Skriv /radera. Då tar vi bort de svaren.

# Pappersformulär som skrivs in.
enter-form = Formulär { $number }. Skriv numret på pappret. Skriv /angra om du vill ta bort formuläret.
enter-next = Lämna raden tom om du vill ta nästa formulär. /andra 2 ändrar. /angra tar bort formuläret. Ctrl+D avslutar.
enter-undone = Formuläret är borttaget. Skriv in det igen eller ta nästa.
