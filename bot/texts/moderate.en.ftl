# Participants' statements on the command line.
moderate-reason = Say why with --reason: { $known }.
moderate-switch = --moderation is on or off.
moderate-none = { $code } has no statements to vote on.
moderate-on = { $question }: new statements wait until somebody has read them.
moderate-off = { $question }: new statements are shown at once.
moderate-state-shown = shown
moderate-state-waiting = waits
moderate-state-hidden = hidden
moderate-state-erased = erased
moderate-line = { $id } ({ $state }{ $origin ->
    [participant] , from a participant
   *[other] {""}
}): { $text } { $n ->
    [one] { $n } has answered.
   *[other] { $n } have answered.
}
moderate-similar =   Like { $id }.
moderate-late = Somebody else was faster: { $ids }. Their decision stands.
moderate-unknown = There is no such statement: { $ids }.
studio-did-moderate = Decided on statements with a command
