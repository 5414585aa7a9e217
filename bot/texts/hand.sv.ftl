# Arrangörens hand på teman: i studion och på kommandoraden.
hand-refused-theme = Det finns inget tema ”{ $about }” att ändra så. Välj ett i listan.
hand-refused-suggested = ”{ $about }” är ett förslag. Ge det ett namn först, så blir det ett tema.
hand-refused-target = Det finns inget tema ”{ $about }” att flytta till. Välj ett i listan.
hand-refused-same = Det är samma tema. Välj ett annat.
hand-refused-answers = Svaret finns inte i listan: { $about }. Det kan vara borttaget. Läs listan igen.
hand-refused-which = Säg vilka svar det gäller. Välj minst ett svar, eller skriv ord om temat är nytt.
hand-refused-label = Skriv vad temat ska heta.
hand-refused-long = Det är för långt. Skriv högst { $about } tecken.
hand-refused-phrase = Skriv en fras med minst två bokstäver.
hand-refused-few = Temat visas inte i rapporten. En mening går att skriva när minst tre har sagt det.
hand-refused-marks = Ta bort citattecknen. Citat godkänns för sig, så att de är ordagranna.
hand-refused-personal = Det ser ut som en personuppgift. Skriv utan namn, nummer och adresser.
hand-refused-empty = Skriv en mening.
hand-refused-language = Det språket finns inte i kodboken. Välj ett av: { $about }.
hand-refused-waits = Färre än fem har svarat. Det behövs { $about } till innan några svar visas.

hand-did-rename = bytte namn på { $theme }
hand-did-merge = slog ihop { $theme } med ett annat tema
hand-did-split = delade { $theme }
hand-did-move = flyttade svar från { $theme }
hand-did-seed = lade till en fras till { $theme }
hand-did-sentence = skrev en mening om { $theme }
hand-by-command = kommandoraden
hand-idle-theme = Gäller inte längre: temat finns inte kvar. Det gör ingen skillnad för rapporten.
hand-idle-answers = Gäller inte längre: svaren finns inte kvar. Det gör ingen skillnad för rapporten.
hand-idle-count = Visas inte: meningen säger hur många, och antalet är ett annat nu. Skriv om den.
hand-idle-few = Visas inte: färre än tre har sagt det nu.

cli-theme-shown = { $id }  { $label } ({ $people })
cli-theme-few = { $id }  { $label } ({ $people }, visas inte: färre än tre)
cli-theme-suggested = { $id }  { $label } ({ $people })
cli-theme-other = other  Övrigt ({ $n })
cli-theme-translation = { "    " }översatt: { $text }
cli-theme-decision = Beslut { $number }: { $who } { $what }, { $day }.
cli-theme-unknown = theme kan inte ”{ $act }”. Välj list, rename, merge, split, move, seed, sentence eller undo.
cli-theme-undo-what = Skriv numret på beslutet: dalalab theme KOD undo 3. Numren står sist i listan.
cli-theme-usage-rename = Skriv så här: dalalab theme KOD rename TEMA "Nytt namn"
cli-theme-usage-merge = Skriv så här: dalalab theme KOD merge TEMA TILL_TEMA
cli-theme-usage-split = Skriv så här: dalalab theme KOD split TEMA "Namn på det nya" --answer SVAR --word ORD
cli-theme-usage-seed = Skriv så här: dalalab theme KOD seed TEMA "en fras"
cli-theme-usage-sentence = Skriv så här: dalalab theme KOD sentence TEMA "En mening om temat"

studio-did-decide-theme = Ändrade teman med ett kommando
studio-did-undo-theme = Ångrade ett beslut om teman med ett kommando
studio-did-translate = Lämnade översättningar med ett kommando

translate-came = Inläst: { $kept } översättningar. Redan kända: { $unchanged }. Tomma: { $empty }.
translate-left-gone = Rad { $row } togs inte med: svaret finns inte i kön. Det kan vara ändrat eller borttaget.
translate-left-mixed = Rad { $row } togs inte med: svaret på raden hör till en annan nyckel. Rader kan ha blandats.
translate-left-long = Rad { $row } togs inte med: översättningen är för lång.
translate-state = Väntar på översättning: { $waiting } svar. Översatta: { $translated }.
translate-language = { "  " }{ $name }: { $n }
translate-written = Skrev { $file }. Fyll i kolumnen Översättning och läs in filen med --in.
hand-translated = Översatt av en människa: { $text }
