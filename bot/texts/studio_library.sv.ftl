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
library-about-place-profile = Skattar en plats i fjorton teman och frågar vad som bör bli bättre.
library-about-project-start-end = Mäter projektets mål i början och i slutet, så att du ser skillnaden.
library-about-session-evaluation = Utvärderar en träff på en och en halv minut, likadant varje gång.
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
    [one] En text saknas på { $language }. Deltagarna erbjuds inte språket förrän den finns.
   *[other] { $n } texter saknas på { $language }. Deltagarna erbjuds inte språket förrän alla finns.
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

# What the log says.
studio-did-shelves-copy = Gjorde ett utkast av en enkät i biblioteket
studio-did-shelves-new = Gjorde ett nytt utkast
studio-did-shelves-upload = Laddade upp en enkät
