# Storskärmen i rummet, på lätt svenska.
wall-title = Storskärm
wall-join = Svara du också
wall-scan = Rikta mobilens kamera mot rutan.
wall-go = Eller gå till
wall-write = och skriv koden
wall-qr = QR-kod till { $address }
wall-of = av { $all } har svarat
wall-answered =
    { $n ->
        [one] har svarat
       *[other] har svarat
    }
wall-place = Fråga { $n } av { $all }
wall-waiting = Svaren visas när { $k } eller fler har svarat.
wall-more = Svaren visas när { $k } eller fler har svarat på frågan.
wall-row-waiting = Väntar på fler svar
wall-theirs = från en deltagare
wall-hidden = Resultatet är dolt nu.
wall-base = Svar från { $n }.
wall-top = Så många satte det bland de { $n } första.
wall-first = { $n } satte det först
wall-steps = Bilden ändras när { $k } till har svarat.
wall-cut = Svar som kom sist visas inte, om de är färre än { $k }.
wall-words-waiting = Orden visas när { $k } svar är godkända.
wall-words-steps = Orden ändras när { $k } svar till är godkända.
wall-only-count =
    { $n ->
        [one] har svarat på frågan
       *[other] har svarat på frågan
    }
wall-still = Svaren visas när pausen är slut.
wall-paused = Paus
wall-closed = Tack! Frågorna är stängda.
wall-lost = Ingen kontakt nu. Siffrorna kan vara gamla.
wall-exercise = ÖVNINGSDATA
