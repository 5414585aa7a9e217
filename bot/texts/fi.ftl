# draft: machine translation, to be read by a human translator
# Suomi. Samat tekstit kuin tiedostossa sv.ftl.

# Ennen ensimmäistä kysymystä
notice-who = { $organisation } kysyy. Vastausten käyttötarkoitus: { $purpose }.
notice-voluntary = Vastaaminen on vapaaehtoista.
notice-no-names = Älä kirjoita nimiä äläkä mitään kenenkään terveydestä, uskonnosta tai poliittisista mielipiteistä.
notice-minutes = Vastaaminen kestää noin { $minutes ->
    [one] minuutin
   *[other] { $minutes } minuuttia
}.
notice-public = Lähettämästäsi vastauksesta voi tulla yleinen asiakirja (allmän handling). Silloin muut voivat pyytää saada lukea sen.
notice-retention = Vastausten viimeinen säilytyspäivä on { $date }.
notice-saved = Jokainen vastaus tallennetaan heti. Voit poistaa vastauksesi siihen asti, kun kysely sulkeutuu.
notice-quotes = Voimme lainata kirjoittamaasi tekstiä, mutta emme koskaan nimelläsi.
notice-confidential = Järjestäjä ei näe, kuka on vastannut mitäkin. Näytämme tuloksia vasta, kun vähintään { $k } henkilöä on vastannut.
notice-basis = Oikeusperuste: { $basis }. Päätös: { $decision }.
notice-demo = ÖVNINGSDATA (harjoitus). Kaikki täällä on keksittyä.
basis-public_interest = yleinen etu
basis-consent = suostumus
basis-legal_obligation = lakisääteinen velvoite
basis-official_authority = julkisen vallan käyttö
influence = Tähän voit vaikuttaa: { $can } Tämä on jo päätetty: { $cannot } Kerromme viimeistään { $date }, miten kävi. Vastaus löytyy täältä: { $where }.

# Vastatessa
begin = Aloita
progress = Kysymys { $i } / { $n }
skip = Ohita
back = Takaisin
next = Seuraava
send = Valmis
change = Muuta
yes = Kyllä
no = Ei
read-on = Jatka
hint-text = Älä kirjoita nimiä tai henkilötietoja.
hint-place = Kirjoita paikan nimi tai jaa sijainti.
hint-photo = Lähetä kuva.
not-answered = Ei vastausta
photo-sent = Kuva lähetetty
no-longer-applies = { $n ->
    [one] Yksi aiempi vastaus ei ole enää voimassa. Säilytämme sen siltä varalta, että palautat muutoksen.
   *[other] { $n } aiempaa vastausta ei ole enää voimassa. Säilytämme ne siltä varalta, että palautat muutoksen.
}

# Kun vastaus ei sovi kysymykseen
rejected-choose-one = Valitse yksi alla olevista vastauksista.
rejected-choose-some = Valitse ainakin yksi vastaus tai ohita kysymys.
rejected-too-many = Voit valita enintään { $max }. Olet valinnut { $n }.
rejected-too-few = Valitse vähintään { $min }. Olet valinnut { $n }.
rejected-not-a-date = Kirjoita päivä, esimerkiksi 2027-02-05 tai 5.2.2027.
rejected-too-early = Valitse { $min } tai myöhempi päivä.
rejected-too-late = Valitse { $max } tai aiempi päivä.
rejected-not-a-time = Kirjoita kellonaika, esimerkiksi 14:30.
hint-date = Kirjoita päivä, esimerkiksi 2027-02-05.
hint-time = Kirjoita kellonaika, esimerkiksi 14:30.
rejected-exclusive = Vastausta ”{ $label }” ei voi yhdistää muihin vastauksiin.
rejected-unknown-option = Sitä vastausta ei ole täällä. Valitse yksi alla olevista vastauksista.
rejected-too-long = Vastauksessa on { $n } merkkiä. Siinä saa olla enintään { $max }. Lyhennä sitä vähän.
rejected-empty = Kirjoita vastaus tai ohita kysymys.
rejected-not-a-number = Kirjoita luku numeroin, esimerkiksi 12 tai 3,5.
rejected-too-small = Luvun täytyy olla vähintään { $min }.
rejected-too-big = Luku saa olla enintään { $max }.
rejected-decimals = { $max ->
    [0] Kirjoita kokonaisluku ilman desimaaleja.
   *[other] Desimaalien enimmäismäärä luvussa on { $max }.
}
rejected-year = Kirjoita myös, mitä vuotta luku koskee, esimerkiksi 58 (2021).
rejected-pattern = Vastaus ei ole oikean muotoinen. Katso kysymyksen esimerkkiä.
rejected-not-a-place = Jaa sijainti tai kirjoita paikan nimi.
rejected-outside-map = Sijainti on kartan ulkopuolella. Yritä uudelleen tai kirjoita paikan nimi.
rejected-not-a-photo = Lähetä kuva tai ohita kysymys.
rejected-unreadable-photo = Kuvaa ei voitu lukea. Kokeile toista kuvaa, mieluiten JPEG tai PNG.
rejected-photo-too-big = Kuva on liian suuri. Sen enimmäiskoko on { $max } Mt.
rejected-name-first = Kirjoita, kuka vastaa, jotta vastaukset eivät sekoitu keskenään.
rejected-not-valid = { $text }
rejected-order = Kirjoita numerot haluamassasi järjestyksessä, esimerkiksi 2 1 3.
rejected-twice = Kukin vastaus voi olla vain yhdellä sijalla.
rejected-shares = Kirjoita yksi kokonaisluku jokaista riviä kohti. Lukuja täytyy olla { $n } ja niiden summan { $total }.
rejected-sum = Yhteensä tulee { $n }. Summan täytyy olla { $total }.
rejected-not-a-file = Lähetä asiakirja jossakin näistä muodoista: { $types }. Voit myös ohittaa kysymyksen.
rejected-file-too-big = Asiakirja on liian suuri. Sen enimmäiskoko on { $max } Mt.
rejected-unreadable-file = Asiakirjaa ei voitu lukea. Sen täytyy olla jossakin näistä muodoista: { $types }.
rejected-unreadable = Emme voi ottaa sitä vastaan tässä. Vastaa kysymykseen tai ohita se.
rejected-first-begin = Paina Aloita, niin näet ensimmäisen kysymyksen.
rejected-finished = Olet vastannut kaikkiin kysymyksiin. Valitse Muuta, jos haluat muuttaa jotakin.

# Jälkeenpäin
thanks = Kiitos! Vastauksesi on tallennettu.
receipt = Kuittikoodisi on { $code }. Koodilla voit poistaa vastauksesi. Viimeinen päivä on { $date }. Säilytä koodi.
receipt-until-closed = Kuittikoodisi on { $code }. Koodilla voit poistaa vastauksesi siihen asti, kun kysely sulkeutuu. Säilytä koodi.
your-answers = Vastauksesi
erase = Poista vastaukseni
erase-confirm = Haluatko poistaa kaikki vastauksesi kyselystä ”{ $title }”? Poistoa ei voi perua.
erase-yes = Poista vastaukset
erase-no = Säilytä vastaukset
erase-kept = Vastauksesi ovat tallessa.
erase-done = Valmis. Poistettuja vastauksia: { $n }.
erase-none = Emme löydä poistettavia vastauksia. Ne on ehkä jo poistettu, tai kysely on sulkeutunut.
closed = Kyselyyn ei voi enää vastata.
too-late = Kysymykset ehtivät sulkeutua. Nyt lähettämääsi ei ole tallennettu, mutta aiemmat vastauksesi on tallennettu.
scheduled = Kyselyyn ei voi vielä vastata. Se avautuu { $date }.
unknown-code = Sellaista koodia ei ole. Tarkista kirjoitusasu ja yritä uudelleen.
old-button = Painike on vanha. Tässä on kysymys, jossa olet nyt.
language-changed = Nyt kirjoitamme suomeksi.
try-again = Meillä tapahtui virhe. Tallennetut vastauksesi ovat tallessa. Yritä hetken kuluttua uudelleen.
