# draft: machine translation, to be read by a human translator
answer-title = Sinä sanoit – me teimme
answer-said = Sinä sanoit
answer-status-done = Valmis
answer-status-underway = Käynnissä
answer-status-declined = Emme tee
answer-did-done = Me teimme
answer-did-underway = Me teemme
answer-did-declined = Emme tee sitä, koska
answer-contact = Kysyttävää?
answer-count = { $n ->
    [one] Yksi henkilö vastasi.
   *[other] { $n } henkilöä vastasi.
 }
answer-waits-title = Mitä vastauksista seurasi?
answer-promised = Palaute tulee viimeistään { $date }: { $where }.
answer-late = Palautteen piti tulla viimeistään { $date }: { $where }. Se on myöhässä.
answer-here = Palaute näytetään tässä osoitteessa, ja QR-koodi johtaa tänne.
answer-published = Julkaistu { $date }
answer-changed = Muutettu { $date }
answer-earlier = Aiempi palaute, { $date }
answer-purged = Vastaukset on poistettu päätöksellä. Lukumäärä on jäljellä.
answer-over = Palaute näytettiin { $date } asti. Kysy sitä: { $organisation }.
answer-keep = Haluatko nähdä, mitä tästä seuraa? Palaute tulee viimeistään { $date } samaan osoitteeseen: { $address }. QR-koodi on myös sama.
answer-follow = Kerro, kun palaute tulee
answer-following = Saat viestin tähän, kun palaute on tullut. Toiveesi säilytetään erillään vastauksistasi. Jos muutat mielesi: paina painiketta tai kirjoita /stop.
answer-unfollow = Älä kerro minulle
answer-unfollowed = Et saa viestiä, kun palaute tulee. Olemme poistaneet toiveesi.
answer-waiting-for = Olet myös pyytänyt viestiä, kun palaute tulee. Kirjoita /stop, jos et halua sitä.
answer-once = Tämä on ainoa viesti. Olemme poistaneet toiveesi ja tämän keskustelun osoitteen.
answer-link = Palaute ja myöhemmät muutokset: { $link }
answer-organiser-overdue = Palautteen kyselyyn ”{ $title }” piti tulla viimeistään { $date }. Kirjoita se täällä: { $link } Tämä on ainoa muistutus.
