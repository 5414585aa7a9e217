# Rapporten om en fil som någon har med sig: det som filen inte kan säga.
brought-rate = Filen säger inte hur många som fick frågorna. Därför går det inte att räkna ut hur stor andel som svarade.
brought-people = Varje rad räknas som en person. Filen visar inte om någon har svarat flera gånger.
brought-partial = { $n } av { $answered } har börjat svara men inte skickat in. Det de hann svara är med.
brought-silent = { $n ->
    [one] En rad i filen har inga svar och räknas inte.
   *[other] { $n } rader i filen har inga svar och räknas inte.
}
brought-blank = En tom cell är inget svar. Filen visar inte om personen hoppade över frågan eller aldrig fick den.
brought-options = Svarsalternativ som ingen har valt syns inte.
brought-written = Svar som någon har skrivit själv, utanför alternativen, räknas som ”{ $label }”. Ingen har godkänt dem som citat.
brought-personal = De här kolumnerna kan tala om vem som har svarat och används inte: { $columns }.
brought-no-texts = Filen har ingen fritext. Därför finns inga teman.
brought-book-evaluation = Temana är sökta med kodboken för utvärderingar av möten. Handlar frågorna om något annat: läs svaren innan ni använder temana.
brought-book-place = Temana är sökta med kodboken för dialoger om en plats. Handlar frågorna om något annat: läs svaren innan ni använder temana.
brought-book-none = Ingen av kodböckerna känner igen hälften av svaren: de handlar om något annat än möten och platser. Temana är därför bara förslag ur svaren själva. En egen kodbok ger säkrare teman.
brought-book-none-found = Ingen av kodböckerna känner igen hälften av svaren: de handlar om något annat än möten och platser. I svaren själva finns inga teman som är tydligare än slumpen. En egen kodbok kan hitta dem.
brought-too-few = Inget visas: filen har svar från färre än { $k } personer.
brought-notice = Svaren kommer ur filen { $file }. Den säger inte vem som är ansvarig för uppgifterna eller hur länge de får sparas.
brought-title = Svar ur en fil
brought-notice-unnamed = Svaren kommer ur en fil. Den säger inte vem som är ansvarig för uppgifterna eller hur länge de får sparas.
brought-dated = Svaren kom mellan { $first } och { $last }.
brought-undated = Filen säger inte när svaren kom.
brought-day = Svaren kom { $date }.
brought-quotes = Inga citat visas, eftersom ingen har godkänt dem. Den som har filen ser dem med dalalab themes.
