# Teman som ingen har skrivit ned, och steget med teman för sig.
theme-suggested = Förslag: { $words }
theme-mixed = Förslag: blandat
stability-stable = stabilt
stability-unsure = osäkert
stability-only = bara ett förslag
suggest-too-few = Inga nya teman föreslås. Det behövs minst { $least } svar som inte redan har ett tema.
suggest-noise = Inga nya teman föreslås. Svaren liknar inte varandra mer än slumpen gör.
theme-unsure = { $label } ({ $count }, { $stability })

# Arrangörens egen mening om ett tema. Antalet skriver programmet alltid.
theme-edited = { $text } ({ $count }; arrangörens mening)
hand-why = arrangören
hand-everywhere = alla teman
hand-other = Övrigt
method-hand = Arrangören har ändrat bland temana { $n ->
    [one] en gång
   *[other] { $n } gånger
}: bytt namn, slagit ihop, delat, flyttat svar, lagt till fraser eller skrivit om meningar.
quote-translated = Översättning av en människa: { $text }

# Översättningskön: bladet som går ut och kommer in igen.
translate-sheet = Att översätta
translate-column-key = Nyckel
translate-column-question = Fråga
translate-column-language = Språk
translate-column-answer = Svar
translate-column-translation = Översättning
translate-about-sheet = Läs först
translate-about = Skriv varje översättning i kolumnen Översättning och spara filen. Ändra inte Nyckel och Svar. Det här är deltagares egna ord: skicka filen bara till den som ska översätta, och ta bort den när du är klar.

# Det som inte går, på kommandoraden.
codebook-toml = { $file } är inte giltig TOML, rad { $line }.
codebook-key = { $file }: ”{ $where }” går inte att använda. En kodbok har [[theme]] med id, label och seeds.
embed-missing = Metoden embed är inte installerad. Installera den med: pip install 'dalalab[embed]'
embed-unusable = Metoden embed går inte att köra på den här datorn (den behöver x86-64 med AVX2). Använd --backend lex.
