# Stämmer sammanfattningen? Teman som påståenden, och vad deltagarna sa om dem.
check-keep = { $said }
check-wish = Önskemål: { $said }
check-told = { $count } av { $n } tycker att det stämmer.
