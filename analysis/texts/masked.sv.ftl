# Maskad kopia för utlämnande av allmän handling.
mask = [maskat: { $kind }]
mask-unnamed = utan slag
mask-name = namn
mask-email = e-postadress
mask-link = länk
mask-account = kontonamn
mask-phone = telefonnummer
mask-personal-number = personnummer
mask-address = adress
mask-position = läge på kartan
mask-document = filnamn
mask-respondent = svarandens namn

# Granskningen: bladet som en människa läser och fyller i.
review-sheet = Granskning
review-about-sheet = Läs först
review-column-key = Nyckel
review-column-person = Nr
review-column-asked = Fråga
review-column-beside = Röster
review-column-n = Antal
review-column-text = Svaret
review-column-copy = I kopian
review-column-why = Varför
review-column-ground = Lagrum
review-column-reader = Läst av
review-doubtful = titta på: { $words }
review-about =
    Det här är arbetsmaterial med allt som har svarats. Lämna inte ut filen, och ta bort den när kopian är gjord.
    1. Läs varje svar. I kopian står det som programmet föreslår. Programmet hittar inte allt, och maskar ibland för mycket.
    2. Ändra i kolumnen I kopian. Byt det som är hemligt mot [maskat: slag], till exempel [maskat: hälsa]. Skriv [maskat] för att maska ett helt svar. Allt annat ska stå ordagrant.
    3. En personuppgift är inte hemlig bara för att den är en personuppgift. Skriv i Lagrum vilken bestämmelse i offentlighets- och sekretesslagen (OSL) som gäller, för varje rad där något är maskat. Finns ingen: ta bort maskningen.
    4. Skriv i Läst av vem som har läst. Fyll gärna nedåt när du är klar.
    5. Låt kolumnerna Nyckel och Svaret vara som de är. Spara filen och kör: dalalab disclose KOD --reviewed FIL.xlsx --out KOPIA.xlsx --decision DIARIENUMMER

# Kopian som lämnas ut.
copy-title = Maskad kopia: { $title }
copy-sheet-cover = Försättsblad
copy-sheet-answers = Svar
copy-sheet-questions = Frågor
copy-file-cover = forsattsblad
copy-file-answers = svar
copy-file-questions = fragor
copy-column-person = Nr
copy-column-asked = Fråga
copy-column-beside = Röster
copy-column-text = Svar
copy-column-n = Antal
copy-column-choices = Svarsalternativ
copy-votes = { $agree } håller med, { $disagree } håller inte med, { $passed } avstår
copy-statement-waiting = Inte visat för andra
copy-statement-hidden = Dolt för andra
copy-about = Handlingen
copy-document = Svaren i enkäten ”{ $title }” ({ $code }), med frågorna som de ställdes.
copy-decision = Beslut om utlämnande: { $decision }.
copy-law = Kopian lämnas ut som allmän handling enligt 2 kap. tryckfrihetsförordningen. Den är ingen publicering. Rapporternas regel att visa minst fem svar gäller inte här: det som inte är hemligt enligt offentlighets- och sekretesslagen (OSL) står med.
copy-how = Så är kopian gjord
copy-read = Ett program har föreslagit maskningar efter regler. Sedan har varje svar lästs, och maskningarna bestämts, av: { $readers }.
copy-marks = Det som är maskat syns som [maskat: slag]. Allt annat i ett svar står ordagrant.
copy-by-question = Svaren står fråga för fråga. Lika svar är en rad med antal. Raderna är ordnade efter det som går att läsa, så ordningen säger inget om vem eller när.
copy-by-person = Svar från samma svarande har samma nummer. Numren är nya och följer av det som går att läsa, så de säger inget om vem eller när.
copy-masked = Maskat, och varför
copy-masked-nothing = Inget är maskat.
copy-masked-kind = { $kind }: { $n ->
    [one] 1 ställe
   *[other] { $n } ställen
}
copy-masked-ground = { $ground }: { $n ->
    [one] 1 rad
   *[other] { $n } rader
}
copy-left-out = Ingår inte
copy-out-together = Vilka svar på olika frågor som kommer från samma svarande. Den som vill ha det kan begära det, och då prövas varje svarandes svar tillsammans.
copy-out-votes = Vem som har röstat vad om påståenden. Antalen står bredvid varje påstående. Rösterna kan begäras och prövas för sig.
copy-out-files = Bilder ({ $photos }) och dokument ({ $documents }) som har skickats in. De prövas var för sig.
copy-out-technical = Tekniska uppgifter: kvittokoder, kakor, nummer på chattar, tider, språk och svarens inre nummer. De säger inget i sak, men kan peka ut en person.
copy-out-taken-back = Svar som den svarande har tagit bort, ändrat eller behållit för sig, och svar som ett senare svar från samma grupp eller organisation har ersatt.
copy-out-fewer = Den som har svarat kan ta bort sina svar tills enkäten stänger. En rapport som gjordes innan någon gjorde det kan räkna fler personer än den här kopian.
copy-out-wishes = Önskemål om att få veta hur det gick. De förs för sig och hör inte till svaren.
copy-out-own = Myndighetens egna handlingar om enkäten: rapporter, teman, översättningar och loggar.
copy-closed = Enkäten är stängd. Då tas kopplingen mellan svar och person bort, så den finns inte att lämna ut.
copy-open = Enkäten var öppen när kopian gjordes. Svaren kan bli fler, och den som har svarat kan ändra eller ta bort sina.
copy-csv = I CSV-filerna står en apostrof före =, +, - och @ först i ett svar, så att inget kalkylprogram räknar på det.
copy-appeal-heading = Om något inte lämnas ut
copy-appeal = Den som har begärt handlingen kan begära ett skriftligt beslut om det som är maskat eller inte ingår. Beslutet med skäl, och upplysningen om hur det överklagas, skriver myndigheten. Det finns inte i den här filen.
