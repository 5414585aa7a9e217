# Samtalet i en terminal.
terminal-commands = Skriv siffran framför ett svar, eller ditt svar i ord. /tillbaka, /hoppa, /andra 2, /sprak en, /paus, /fortsatt KVITTOKOD, /radera
terminal-choose-several = Flera svar: skriv siffrorna, till exempel 1 3.
terminal-current = Ditt svar nu: { $answer }
terminal-outside = Eller: { $options }
terminal-change-which = Skriv till exempel /andra 2 för att ändra svaret på fråga 2.
terminal-unknown-command = Kommandot finns inte här. { $known }
terminal-erase-confirm = Skriv /radera ja för att ta bort svaren.
terminal-private = bara du ser svaret
terminal-table = Skriv siffran för raden med pilen, alla { $n } på en gång ({ $example }), eller en viss rad: b: 2.
terminal-table-skip = Tom rad: hoppa över resten.
terminal-table-on = Tom rad: gå vidare.
terminal-rank = Skriv siffrorna i ordning, det viktigaste först, till exempel 2 1 3.
terminal-rank-most = Skriv högst { $max } siffror i ordning, det viktigaste först, till exempel 2 1.
terminal-shares = Fördela { $total }: skriv ett tal för varje rad, till exempel { $example }.
terminal-own-words = Eller skriv med egna ord.
terminal-unit = Enhet: { $unit }
terminal-file = Skriv sökvägen till ett dokument ({ $types }), högst { $max } MB. Tom rad hoppar över.
terminal-photo = Skriv sökvägen till en bild. Tom rad hoppar över.
terminal-no-file = Det går inte att läsa { $path }. Kontrollera sökvägen.
terminal-open-line = Lägg till egna ord efter ett kolon: { $number }: …
terminal-paused = Dina svar är sparade. Fortsätt senare med kvittokoden: /fortsatt { $code }
terminal-unknown-receipt = Här finns inga svar med den kvittokoden. Kontrollera den och försök igen.
terminal-already-answered = Du har redan svarat på något här. Ta bort de svaren först med /radera.

# Pappersformulär som skrivs in.
enter-form = Formulär { $number }. Skriv numret på pappret. /angra tar bort formuläret igen.
enter-next = Tom rad: nästa formulär. /andra 2 ändrar, /angra tar bort formuläret, Ctrl+D avslutar.
enter-undone = Formuläret är borttaget. Skriv in det igen eller ta nästa.
