# The room of participants' statements.
live-room-pastaenden = Statements
moderation-title = Participants’ statements
moderation-about = Read each statement before others see it. Several people can read at the same time.
moderation-policy = The rules participants see
moderation-state = Which statements
moderation-waiting = Waiting: { $n }
moderation-shown = Shown: { $n }
moderation-hidden = Hidden: { $n }
moderation-none-waiting = No statements wait for you.
moderation-none-shown = No statements are shown yet.
moderation-none-hidden = No statements are hidden.
moderation-count = { $n } of { $total } statements. Those that have waited longest come first.
moderation-theirs = From a participant
moderation-ours = From the organiser
moderation-said = { $day }
moderation-few = fewer than five have answered
moderation-answered = { $n } have answered, { $passed }% passed
moderation-hesitant = Many pass it. Is it hard to understand?
moderation-personal = May hold contact details
moderation-twin = Like another statement ({ $state }). Should they be one? Then hide this one as a duplicate.
moderation-is-waiting = waiting
moderation-is-shown = shown
moderation-approve = Show
moderation-hide = Hide
moderation-later = Later
moderation-as-is = Leave as it is
moderation-why = Reason if you hide it
moderation-edit = Change the words
moderation-edit-about = Only before somebody else has answered it. Mend spelling, but do not change what it says.
moderation-words = The statement’s words
moderation-save-words = Save the words
moderation-save = Save
moderation-save-next = Save and show the next
moderation-saved = { $n ->
    [one] The decision is saved.
   *[other] { $n } decisions are saved.
}
moderation-late = Somebody else was faster with a decision. Theirs stands.
moderation-changed = The words are changed.
moderation-switched = The setting is changed.
moderation-wrong-text = Write between 1 and { $most } characters. Nothing is changed.
moderation-wrong-rostat = Somebody else has already answered it. The words stay as they are.
moderation-before = Read first, or show at once?
moderation-on = New statements wait until one of you has read them.
moderation-off = New statements are shown to others at once.
moderation-turn-on = Read new statements first
moderation-turn-off = Show new statements at once
moderation-bursts = Answers that are alike
moderation-bursts-about = Five or more who began within the same half hour and voted nearly alike. It may be one person who answered several times, or a group that sits together. They count as all others do.
moderation-burst = { $n } answers from { $when }
moderation-bursts-none = No such answers so far.
moderation-bursts-closed = Can only be seen while the survey is open.
moderation-log = Download the log (CSV)
start-waiting = { $n ->
    [one] One statement waits to be read
   *[other] { $n } statements wait to be read
}
start-waiting-since = , the oldest since { $day }
studio-did-moderation-act = Decided on statements
live-format-polis = Polis
live-format-polis-about = Statements with counts, in the layout that Polis writes.
export-votes-open = Close { $code } first. Two files with one person between them would show how that person voted.
export-votes-few = Fewer than { $k } have voted in { $code }. The file cannot be handed out.
export-votes-none = { $code } has no statements to vote on.
export-votes-done = The votes are in { $path }. Each row is a person without a name: hand the file out only by decision { $reference }.
studio-did-note-disclosure = Handed out votes with a command
