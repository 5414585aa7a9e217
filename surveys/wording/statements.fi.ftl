# draft: machine translation, to be read by a human translator
statements-own = Puuttuuko jotain? Kirjoita oma väite.
statements-own-help = Yksi asia yhdessä lauseessa, enintään { $max } merkkiä. Muut osallistujat voivat äänestää siitä. Älä kirjoita mitään, mikä osoittaa tiettyyn ihmiseen.
statements-go-on = Haluatko vastata useampiin väitteisiin?
statements-more = { $n ->
    [one] Vielä yksi väite. Haluatko vastata siihen?
   *[other] Vielä { $n } väitettä. Haluatko vastata useampiin?
 }
statements-answer-more = Kyllä, lisää väitteitä
statements-answer-enough = Ei, tämä riittää
statements-alike = Tarkoitatko tätä? Joku on jo kirjoittanut jotain samanlaista.
statements-yours = Kirjoitit: { $text }
statements-answer-that = Kyllä, vastaan siihen
statements-answer-mine = Ei, lähetä minun
statements-other = Toiselta osallistujalta
statements-own-label = Oma väitteesi
statements-order = Saat ensin ne väitteet, joihin on vastattu vähiten.
statements-all = Kaikki saavat samat väitteet, kukin omassa järjestyksessään.
statements-gone = Väite on poistettu.
statements-thanks = Kiitos, väitteesi on lähetetty.
statements-thanks-waits = Kiitos, väitteesi on lähetetty. Muut näkevät sen, kun järjestäjä on lukenut sen.
statements-another = Haluatko kirjoittaa vielä yhden?
statements-passed = Ohitit
statements-written = { $n ->
    [one] Yksi väite lähetetty
   *[other] { $n } väitettä lähetetty
 }
