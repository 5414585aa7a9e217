# dalalab themes och dalalab analyse
themes-head = { $n ->
    [one] { $n } svar ur { $file }.
   *[other] { $n } svar ur { $file }.
} { $empty } utan innehåll, { $other } i inget tema.
themes-line = { $answers } { $label }{ $stability ->
    [none] {""}
    [stable] {" "}(stabilt)
    [unsure] {" "}(osäkert)
   *[only] {" "}(bara ett förslag)
}
themes-words = Ord: { $words }
themes-quote = Rad { $row }: { $text }
themes-which = Välj en kodbok (--codebook) eller låt nya teman sökas (--discover).
themes-discover = --discover är ett antal teman från 1 till 200, eller auto.
themes-backend = Metoden { $wanted } finns inte. Välj { $known }.
themes-reading = Läser svaren
themes-language = Språket { $wanted } finns inte. Välj { $known }.
themes-refused = { $why }
analyse-column = { $name }: { $kind }, { $n } svar
column-empty = tom
column-personal = kan visa vem som svarar, används inte
column-time = tidpunkt
column-id = löpnummer eller annat från verktyget
column-number = tal
column-scale = skala
column-choice = ett val
column-multi = flera val
column-rank = rangordning
column-text = fritext
analyse-right = Stämmer det?
analyse-mend = Ange kolumnerna med fritext: --text-column RUBRIK. Rätta annars rubrikerna i filen.
analyse-skipped = Rader ovanför rubrikerna som inte har lästs: { $n }.
analyse-unread = Filen har flera blad. Det med flest ifyllda celler är läst. De här bladen är inte lästa: { $sheets }.
analyse-totals = Rader under svaren som räknar ihop dem och inte har lästs: { $n }.
analyse-personal = De här kolumnerna kan visa vem som har svarat och används inte: { $columns }. Ta bort dem ur filen.
analyse-doubles = Flera kolumner har samma rubrik: { $columns }.
analyse-blank = Rader utan ett enda svar: { $n }. De räknas inte som personer.
analyse-codebook = Kodboken { $codebook } valdes, eftersom den känner igen flest svar. Välj en annan med --codebook.
analyse-codebook-none = Ingen av kodböckerna känner igen hälften av svaren. Temana är därför bara förslag ur svaren själva. Välj en kodbok, eller skriv en egen, med --codebook.
analyse-no-texts = Ingen kolumn ser ut att vara fritext. Ange den med --text-column om det är fel.
analyse-shortened = Så många celler var längre än 5 000 tecken och lästes bara så långt: { $n }.
analyse-written = Rapporten ligger i { $folder }: { $files }.
