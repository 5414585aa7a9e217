statements-own = Is something missing? Write a statement of your own.
statements-own-help = One thing in one sentence, at most { $max } characters. Other participants can vote on it. Write nothing that points out a person.
statements-go-on = Do you want to answer more statements?
statements-more = { $n ->
    [one] There is one more statement. Do you want to answer it?
   *[other] There are { $n } more statements. Do you want to answer more?
 }
statements-answer-more = Yes, more statements
statements-answer-enough = No, that is enough
statements-alike = Do you mean this? Somebody has already written something similar.
statements-yours = You wrote: { $text }
statements-answer-that = Yes, I will answer that one
statements-answer-mine = No, send mine
statements-other = From another participant
statements-own-label = Your own statement
statements-order = You first get the statements that have had the fewest answers.
statements-all = Everybody gets the same statements, each in their own order.
statements-gone = The statement has been removed.
statements-thanks = Thank you, your statement has been sent.
statements-thanks-waits = Thank you, your statement has been sent. Others see it once the organiser has read it.
statements-another = Do you want to write one more?
statements-passed = You passed
statements-written = { $n ->
    [one] One statement sent
   *[other] { $n } statements sent
 }
