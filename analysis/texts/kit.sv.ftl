# Bildspel, arbetsbok, sida och kort. Citattecken står bara runt det deltagare har skrivit, aldrig här.

lead-footnote = Teman räknas som { $many }. Citat är ordagranna och godkända av arrangören. Inget visas om färre än { $k } { $many }.
counted = Så är det räknat: { $label } nämns av { $people } { $people ->
    [one] { $one }
   *[other] { $many }
 } i { $answers } svar, av { $n }.
notes-quotes = Godkända citat:
notes-table = Siffrorna bakom:
alt-chart = Diagram: { $asked } { $finding } { $figures }
alt-table = Tabell: { $asked } { $finding }
chart-people = Antal { $many }
slide-n = { $asked } ({ $n } svar)
slide-more = Fler svar står i anteckningarna.
template-unreadable = Mallen går inte att läsa. Spara den som PowerPoint (.pptx eller .potx) och försök igen.
template-no-layout = Ingen layout i mallen har en rubrik med plats under. Lägg till en layout med bara en rubrik och försök igen.
heading-waiting = Det här visas inte än
heading-notes = Att tänka på
heading-notice = Uppgifter om enkäten
data-rows = En rad i data är ett svar på en fråga och hur många som gav det. Raderna kan inte kopplas till varandra, och ingen rad är en { $one }. Därför går det inte att göra egna korstabeller: grupperna i dem skulle kunna bli för små.
counts-chose = Antal { $many } som valde svaret
counts-first = Antal { $many } som satte svaret först; top: bland de första
counts-gave = Antal { $many } som gav svaret något; median: mittsvaret
counts-answered = Antal { $many } som svarade
counts-missing = Antal { $many } som inte svarade i sak
sheet-read = Läs först
sheet-answers = Svar
sheet-themes = Teman
sheet-data = Data
sheet-codebook = Kodbok
sheet-words = Ord
sheet-trend = Träff för träff
sheet-meetings = Träffar
sheet-suppressed = Visas inte
table-share = Andel
spss-missing = För .sav behövs ett tillägg. Installera det så här: pip install pyreadstat
sav-weight = Antal { $many } som gav svaret. Använd som vikt.
sav-multi = Valde det
sav-rank = Satte det först
sav-allocate = Gav det något
sav-not = Nej
heading-decisions = Det här beslutar vi
spoken-meeting = träff { $number }:
heat-asked = Mittsvar: { $name }
heat-finding = Mittsvaret ligger under mitten i { $below } av { $shown } rutor och över i { $above }. Svaren går isär i { $split }.
heat-split = Svaren går isär
heat-empty = Visas inte
heat-note = Varje ruta är mittsvaret på en fråga, med antalet svar under. Rutorna läggs inte ihop: perspektiven går inte att väga mot varandra med en summa.
heat-cell = { $median } ({ $n } svar)
heat-cell-split = { $median } ({ $n } svar, går isär)
gap-wanted = Tycker att det är viktigast
gap-reached = Har kommit långt
gap-finding = Störst skillnad: { $label }. Viktigast för { $wanted } av { $n }, och { $reached } av { $m } har kommit långt.
gap-note = Har kommit långt: svar över skalans mitt.
profile-asked = Mittsvar för varje tema
profile-finding = Högst mittsvar: { $best }. Lägst: { $worst }.
profile-even = Alla teman har samma mittsvar.
several = { $count } teman
doughnut-asked = Munken: det människor behöver innerst, det planeten tål ytterst
way-asked = Vägen till 2030
way-now = Nu
way-beside = Att jämföra med
way-wanted = Mål 2030
way-finding = { $label }: { $now } nu, målet är { $wanted }.
way-finding-beside = { $label }: { $now } nu mot { $beside } att jämföra med ({ $gap } %). Målet är { $wanted }.
response-rates = Svarsfrekvens enligt AAPOR: RR1 är { $complete } av { $known } ({ $first } %), de som kom till sista frågan. RR2 är { $answered } av { $known } ({ $second } %), även de som svarade på en del.
letter-title = Du sa – vi gjorde
letter-thanks = Tack! { $answered ->
    [one] { $answered } { $one } svarade.
   *[other] { $answered } { $many } svarade.
 }
letter-said = Ni sa:
letter-done = Vi gjorde:
letter-ask = Har du frågor om svaren? Vänd dig till den som är ansvarig.
letter-feedback = Vi berättar senast { $date } vad det har lett till: { $where }.
indicators-asked = Siffror att jämföra med
indicators-finding = De här siffrorna kommer från andra källor än enkäten.
indicators-name = Indikator
indicators-value = Värde
indicators-country = Riket
indicators-year = År
indicators-source = Källa
indicators-columns = Filen med indikatorer saknar: { $columns }. Skriv kolumnernas namn i första raden.
indicators-row = Rad { $row } i filen med indikatorer saknar: { $columns }. Fyll i och försök igen.
indicators-large = Filen med indikatorer är för stor. Ta med högst { $most } rader.
sheet-indicators = Indikatorer
