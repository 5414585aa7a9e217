# Teman som ingen har skrivit ned, och steget med teman för sig.
theme-suggested = Förslag: { $words }
theme-mixed = Förslag: blandat
stability-stable = stabilt
stability-unsure = osäkert
stability-only = bara ett förslag
suggest-too-few = Inga nya teman föreslås. Det behövs minst { $least } svar som inte redan har ett tema.
suggest-noise = Inga nya teman föreslås. Svaren liknar inte varandra mer än slumpen gör.
theme-unsure = { $label } ({ $count }, { $stability })
