# Slides, workbook, page and cards. Quotation marks stand only around what participants wrote, never here.

lead-footnote = Themes count { $many }. Quotes are verbatim and approved by the organiser. Nothing is shown on fewer than { $k } { $many }.
counted = How it was counted: { $label } is mentioned by { $people } { $people ->
    [one] { $one }
   *[other] { $many }
 } in { $answers } answers, of { $n }.
notes-quotes = Approved quotes:
notes-table = The figures behind it:
alt-chart = Chart: { $asked } { $finding } { $figures }
alt-table = Table: { $asked } { $finding }
chart-people = Number of { $many }
slide-n = { $asked } ({ $n } answers)
slide-more = More answers stand in the notes.
template-unreadable = The template cannot be read. Save it as PowerPoint (.pptx or .potx) and try again.
template-no-layout = No layout in the template has a title with room under it. Add a layout with a title only and try again.
heading-waiting = Not shown yet
heading-notes = Keep in mind
heading-notice = About this survey
data-rows = A row of the data is one answer to one question and how many gave it. Rows cannot be tied together, and no row is a { $one }. That is why you cannot make cross tables of your own: their groups could become too small.
counts-chose = Number of { $many } who chose the answer
counts-first = Number of { $many } who put the answer first; top: among the first
counts-gave = Number of { $many } who gave the answer something; median: the middle answer
counts-answered = Number of { $many } who answered
counts-missing = Number of { $many } with no answer in substance
sheet-read = Read first
sheet-answers = Answers
sheet-themes = Themes
sheet-data = Data
sheet-codebook = Codebook
sheet-words = Words
sheet-trend = Meeting by meeting
sheet-meetings = Meetings
sheet-suppressed = Not shown
table-share = Share
spss-missing = A .sav file needs an extra package. Install it with: pip install pyreadstat
sav-weight = Number of { $many } who gave the answer. Use it as weight.
sav-multi = Chose it
sav-rank = Put it first
sav-allocate = Gave it something
sav-not = No
heading-decisions = What we decide
spoken-meeting = meeting { $number }:
heat-asked = Middle answer: { $name }
heat-finding = The middle answer is below the middle in { $below } of { $shown } cells and above it in { $above }. Answers differ in { $split }.
heat-split = Answers differ
heat-empty = Not shown
heat-note = Each cell is the middle answer to one question, with the number of answers under it. Cells are not added up: perspectives cannot be weighed against each other by a sum.
heat-cell = { $median } ({ $n } answers)
heat-cell-split = { $median } ({ $n } answers, differ)
gap-wanted = Find it most important
gap-reached = Have come far
gap-finding = Largest gap: { $label }. Most important to { $wanted } of { $n }, and { $reached } of { $m } have come far.
gap-note = Have come far: answers above the middle of the scale.
profile-asked = Middle answer for each theme
profile-finding = Highest middle answer: { $best }. Lowest: { $worst }.
profile-even = All themes have the same middle answer.
several = { $count } themes
doughnut-asked = The doughnut: what people need inside, what the planet can bear outside
way-asked = The way to 2030
way-now = Now
way-beside = To compare with
way-wanted = Goal 2030
way-finding = { $label }: { $now } now, the goal is { $wanted }.
way-finding-beside = { $label }: { $now } now against { $beside } to compare with ({ $gap }%). The goal is { $wanted }.
response-rates = Response rate by AAPOR: RR1 is { $complete } of { $known } ({ $first }%), those who reached the last question. RR2 is { $answered } of { $known } ({ $second }%), also those who answered in part.
letter-title = You said – we did
letter-thanks = Thank you! { $answered ->
    [one] { $answered } { $one } answered.
   *[other] { $answered } { $many } answered.
 }
letter-said = You said:
letter-done = We did:
letter-ask = Do you have questions about the answers? Turn to whoever is responsible.
letter-feedback = By { $date } we will tell what came of it: { $where }.
indicators-asked = Figures to compare with
indicators-finding = These figures come from other sources than the survey.
indicators-name = Indicator
indicators-value = Value
indicators-country = Sweden
indicators-year = Year
indicators-source = Source
indicators-columns = The file of indicators lacks: { $columns }. Write the columns' names in the first row.
indicators-row = Row { $row } of the file of indicators lacks: { $columns }. Fill it in and try again.
indicators-large = The file of indicators is too large. Keep at most { $most } rows.
sheet-indicators = Indicators
