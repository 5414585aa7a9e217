# dalalab opinion
opinion-mode = Läget { $wanted } finns inte. Välj honest eller polis.
opinion-exclude = --exclude är påståendenas nummer, till exempel 3,4,11-16. { $wanted } går inte.
opinion-counting = Prövar mot slumpen
opinion-exclude-unknown = Filen har inga påståenden med id { $ids }, så där fanns inget att utelämna.
