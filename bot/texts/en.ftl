# Texts that all channels share. {x} is filled by the program.

# Before the first question
notice-who = { $organisation } is asking. We use the answers for { $purpose }.
notice-voluntary = Answering is voluntary.
notice-no-names = Do not write names, or anything about anyone's health, religion or political views.
notice-minutes = It takes about { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
notice-public = What you send in may become an official document. Others may then ask to read it.
notice-retention = We keep the answers until { $date }.
notice-saved = Each answer is saved at once. You can delete your answers until the survey closes.
notice-quotes = We may quote what you write, but never with your name.
notice-confidential = The organiser does not see who answered what. We show results only when at least { $k } people have answered.
notice-basis = Legal basis: { $basis }. Decision: { $decision }.
notice-demo = Practice (ÖVNINGSDATA). Everything here is invented.
basis-public_interest = public interest
basis-consent = consent
basis-legal_obligation = legal obligation
basis-official_authority = official authority
influence = You can influence this: { $can } This is already decided: { $cannot } By { $date } we will tell you what happened. You will find it here: { $where }.

# While answering
begin = Begin
progress = Question { $i } of { $n }
skip = Skip
back = Back
next = Next
send = Done
change = Change
yes = Yes
no = No
read-on = Continue
hint-text = Do not write names or personal details.
hint-place = Write what the place is called, or share a position.
hint-photo = Send a picture.
not-answered = No answer
photo-sent = Picture sent
no-longer-applies = { $n ->
    [one] One earlier answer no longer applies. We keep it in case you change back.
   *[other] { $n } earlier answers no longer apply. We keep them in case you change back.
}

# When the answer does not fit the question
rejected-choose-one = Choose one of the answers below.
rejected-choose-some = Choose at least one answer, or skip the question.
rejected-too-many = You can choose at most { $max }. You have chosen { $n }.
rejected-too-few = Choose at least { $min }. You have chosen { $n }.
rejected-not-a-date = Write a day, for example 2027-02-05 or 5 February 2027.
rejected-too-early = Choose { $min } or a later day.
rejected-too-late = Choose { $max } or an earlier day.
rejected-not-a-time = Write a time, for example 14:30.
hint-date = Write a day, for example 2027-02-05.
hint-time = Write a time, for example 14:30.
rejected-exclusive = “{ $label }” cannot be combined with other answers.
rejected-unknown-option = That answer is not one of these. Choose one of the answers below.
rejected-too-long = The answer is { $n } characters long. It can be at most { $max }. Please shorten it.
rejected-empty = Write an answer, or skip the question.
rejected-not-a-number = Write a number with digits, for example 12 or 3.5.
rejected-too-small = The number must be at least { $min }.
rejected-too-big = The number must be at most { $max }.
rejected-decimals = { $max ->
    [0] Write a whole number, without decimals.
   *[other] Write the number with at most { $max } decimals.
}
rejected-year = Also write which year it is about, for example 58 (2021).
rejected-pattern = The answer does not look as it should. See the example in the question.
rejected-not-a-place = Share a position or write what the place is called.
rejected-outside-map = The position is outside the map. Try again or write what the place is called.
rejected-not-a-photo = Send a picture, or skip the question.
rejected-unreadable-photo = The picture could not be read. Try another one, preferably JPEG or PNG.
rejected-photo-too-big = The picture is too big. It can be at most { $max } MB.
rejected-name-first = Write who is answering, so that answers are not mixed up.
rejected-not-valid = { $text }
rejected-order = Write the numbers in the order you want, for example 2 1 3.
rejected-twice = Each answer can stand in one place only.
rejected-shares = Write { $n } whole numbers, one for each line. Together they should make { $total }.
rejected-sum = Together it makes { $n }. It should make { $total }.
rejected-not-a-file = Send a document of one of the kinds { $types }, or skip the question.
rejected-file-too-big = The document is too large. It may be at most { $max } MB.
rejected-unreadable-file = The document could not be read. It should be of one of the kinds { $types }.
rejected-unreadable = We cannot take that here. Answer the question, or skip it.
rejected-first-begin = Press Begin to see the first question.
rejected-finished = You have answered every question. Choose Change if you want to change something.

# Afterwards
thanks = Thank you! Your answers are saved.
receipt = Your receipt code is { $code }. With it you can delete your answers until { $date }. Keep it.
receipt-until-closed = Your receipt code is { $code }. With it you can delete your answers until the survey closes. Keep it.
your-answers = Your answers
erase = Delete my answers
erase-confirm = Do you want to delete all your answers in “{ $title }”? This cannot be undone.
erase-yes = Delete the answers
erase-no = Keep the answers
erase-kept = Your answers are still there.
erase-done = Done. Answers deleted: { $n }.
erase-none = We find no answers to delete. They may already be gone, or the survey has closed.
closed = It is no longer possible to answer.
too-late = The questions had just closed. What you sent now is not saved, but what you answered before is saved.
scheduled = It is not possible to answer yet. The survey opens { $date }.
unknown-code = There is no such code. Check the spelling and try again.
old-button = That button is old. Here is the question you are at.
language-changed = We now write in English.
try-again = Something went wrong on our side. Your saved answers are still there. Please try again in a moment.
