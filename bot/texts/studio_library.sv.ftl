# The library of the studio: choosing, looking at, trying, adapting and publishing questionnaires.
library-title = Biblioteket
library-lead = Välj en enkät som passar, eller gör en egen. Du ser varje fråga som den ser ut i telefonen.
library-search = Sök på vad du vill göra
library-search-button = Sök
library-purpose = Syfte
library-purpose-any = Alla syften
library-purpose-evaluation = Utvärdering
library-purpose-member-check = Stämma av
library-purpose-group = Gruppsamtal
library-purpose-task = Uppgift mellan träffar
library-purpose-matrix = Konsekvensbeskrivning
library-purpose-priority = Prioritering
library-purpose-self-assessment = Självskattning
library-purpose-card = Målkort
library-purpose-status = Lägesbild
library-purpose-workshop = Verkstad
library-purpose-dialogue = Medborgardialog
library-words-evaluation = utvärdera tyckte nöjd återkoppling uppföljning möte träff kurs
library-words-member-check = stämma av tolkning bekräfta
library-words-group = diskussion samtal grupp bord anteckna sekreterare
library-words-task = hemuppgift läxa uppdrag lämna in dokument
library-words-matrix = konsekvenser beslut förslag perspektiv analys skr
library-words-priority = prioritera välja viktigast rangordna fokus
library-words-self-assessment = skatta mognad nuläge styrning framgångsfaktorer
library-words-card = mål indikator agenda 2030 plan
library-words-status = läge status agenda 2030 organisation
library-words-workshop = workshop munken doughnut hållbarhet
library-words-dialogue = medborgare invånare samråd plats torg dialog boende
library-about-agenda-status = Visar hur långt varje organisation har kommit med Agenda 2030.
library-about-consequence-matrix = Jämför förslag på kort och lång sikt, från flera perspektiv, och väljer vad som är viktigast.
library-about-dialogue-evaluation = Frågar invånare om dialogen var värd att vara med i.
library-about-doughnut-workshop = Låter grupper se en fråga genom munkmodellens fyra fönster.
library-about-focus-areas = Låter organisationer välja vilka fokusområden som är viktigast.
library-about-follow-up = Frågar några veckor efter en träff vad den har lett till.
library-about-goal-card = Fyller i ett målkort: mål, indikator, nuläge och nästa steg.
library-about-governance-check = Skattar hur långt styrningen har kommit och hur viktigt varje steg är.
library-about-group-discussion = Samlar det som grupper kommer fram till vid bordet.
library-about-homework = Samlar in en liten uppgift mellan två träffar.
library-about-place-dialogue = Låter invånare berätta om en plats: vad den kan bli, och vem som vinner eller förlorar.
library-about-place-statements = Människor svarar på vad andra har sagt om en plats och skriver egna påståenden. Visar vad man är överens om.
library-about-place-profile = Skattar en plats i fjorton teman och frågar vad som bör bli bättre.
library-about-project-start-end = Mäter projektets mål i början och i slutet, så att du ser skillnaden.
library-about-session-evaluation = Utvärderar en träff på en och en halv minut, likadant varje gång.
library-about-themes-vote = Deltagarna säger om sammanfattningen stämmer, tema för tema, innan den blir klar.
library-about-triad-talk = Håller tid och roller när tre personer turas om att berätta, fråga och lyssna.
library-unit-person = En person svarar
library-unit-group = En grupp svarar
library-unit-triad = Tre personer svarar
library-unit-organisation = En organisation svarar
library-unit-person-or-group = En person eller grupp svarar
library-minutes = Ungefär { $n } min
library-questions = { $n ->
    [one] { $n } fråga
   *[other] { $n } frågor
 }
library-fills = { $n ->
    [one] Du fyller i en sak först
   *[other] Du fyller i { $n } saker först
 }
library-own = Vår egen
library-found = Visar { $n } av { $total }.
library-show-all = Visa alla
library-none = Ingen enkät passar sökningen. Pröva ett annat ord, eller visa alla.
library-shelf = Enkäter att välja på
library-drafts = Utkast
library-untitled = Utkast utan rubrik
library-draft-errors = { $n ->
    [one] { $n } fel att rätta
   *[other] { $n } fel att rätta
 }
library-draft-ready = Går att använda
library-make = Gör en egen
library-new-title = Börja från början
library-new-about = Du får ett utkast med en fråga.
library-new = Ny enkät
library-upload-title = Ladda upp en fil
library-too-long = Det är för långt för en enkät: högst { $most } tecken. Korta det, eller välj en annan fil.
library-upload-empty = Filen är tom. Spara den på nytt i programmet den kommer från, eller välj en annan.
library-upload-about = TOML, eller ett kalkylark i formatet XLSForm (.xlsx, .xls, .csv).
library-upload = Ladda upp
library-back = Till biblioteket
library-back-draft = Till utkastet
library-open = Öppna en enkät med den
library-try = Prova själv
library-adapt = Anpassa
library-change = Ändra
library-preview = Så ser den ut
library-preview-language = Språk i förhandsvisningen
library-screen-first = Först
library-screen-note = Text att läsa
library-screen = Fråga { $n }
library-only-if = Visas bara om { $condition }.
library-only-if-code = Visas bara på ett villkor: { $condition }
library-turns = { $n ->
    [one] Frågan ställs { $n } gång.
   *[other] Frågan ställs { $n } gånger, en för varje del.
 }
library-lacking = { $n ->
    [one] En text saknas på { $tongue }. Deltagarna erbjuds inte språket förrän den finns.
   *[other] { $n } texter saknas på { $tongue }. Deltagarna erbjuds inte språket förrän alla finns.
 }
library-download = Ladda ner
library-file-toml = Textfil (TOML)
library-file-xlsform = Kalkylark (XLSForm)
library-file-papper = Pappersenkät (PDF)
library-file-kodbok = Kodbok (CSV)
library-trial = Prov: inget sparas.
library-trial-leave = Avsluta provet
library-trial-again = Prova igen
library-is-error = Fel:
library-is-warning = Råd:
library-imported = Filen är inläst
library-not-imported = Filen gick inte att läsa in
library-imported-rows = Lästa rader: { $read }. Med i utkastet: { $imported }. Överhoppade: { $ignored }. Gick inte att ta med: { $refused }.
library-imported-onward = Till utkastet
library-imported-told = Att känna till
library-imported-place = Plats
library-imported-what = Vad och vad du kan göra

# Drafts.
library-draft = Utkast
library-see = Se i telefonen
library-publish = Publicera
library-whole = Rubrik, språk och regler
library-as-text = Som text
library-list = Frågorna
library-errors = { $n ->
    [one] { $n } fel att rätta innan den går att använda
   *[other] { $n } fel att rätta innan den går att använda
 }
library-advice = { $n ->
    [one] { $n } råd
   *[other] { $n } råd
 }
library-question-n = Fråga { $n }
library-question-of = Fråga { $n } av { $total }
library-line = Rad { $n }
library-undo = Ångra senaste ändringen
library-no-text = (ingen text ännu)
library-sometimes = visas ibland
library-up-of = Flytta upp fråga { $n }
library-down-of = Flytta ner fråga { $n }
library-remove-of = Ta bort fråga { $n }
library-remove = Ta bort
library-add-label = Ny fråga
library-add = Lägg till
library-throw = Kasta utkastet
library-throw-about = Det som redan är publicerat finns kvar. Utkastet går inte att få tillbaka.
library-throw-sure = Ja, kasta utkastet
library-save = Spara
library-save-done = Spara och gå till listan
library-saved = Sparat.
library-saved-errors = { $n ->
    [one] Sparat. { $n } fel är kvar att rätta här nedan.
   *[other] Sparat. { $n } fel är kvar att rätta här nedan.
 }
library-edit-language = Visa språk
library-all-languages = Alla språk
library-f-text = Fråga
library-f-help = Hjälptext
library-f-help-about = Står under frågan
library-f-kind = Sorts fråga
library-f-scale = Skala
library-scale-own = Egna steg
library-from-list = Alternativen kommer från listan ”{ $list }”, som står längst ner i utkastet.
library-f-options = Alternativ
library-f-rows = Rader
library-entry-n = Alternativ { $n },
library-f-value = Värde
library-f-exclusive = Utesluter andra
library-f-open-text = Med skrivrad
library-up-entry = Flytta upp alternativ { $n }
library-down-entry = Flytta ner alternativ { $n }
library-remove-entry = Ta bort alternativ { $n }
library-add-options = Lägg till alternativ
library-add-rows = Lägg till rad
library-f-limits = Gränser
library-f-min-choices = Minsta antal val
library-f-max-choices = Högsta antal val
library-f-min = Minsta tal
library-f-max = Största tal
library-f-decimals = Decimaler
library-f-max-chars = Högsta antal tecken
library-f-total = Summan att fördela
library-f-max-mb = Största fil i MB
library-f-precision-m = Avrunda platsen till så många meter
library-f-earliest = Tidigaste dag
library-f-latest = Senaste dag
library-f-loop = Ställs flera gånger
library-loop-once = Nej, en gång
library-loop-about = Välj en lista, så ställs frågan en gång för varje rad i den. Skriv listans namn inom klamrar i frågan där raden ska stå.
library-f-valid = Kontrollera svaret
library-f-valid-if = Svaret godtas om
library-valid-about = Ett villkor på svaret, till exempel: { $id } >= 1
library-f-valid-text = Säg detta när det inte stämmer
library-f-show-if = När frågan ställs
library-when-always = Alltid
library-when-simple = Beroende på ett svar
library-rule-answer = Svaret
library-rule-any = något svar
library-rule-way = Villkor
library-way-is = har valts
library-way-not = har inte valts
library-way-answered = frågan har besvarats
library-way-unanswered = frågan har inte besvarats
library-when-own = Eget villkor
library-when-expression = Villkor, till exempel: nytta <= 2 and answered(vad)
library-f-other = Övrigt
library-may-skip = Deltagare får alltid hoppa över en fråga.
library-f-trend = Ska gå att jämföra från gång till gång
library-f-with-year = Fråga också efter årtal
library-f-id = Namn i filer. Byter du namn följer gamla svar inte med.
library-f-title = Rubrik
library-f-intro = Inledning
library-languages = Språk
library-unspeak = Ta bort { $tongue }
library-language-add = Lägg till ett språk
library-language-title = Rubriken på det språket
library-language-button = Lägg till språket
library-language-untitled = Skriv rubriken på det språk du har valt, så läggs språket till.
library-f-purpose = Syfte
library-f-unit = Vem svarar
library-f-promise = Löfte om namn
library-promise-confidential = Svaren är konfidentiella
library-promise-named-group = Gruppens namn syns
library-promise-named-organisation = Organisationens namn syns
library-promise-named-nobody = Inga namn samlas in
library-f-channels = Hur man kan svara
library-channel-web = Webben
library-channel-telegram = Telegram
library-channel-terminal = Terminalen
library-channel-paper = Papper
library-f-whole-max-seconds = Längsta tid i sekunder
library-f-whole-series = Serie, om den återkommer
library-f-whole-id = Namn i filer
library-kind-single = Ett val
library-kind-multi = Flera val
library-kind-scale = Skala
library-kind-yes-no = Ja eller nej
library-kind-text = Egna ord
library-kind-number = Ett tal
library-kind-rank = Rangordna
library-kind-matrix = Tabell
library-kind-allocate = Fördela
library-kind-date = Datum
library-kind-time = Klockslag
library-kind-location = Plats
library-kind-photo = Bild
library-kind-file = Dokument
library-kind-consent = Samtycke
library-kind-note = Text att läsa
library-text-about = Samma utkast som textfil. Formatet heter TOML. Det du skriver sparas även om det är fel.
library-text-label = Utkastet
library-told = Att rätta och tänka på
library-stale = Utkastet har ändrats i en annan flik. Inget är sparat ännu, och det du skrev står kvar. Jämför, och spara igen om ditt ska gälla.
library-stale-list = Utkastet har ändrats i en annan flik. Inget gjordes nu. Här är det som gäller.
library-stale-table = Det som skiljer
library-stale-what = Vad
library-stale-theirs = Sparat i den andra fliken
library-stale-mine = Det du skrev här
library-lost = Frågan finns inte längre
library-lost-about = Frågan har tagits bort i en annan flik. Det du skrev står här, så att du kan kopiera det.
library-id-taken = Namnet ”{ $id }” används av en enkät som följer med. Välj ett annat namn i filer.
library-publish-about = En publicerad version ändras aldrig. Den läggs i biblioteket, och du kan öppna enkäter med den.
library-publish-same = Det finns inget nytt att publicera.
library-changes = Det här ändras
library-changes-small = Inget som rör svaren.
library-broken-answers = { $n ->
    [one] { $n } svar går inte längre att jämföra med nya.
   *[other] { $n } svar går inte längre att jämföra med nya.
 }
library-published = Publicerad. Nu kan du öppna en enkät med den.
library-version = Version { $version }
library-lists = Listor som frågorna använder
library-list-n = Lista { $n }
library-list-named = Listan ”{ $list }”
library-list-about = Frågor kan upprepas för varje del i listan, eller ta sina alternativ från den.
library-list-items = { $n ->
    [one] { $n } del
   *[other] { $n } delar
 }
library-f-items = Delar
library-add-items = Lägg till del
library-f-organiser = Kan fyllas i när en enkät öppnas
library-f-optional = Får vara tom. Då ställs inte frågorna som tar sina alternativ härifrån.

# What the log says.
studio-did-shelves-copy = Gjorde ett utkast av en enkät i biblioteket
studio-did-shelves-new = Gjorde ett nytt utkast
studio-did-shelves-upload = Laddade upp en enkät
studio-did-overview-act = Ändrade frågorna i ett utkast
studio-did-overview-write = Ändrade texten i ett utkast
studio-did-overview-remove = Kastade ett utkast
studio-did-questions-save-question = Ändrade en fråga i ett utkast
studio-did-whole-save-whole = Ändrade ett utkasts rubrik, språk eller regler
studio-did-publishing-publish = Publicerade en enkät i biblioteket
studio-did-lists-save-list = Ändrade en lista i ett utkast
