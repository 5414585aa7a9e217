# Tavlan med svar under grupps eller organisations namn.
heading-named = { $unit ->
    [organisation] Vad varje organisation svarade
   *[other] Vad varje grupp svarade
}
named-how = Svaren står under det namn som { $unit ->
    [organisation] organisationen
   *[other] gruppen
} själv har skrivit. Egna ord visas när arrangören har läst och godkänt dem.
named-prompt = Fråga
named-gap = Inget svar
named-waiting = Väntar på att någon läser
named-hidden = Visas inte
named-gaps = Luckor
named-gaps-of = { $name }: { $n } av { $total } frågor utan svar
sheet-named = Namngivna svar
method-by-name = Svaren är lämnade med namn. Namnen står bara på tavlan, aldrig i tabeller, teman eller citat.
