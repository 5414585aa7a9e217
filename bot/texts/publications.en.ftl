# `dalalab publications`: what has been shown of a survey, time after time.
cli-publications-none = Nothing has been shown of the survey while it was open.
cli-publication = { $n } · { $day } · { $question }: { $why }
cli-publication-told = shown
cli-publication-few = fewer than five answers, only their number is told
cli-publication-held = left out, or somebody could work out what a few people answered
cli-publication-kept = stands as before, fewer than five new answers
