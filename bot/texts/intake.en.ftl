# dalalab themes and dalalab analyse
themes-head = { $n ->
    [one] { $n } answer from { $file }.
   *[other] { $n } answers from { $file }.
} { $empty } without content, { $other } in no theme.
themes-line = { $answers } { $label }{ $stability ->
    [none] {""}
    [stable] {" "}(stable)
    [unsure] {" "}(unsure)
   *[only] {" "}(only a suggestion)
}
themes-words = Words: { $words }
themes-quote = Row { $row }: { $text }
themes-which = Choose a codebook (--codebook), or have new themes looked for (--discover).
themes-discover = --discover is a number of themes from 1 to 200, or auto.
themes-backend = There is no backend { $wanted }. Choose { $known }.
themes-reading = Reading the answers
themes-language = There is no language { $wanted }. Choose { $known }.
themes-refused = { $why }
analyse-column = { $name }: { $kind }, { $n } answers
column-empty = empty
column-personal = may show who answers, not used
column-time = time
column-id = number or something else of the tool's
column-number = number
column-scale = scale
column-choice = one choice
column-multi = several choices
column-rank = a ranking
column-text = free text
analyse-right = Is that right?
analyse-mend = Name the columns of free text: --text-column HEADER. Otherwise mend the headers in the file.
analyse-skipped = Rows above the headers that were not read: { $n }.
analyse-unread = The file has several sheets. The one with most filled cells was read. These sheets were not: { $sheets }.
analyse-totals = Rows under the answers that add them up and were not read: { $n }.
analyse-personal = These columns may show who answered, and are not used: { $columns }. Remove them from the file.
analyse-doubles = Several columns have the same header: { $columns }.
analyse-blank = Rows without a single answer: { $n }. They are not counted as people.
analyse-codebook = The codebook { $codebook } was chosen, since it recognises most answers. Choose another with --codebook.
analyse-codebook-none = None of the codebooks recognises half of the answers. The themes are therefore only suggestions from the answers themselves. Choose a codebook, or write your own, with --codebook.
analyse-no-texts = No column looks like free text. Name it with --text-column if that is wrong.
analyse-shortened = So many cells were longer than 5,000 characters and were read no further: { $n }.
analyse-written = The report is in { $folder }: { $files }.
