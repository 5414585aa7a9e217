# Det som inte går att göra, var i programmet det än märks.
refused-still-open = { $code } är fortfarande öppen. Stäng den först: dalalab survey close { $code }
refused-no-theme = Rapporten om { $code } har inget tema att fråga om ännu.
refused-no-series = Ingen enkät hör till serien ”{ $series }”. Se alla: dalalab survey list
refused-few-surveys = En metaanalys behöver minst två enkäter: ge två koder, eller en serie med --series.
refused-purged = Svaren i { $code } är gallrade: det finns inget att följa.
refused-sandbox = { $code } går inte att svara på i Telegram: den måste vara öppen och ha kanalen telegram. Se dalalab survey show { $code }, eller lämna koden så används en övning.
refused-server-stopped = Servern som är igång stannade innan den svarade. Försök igen.
refused-port = Port { $port } på { $host } går inte att använda{ $why ->
    [taken] : den är upptagen
    [rights] : rättigheter saknas
   *[other] {""}
}. Stoppa det andra programmet, eller välj en annan port med --port eller web.port.
refused-key = Nyckeln { $file } går inte att läsa eller skapa i { $folder }/. Ge kontot rätt att skriva i mappen.
refused-no-time = { $option }: ”{ $written }” är ingen tid. Skriv som 2027-02-05T16:00.
refused-two-notices = Välj antingen --notice eller --demo-notice, inte båda.
refused-purge-reference = Gallring av { $code } stöder sig på ett beslut: --decision-ref "KS 2026/12". Inget togs bort.
refused-template = --template hör till --format pptx.
refused-copy-differs = Kopian stämmer inte med sig själv, och inget är ersatt: { $listing }
refused-telegram-no-token = Telegram behöver en nyckel: sätt DALALAB_TELEGRAM_TOKEN.
refused-telegram-token = Telegram godtar inte nyckeln. Kontrollera DALALAB_TELEGRAM_TOKEN.
refused-telegram-webhook = Telegram godtar inte webbkroken. web.public_url ska vara en https-adress som Telegram når, och DALALAB_TELEGRAM_WEBHOOK_SECRET får bara ha bokstäver, siffror, _ och -.
refused-telegram-shape = DALALAB_TELEGRAM_TOKEN ser inte ut som en nyckel (123456:ABC…).
refused-webhook-secret = telegram.mode är webhook: sätt DALALAB_TELEGRAM_WEBHOOK_SECRET.
refused-webhook-address = telegram.mode är webhook: sätt web.public_url, så att Telegram når hit.
refused-secret-in-file = { $name } får inte stå i inställningsfilen. Ta bort raden och sätt { $variable } i stället.
refused-no-setting = { $near ->
    [none] { $name } är ingen inställning. Alla står i config.toml.
   *[other] { $name } är ingen inställning. Menade du { $near }? Alla står i config.toml.
}
refused-toml = { $file } är inte giltig TOML, rad { $line }. Rätta raden och starta igen.
refused-setting = { $name }: värdet går inte att använda. Det ska vara { $kind ->
    [whole] ett helt tal, till exempel 8000
    [number] ett tal, till exempel 1.5
    [truth] true eller false
    [text] text inom citattecken
    [choice] något av { $limit }
    [above] mer än { $limit }
    [least] minst { $limit }
    [most] högst { $limit }
    [example] något i stil med { $limit }
   *[other] skrivet som i config.toml
}.
