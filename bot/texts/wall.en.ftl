# The room's screen. What all pages say is in web.en.ftl.
wall-title = Screen
wall-join = Join in and answer
wall-scan = Point your phone's camera at the square.
wall-go = Or go to
wall-write = and enter the code
wall-qr = QR code to { $address }
wall-of = of { $all } have answered
wall-answered =
    { $n ->
        [one] has answered
       *[other] have answered
    }
wall-place = Question { $n } of { $all }
wall-waiting = The answers appear when at least { $k } have answered.
wall-more = The answers appear when at least { $k } have answered this question.
wall-row-waiting = Waiting for more answers
wall-theirs = from a participant
wall-hidden = The result is hidden for now.
wall-base = Answers from { $n }.
wall-top = The bars show how many put it among the first { $n }.
wall-first = { $n } put it first
wall-steps = The picture changes when at least { $k } more have answered.
wall-cut = Answers that came last are not shown if they are fewer than { $k }: they could be singled out.
wall-words-waiting = The words appear when at least { $k } answers are approved.
wall-words-steps = The words change when at least { $k } more answers are approved.
wall-only-count =
    { $n ->
        [one] has answered the question
       *[other] have answered the question
    }
wall-still = The answers appear when the pause is over.
wall-paused = Paused
wall-closed = Thank you! The questions are closed.
wall-lost = No contact right now. The figures may be old.
wall-exercise = ÖVNINGSDATA (exercise)
