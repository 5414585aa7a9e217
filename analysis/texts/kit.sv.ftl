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
