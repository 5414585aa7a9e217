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
