# `dalalab publications`: vad som har visats av en enkät, gång för gång.
cli-publications-none = Ingenting har visats av enkäten medan den var öppen.
cli-publication = { $n } · { $day } · { $question }: { $why }
cli-publication-told = visad
cli-publication-few = färre än fem svar, bara antalet sägs
cli-publication-held = utelämnad, annars går det att räkna ut vad några få svarade
cli-publication-kept = står som förut, färre än fem nya svar
