# Deltagarnas påståenden på kommandoraden.
moderate-reason = Säg varför med --reason: { $known }.
moderate-switch = --moderation är on eller off.
moderate-none = { $code } har inga påståenden att rösta på.
moderate-on = { $question }: nya påståenden väntar tills någon har läst dem.
moderate-off = { $question }: nya påståenden visas genast.
moderate-state-shown = visas
moderate-state-waiting = väntar
moderate-state-hidden = dolt
moderate-state-erased = borttaget
moderate-line = { $id } ({ $state }{ $origin ->
    [participant] , från en deltagare
   *[other] {""}
}): { $text } { $n ->
    [one] { $n } har svarat.
   *[other] { $n } har svarat.
}
moderate-similar =   Liknar { $id }.
moderate-late = Någon annan hann före: { $ids }. Deras beslut gäller.
moderate-unknown = De här finns inte: { $ids }.
studio-did-moderate = Bestämde om påståenden med ett kommando
