# Metaanalysen: det som återkommer i flera enkäter.
meta-title = Det som återkommer
meta-lead = Bygger på { $told } av { $total } enkäter.
meta-findings = Det här återkommer
meta-themes = Teman, enkät för enkät
meta-differences = Det här skiljer enkäterna åt
meta-theme = { $label } återkommer i { $surveys } av { $total } enkäter: { $where }.
meta-theme-change = { $label } återkommer som önskemål i { $surveys } av { $total } enkäter: { $where }.
meta-theme-once = { $label } nämns i en enkät av { $total }: { $where }.
meta-theme-change-once = { $label } är ett önskemål i en enkät av { $total }: { $where }.
meta-where = { $title } ({ $count } av { $n })
meta-where-agree = { $title } ({ $count } av { $n } håller med)
meta-statement = Påståendet { $text } ger samsyn i { $surveys } av { $total } enkäter: { $where }.
meta-too-few = { $n ->
    [0] Ingen av enkäterna är stängd och har tillräckligt många svar.
   *[other] Bara en av enkäterna är stängd och har tillräckligt många svar.
} Därför går inget att jämföra ännu.
meta-nothing = Inget tema och inget påstående återkommer i flera enkäter.
meta-codebooks = Enkäternas fritext är läst med olika kodböcker. Teman läggs bara ihop inom samma kodbok.
meta-codebook = Kodboken { $book }: { $titles }.
meta-units = Svaren kommer från olika slags svarande: { $units }.
meta-is-open = { $title } är öppen och räknas först när den är stängd.
meta-waits = { $title } räknas inte: färre än { $k } svarade innan den stängde.
meta-purged = { $title } räknas inte: svaren är gallrade.
meta-method = Varje tal kommer ur enkätens egen rapport och har passerat samma kontroll, med minst { $k } svar. Inga tal är summerade över enkäter: samma person kan ha svarat i flera.
meta-not-told = Ett streck betyder att temat inte visas där: färre än tre har nämnt det, eller ingen.
meta-suggested = Föreslagna teman jämförs inte, eftersom de får olika innehåll i olika enkäter.
meta-open = Bara stängda enkäter räknas.
meta-cell-not-told = –
meta-cell-not-asked = annan kodbok
meta-source = { $title } ({ $code }): { $n } svar.
meta-organisations = Svarade gjorde { $names }.
meta-sheet-statements = Påståenden
meta-sheet-surveys = Enkäterna
meta-head-theme = Tema
meta-head-statement = Påstående
meta-head-survey = Enkät
meta-head-class = Utslag
meta-head-agree = Håller med
meta-head-decided = Tog ställning
meta-head-code = Kod
meta-head-answered = Svar
meta-head-codebook = Kodbok
meta-head-organisations = Organisationer
meta-class-consensus = samsyn
meta-class-divided = delade meningar
meta-class-uncertain = osäkert, många avstod
meta-class-none = inget tydligt utslag
meta-class-too-few = för få svar
meta-wish = { $label } (önskemål)
meta-slide-theme = { $label } återkommer i { $surveys } av { $total } enkäter
meta-slide-wish = { $label } återkommer som önskemål i { $surveys } av { $total } enkäter
meta-slide-statement = Samsyn i { $surveys } av { $total } enkäter
meta-slide-asked = Svar som nämner temat, av alla svar på frågan
meta-slide-told = Nämner temat
meta-slide-others = Andra svar
meta-slide-absent = Temat visas inte i { $n ->
    [one] en enkät
   *[other] { $n } enkäter
}: färre än tre har nämnt det, eller ingen.
