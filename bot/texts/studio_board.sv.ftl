# Tavlan i arrangörens sidor.
live-room-tavla = Tavla
board-about = Kryssa för de svar som alla får läsa. De står sedan i rapporten, under { $unit ->
    [organisation] organisationens
   *[other] gruppens
} namn. Det du inte kryssar för visas inte.
board-saved = Sparat. Rapporten visar det du har kryssat för.
board-empty = Tavlan visas när minst två { $unit ->
    [organisation] organisationer
   *[other] grupper
} har svarat.
board-gap = Inget svar
board-personal = Visas aldrig: svaret ser ut att nämna en person.
board-save = Spara
board-all = Visa allt
studio-did-boarding-decide = Bestämde vad tavlan visar
