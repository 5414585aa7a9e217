# The report's sentences. Quotation marks stand only around what participants wrote, never here.

share = { $count } of { $n }
share-percent = { $count } of { $n } ({ $percent }%)
share-percent-inside = { $count } of { $n }, { $percent }%
count-percent = { $count } ({ $percent }%)
list-and = { $first } and { $last }
list-or = { $first } or { $last }
consent-yes = Yes
consent-no = No

waiting = { $count ->
    [one] Waiting for { $count } more answer. Not shown: fewer than { $k } answers.
   *[other] Waiting for { $count } more answers. Not shown: fewer than { $k } answers.
 }
waiting-cell = Not shown: fewer than { $k } answers
scale-side = { $share } answered { $labels }.
scale-spread = The answers are spread. Most common: { $labels } ({ $share }).
scale-spread-tied = The answers are spread. Most common: { $labels } ({ $share } each).
scale-spread-even = The answers are spread: as many at every step ({ $share } each).
most = Most common: { $labels } ({ $share }).
most-tied = Equally common: { $labels } ({ $share } each).
most-then = Most common: { $labels } ({ $share }). Then: { $then } ({ $count }).
most-then-each = Most common: { $labels } ({ $share }). Then: { $then } ({ $count } each).
number-median = At least half of them answered { $median } or more ({ $n } answers).
text-n = { $n ->
    [one] { $n } { $one } has written something here.
   *[other] { $n } { $many } have written something here.
 }
other-n = { $n } have answered.
places = { $place } is mentioned by most ({ $share }).
places-none = { $n } have pointed out a place. No place has enough people to be shown by itself.
place-on-map = Point on the map
place-others = Other places
median = The middle answer is { $label }.
median-between = The middle answer lies between { $low } and { $high }.
worst-case = At least { $low } and at most { $high } of { $known }, depending on what those who did not answer think.

theme = { $label }: { $words } ({ $count })
theme-bare = { $label } ({ $count })
theme-count-answers = { $count } of { $n } answers
theme-count-people = { $count } of { $n } { $many }
quotes-waiting = { $count ->
    [one] Quotes waiting for approval ({ $count }).
   *[other] Quotes waiting for approval ({ $count }).
 }
quotes-none = No quotes are shown.
no-order = In no particular order
no-order-themes = The themes stand in no particular order.
few-voices = Single voices: { $labels }.
few-critical = Single critical voices: { $labels }.
no-critical = Nobody has written anything critical.
coverage = { $n } of { $total } answers belong to a theme.
empty-answers = { $n ->
    [one] { $n } answer has no content.
   *[other] { $n } answers have no content.
 }
unread = Nobody has read { $n ->
    [one] one answer
   *[other] { $n } answers
} ({ $names }): the codebook does not know the language, and translation is awaited.
translated = { $n ->
    [one] One answer has
   *[other] { $n } answers have
} been translated by a person. Themes are found in the translation, the quote is the original.
no-themes = No theme is mentioned by at least three { $many }.
no-themes-found = No themes are clearer than chance.

no-change = No reliable difference between the meetings.
no-change-in = { $every ->
    [all] No reliable difference between the meetings in any of the { $of } questions.
    [single] No reliable difference between the meetings.
   *[some] No reliable difference between the meetings in { $n } of { $of } questions.
 }
trend-scale = At { $n } of { $of } meetings more than half answered { $labels }.
trend-choice = Most common at { $n } of { $of } meetings: { $labels }.
trend-none = { $kind ->
    [scale] No side of the scale has more than half at more than one meeting.
   *[choice] No answer is the most common at more than one meeting.
 }
trend-spread = Answers are spread at { $n } of { $of } meetings.
small-change = With so few answers, a small change would not have been visible.
different-people = Partly different people answered at the meetings.
series-break = The question has changed. Answers before and after cannot be compared.
series-waits = At least two meetings need enough answers before they can be compared.
change-up = The answers are higher at { $later } than at { $earlier }.
change-down = The answers are lower at { $later } than at { $earlier }.
change-different = The answers at { $later } differ from those at { $earlier }.

# Headings
heading = What do the participants say?
heading-dialogue = What do those who answered say?
heading-keep = What the participants value
heading-keep-dialogue = What people want to see
heading-said = What the participants bring up
heading-said-dialogue = What people bring up
heading-said-group = What the groups bring up
heading-said-organisation = What the organisations bring up
heading-change = What the participants want to change
heading-change-dialogue = What people disagree or worry about
heading-critical = Critical voices
heading-questions = Question by question
heading-cloud = Words that several people used
heading-trend = Meeting by meeting
heading-method = How we have counted
heading-meetings = The meetings
heading-meeting-words = The organiser’s own words on each meeting
meeting-words-how = Each sentence is about its own meeting. The number after it was counted there.
heading-missing-people = Who are we not hearing?

answered-rate = { $answered } of { $known } answered ({ $percent }%)
answered-only = { $answered ->
    [one] { $answered } { $one } answered
   *[other] { $answered } { $many } answered
 }
answered-series = { $answered } responses from { $count } meetings
groups = { $invited } were invited, { $attended } attended
group-invited = { $invited } were invited. We do not know how many attended.
group-attended = { $attended } attended. We do not know how many were invited.
partial = { $n ->
    [one] { $n } of them answered some of the questions.
   *[other] { $n } of them answered some of the questions.
 }
rate-unknown = The link was open. The share who answered therefore cannot be calculated.
selfselected = Those who answered chose to take part themselves. The result applies to them, not to all residents.
small-n = Few answers. Look at the counts, not the percentages.
demo = PRACTICE DATA
demo-text = PRACTICE DATA. This is an exercise. The answers are invented.
all-waiting = { $count ->
    [one] The report is waiting for { $count } more answer. Nothing is shown until at least { $k } { $many } have answered.
   *[other] The report is waiting for { $count } more answers. Nothing is shown until at least { $k } { $many } have answered.
 }
dated-closed = The survey closed on { $date }.
dated-open = The survey is open. There may be more answers.
dated-opened = The survey opened on { $date } and is open. There may be more answers.
dated-series = The surveys opened between { $first } and { $last }.
dated-series-open = At least one is open. There may be more answers.

table-answer = Answer
table-people = Number
table-word = Word
table-people-who = How many
table-meeting = Meeting
table-answered = Answered
table-attended = Attended
table-invited = Invited
table-total = Answers to the question
missing-skipped = Skipped
missing-dont_know = Don't know
missing-no_answer = Prefer not to answer
missing-na = Does not apply to me
not-known = –
cloud-waiting = The word cloud is waiting for more answers. It is shown when at least { $least } answers have content and at least two { $many } have used the same word.
cloud-sentence = The largest words are those used by most { $many }: { $words }.
cloud-decoration = The cloud shows how common the words are, not what people think.
cloud-keep = what is valued
cloud-said = what is brought up
cloud-change = what should change
cloud-keep-dialogue = what people want to see
cloud-change-dialogue = what worries or divides
table-most = Mostly in
chart-description = Chart: { $title } The same figures are in the table.
trend-point = { $title } – { $n } answers
trend-break-mark = The question changed here

method-census = Everyone who attended could answer. We therefore show counts and no margins of error.
method-k = Nothing is shown when fewer than { $k } { $many } are behind a table. A theme needs at least three { $many }. Inside a table, a single answer may have few { $many } behind it.
method-themes = Themes count { $many }, not words. One { $one } can be in several themes. The answers were compared with the codebook { $codebook } (version { $version }, method lex). No language model was used.
method-suggested = The themes are suggestions from the answers themselves: no codebook has been used, and no language model.
method-quotes = Quotes are verbatim. The organiser has approved each of them. Answers with names, telephone numbers or addresses are not quoted.
method-trend = A difference between meetings is mentioned only if it holds for a permutation test with Holm's correction.
method-photos = { $n ->
    [one] { $n } picture was sent in. It is shown only if somebody has approved it and its sender has agreed.
   *[other] { $n } pictures were sent in. A picture is shown only when somebody has approved it and its sender has agreed.
 }
method-held = { $n ->
    [one] One part of the report is not shown, because too few { $many } are behind it.
   *[other] { $n } parts of the report are not shown, because too few { $many } are behind them.
 }
missing-unknown = We have not measured which groups are missing.
missing-measured = The background question shows who has answered. Compare with those concerned.
missing-silent = { $n ->
    [one] { $n } { $one } that attended has not answered. That voice is missing.
   *[other] { $n } { $many } that attended have not answered. We do not know what they think.
 }
missing-silent-invited = { $n ->
    [one] { $n } { $one } that was invited has not answered. That voice is missing.
   *[other] { $n } { $many } that were invited have not answered. We do not know what they think.
 }
notice-controller = Controller: { $controller }.
notice-purpose = Purpose: { $purpose }
notice-basis = Legal basis: { $basis }.
basis-public_interest = task in the public interest
basis-consent = consent
basis-legal_obligation = legal obligation
basis-public_authority = exercise of official authority
notice-retention = The answers are kept until { $date } (decision { $decision }).
quote-doubtful = Read with care: { $words }. It may point somebody out.

# Who answers
one-person = person
many-person = people
one-group = group
many-group = groups
one-triad = triad
many-triad = triads
one-organisation = organisation
many-organisation = organisations
one-person-or-group = person or group
many-person-or-group = people or groups
heading-group = What do the groups say?
heading-keep-group = What the groups value
heading-change-group = What the groups want to change
heading-organisation = What do the organisations say?
heading-keep-organisation = What the organisations value
heading-change-organisation = What the organisations want to change
selfselected-others = Those who answered chose to take part themselves. The result applies to them, not to all who could have answered.
method-named = The answers were given by { $many } with their names. There are no names in this report.
method-either = An answer can come from a person or from a group. Each answer counts once.

# Loops, tables and more kinds of questions
heading-about = What this was about
about = What this was about: { $question } { $answer }
file-n = { $n ->
    [one] { $n } document was handed in. It is not shown here.
   *[other] { $n } documents were handed in. They are not shown here.
 }
photo-n = { $n ->
    [one] { $n } picture was handed in. It is shown only if it is approved.
   *[other] { $n } pictures were handed in. Approved ones are shown by themselves.
 }
rank-first = { $tied ->
    [one] Most put { $labels } first ({ $share }).
   *[other] Equally many put { $labels } first ({ $share } each).
 }
rank-top = Among the first { $top }: most often { $labels } ({ $count }).
allocate-most = The largest: { $labels }. Half of them gave { $amount } or more ({ $n } answers).
allocate-spread = { $n } have shared it out. No option was given anything by more than half.
number-units = { $n } have answered. Different measures are not put together.
number-unit = { $label }: at least half of them answered { $median } or more ({ $n } answers).
indicator-own = An indicator of their own
indicator-others = Other indicators
table-side = More than half answered { $labels }: { $rows }.
table-spread = The answers are spread: { $rows }.
table-row = About
table-answers = Answers
table-answers-many = { $title } – { $n } answers
table-first = First
table-top = Among the first { $top }
table-gave = Gave something
table-middle = Middle answer
table-middle-unit = Middle answer, { $unit }
rank-explained = This counts how many put each option first. We work out no average of places.
allocate-explained = The middle answer is the middlemost share. Giving nothing counts as nought.
sampled = Not everybody got the same questions. Each { $one } got { $sample } of { $total } parts, drawn at random: { $labels }. The number of answers therefore differs between the parts.
sampled-last = Everybody got the questions on { $label }.
method-documents = { $n ->
    [one] { $n } document was sent in. Documents are not shown in the report.
   *[other] { $n } documents were sent in. Documents are not shown in the report.
 }
