# Rapportens meningar. Citattecken står bara runt det deltagare har skrivit, aldrig här.

share = { $count } av { $n }
share-percent = { $count } av { $n } ({ $percent } %)
share-percent-inside = { $count } av { $n }, { $percent } %
count-percent = { $count } ({ $percent } %)
list-and = { $first } och { $last }
list-or = { $first } eller { $last }
consent-yes = Ja
consent-no = Nej

waiting = Väntar på { $count } svar till. Visas inte: färre än { $k } svar.
waiting-cell = Visas inte: färre än { $k } svar
scale-side = { $share } svarade { $labels }.
scale-spread = Svaren är spridda. Vanligast är { $labels } ({ $share }).
scale-spread-tied = Svaren är spridda. Vanligast är { $labels } ({ $share } var).
scale-spread-even = Svaren är spridda: lika många på varje steg ({ $share } var).
most = Vanligast: { $labels } ({ $share }).
most-tied = Lika vanliga: { $labels } ({ $share } var).
most-then = Vanligast: { $labels } ({ $share }). Därefter: { $then } ({ $count }).
most-then-each = Vanligast: { $labels } ({ $share }). Därefter: { $then } ({ $count } var).
number-median = Minst hälften svarade { $median } eller mer ({ $n } svar).
text-n = { $n ->
    [one] { $n } { $one } har skrivit något här.
   *[other] { $n } { $many } har skrivit något här.
 }
other-n = { $n } har svarat.
places = { $place } nämns av flest ({ $share }).
places-none = { $n } har pekat ut en plats. Ingen plats har tillräckligt många för att visas för sig.
place-on-map = Punkt på kartan
place-others = Andra platser
median = Mittsvaret är { $label }.
median-between = Mittsvaret ligger mellan { $low } och { $high }.
worst-case = Som minst { $low } och som mest { $high } av { $known }, beroende på vad de som inte svarade tycker.

theme = { $label }: { $words } ({ $count })
theme-bare = { $label } ({ $count })
theme-count-answers = { $count } av { $n } svar
theme-count-people = { $count } av { $n } { $many }
quotes-waiting = { $count ->
    [one] Citat väntar på godkännande ({ $count }).
   *[other] Citat väntar på godkännande ({ $count }).
 }
quotes-none = Inga citat visas.
no-order = Utan inbördes ordning
no-order-themes = Temana står utan inbördes ordning.
few-voices = Enstaka röster: { $labels }.
few-critical = Enstaka kritiska röster: { $labels }.
no-critical = Ingen har skrivit något kritiskt.
coverage = { $n } av { $total } svar ingår i något tema.
empty-answers = { $n ->
    [one] { $n } svar saknar innehåll.
   *[other] { $n } svar saknar innehåll.
 }
unread = { $n } svar har ingen läst ({ $names }): kodboken kan inte språket, och de väntar på översättning.
translated = { $n } svar är översatta av en människa. Teman söks i översättningen, citatet är originalet.
no-themes = Inget tema nämns av minst tre { $many }.
no-themes-found = Inga teman är tydligare än slumpen.

no-change = Ingen säker skillnad mellan träffarna.
no-change-in = { $every ->
    [all] Ingen säker skillnad mellan träffarna i någon av de { $of } frågorna.
    [single] Ingen säker skillnad mellan träffarna.
   *[some] Ingen säker skillnad mellan träffarna i { $n } av { $of } frågor.
 }
trend-scale = Vid { $n } av { $of } träffar svarade mer än hälften { $labels }.
trend-choice = Vanligast vid { $n } av { $of } träffar: { $labels }.
trend-none = { $kind ->
    [scale] Ingen sida av skalan samlar mer än hälften vid mer än en träff.
   *[choice] Inget svar är vanligast vid mer än en träff.
 }
trend-spread = Svaren är spridda vid { $n } av { $of } träffar.
small-change = Med så få svar hade en liten förändring inte synts.
different-people = Det är delvis olika personer som har svarat vid träffarna.
series-break = Frågan har ändrats. Svaren före och efter går inte att jämföra.
series-waits = Minst två träffar behöver tillräckligt många svar innan de kan jämföras.
change-up = Svaren är högre vid { $later } än vid { $earlier }.
change-down = Svaren är lägre vid { $later } än vid { $earlier }.
change-different = Svaren vid { $later } skiljer sig från dem vid { $earlier }.

# Rubriker
heading = Vad säger deltagarna?
heading-dialogue = Vad säger de som har svarat?
heading-keep = Det här uppskattar deltagarna
heading-keep-dialogue = Det här vill människor se
heading-said = Det här tar deltagarna upp
heading-said-dialogue = Det här tar människor upp
heading-said-group = Det här tar grupperna upp
heading-said-organisation = Det här tar organisationerna upp
heading-change = Det här vill deltagarna ändra
heading-change-dialogue = Det här är människor oense eller oroliga om
heading-critical = Kritiska röster
heading-questions = Fråga för fråga
heading-cloud = Orden som flera har använt
heading-trend = Träff för träff
heading-method = Så här har vi räknat
heading-meetings = Träffarna
heading-meeting-words = Arrangörens egna ord om varje träff
meeting-words-how = Varje mening gäller sin träff. Talet efter den är räknat där.
heading-missing-people = Vilka hör vi inte?

answered-rate = { $answered } av { $known } svarade ({ $percent } %)
answered-only = { $answered ->
    [one] { $answered } { $one } svarade
   *[other] { $answered } { $many } svarade
 }
answered-series = { $answered } svar från { $count } träffar
groups = { $invited } var inbjudna, { $attended } deltog
group-invited = { $invited } var inbjudna. Vi vet inte hur många som deltog.
group-attended = { $attended } deltog. Vi vet inte hur många som var inbjudna.
partial = { $n ->
    [one] { $n } av dem svarade på en del av frågorna.
   *[other] { $n } av dem svarade på en del av frågorna.
 }
rate-unknown = Länken var öppen. Därför går det inte att räkna ut hur stor andel som svarade.
selfselected = De som har svarat har själva valt att vara med. Resultatet gäller dem, inte alla invånare.
small-n = Få svar. Titta på antalen, inte på procenten.
demo = ÖVNINGSDATA
demo-text = ÖVNINGSDATA. Det här är en övning. Svaren är påhittade.
all-waiting = Rapporten väntar på { $count } svar till. Inget visas förrän minst { $k } { $many } har svarat.
dated-closed = Enkäten stängde { $date }.
dated-open = Enkäten är öppen. Svaren kan bli fler.
dated-opened = Enkäten öppnade { $date } och är öppen. Svaren kan bli fler.
dated-series = Enkäterna öppnade mellan { $first } och { $last }.
dated-series-open = Minst en är öppen. Svaren kan bli fler.

table-answer = Svar
table-people = Antal
table-word = Ord
table-people-who = Hur många
table-meeting = Träff
table-answered = Svarade
table-attended = Deltog
table-invited = Inbjudna
table-total = Svar i frågan
missing-skipped = Hoppade över
missing-dont_know = Vet inte
missing-no_answer = Vill inte svara
missing-na = Gäller inte mig
not-known = –
cloud-waiting = Ordmolnet väntar på fler svar. Det visas när minst { $least } svar har innehåll och minst två { $many } har använt samma ord.
cloud-sentence = Störst är de ord som flest { $many } har använt: { $words }.
cloud-decoration = Ordmolnet visar hur vanliga orden är, inte vad människor tycker.
cloud-keep = det som uppskattas
cloud-said = det som tas upp
cloud-change = det som ska ändras
cloud-keep-dialogue = det människor vill se
cloud-change-dialogue = det som oroar eller delar
table-most = Mest i
chart-description = Diagram: { $title } Samma siffror står i tabellen.
trend-point = { $title } – { $n } svar
trend-break-mark = Frågan ändrades här

method-census = Alla som deltog fick svara. Därför visar vi antal och inga felmarginaler.
method-k = Inget visas om färre än { $k } { $many } ligger bakom en tabell. Ett tema behöver minst tre { $many }. Inom en tabell kan ett enskilt svar ha få { $many } bakom sig.
method-themes = Teman räknas som { $many }, inte som ord. En { $one } kan finnas i flera teman. Svaren har jämförts med kodboken { $codebook } (version { $version }, metod lex). Ingen språkmodell har använts.
method-suggested = Temana är förslag ur svaren själva: ingen kodbok har använts, och ingen språkmodell.
method-quotes = Citat är ordagranna. Arrangören har godkänt vart och ett. Svar med namn, telefonnummer eller adresser citeras inte.
method-trend = En skillnad mellan träffar nämns bara om den håller för ett permutationstest med Holms korrigering.
method-photos = { $n ->
    [one] { $n } bild har skickats in. Den visas bara om någon har godkänt den och den som skickade den har sagt ja.
   *[other] { $n } bilder har skickats in. En bild visas bara när någon har godkänt den och den som skickade den har sagt ja.
 }
method-held = { $n ->
    [one] En del av rapporten visas inte, eftersom för få { $many } ligger bakom den.
   *[other] { $n } delar av rapporten visas inte, eftersom för få { $many } ligger bakom dem.
 }
missing-unknown = Vi har inte mätt vilka grupper som saknas.
missing-measured = Frågan om bakgrund visar vilka som har svarat. Jämför med vilka som berörs.
missing-silent = { $n ->
    [one] { $n } { $one } som deltog har inte svarat. Den rösten saknas.
   *[other] { $n } { $many } som deltog har inte svarat. Vi vet inte vad de tycker.
 }
missing-silent-invited = { $n ->
    [one] { $n } { $one } som var inbjuden har inte svarat. Den rösten saknas.
   *[other] { $n } { $many } som var inbjudna har inte svarat. Vi vet inte vad de tycker.
 }
notice-controller = Ansvarig för uppgifterna: { $controller }.
notice-purpose = Ändamål: { $purpose }
notice-basis = Rättslig grund: { $basis }.
basis-public_interest = uppgift av allmänt intresse
basis-consent = samtycke
basis-legal_obligation = rättslig förpliktelse
basis-public_authority = myndighetsutövning
notice-retention = Svaren sparas till och med { $date } (beslut { $decision }).
quote-doubtful = Läs extra noga: { $words }. Det kan peka ut någon.

# Vem som svarar
one-person = person
many-person = personer
one-group = grupp
many-group = grupper
one-triad = triad
many-triad = triader
one-organisation = organisation
many-organisation = organisationer
one-person-or-group = person eller grupp
many-person-or-group = personer eller grupper
heading-group = Vad säger grupperna?
heading-keep-group = Det här uppskattar grupperna
heading-change-group = Det här vill grupperna ändra
heading-organisation = Vad säger organisationerna?
heading-keep-organisation = Det här uppskattar organisationerna
heading-change-organisation = Det här vill organisationerna ändra
selfselected-others = De som har svarat har själva valt att vara med. Resultatet gäller dem, inte alla som kunde ha svarat.
method-named = Svaren är lämnade av { $many } med namn. I den här rapporten står inga namn.
method-either = Ett svar kan komma från en person eller från en grupp. Varje svar räknas en gång.

# Slingor, tabeller och fler frågesorter
heading-about = Det här gällde det
about = Det här gällde det: { $question } { $answer }
file-n = { $n ->
    [one] { $n } dokument har lämnats. Det visas inte här.
   *[other] { $n } dokument har lämnats. De visas inte här.
 }
photo-n = { $n ->
    [one] { $n } bild har lämnats. Den visas bara om den är godkänd.
   *[other] { $n } bilder har lämnats. Godkända bilder visas för sig.
 }
rank-first = { $tied ->
    [one] Flest satte { $labels } först ({ $share }).
   *[other] Lika många satte { $labels } först ({ $share } var).
 }
rank-top = Bland de { $top } första: oftast { $labels } ({ $count }).
allocate-most = Störst är { $labels }: hälften gav { $amount } eller mer ({ $n } svar).
allocate-spread = { $n } har fördelat. Inget alternativ fick något av mer än hälften.
number-units = { $n } har svarat. Olika mått läggs inte ihop.
number-unit = { $label }: minst hälften svarade { $median } eller mer ({ $n } svar).
indicator-own = Egen indikator
indicator-others = Andra indikatorer
table-side = Mer än hälften svarade { $labels }: { $rows }.
table-spread = Svaren är spridda: { $rows }.
table-row = Det gäller
table-answers = Svar
table-answers-many = { $title } – { $n } svar
table-first = Först
table-top = Bland de { $top } första
table-gave = Gav något
table-middle = Mittsvar
table-middle-unit = Mittsvar, { $unit }
rank-explained = Här räknas hur många som satte varje alternativ först. Vi räknar inget medelvärde av platser.
allocate-explained = Mittsvaret är den mittersta fördelningen. Den som inte gav något räknas som noll.
sampled = Alla fick inte samma frågor. Varje { $one } fick { $sample } av { $total } slumpvis valda delar: { $labels }. Antalet svar är därför olika för olika delar.
sampled-last = Alla fick frågorna om { $label }.
method-documents = { $n ->
    [one] { $n } dokument har skickats in. Dokument visas inte i rapporten.
   *[other] { $n } dokument har skickats in. Dokument visas inte i rapporten.
 }
