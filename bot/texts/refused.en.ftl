# What cannot be done, wherever in the program that is noticed.
refused-still-open = { $code } is still open. Close it first: dalalab survey close { $code }
refused-no-theme = The report on { $code } has no theme to ask about yet.
refused-no-series = No survey belongs to the series “{ $series }”. See all: dalalab survey list
refused-few-surveys = A meta-analysis needs at least two surveys: give two codes, or a series with --series.
refused-purged = { $code } has been disposed of: there is nothing to follow.
refused-sandbox = { $code } cannot be answered in Telegram: it must be open, with the channel telegram. See dalalab survey show { $code }, or leave the code out to try with a survey for practice.
refused-server-stopped = The running server stopped before it answered. Try again.
refused-port = Port { $port } on { $host } cannot be used{ $why ->
    [taken] : it is taken
    [rights] : permission denied
   *[other] {""}
}. Stop the other program, or choose another port with --port or web.port.
refused-key = The secret key { $file } cannot be read or made in { $folder }/. Give the folder write permission.
refused-no-time = { $option }: “{ $written }” is no time. Write it like 2027-02-05T16:00.
refused-two-notices = Give either --notice or --demo-notice, not both.
refused-purge-reference = Disposal of { $code } needs the decision it rests on: --decision-ref "KS 2026/12". Nothing was removed.
refused-template = --template is for --format pptx.
refused-copy-differs = The copy does not agree with itself, and nothing was replaced: { $listing }
refused-telegram-no-token = Telegram needs a token: set DALALAB_TELEGRAM_TOKEN.
refused-telegram-token = Telegram does not accept the token. Check DALALAB_TELEGRAM_TOKEN.
refused-telegram-webhook = Telegram refuses the webhook. web.public_url must be an https address it can reach, and DALALAB_TELEGRAM_WEBHOOK_SECRET may hold only letters, digits, _ and -.
refused-telegram-shape = DALALAB_TELEGRAM_TOKEN does not look like a token (123456:ABC…).
refused-webhook-secret = telegram.mode is webhook: set DALALAB_TELEGRAM_WEBHOOK_SECRET.
refused-webhook-address = telegram.mode is webhook: set web.public_url, so that Telegram can reach it.
refused-secret-in-file = { $name } may not stand in the configuration file. Remove it and set { $variable } instead.
refused-no-setting = { $near ->
    [none] { $name } is no setting. config.toml lists them all.
   *[other] { $name } is no setting. Did you mean { $near }? config.toml lists them all.
}
refused-toml = { $file } is not valid TOML, line { $line }. Mend the line and start again.
refused-setting = { $name }: the value cannot be used. It should be { $kind ->
    [whole] a whole number, such as 8000
    [number] a number, such as 1.5
    [truth] true or false
    [text] text in quotation marks
    [choice] one of { $limit }
    [above] more than { $limit }
    [least] at least { $limit }
    [most] at most { $limit }
    [example] something like { $limit }
   *[other] written as in config.toml
}.
