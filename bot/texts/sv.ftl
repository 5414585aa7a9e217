# Texter som alla kanaler delar. {x} fylls i av programmet.

# Före första frågan
notice-who = { $organisation } frågar. Vi använder svaren till { $purpose }.
notice-voluntary = Det är frivilligt att svara.
notice-no-names = Skriv inte namn och inget om någons hälsa, religion eller politiska åsikter.
notice-minutes = Det tar ungefär { $minutes ->
    [one] en minut
   *[other] { $minutes } minuter
}.
notice-public = Det du skickar in kan bli en allmän handling. Då kan andra begära att få läsa det.
notice-retention = Vi sparar svaren till och med { $date }.
notice-saved = Varje svar sparas direkt. Du kan ta bort dina svar tills frågorna stänger.
notice-quotes = Vi kan citera det du skriver, men aldrig med ditt namn.
notice-confidential = Arrangören ser inte vem som har svarat vad. Vi visar resultat först när minst { $k } personer har svarat.
notice-basis = Rättslig grund: { $basis }. Beslut: { $decision }.
notice-demo = ÖVNINGSDATA. Övning, allt här är påhittat.
basis-public_interest = allmänt intresse
basis-consent = samtycke
basis-legal_obligation = rättslig förpliktelse
basis-official_authority = myndighetsutövning
influence = Det här kan du påverka: { $can } Det här är redan bestämt: { $cannot } Senast { $date } berättar vi hur det gick. Då hittar du svaret här: { $where }.

# Medan man svarar
begin = Börja
progress = Fråga { $i } av { $n }
skip = Hoppa över
back = Tillbaka
next = Nästa
send = Klar
change = Ändra
yes = Ja
no = Nej
read-on = Fortsätt
hint-text = Skriv inte namn eller personuppgifter.
hint-place = Skriv vad platsen heter, eller dela en position.
hint-photo = Skicka en bild.
not-answered = Inget svar
photo-sent = Bild skickad
no-longer-applies = { $n ->
    [one] Ett tidigare svar gäller inte längre. Vi sparar det om du ändrar tillbaka.
   *[other] { $n } tidigare svar gäller inte längre. Vi sparar dem om du ändrar tillbaka.
}

# När svaret inte passar frågan
rejected-choose-one = Välj ett av svaren här under.
rejected-choose-some = Välj minst ett av svaren, eller hoppa över frågan.
rejected-too-many = Du kan välja högst { $max }. Du har valt { $n }.
rejected-too-few = Välj minst { $min }. Du har valt { $n }.
rejected-not-a-date = Skriv en dag, till exempel 2027-02-05 eller 5 februari 2027.
rejected-too-early = Välj { $min } eller en senare dag.
rejected-too-late = Välj { $max } eller en tidigare dag.
rejected-not-a-time = Skriv en tid, till exempel 14:30.
hint-date = Skriv en dag, till exempel 2027-02-05.
hint-time = Skriv en tid, till exempel 14:30.
rejected-exclusive = ”{ $label }” går inte att kombinera med andra svar.
rejected-unknown-option = Det svaret finns inte här. Välj ett av svaren här under.
rejected-too-long = Svaret är { $n } tecken långt. Det får vara högst { $max }. Korta det lite.
rejected-empty = Skriv ett svar, eller hoppa över frågan.
rejected-not-a-number = Skriv ett tal med siffror, till exempel 12 eller 3,5.
rejected-too-small = Talet ska vara minst { $min }.
rejected-too-big = Talet ska vara högst { $max }.
rejected-decimals = { $max ->
    [0] Skriv ett heltal, utan decimaler.
   *[other] Skriv talet med högst { $max } decimaler.
}
rejected-year = Skriv också vilket år det gäller, till exempel 58 (2021).
rejected-pattern = Svaret ser inte ut som det ska. Titta på exemplet i frågan.
rejected-not-a-place = Dela en position eller skriv vad platsen heter.
rejected-outside-map = Positionen ligger utanför kartan. Försök igen eller skriv vad platsen heter.
rejected-not-a-photo = Skicka en bild, eller hoppa över frågan.
rejected-unreadable-photo = Det gick inte att läsa bilden. Försök med en annan bild, helst JPEG eller PNG.
rejected-photo-too-big = Bilden är för stor. Den får vara högst { $max } MB.
rejected-name-first = Skriv vem som svarar, så att svaren inte blandas ihop.
rejected-not-valid = { $text }
rejected-order = Skriv siffrorna i den ordning du vill ha dem, till exempel 2 1 3.
rejected-twice = Varje svar kan bara stå på en plats.
rejected-shares = Skriv { $n } heltal, ett för varje rad. De ska bli { $total } tillsammans.
rejected-sum = Det blir { $n } tillsammans. Det ska bli { $total }.
rejected-not-a-file = Skicka ett dokument av någon av sorterna { $types }, eller hoppa över frågan.
rejected-file-too-big = Dokumentet är för stort. Det får vara högst { $max } MB.
rejected-unreadable-file = Det gick inte att läsa dokumentet. Det ska vara av någon av sorterna { $types }.
rejected-unreadable = Det kan vi inte ta emot här. Svara på frågan, eller hoppa över den.
rejected-first-begin = Tryck på Börja för att se första frågan.
rejected-finished = Du har svarat på alla frågor. Välj Ändra om du vill ändra något.

# Efteråt
thanks = Tack! Dina svar är sparade.
receipt = Din kvittokod är { $code }. Med koden kan du ta bort dina svar till och med { $date }. Spara den.
receipt-until-closed = Din kvittokod är { $code }. Med koden kan du ta bort dina svar tills frågorna stänger. Spara den.
your-answers = Dina svar
erase = Ta bort mina svar
erase-confirm = Vill du ta bort alla dina svar i ”{ $title }”? Det går inte att ångra.
erase-yes = Ta bort svaren
erase-no = Behåll svaren
erase-kept = Dina svar finns kvar.
erase-done = Klart. Vi har tagit bort { $n } svar.
erase-none = Vi hittar inga svar att ta bort. De kan redan vara borttagna, eller så har frågorna stängt.
closed = Det går inte längre att svara.
too-late = Frågorna hann stänga. Det du skickade nu är inte sparat, men det du har svarat tidigare är sparat.
scheduled = Det går inte att svara ännu. Frågorna öppnar { $date }.
unknown-code = Den koden finns inte. Kontrollera stavningen och försök igen.
old-button = Den knappen är gammal. Här är frågan du är på.
language-changed = Nu skriver vi på svenska.
try-again = Något gick fel hos oss. Dina sparade svar finns kvar. Försök igen om en stund.
