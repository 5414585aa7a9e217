# Kommandot doctor.
doctor-missing = Det finns ingen databas ännu. Den görs första gången: dalalab run
doctor-key-environment = Nyckeln kommer från DALALAB_SECRET_KEY.
doctor-key-missing = Det finns ingen secret.key ännu. Den görs vid första starten. Finns det redan svar: lägg tillbaka nyckeln.
doctor-rights = Andra konton kan läsa eller ändra { $path }. Ta bort deras rätt: chmod 600
doctor-rights-ok = Bara det här kontot kommer åt filen.
doctor-differs = { $n } saker stämmer inte. Se vilka: dalalab db verify
doctor-database-ok = Det som är lagrat stämmer med sig självt.
doctor-disk-full = Disken har för lite plats: att stänga en enkät skriver om hela databasen. Frigör dubbla dess storlek.
doctor-disk-ok = Det finns plats på disken.
