# Is the summary right? Themes as statements, and what participants said of them.
check-keep = { $said }
check-wish = A wish: { $said }
check-told = { $count } of { $n } think that this is right.
