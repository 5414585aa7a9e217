# The command line.
cli-opened = Opened: “{ $title }” with the code { $code }.
cli-join = Participants answer here: { $address }
cli-join-telegram = In Telegram: { $address }
cli-telegram-left-out = Telegram is off for this survey: a citizen dialogue needs an impact assessment first. Add dpia_ref to the notice and open again, if it should be answered in Telegram.
cli-organiser = The organiser's pages: { $address }
cli-owner-link = The organiser's pages, for the owner. The link works once, within a day: { $address }
cli-stop = Stop with Ctrl+C.
cli-no-qr = No QR code: the address { $address } can only be reached from this computer. Set web.public_url, or web.host to 0.0.0.0 on a network.
cli-demo = Practice: all content is invented. The participants are simulated.
cli-demo-making = Simulated participants are answering …
cli-survey-line = { $code }  { $state }  { $answered } answers  { $title }
cli-no-surveys = There are no surveys yet. Open one on the organiser's pages, or: dalalab survey open session_evaluation --title "…" --notice notice.toml
cli-state-open = open
cli-state-closed = closed
cli-state-scheduled = not opened
cli-counts = { $answered } have answered, { $partial } of them not to the end. { $begun } have begun.
cli-invited = Invited: { $invited }. Attended: { $attended }.
cli-unknown = unknown
cli-question-few = { $id }: shown once at least { $k } have been asked it and at least { $k } have not, or everybody has
cli-question = { $id }: shown { $shown }, answered { $answered }, skipped { $skipped }
cli-closed = Closed: “{ $title }”. Nobody can connect an answer to a person any more.
cli-quote = { $id }  { $state }  “{ $text }”  ({ $theme })
cli-quote-waiting = waiting
cli-quote-approved = approved
cli-quote-hidden = hidden
cli-quotes-none = No quotes are waiting.
cli-quotes-unknown = There is no quote with the id { $ids }.
cli-report-written = The report is in { $path }.
cli-erased = Done. Answers deleted: { $n }.
cli-erased-none = No survey has answers with that receipt code. They may already be gone, or the survey has closed.
cli-purged = Disposed of according to { $decision }: { $answers } answers from { $responses ->
    [one] one person
   *[other] { $responses } people
}. The counts remain, the content is gone.
cli-purge-open = { $code } is open, so nothing was removed. Close it first: dalalab survey close { $code }
cli-verified = Everything agrees: { $checked }.
cli-imported = { $path } is written: { $questions } questions from { $imported } of { $read } rows.
cli-import-refused = No file is written: { $refused } of { $read } rows were not carried over. Take the others: --partial
cli-file-exists = { $path } is there already. Choose a file: -o
cli-exported = The questionnaire is in { $path }.
cli-problems-none = No problems in { $file }.
cli-report-language = The report is written in Swedish or English, not in “{ $wanted }”. Choose --language sv or --language en.
cli-recorded = The conversation is saved in { $path }.
cli-unknown-code = No survey has the code { $code }. See them all: dalalab survey list
cli-format-later = The format { $format } does not exist yet. Choose { $known }.
cli-simulated = All { $paths } ways have been tried, and { $walks } random ones. Languages: { $languages }.
cli-simulated-bound = { $paths } ways of more have been tried, and { $walks } random ones. Languages: { $languages }.
cli-simulated-time = The longest way: { $screens } screens, about { $longest } seconds. The middle one: { $median } seconds. Limit: { $limit }.
cli-diff-orphans = { $n ->
    [one] One change leaves answers that belong to nothing.
   *[other] { $n } changes leave answers that belong to nothing.
}
cli-diff-none = All answers keep their place.
diff-question-removed = The question { $question } is gone. Its answers belong to nothing.{ $detail }
diff-question-renamed = The question { $question } is now called { $detail }. Answers do not follow to a new id.
diff-question-added = The question { $question } is new.{ $detail }
diff-kind-changed = The question { $question } is of another kind: { $detail }.
diff-option-removed = The option { $detail } of the question { $question } is gone. Answers with it belong to nothing.
diff-loop-changed = The question { $question } loops in another way: { $detail }.
diff-turn-removed = The question { $question } is no longer asked for { $detail }.
diff-scale-changed = The scale of the question { $question } has other values for { $detail }.
diff-condition-changed = The question { $question } is asked on other conditions: { $detail }
diff-series-break = The question { $question } is worded anew. The series breaks here.{ $detail }
diff-text-changed = The question { $question } is worded anew.{ $detail }
cli-paper-written = The form is in { $path }.
cli-no-language = The form does not exist in { $wanted }. Choose { $known }.
cli-telegram-link = Open this link on the telephone that shall follow the survey: { $link }
cli-telegram-link-code = Or write this to the bot: /start { $code }. The code is good once, for 15 minutes. Give it only to who may see the numbers.
cli-telegram-link-no-bot = No server with Telegram is running here. Start it to get a link as well.
cli-telegram-unlinked = Chats that followed the survey or its series, and do so no longer: { $chats }. Codes that were not used are void too.
cli-sandbox = The practice chat: { $address }
cli-sandbox-forgotten = Nothing leaves the computer. What is answered is forgotten when the practice chat is closed.
cli-sandbox-kept = Nothing leaves the computer. What is answered is saved in the database.
cli-poster-of-survey = A poster is made of an opened survey that is answered on the web. Give its code.
