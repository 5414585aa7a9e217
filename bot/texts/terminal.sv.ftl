# Samtalet i en terminal.
terminal-commands = Skriv siffran framför ett svar, eller ditt svar i ord. /tillbaka, /hoppa, /andra 2, /sprak en, /radera
terminal-choose-several = Flera svar: skriv siffrorna, till exempel 1 3.
terminal-current = Ditt svar nu: { $answer }
terminal-outside = Eller: { $options }
terminal-change-which = Skriv till exempel /andra 2 för att ändra svaret på fråga 2.
terminal-unknown-command = Kommandot finns inte här. { $known }
terminal-erase-confirm = Skriv /radera ja för att ta bort svaren.
