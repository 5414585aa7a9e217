# draft: machine translation, to be read by a human translator
wall-title = Näyttö
wall-join = Tule mukaan vastaamaan
wall-scan = Suuntaa puhelimen kamera ruutuun.
wall-go = Tai mene osoitteeseen
wall-write = ja kirjoita koodi
wall-qr = QR-koodi osoitteeseen { $address }
wall-of = / { $all } on vastannut
wall-answered =
    { $n ->
        [one] on vastannut
       *[other] on vastannut
    }
wall-place = Kysymys { $n } / { $all }
wall-waiting = Vastaukset näytetään, kun vähintään { $k } on vastannut.
wall-more = Vastaukset näytetään, kun vähintään { $k } on vastannut tähän kysymykseen.
wall-row-waiting = Odotetaan lisää vastauksia
wall-theirs = osallistujalta
wall-hidden = Tulos on nyt piilossa.
wall-base = Vastauksia: { $n }.
wall-top = Palkit näyttävät, kuinka moni asetti sen { $n } ensimmäisen joukkoon.
wall-first = { $n } asetti sen ensimmäiseksi
wall-steps = Kuva muuttuu, kun vähintään { $k } muuta on vastannut.
wall-cut = Viimeksi tulleita vastauksia ei näytetä, jos niitä on alle { $k }: vastaajat voitaisiin tunnistaa.
wall-words-waiting = Sanat näytetään, kun vähintään { $k } vastausta on hyväksytty.
wall-words-steps = Sanat muuttuvat, kun vähintään { $k } uutta vastausta on hyväksytty.
wall-only-count =
    { $n ->
        [one] on vastannut kysymykseen
       *[other] on vastannut kysymykseen
    }
wall-still = Vastaukset näytetään, kun tauko on ohi.
wall-paused = Tauko
wall-closed = Kiitos! Kysely on suljettu.
wall-lost = Ei yhteyttä juuri nyt. Luvut voivat olla vanhoja.
wall-exercise = ÖVNINGSDATA (harjoitus)
