# The organiser's room for the answer back, and the list of those that are late.
studio-did-answer = Answered back with a command
studio-did-answers-act = Wrote on the answer back
studio-did-answers-publish = Published the answer back
live-room-svar = Answer back
answer-room-title = Answer: you said – we did
answer-room-about = Tell what you heard and what came of it. The answer is shown at the survey's address once it has closed.
answer-room-promised = You have promised an answer by { $date }.
answer-room-versions = { $n ->
    [one] Published { $date } by { $who }.
   *[other] Version { $n } was published { $date } by { $who }.
 }
answer-room-see = See it as participants do
answer-room-waiting = { $n ->
    [one] One person has asked for a message in Telegram.
   *[other] { $n } people have asked for a message in Telegram.
 }
answer-room-themes = Take from the report
answer-room-themes-about = The sentences have passed disclosure control. Rewrite them as you like.
answer-room-themes-add = Add those chosen
answer-room-intro = A few words first
answer-room-intro-label = Beginning
answer-room-intro-help = Optional. Say thank you, and what the answers have been used for.
answer-room-point = Point { $n }
answer-room-said-help = What you heard, in your own words or from the report. Name nobody.
answer-room-status = How does it stand?
answer-room-choose = Choose
answer-room-did = We did, are doing, or will not do because
answer-room-did-help = Say it as it is. If you will not do it, say why.
answer-room-date = Day
answer-room-date-help = Optional. When it was done, or will be.
answer-room-remove = Remove point { $n }
answer-room-add = Add a point
answer-room-end = Last
answer-room-contact = Whom can one ask?
answer-room-contact-help = A function, an address or a number.
answer-room-until = Shown until
answer-room-until-help = Otherwise for two years. The answer is an official document, and stays when the survey's answers are disposed of.
answer-room-preview = Save and preview
answer-room-save = Save the draft
answer-told-saved = The draft is saved.
answer-told-published = The answer is published. Those who asked for it get it in Telegram within a minute.
answer-stale = Somebody else has saved since you opened the page. What you wrote stands here. If you save again you replace theirs.
answer-no-points = Add at least one point.
answer-no-said = Write what you heard.
answer-no-did = Write what you did, or why not.
answer-no-status = Choose how it stands.
answer-no-contact = Write whom one can ask.
answer-bad-date = Write the day like this: 2027-05-01.
answer-preview-title = This is what the answer looks like
answer-preview-about = When you publish, it is shown at the survey's address, and you cannot take it back. A later change is a new version, and the one before can still be read.
answer-preview-waiting = { $n ->
    [one] One person gets it in Telegram.
   *[other] { $n } people get it in Telegram.
 }
answer-preview-lacks = Not everything is written in { $languages }. Those readers get Swedish where it is missing.
answer-preview-open = The survey is open. Close it before you publish.
answer-preview-publish = Publish the answer
answer-preview-back = Change
answer-overdue-title = Late answers
answer-overdue-about = These dialogues are closed, and the day you promised an answer has passed.
answer-overdue-line = Promised by { $date }
answer-room-themes-waiting = The report is being read. Save what you have written before you load the page again.
answer-room-themes-again = Load again to take sentences from it
meta-room-title = What comes back
meta-room-about = Choose surveys that have closed. You see which themes and which consensus come back, and the surveys and counts they rest on.
meta-room-found = This comes back
meta-room-differences = This is different between the surveys
meta-room-html = Open as a page
meta-room-pptx = Fetch as PowerPoint
meta-room-xlsx = Fetch as Excel
meta-room-none = It takes two surveys that have closed.
meta-room-choose = Surveys
meta-room-alone = Choose at least one more.
meta-room-go = Show
meta-room-link = See what comes back in several surveys
studio-did-themes-vote = Asked whether the summary is right, with a command
studio-did-checks-open = Asked whether the summary is right
check-title = Is the summary right?
check-about = Let participants say whether you have understood them. The report's themes become statements in a new, short survey. What they say then stands beside the theme in the report.
check-open = The survey is open. Close it first.
check-none = Choose at least one theme. The report has themes only when at least three have said the same thing.
check-sentences = Statements
check-sentences-about = Without counts, so that nobody is led by how many others think so. Rewrite them as you like.
check-take = Ask about this
check-go = Open the survey
check-link = Ask participants whether the summary is right
