# draft: machine translation, to be read by a human translator
wall-title = Shaashadda
wall-join = Ka qayb gal oo jawaab
wall-scan = Kaamirada taleefanka ku aadi afargeeska.
wall-go = Ama aad
wall-write = oo qor koodka
wall-qr = Koodka QR ee { $address }
wall-of = oo ka mid ah { $all } ayaa jawaabay
wall-answered =
    { $n ->
        [one] ayaa jawaabay
       *[other] ayaa jawaabay
    }
wall-place = Su'aasha { $n } ee { $all }
wall-waiting = Jawaabuhu waxay soo baxaan marka ugu yaraan { $k } qof jawaabaan.
wall-more = Jawaabuhu waxay soo baxaan marka ugu yaraan { $k } qof su'aashan ka jawaabaan.
wall-row-waiting = Waxaa la sugayaa jawaabo kale
wall-theirs = ka qaybgale
wall-hidden = Natiijadu hadda way qarsoon tahay.
wall-base = Jawaabaha: { $n }.
wall-top = Tiirarku waxay muujinayaan inta geliyey { $n }-ka hore.
wall-first = { $n } ayaa kaalinta koowaad geliyey
wall-steps = Sawirku wuu isbeddelaa marka ugu yaraan { $k } kale jawaabaan.
wall-cut = Jawaabaha ugu dambeeyay lama muujiyo haddii ay ka yar yihiin { $k }, waana la aqoonsan karaa dadka.
wall-words-waiting = Erayadu waxay soo baxaan marka ugu yaraan { $k } jawaabood la oggolaado.
wall-words-steps = Erayadu way isbeddelaan marka ugu yaraan { $k } jawaabood oo kale la oggolaado.
wall-only-count =
    { $n ->
        [one] ayaa su'aasha ka jawaabay
       *[other] ayaa su'aasha ka jawaabay
    }
wall-still = Jawaabuhu waxay soo baxaan marka hakintu dhammaato.
wall-paused = Hakin
wall-closed = Mahadsanid! Su'aaluhu way xiran yihiin.
wall-lost = Xiriir ma jiro hadda. Tirooyinku way duugoobi karaan.
wall-exercise = ÖVNINGSDATA (tababar)
