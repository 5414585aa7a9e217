# The library of the studio: choosing, looking at, trying, adapting and publishing questionnaires.
library-title = The library
library-lead = Choose a questionnaire that fits, or make your own. You see every question as a phone shows it.
library-search = Search for what you want to do
library-search-button = Search
library-purpose = Purpose
library-purpose-any = All purposes
library-purpose-evaluation = Evaluation
library-purpose-member-check = Member check
library-purpose-group = Group discussion
library-purpose-task = Task between meetings
library-purpose-matrix = Consequence description
library-purpose-priority = Priorities
library-purpose-self-assessment = Self-assessment
library-purpose-card = Goal card
library-purpose-status = Status
library-purpose-workshop = Workshop
library-purpose-dialogue = Citizen dialogue
library-words-evaluation = evaluate satisfied feedback follow-up meeting course
library-words-member-check = check interpretation confirm
library-words-group = discussion talk group table notes secretary
library-words-task = homework assignment hand in document
library-words-matrix = consequences decision proposal perspective analysis
library-words-priority = prioritise choose most important rank focus
library-words-self-assessment = assess maturity governance success factors
library-words-card = goal indicator agenda 2030 plan
library-words-status = status agenda 2030 organisation
library-words-workshop = doughnut sustainability
library-words-dialogue = citizens residents consultation place square dialogue
library-about-agenda-status = Shows how far each organisation has come with Agenda 2030.
library-about-consequence-matrix = Compares proposals in the short and long term, from several perspectives, and picks what matters most.
library-about-dialogue-evaluation = Asks residents whether the dialogue was worth taking part in.
library-about-doughnut-workshop = Lets groups see a matter through the four windows of the doughnut model.
library-about-focus-areas = Lets organisations choose which focus areas matter most.
library-about-follow-up = Asks some weeks after a meeting what it has led to.
library-about-goal-card = Fills in a goal card: goal, indicator, present state and next step.
library-about-governance-check = Rates how far governance has come and how important each step is.
library-about-group-discussion = Gathers what groups arrive at around the table.
library-about-homework = Collects a small task between two meetings.
library-about-place-dialogue = Lets residents tell about a place: what it could be, and who gains or loses.
library-about-place-profile = Rates a place in fourteen themes and asks what should become better.
library-about-project-start-end = Measures the project's aims at the start and at the end, so that you see the difference.
library-about-session-evaluation = Evaluates a meeting in a minute and a half, the same way every time.
library-about-triad-talk = Keeps time and roles while three people take turns telling, asking and listening.
library-unit-person = One person answers
library-unit-group = A group answers
library-unit-triad = Three people answer
library-unit-organisation = An organisation answers
library-unit-person-or-group = A person or a group answers
library-minutes = About { $n } min
library-questions = { $n ->
    [one] { $n } question
   *[other] { $n } questions
 }
library-fills = { $n ->
    [one] You fill in one thing first
   *[other] You fill in { $n } things first
 }
library-own = Our own
library-found = Showing { $n } of { $total }.
library-show-all = Show all
library-none = No questionnaire fits the search. Try another word, or show all.
library-shelf = Questionnaires to choose from
library-drafts = Drafts
library-untitled = Draft without a title
library-draft-errors = { $n ->
    [one] { $n } error to mend
   *[other] { $n } errors to mend
 }
library-draft-ready = Can be used
library-make = Make your own
library-new-title = Start from scratch
library-new-about = You get a draft with one question.
library-new = New questionnaire
library-upload-title = Upload a file
library-upload-about = TOML, or a spreadsheet in the format XLSForm (.xlsx, .xls, .csv).
library-upload = Upload
library-back = To the library
library-back-draft = To the draft
library-open = Open a survey with it
library-try = Try it yourself
library-adapt = Adapt
library-change = Change
library-preview = What it looks like
library-preview-language = Language of the preview
library-screen-first = First
library-screen-note = Text to read
library-screen = Question { $n }
library-only-if = Shown only if { $condition }.
library-only-if-code = Shown only on a condition: { $condition }
library-turns = { $n ->
    [one] The question is asked { $n } time.
   *[other] The question is asked { $n } times, once for each part.
 }
library-lacking = { $n ->
    [one] One text is missing in { $language }. Participants are not offered the language until it is there.
   *[other] { $n } texts are missing in { $language }. Participants are not offered the language until all are there.
 }
library-download = Download
library-file-toml = Text file (TOML)
library-file-xlsform = Spreadsheet (XLSForm)
library-file-papper = Paper form (PDF)
library-file-kodbok = Codebook (CSV)
library-trial = Try-out: nothing is saved.
library-trial-leave = Leave the try-out
library-trial-again = Try again
library-is-error = Error:
library-is-warning = Advice:
library-imported = The file has been read
library-not-imported = The file could not be read
library-imported-rows = Rows read: { $read }. In the draft: { $imported }. Passed over: { $ignored }. Could not come along: { $refused }.
library-imported-onward = To the draft
library-imported-told = Good to know
library-imported-place = Place
library-imported-what = What, and what you can do

# What the log says.
studio-did-shelves-copy = Made a draft of a questionnaire in the library
studio-did-shelves-new = Made a new draft
studio-did-shelves-upload = Uploaded a questionnaire
