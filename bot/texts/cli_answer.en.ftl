# The answer back at the command line.
cli-answer-published = The answer back on { $code } is published, as version { $number }.
cli-answer-lacks = Not everything is written in { $languages }. Their readers get Swedish.
cli-answer-none = No answer back is published for { $code }. Begin like this: dalalab answer { $code } --begin
cli-answer-waiting = { $n ->
    [one] One person waits for the answer in Telegram.
   *[other] { $n } people wait for the answer in Telegram.
}
cli-answer-said = What you said
cli-answer-intro = Thank you, the { $answered } of you who answered.
cli-overdue = { $code }  { $days ->
    [one] one day late
   *[other] { $days } days late
}  { $title }
cli-overdue-none = No answer back is late.
cli-meta-which = Give either at least two codes or --series, not both.
