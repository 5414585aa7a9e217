# draft: machine translation, to be read by a human translator
notice-by-name = Vastaukset näytetään { $unit ->
    [organisation] organisaation
   *[other] ryhmän
} nimellä kaikille osallistujille.
