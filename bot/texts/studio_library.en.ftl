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
library-about-place-statements = People answer what others have said about a place and write statements of their own. Shows what they agree on.
library-about-place-profile = Rates a place in fourteen themes and asks what should become better.
library-about-project-start-end = Measures the project's aims at the start and at the end, so that you see the difference.
library-about-session-evaluation = Evaluates a meeting in a minute and a half, the same way every time.
library-about-themes-vote = Participants say whether the summary is right, theme by theme, before it is final.
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
library-too-long = It is too long for a survey: { $most } characters at most. Shorten it, or choose another file.
library-upload-empty = The file is empty. Save it again in the program it comes from, or choose another.
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
    [one] One text is missing in { $tongue }. Participants are not offered the language until it is there.
   *[other] { $n } texts are missing in { $tongue }. Participants are not offered the language until all are there.
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

# Drafts.
library-draft = Draft
library-see = See it on a phone
library-publish = Publish
library-whole = Title, languages and rules
library-as-text = As text
library-list = The questions
library-errors = { $n ->
    [one] { $n } error to mend before it can be used
   *[other] { $n } errors to mend before it can be used
 }
library-advice = { $n ->
    [one] { $n } piece of advice
   *[other] { $n } pieces of advice
 }
library-question-n = Question { $n }
library-question-of = Question { $n } of { $total }
library-line = Line { $n }
library-undo = Undo the last change
library-no-text = (no text yet)
library-sometimes = shown sometimes
library-up-of = Move question { $n } up
library-down-of = Move question { $n } down
library-remove-of = Remove question { $n }
library-remove = Remove
library-add-label = New question
library-add = Add
library-throw = Discard the draft
library-throw-about = What has been published stays. The draft cannot be brought back.
library-throw-sure = Yes, discard the draft
library-save = Save
library-save-done = Save and go to the list
library-saved = Saved.
library-saved-errors = { $n ->
    [one] Saved. { $n } error is left to mend below.
   *[other] Saved. { $n } errors are left to mend below.
 }
library-edit-language = Show languages
library-all-languages = All languages
library-f-text = Question
library-f-help = Help text
library-f-help-about = Stands under the question
library-f-kind = Kind of question
library-f-scale = Scale
library-scale-own = Own steps
library-from-list = The options come from the list “{ $list }”, which stands at the end of the draft.
library-f-options = Options
library-f-rows = Rows
library-entry-n = Option { $n },
library-f-value = Value
library-f-exclusive = Excludes others
library-f-open-text = With a line to write on
library-up-entry = Move option { $n } up
library-down-entry = Move option { $n } down
library-remove-entry = Remove option { $n }
library-add-options = Add an option
library-add-rows = Add a row
library-f-limits = Limits
library-f-min-choices = Fewest choices
library-f-max-choices = Most choices
library-f-min = Smallest number
library-f-max = Largest number
library-f-decimals = Decimals
library-f-max-chars = Most characters
library-f-total = Total to share out
library-f-max-mb = Largest file in MB
library-f-precision-m = Round the place to so many metres
library-f-earliest = Earliest day
library-f-latest = Latest day
library-f-loop = Asked several times
library-loop-once = No, once
library-loop-about = Choose a list, and the question is asked once for each of its lines. Write the list's name in braces where the line should stand.
library-f-valid = Check the answer
library-f-valid-if = The answer is accepted if
library-valid-about = A condition on the answer, for example: { $id } >= 1
library-f-valid-text = Say this when it is not
library-f-show-if = When the question is asked
library-when-always = Always
library-when-simple = Depending on an answer
library-rule-answer = The answer
library-rule-any = any answer
library-rule-way = Condition
library-way-is = has been chosen
library-way-not = has not been chosen
library-way-answered = the question has been answered
library-way-unanswered = the question has not been answered
library-when-own = A condition of your own
library-when-expression = Condition, for example: usefulness <= 2 and answered(what)
library-f-other = Other
library-may-skip = Participants may always skip a question.
library-f-trend = To be compared from time to time
library-f-with-year = Ask for the year too
library-f-id = Name in files. If you change it, old answers do not follow.
library-f-title = Title
library-f-intro = Introduction
library-languages = Languages
library-unspeak = Remove { $tongue }
library-language-add = Add a language
library-language-title = The title in that language
library-language-button = Add the language
library-language-untitled = Write the title in the language you have chosen, and the language is added.
library-f-purpose = Purpose
library-f-unit = Who answers
library-f-promise = Promise about names
library-promise-confidential = The answers are confidential
library-promise-named-group = The group's name is shown
library-promise-named-organisation = The organisation's name is shown
library-promise-named-nobody = No names are collected
library-f-channels = Ways to answer
library-channel-web = The web
library-channel-telegram = Telegram
library-channel-terminal = The terminal
library-channel-paper = Paper
library-f-whole-max-seconds = Longest time in seconds
library-f-whole-series = Series, if it comes back
library-f-whole-id = Name in files
library-kind-single = One choice
library-kind-multi = Several choices
library-kind-scale = Scale
library-kind-yes-no = Yes or no
library-kind-text = Own words
library-kind-number = A number
library-kind-rank = Rank
library-kind-matrix = Table
library-kind-allocate = Share out
library-kind-date = Date
library-kind-time = Time of day
library-kind-location = Place
library-kind-photo = Picture
library-kind-file = Document
library-kind-consent = Consent
library-kind-note = Text to read
library-text-about = The same draft as a text file. The format is called TOML. What you write is saved even if it is wrong.
library-text-label = The draft
library-told = To mend and to consider
library-stale = The draft has been changed in another tab. Nothing is saved yet, and what you wrote is still here. Compare, and save again if yours is to hold.
library-stale-list = The draft has been changed in another tab. Nothing was done now. This is what holds.
library-stale-table = What differs
library-stale-what = What
library-stale-theirs = Saved in the other tab
library-stale-mine = What you wrote here
library-lost = The question is not there any more
library-lost-about = The question has been removed in another tab. What you wrote stands here, so that you can copy it.
library-id-taken = The name “{ $id }” belongs to a questionnaire that ships. Choose another name in files.
library-publish-about = A published version never changes. It is put in the library, and you can open surveys with it.
library-publish-same = There is nothing new to publish.
library-changes = This changes
library-changes-small = Nothing that concerns answers.
library-broken-answers = { $n ->
    [one] { $n } answer can no longer be compared with new ones.
   *[other] { $n } answers can no longer be compared with new ones.
 }
library-published = Published. Now you can open a survey with it.
library-version = Version { $version }
library-lists = Lists that questions use
library-list-n = List { $n }
library-list-named = The list “{ $list }”
library-list-about = Questions can be repeated for each part of the list, or take their options from it.
library-list-items = { $n ->
    [one] { $n } part
   *[other] { $n } parts
 }
library-f-items = Parts
library-add-items = Add a part
library-f-organiser = Can be filled in when a survey is opened
library-f-optional = May be empty. Then questions that take their options from here are not asked.

# What the log says.
studio-did-shelves-copy = Made a draft of a questionnaire in the library
studio-did-shelves-new = Made a new draft
studio-did-shelves-upload = Uploaded a questionnaire
studio-did-overview-act = Changed the questions of a draft
studio-did-overview-write = Changed the text of a draft
studio-did-overview-remove = Discarded a draft
studio-did-questions-save-question = Changed a question of a draft
studio-did-whole-save-whole = Changed a draft's title, languages or rules
studio-did-publishing-publish = Published a questionnaire in the library
studio-did-lists-save-list = Changed a list of a draft
