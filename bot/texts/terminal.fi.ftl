# draft: machine translation, to be read by a human translator
# Suomi. Keskustelu päätteessä.
terminal-commands = Kirjoita vastauksen edessä oleva numero tai vastauksesi sanoin. /back, /skip, /change 2, /language sv, /pause, /continue KUITTIKOODI, /delete
terminal-choose-several = Useita vastauksia: kirjoita numerot, esimerkiksi 1 3.
terminal-current = Vastauksesi nyt: { $answer }
terminal-outside = Tai: { $options }
terminal-change-which = Kirjoita esimerkiksi /change 2, niin voit muuttaa vastausta kysymykseen 2.
terminal-unknown-command = Sellaista komentoa ei ole täällä. { $known }
terminal-erase-confirm = Kirjoita /delete yes, niin vastaukset poistetaan.
terminal-private = vain sinä näet vastauksen
terminal-table = Kirjoita nuolella merkityn rivin vastauksen numero, kaikki kerralla (rivejä { $n }: { $example }) tai tietty rivi: b: 2.
terminal-table-skip = Tyhjä rivi: ohita loput.
terminal-table-on = Tyhjä rivi: jatka eteenpäin.
terminal-rank = Kirjoita numerot järjestyksessä, tärkein ensin, esimerkiksi 2 1 3.
terminal-rank-most = Kirjoita numerot järjestyksessä, tärkein ensin, enintään { $max }, esimerkiksi 2 1.
terminal-shares = Jaettavana: { $total }. Kirjoita jokaista riviä kohti yksi luku, esimerkiksi { $example }.
terminal-own-words = Tai kirjoita omin sanoin.
terminal-unit = Yksikkö: { $unit }
terminal-file = Kirjoita asiakirjan ({ $types }) polku. Enimmäiskoko on { $max } Mt. Tyhjä rivi ohittaa.
terminal-photo = Kirjoita kuvan polku. Tyhjä rivi ohittaa.
terminal-no-file = Tiedostoa { $path } ei voi lukea. Tarkista polku.
terminal-open-line = Lisää omat sanasi kaksoispisteen jälkeen: { $number }: …
terminal-paused = Vastauksesi on tallennettu. Jatka myöhemmin kuittikoodilla: /continue { $code }
terminal-unknown-receipt = Täällä ei ole vastauksia, joilla on tämä kuittikoodi. Tarkista koodi ja yritä uudelleen.
terminal-already-answered = Olet jo vastannut täällä johonkin. Poista ensin ne vastaukset komennolla /delete.

# Paperilomakkeet, jotka näppäillään.
enter-form = Lomake { $number }. Kirjoita numero paperiin. /undo poistaa lomakkeen.
enter-next = Tyhjä rivi: seuraava lomake. /change 2 muuttaa, /undo poistaa lomakkeen, Ctrl+D lopettaa.
enter-undone = Lomake on poistettu. Näppäile se uudelleen tai ota seuraava.
