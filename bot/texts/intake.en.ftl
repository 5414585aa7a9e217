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
