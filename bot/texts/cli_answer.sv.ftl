# Svaret tillbaka på kommandoraden.
cli-answer-published = Svaret på { $code } är publicerat, som version { $number }.
cli-answer-lacks = Allt är inte skrivet på { $languages }. De som läser på de språken får svenska.
cli-answer-none = Inget svar är publicerat för { $code }. Börja så här: dalalab answer { $code } --begin
cli-answer-waiting = { $n ->
    [one] En person väntar på svaret i Telegram.
   *[other] { $n } personer väntar på svaret i Telegram.
}
cli-answer-said = Det ni sa
cli-answer-intro = Tack till er { $answered } som svarade.
cli-overdue = { $code }  { $days ->
    [one] en dag försenat
   *[other] { $days } dagar försenat
}  { $title }
cli-overdue-none = Inget svar tillbaka är försenat.
cli-meta-which = Ange antingen minst två koder eller --series, inte båda.
