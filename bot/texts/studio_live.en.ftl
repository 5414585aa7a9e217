# The rooms around a survey: status, invitation, phone test, paper, rehearsal, reports, quotes.

live-rooms = Everything about the survey
live-room-lage = Right now
live-room-inbjudan = Invite
live-room-telefon = Test your phone
live-room-papper = Paper answers
live-room-provkor = Rehearse
live-room-vagg = Big screen
live-room-rapporter = Report
live-room-citat = Quotes

live-practice-mark = PRACTICE DATA (ÖVNINGSDATA). The answers here are invented.
live-practice-title = Rehearse the survey
live-practice-about = See how it will look. { $n } invented people answer a copy of the survey.
live-practice-marked = Every page and every file says PRACTICE DATA.
live-practice-apart = The copy never mixes with real answers. It is in no list and in no report of a series.
live-practice-gone = One click removes all of it. If you forget, it goes by itself after a day.
live-practice-start = Start the rehearsal
live-practice-come = { $n } of { $total } have answered
live-practice-arriving = They arrive one at a time during about twenty seconds. Open the big screen and watch.
live-practice-stopped = The rehearsal stopped before everybody had answered. Run it again, or look at what came.
live-practice-wall = Open the big screen
live-practice-wall-about = What the room sees on the big screen.
live-practice-report = Open the report
live-practice-report-about = Those who are left answer first.
live-practice-join = Answer yourself
live-practice-join-about = The page that participants get on their phones.
live-practice-hurry = Let everybody answer now
live-practice-again = Run again from the start
live-practice-remove = Remove the rehearsal
live-practice-remove-about = The copy and all invented answers go completely. Your real survey is not touched.
live-practice-removed = The rehearsal is removed. Nothing of it is left.

live-waiting-title = Ready in a moment
live-waiting-about = { $percent } %. It usually takes about { $seconds } seconds.
live-waiting-look = Look again now
live-ready-title = Ready
live-ready-about = The file is being downloaded.
live-ready-fetch = Get the file
live-back-reports = Back to the report

live-report-title = The report
live-report-language = The report's language
live-language-sv = Swedish
live-language-en = English
live-report-base = { $n } have answered.
live-report-base-invited = { $n } of { $total } invited have answered.
live-report-base-attended = { $n } of { $total } who came have answered.
live-report-partial = { $n } of them did not reach the last question.
live-report-files = Get it
live-report-series = The whole series { $series }
live-series-report = The report of the series
live-series-title = The series { $series }
live-series-about = { $n } answers from all meetings, side by side. The same person may have answered several times.
live-report-held = What is not shown
live-report-held-about = The report hides this so that nobody can be singled out.
live-report-held-none = Nothing is held back.
live-report-quotes = Quotes are shown when you have approved them. Go to the quotes.
live-report-preview = A taste
live-report-empty = There is nothing to show yet. The report fills when at least five have answered.
live-report-more = And { $n } more questions in the report.
live-report-notes = How to read it
live-format-html = Read as a web page
live-format-html-about = Opens in a new tab. Can be printed and saved.
live-format-pptx = PowerPoint
live-format-pptx-about = Slides with charts that you can change.
live-format-xlsx = Excel
live-format-xlsx-about = A table for each question.
live-format-pdf = PDF
live-format-pdf-about = To send around, print or register.
live-format-csv = CSV
live-format-csv-about = One table with all counts, for other programs.
live-format-csv-zip = CSV with codebook
live-format-csv-zip-about = The table and a codebook in a zip file.
live-format-png = Picture
live-format-png-about = What matters most in one picture.
live-format-png-zip = Pictures
live-format-png-zip-about = One chart in each picture file, in a zip file.
live-format-sav = SPSS
live-format-sav-about = Numbers with labels for statistics programs.
live-format-letter = You said – we did
live-format-letter-about = A letter to those who took part, with lines for what you have done.
live-format-json = JSON
live-format-json-about = For those who build tools of their own.

live-held-survey = The whole report.
live-held-themes = Themes from free text.
live-held-cloud = The word cloud.
live-held-question = “{ $text }”
live-held-quotes = Quotes from “{ $text }”
live-held-breakdown = The breakdown of “{ $text }”
live-held-map = The map of “{ $text }”
live-held-conflict = Opposed wishes on the map of “{ $text }”
live-held-by-type = The response rate by type of organisation.
live-held-part = { $name }:
live-held-base-below-k = Fewer than five have answered.
live-held-cell-below-k = A group had fewer than five people.
live-held-complementary = Otherwise somebody could work out what a few people answered.
live-held-since-last = Fewer than five have answered since the last report or picture. It therefore stands as it stood then.
live-held-erased = Somebody has removed their answers. It comes back when at least five more have answered.
live-held-too-few-answers = There are too few answers.

live-quotes-title = Quotes to read
live-quotes-wall = Words for the big screen are approved by themselves.
live-quotes-state = Which quotes
live-quotes-waiting = Waiting: { $n }
live-quotes-approved = Approved: { $n }
live-quotes-hidden = Hidden: { $n }
live-quotes-question = Question
live-quotes-theme = Theme
live-quotes-all = All
live-quotes-sift = Show
live-quotes-count = { $n } of { $total } quotes. Those to look at closely come first.
live-quotes-none-waiting = No quotes wait for you.
live-quotes-none-approved = No quotes are approved here.
live-quotes-none-hidden = No quotes are hidden here.
live-quotes-save-next = Save and show the next
live-quotes-hide-all = Hide all { $n } on the page
live-quotes-undo = Undo the last save
live-quotes-told-klart = The decisions are saved.
live-quotes-told-angrat = The last save is undone.

live-invite-title = Invite
live-invite-about = Copy the text and send it yourself. Dalalab sends nothing and keeps nobody's address.
live-invite-language = Language
live-invite-no-closing = The survey has no last day, so the text names none.
live-invite-invite = Invitation
live-invite-remind = Reminder
live-invite-mail = Mail
live-invite-subject = Subject
live-invite-body = Text
live-invite-open-mail = Open in mail
live-invite-sms = Text message
live-invite-sms-body = Message
live-invite-length = { $n } characters. Sent as { $parts } SMS ({ $alphabet }).
live-copy = Copy
live-copied = Copied

live-status-title = Right now
live-status-of = of { $n } have answered
live-status-of-attended = of { $n } who were there have answered
live-status-answered = have answered
live-status-bar = { $n } of { $total } have answered
live-status-paper = On paper
live-status-time = Time to answer
live-status-under-minute = under 1 min
live-status-minutes = { $n ->
    [0] under 1 min
   *[other] { $n }{ $half ->
        [ja] ½
       *[other] {""}
    } min
  }
live-status-time-about = The time is shown when at least five are done. It is the middle of all times, in half minutes.
live-status-sticks = { $n } people stand at “{ $text }”. Is the question hard?
live-status-types = Types of organisation
live-status-type = Type
live-status-type-answered = Have answered
live-status-type-of = { $n } of { $total }
live-status-type-others = Others together
live-status-types-about = Types with fewer than five invited are counted together. Which organisation has answered is never shown.
live-status-types-untold = The form does not tell which type of organisation an answer comes from. So there is nothing to count by type.
live-status-types-few = Numbers by type are shown when the groups are large enough not to point at anyone.
live-status-questions = Question by question
live-status-stopped = Stand here
live-status-hidden = A dash means a follow-up question. Who is asked it depends on their answers, so its number stands in the report only.
live-status-pause = Pause updating
live-status-go = Go on updating

live-phone-title = Test with your phone
live-phone-waiting = Waiting for a phone. The page notices by itself when one comes.
live-phone-by-itself = The address was opened, but in this browser. Try with the phone.
live-phone-reached = A phone has reached the address.
live-phone-reached-about = Participants on the same network get in the same way.
live-phone-alone = { $address } works on this computer only. Start Dalalab with --host 0.0.0.0 so that phones can reach it.
live-phone-scan = Point the phone's camera here
live-phone-or = or type the address on the phone:
live-phone-others = The computer has several addresses
live-phone-others-about = Does the first one not work? Try the next.
live-phone-help = If no phone gets through
live-phone-network = The same network.
live-phone-network-about = The phone and the computer must be on the same wireless network. Switch off mobile data and try again.
live-phone-guest = Guest networks.
live-phone-guest-about = Many guest networks keep phones apart. Try another network, or share one from a phone.
live-phone-firewall = Firewall.
live-phone-firewall-about = The computer may ask whether Dalalab may take connections. Say yes for private networks.
live-phone-address = The address.
live-phone-address-about = Type all of it, with http:// first and the digits after the colon.
live-phone-public = A fixed address.
live-phone-public-about = Ask IT for an address that everybody can reach. Set it as web.public_url.
live-phone-private = We keep nothing about the phone. Only that somebody got through, until the page is forgotten.
live-phone-again = Test once more
live-phone-here-title = It works!
live-phone-here-about = Your phone reaches Dalalab. The computer shows it now.
live-phone-here-itself = You are in the same browser as the organiser. Open the address on the phone instead.
live-phone-here-survey = Show the survey

live-paper-title = Key in paper answers
live-paper-about = One form at a time. Leave a question empty if it is empty on paper. These answers count like all others.
live-paper-language = The form's language
live-paper-kept = { $n ->
    [one] paper answer keyed in
   *[other] paper answers keyed in
  }
live-paper-save = Save and next
live-paper-told-sparat = The answer is saved. Take the next form.
live-paper-told-angrat = The last answer is removed.
live-paper-beside = { $n } answers belonged to questions that this person should not have got. They were not saved.
live-paper-undo = Undo the last one
live-paper-empty = The form is empty. Fill in at least one question.
live-paper-wrong = Something is not right. Nothing is saved yet, and all that you wrote is still here.
live-paper-question = Question { $n }:
live-paper-shut = The survey is not open. Paper answers can be keyed in while it is.
live-paper-dealt = Here chance deals the questions out, so the forms differ. Key them in one question at a time with:

studio-did-practice-act = Rehearsed a survey
studio-did-paper-act = Keyed in or undid a paper answer
studio-did-quotes-decide = Decided on quotes

live-own-title = Your own file
live-own-about = Do you have answers from another tool, such as Forms or Mentimeter? Bring the file and get the same report.
live-own-stays = The file never leaves the computer that runs Dalalab. It is not put into the database.
live-own-kept = It lies in memory while you work, { $minutes } minutes at most. Then it is gone.
live-own-people = Columns that may show who answered are not used. It is best to remove them first.
live-own-file = Choose a file, or drop it here
live-own-file-about = Excel (.xlsx, .xls) or CSV, at most { $most } MB.
live-own-read = Read the file
live-own-none = Choose a file first.
live-own-empty = The file is empty. Export the answers again and check that the file has content.
live-own-gone = The file is no longer here. Bring it again.
live-own-too-long = The file took too long to read. Remove columns and sheets that are not needed, and try again.
live-own-forgotten = The file is gone from memory.
live-own-forget = Forget the file now
live-own-rows = { $n ->
    [one] One answer
   *[other] { $n } answers
  } in the file.
live-own-columns = The columns
live-own-columns-about = This is how we read the file. Is a column free text that we did not understand? Tick it and read anew.
live-own-skipped = Rows above the headers that were not read: { $n }.
live-own-column = Column
live-own-kind = Read as
live-own-n = Answers
live-own-is-text = Free text
live-own-text-of = { $name } is free text
live-own-again = Read anew
studio-did-ownfiles-take = Read a file of their own
studio-did-ownfiles-act = Read anew or forgot a file of their own
