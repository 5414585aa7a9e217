# Storskärmen i rummet. Det som alla sidor säger står i web.sv.ftl.
wall-title = Storskärm
wall-join = Var med och svara
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
wall-waiting = Svaren visas när minst { $k } har svarat.
wall-more = Svaren visas när minst { $k } har svarat på den här frågan.
wall-row-waiting = Väntar på fler svar
wall-theirs = från en deltagare
wall-hidden = Resultatet är dolt just nu.
wall-base = Svar från { $n }.
wall-top = Staplarna visar hur många som satte det bland de { $n } första.
wall-first = { $n } satte det först
wall-steps = Bilden ändras när minst { $k } till har svarat.
wall-cut = Svar som kom sist visas inte, om de är färre än { $k }: de kunde pekas ut.
wall-words-waiting = Orden visas när minst { $k } svar är godkända.
wall-words-steps = Orden ändras när minst { $k } svar till är godkända.
wall-only-count =
    { $n ->
        [one] har svarat på frågan
       *[other] har svarat på frågan
    }
wall-still = Svaren visas när pausen är slut.
wall-paused = Paus
wall-closed = Tack! Frågorna är stängda.
wall-lost = Ingen kontakt just nu. Siffrorna kan vara gamla.
wall-exercise = ÖVNINGSDATA
