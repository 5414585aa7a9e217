# Bildspel, arbetsbok, sida och kort. Citattecken står bara runt det deltagare har skrivit, aldrig här.

lead-footnote = Teman räknas som { $many }. Citat är ordagranna och godkända av arrangören. Inget visas om färre än { $k } { $many }.
counted = Så är det räknat: { $label } nämns av { $people } { $people ->
    [one] { $one }
   *[other] { $many }
 } i { $answers } svar, av { $n }.
notes-quotes = Godkända citat:
notes-table = Siffrorna bakom:
notes-line = { $label }: { $told }
notes-held = { $label }: visas inte
alt-chart = Diagram: { $asked } { $finding } { $figures }
alt-table = Tabell: { $asked } { $finding }
chart-people = Antal { $many }
slide-n = { $asked } ({ $n } svar)
slide-more = Fler svar står i anteckningarna.
template-unreadable = Mallen går inte att läsa. Spara den som PowerPoint (.pptx eller .potx) och försök igen.
template-no-layout = Ingen layout i mallen har en rubrik med plats under. Lägg till en layout med bara en rubrik och försök igen.
heading-waiting = Det här visas inte än
