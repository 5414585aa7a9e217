# Platser: karta, lista, motsatta önskemål, fyra linser, bilder.
place-cell = Ruta { $number } ({ $lat } N, { $lon } O)
place-cell-at = Ruta { $number }, vid { $place }
place-cell-from = Ruta { $number }, { $distance } { $wind } om { $place }
place-degrees = { $value }
place-point = ,
place-metres = { $n } meter
place-kilometres = { $n } kilometer
place-wind-n = norr
place-wind-ne = nordost
place-wind-e = öster
place-wind-se = sydost
place-wind-s = söder
place-wind-sw = sydväst
place-wind-w = väster
place-wind-nw = nordväst
place-most = Flest märken: { $place } ({ $share }).
place-most-hot = Flest märken: { $place } ({ $share }). Det är tydligt fler än slumpen ger.
place-share-open = minst { $count } av { $n }
place-hot = { $count ->
    [one] En plats samlar tydligt fler märken än slumpen ger: { $places }.
   *[other] { $count } platser samlar tydligt fler märken än slumpen ger, bland dem { $places }.
 }
place-named = Flest valde { $place } ({ $n }).
place-words = Platserna går inte att visa på en karta. De står i ord.
place-hexagons = Kartan visar rutor med sex hörn, { $wide } breda. Varje ruta har minst { $k } { $many }.
place-areas = Märkena ligger för glest för rutor. De räknas till närmaste namngivna plats, högst { $reach } bort. Varje plats har minst { $k } { $many }.
place-sparse = Märkena ligger för glest för en karta. För varje plats behövs minst { $k } { $many }.
place-few = Färre än { $k } { $many } har satt ett märke på kartan. Därför visas inga märken.
place-outside = { $n } märken ligger utanför Sverige. De är inte med på kartan.
place-hot-how = Tydligt fler betyder: mer än dubbelt så många som om märkena låg jämnt över de rutor som har något märke. Det kan bero på att många rör sig just där.
place-hot-none = Ingen ruta har så många märken att slumpen är utesluten.
place-conflicts-later = Motsatta önskemål på samma plats räknas när frågorna har stängt.
place-conflict = { $place }: { $keep } vill bevara, { $develop } vill ändra.
place-conflict-words = { $place }: både bevara och ändra finns bland svaren. Siffror visas inte, för de skulle peka ut några få.
heading-places = Platserna
heading-conflicts = Samma plats, motsatta önskemål
place-no-conflicts = Ingen plats har motsatta önskemål från tillräckligt många.
place-table = Plats
place-table-marks = Märken
place-table-keep = Bevara
place-table-develop = Ändra
place-map-about = Kartan och listan under den säger samma sak.
place-legend = Antal märken i rutan
place-north = N
sheet-places = Platser
sheet-board = Linser
place-number = nr { $n }
place-by-name = { $place } (valt vid namn)
place-elsewhere = Andra ställen på kartan
place-legend-hot = tydligt fler än slumpen
place-legend-split = motsatta önskemål
place-conflict-how = Här räknas svaren på frågan om vad som ska hända med platsen. Siffror visas bara när minst { $k } står på varje sida.
heading-board = Platsen genom fyra linser
lens-lens = Lins
lens-lens-about = Vad platsen visar
lens-method = Metod
lens-method-about = Vad platsen kan samla
lens-material = Material
lens-material-about = Vad som går att prova
lens-power = Makt
lens-power-about = Vem vinner, vem begränsas, vem hörs inte
lens-counted = { $label }: { $n }
lens-counted-inside = { $label } ({ $n })
lens-themes = Teman: { $listed }
lens-words = Ord: { $listed }
lens-answers = { $n } svar
lens-how = Antal { $many } står inom parentes. Teman har minst tre { $many }, ord minst två. Citaten är godkända.
heading-photos = Bilder av platsen
photos-how = Deltagarnas egna bilder. Någon har tittat på var och en och godkänt den.
photo-alt = Bild { $number } av { $count } från deltagarna
place-none = Enkäten frågar inte efter någon plats.
place-conflict-unsaid = Åsikterna går isär vid: { $places }{ $more ->
    [0] .
   *[other] {" "}och { $more } till.
 } Siffror visas inte där, för de skulle peka ut några få.
place-shown = { $rest ->
    [0] I dem ligger alla { $pins } märken.
   *[other] I dem ligger { $shown } av { $pins } märken. De andra { $rest } ligger på ställen som inte visas.
 }
place-steps = Minst fyra av fem märken ligger där. Medan svaren kommer in räknas varje plats i steg om { $k }, så att ingen kan räkna ut vem som satte ett märke. När frågorna har stängt visas hela talen.
place-at-least = minst { $n }
places-on-map = { $n } har pekat ut en plats, { $marks } av dem på kartan.
