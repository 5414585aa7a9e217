# Lätt svenska: korta meningar, en sak i taget, högst tolv ord. Samma texter som i sv.ftl.

# Före första frågan
notice-who = { $organisation } ställer frågor. Vi använder svaren till { $purpose }.
notice-voluntary = Du bestämmer själv om du vill svara.
notice-no-names = Skriv inga namn. Skriv inget om någons hälsa, religion eller politiska åsikter.
notice-minutes = Det tar ungefär { $minutes ->
    [one] en minut
   *[other] { $minutes } minuter
}.
notice-public = Det du skickar kan bli en allmän handling. Då kan andra be att få läsa det.
notice-retention = Vi sparar svaren till och med { $date }.
notice-saved = Vi sparar varje svar direkt. Du kan ta bort dina svar. Det går tills frågorna stänger.
notice-quotes = Vi kan visa det du skriver för andra. Vi visar aldrig ditt namn.
notice-confidential = Den som frågar ser inte vem som har svarat vad. Minst { $k } personer måste svara. Först då visar vi vad de svarade.
notice-basis = Enligt lagen får vi fråga. Skälet är: { $basis }. Beslut: { $decision }.
notice-demo = ÖVNINGSDATA. Det här är en övning. Allt är påhittat.
basis-public_interest = frågorna är viktiga för många (allmänt intresse)
basis-consent = du har sagt ja (samtycke)
basis-legal_obligation = lagen kräver det (rättslig förpliktelse)
basis-official_authority = det ingår i myndighetens arbete (myndighetsutövning)
influence = Det här kan du påverka: { $can } Det här är redan bestämt: { $cannot } Senast { $date } berättar vi vad som hände. Här hittar du svaret: { $where }.

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
hint-text = Skriv inga namn. Skriv inget som visar vem någon är.
hint-place = Skriv vad platsen heter. Du kan också dela en position.
hint-photo = Skicka en bild.
not-answered = Inget svar
photo-sent = Bilden är skickad
no-longer-applies = { $n ->
    [one] Ett svar från förut gäller inte längre. Vi sparar det om du ändrar tillbaka.
   *[other] { $n } svar från förut gäller inte längre. Vi sparar dem om du ändrar tillbaka.
}

# När svaret inte passar frågan
rejected-choose-one = Välj ett av svaren här under.
rejected-choose-some = Välj minst ett svar. Du kan också hoppa över frågan.
rejected-too-many = Du kan välja högst { $max }. Du har valt { $n }.
rejected-too-few = Välj minst { $min }. Du har valt { $n }.
rejected-not-a-date = Skriv en dag. Skriv till exempel 2027-02-05 eller 5 februari 2027.
rejected-too-early = Dagen är för tidig. Välj { $min } eller senare.
rejected-too-late = Dagen är för sen. Välj { $max } eller tidigare.
rejected-not-a-time = Skriv en tid. Skriv till exempel 14:30.
hint-date = Skriv en dag. Skriv till exempel 2027-02-05.
hint-time = Skriv en tid. Skriv till exempel 14:30.
rejected-exclusive = Du har valt ”{ $label }”. Då kan du inte välja något mer.
rejected-unknown-option = Det svaret finns inte här. Välj ett av svaren här under.
rejected-too-long = Svaret är för långt. Du har skrivit { $n } tecken. Skriv högst { $max } tecken.
rejected-empty = Skriv ett svar. Du kan också hoppa över frågan.
rejected-not-a-number = Skriv ett tal med siffror. Skriv till exempel 12 eller 3,5.
rejected-too-small = Talet är för litet. Skriv { $min } eller mer.
rejected-too-big = Talet är för stort. Skriv { $max } eller mindre.
rejected-decimals = { $max ->
    [0] Skriv ett helt tal. Skriv inget efter kommat.
   *[other] Du har skrivit för många siffror efter kommat. Skriv högst { $max }.
}
rejected-year = Skriv också vilket år det gäller. Skriv till exempel 58 (2021).
rejected-pattern = Svaret ser inte rätt ut. Titta på exemplet i frågan.
rejected-not-a-place = Dela en position, eller skriv vad platsen heter.
rejected-outside-map = Platsen ligger utanför kartan. Försök igen, eller skriv vad platsen heter.
rejected-not-a-photo = Skicka en bild. Du kan också hoppa över frågan.
rejected-unreadable-photo = Vi kunde inte öppna bilden. Prova en annan bild, helst JPEG eller PNG.
rejected-photo-too-big = Bilden är för stor. Den får vara högst { $max } MB.
rejected-name-first = Skriv vem som svarar. Då blandar vi inte ihop svaren.
rejected-not-valid = { $text }
rejected-order = Skriv siffrorna i den ordning du vill. Skriv till exempel 2 1 3.
rejected-twice = Du kan bara ha med varje svar en gång.
rejected-shares = Skriv { $n } hela tal. Skriv ett tal för varje rad. Tillsammans ska de bli { $total }.
rejected-sum = Tillsammans blir det { $n }. Det ska bli { $total }.
rejected-not-a-file = Skicka ett dokument. Det ska vara av sorten { $types }. Du kan också hoppa över frågan.
rejected-file-too-big = Dokumentet är för stort. Det får vara högst { $max } MB.
rejected-unreadable-file = Vi kunde inte öppna dokumentet. Det ska vara av sorten { $types }.
rejected-unreadable = Vi kan inte ta emot det här. Svara på frågan, eller hoppa över den.
rejected-first-begin = Tryck på Börja. Då ser du den första frågan.
rejected-finished = Du har svarat på alla frågor. Tryck på Ändra om du vill ändra något.

# Efteråt
thanks = Tack! Vi har sparat dina svar.
receipt = Din kvittokod är { $code }. Spara koden. Med den kan du ta bort dina svar. Det går till och med { $date }.
receipt-until-closed = Din kvittokod är { $code }. Spara koden. Med den kan du ta bort dina svar. Det går tills frågorna stänger.
your-answers = Dina svar
erase = Ta bort mina svar
erase-confirm = Vill du ta bort alla dina svar? De hör till ”{ $title }”. Du kan inte få tillbaka dem.
erase-yes = Ta bort svaren
erase-no = Behåll svaren
erase-kept = Dina svar finns kvar.
erase-done = Klart. Vi har tagit bort { $n } svar.
erase-none = Vi hittar inga svar att ta bort. De kan redan vara borta. Frågorna kan också ha stängt.
closed = Frågorna har stängt. Nu kan du inte svara längre.
too-late = Frågorna har stängt. Det du skickade nu är inte sparat. Det du svarade tidigare är sparat.
scheduled = Du kan inte svara än. Frågorna öppnar { $date }.
unknown-code = Den koden finns inte. Titta noga på koden och försök igen.
old-button = Den knappen är gammal. Här är frågan du ska svara på nu.
language-changed = Nu skriver vi på lätt svenska.
try-again = Något blev fel hos oss. Dina sparade svar finns kvar. Vänta en stund och försök igen.
