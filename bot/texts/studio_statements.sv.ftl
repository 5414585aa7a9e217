# Rummet för deltagarnas påståenden.
live-room-pastaenden = Påståenden
moderation-title = Deltagarnas påståenden
moderation-about = Läs varje påstående innan andra får se det. Flera personer kan läsa samtidigt.
moderation-policy = Reglerna som deltagarna ser
moderation-state = Vilka påståenden
moderation-waiting = Väntar: { $n }
moderation-shown = Visas: { $n }
moderation-hidden = Dolda: { $n }
moderation-none-waiting = Inga påståenden väntar på dig.
moderation-none-shown = Inga påståenden visas än.
moderation-none-hidden = Inga påståenden är dolda.
moderation-count = { $n } av { $total } påståenden. De som väntat längst kommer först.
moderation-theirs = Från en deltagare
moderation-ours = Från arrangören
moderation-said = { $day }
moderation-few = färre än fem har svarat
moderation-answered = { $n } har svarat, { $passed } % hoppade över
moderation-hesitant = Många hoppar över. Är det svårt att förstå?
moderation-personal = Kan innehålla kontaktuppgifter
moderation-twin = Liknar ett annat påstående ({ $state }). Ska de vara ett? Dölj då det här som dubblett.
moderation-is-waiting = väntar
moderation-is-shown = visas
moderation-approve = Visa
moderation-hide = Dölj
moderation-later = Senare
moderation-as-is = Låt vara
moderation-why = Skäl om du döljer
moderation-edit = Ändra orden
moderation-edit-about = Går bara innan någon annan har svarat på påståendet. Rätta stavfel, men ändra inte vad det säger.
moderation-words = Påståendets ord
moderation-save-words = Spara orden
moderation-save = Spara
moderation-save-next = Spara och visa nästa
moderation-saved = { $n ->
    [one] Beslutet är sparat.
   *[other] { $n } beslut är sparade.
}
moderation-late = Någon annan hann före med ett beslut. Deras gäller.
moderation-changed = Orden är ändrade.
moderation-switched = Inställningen är ändrad.
moderation-wrong-text = Skriv mellan 1 och { $most } tecken. Inget är ändrat.
moderation-wrong-rostat = Någon annan har redan svarat på påståendet. Orden står kvar som de är.
moderation-before = Läsa först, eller visa genast?
moderation-on = Nya påståenden väntar tills någon av er har läst dem.
moderation-off = Nya påståenden visas genast för andra.
moderation-turn-on = Läs nya påståenden först
moderation-turn-off = Visa nya påståenden genast
moderation-bursts = Svar som liknar varandra
moderation-bursts-about = Fem eller fler som började inom samma halvtimme och röstat nästan lika. Det kan vara en person som svarat flera gånger, eller en grupp som sitter tillsammans. Svaren räknas som alla andra.
moderation-burst = { $n } svar från { $when }
moderation-bursts-none = Inga sådana svar än.
moderation-bursts-closed = Går bara att se medan omgången är öppen.
moderation-log = Hämta loggen (CSV)
start-waiting = { $n ->
    [one] Ett påstående väntar på att läsas
   *[other] { $n } påståenden väntar på att läsas
}
start-waiting-since = , det äldsta sedan { $day }
studio-did-moderation-act = Bestämde om påståenden
live-format-polis = Polis
live-format-polis-about = Påståenden med antal, i den form som Polis skriver.
export-votes-open = Stäng { $code } först. Två filer med en person emellan skulle visa vad den personen röstade.
export-votes-few = Färre än { $k } har röstat i { $code }. Filen går inte att lämna ut.
export-votes-none = { $code } har inga påståenden att rösta på.
export-votes-done = Rösterna står i { $path }. Varje rad är en person utan namn: lämna bara ut filen enligt beslut { $reference }.
studio-did-note-disclosure = Lämnade ut röster med ett kommando
