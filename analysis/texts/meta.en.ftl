# The meta-analysis: what comes back in several surveys.
meta-title = What comes back
meta-lead = Rests on { $told } of { $total } surveys.
meta-findings = This comes back
meta-themes = Themes, survey by survey
meta-differences = This is different between the surveys
meta-theme = { $label } comes back in { $surveys } of { $total } surveys: { $where }.
meta-theme-change = { $label } comes back as a wish in { $surveys } of { $total } surveys: { $where }.
meta-theme-once = { $label } is brought up in one survey of { $total }: { $where }.
meta-theme-change-once = { $label } is a wish in one survey of { $total }: { $where }.
meta-where = { $title } ({ $count } of { $n })
meta-where-agree = { $title } ({ $count } of { $n } agree)
meta-statement = The statement { $text } has consensus in { $surveys } of { $total } surveys: { $where }.
meta-too-few = { $n ->
    [0] None of the surveys is closed and has answers enough.
   *[other] Only one of the surveys is closed and has answers enough.
} Nothing can be compared yet.
meta-nothing = No theme and no statement comes back in several surveys.
meta-codebooks = The free text of the surveys is read with different codebooks. Themes are put together only within one codebook.
meta-codebook = The codebook { $book }: { $titles }.
meta-units = The answers come from different kinds of respondents: { $units }.
meta-is-open = { $title } is open, and counts once it has closed.
meta-waits = { $title } is not counted: fewer than { $k } answered before it closed.
meta-purged = { $title } is not counted: its answers have been disposed of.
meta-method = Every number comes from the survey's own report and has passed the same gate, with at least { $k } answers. No number is added up over surveys: the same person may have answered in several.
meta-not-told = A dash means that the theme is not told there: fewer than three have mentioned it, or nobody.
meta-suggested = Suggested themes are not compared, since they hold different things in different surveys.
meta-open = Only closed surveys count.
meta-cell-not-told = –
meta-cell-not-asked = other codebook
meta-source = { $title } ({ $code }): { $n } answers.
meta-organisations = These answered: { $names }.
meta-sheet-statements = Statements
meta-sheet-surveys = The surveys
meta-head-theme = Theme
meta-head-statement = Statement
meta-head-survey = Survey
meta-head-class = Outcome
meta-head-agree = Agree
meta-head-decided = Took a stand
meta-head-code = Code
meta-head-answered = Answers
meta-head-codebook = Codebook
meta-head-organisations = Organisations
meta-class-consensus = consensus
meta-class-divided = divided
meta-class-uncertain = uncertain, many passed
meta-class-none = no clear outcome
meta-class-too-few = too few answers
meta-wish = { $label } (a wish)
meta-slide-theme = { $label } comes back in { $surveys } of { $total } surveys
meta-slide-wish = { $label } comes back as a wish in { $surveys } of { $total } surveys
meta-slide-statement = Consensus in { $surveys } of { $total } surveys
meta-slide-asked = Answers that mention the theme, of all answers to the question
meta-slide-told = Mention the theme
meta-slide-others = Other answers
meta-slide-absent = The theme is not shown in { $n ->
    [one] one survey
   *[other] { $n } surveys
}: fewer than three have mentioned it, or nobody.
