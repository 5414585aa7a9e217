# Arrangörens hand på teman: i studion och på kommandoraden.
hand-refused-theme = Det finns inget tema ”{ $about }” att ändra så. Välj ett i listan.
hand-refused-suggested = ”{ $about }” är ett förslag. Ge det ett namn först, så blir det ett tema.
hand-refused-target = Det finns inget tema ”{ $about }” att flytta till. Välj ett i listan.
hand-refused-taken = Det finns redan ett tema som heter ”{ $about }”. Flytta svaren dit eller slå ihop temana, eller välj ett annat namn.
hand-refused-unchosen = Välj ett tema i listan.
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
hand-did-merge = slog ihop { $theme } med { $target }
hand-did-split = delade { $theme }
hand-did-move = flyttade svar från { $theme } till { $target }
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

live-room-teman = Teman
hand-about = Programmet föreslår teman, och du bestämmer. Varje beslut sparas med ditt namn och gäller i varje ny rapport.
hand-inside = Här läser du svar ord för ord: visa inte sidan för andra.
hand-back = Alla teman
hand-side-keep = Det som uppskattas
hand-side-change = Det som bör ändras
hand-people = { $n ->
    [one] En har sagt det
   *[other] { $n } har sagt det
}
hand-state-shown = Visas i rapporten
hand-state-few = Visas inte: färre än tre
hand-state-suggested = Förslag
hand-other = Övrigt
hand-other-go = Läs { $n } svar utan tema
hand-other-none = Alla svar med innehåll har ett tema.
hand-other-about = De här svaren har inget tema. Flytta dem till ett tema, eller gör ett nytt.
hand-unread = { $n } svar på andra språk har ingen läst.
hand-unread-go = Få dem översatta
hand-decisions = Beslut
hand-decisions-none = Inget är ändrat än.
hand-decisions-about = Det senaste står först. Du kan ångra vilket som helst.
hand-decision = { $who } { $what }, { $day }.
hand-undo = Ångra
hand-undone-before = Det beslutet var redan ångrat.
hand-told-rename = Temat har fått sitt nya namn.
hand-told-merge = Temana är ihopslagna.
hand-told-split = Det nya temat finns.
hand-told-move = Svaren är flyttade.
hand-told-seed = Frasen är tillagd. Alla svar har jämförts på nytt.
hand-told-sentence = Din mening är sparad.
hand-told-undo = Beslutet är ångrat.
hand-answers = Svaren ({ $total })
hand-same = { $n } har skrivit så
hand-why = hör hit för: { $why }
hand-page = Sida { $n } av { $total }
hand-pages = Fler svar
hand-page-before = Föregående
hand-page-after = Nästa
hand-choose = Välj
hand-move = Flytta de markerade svaren
hand-move-to = Till temat
hand-move-do = Flytta
hand-new = Ett nytt tema
hand-new-more = Om temat är nytt
hand-new-label = Vad ska det heta?
hand-new-words = Ord som hör dit, ett på varje rad
hand-words-help = Svar med orden hamnar också där, även senare svar. En stjärna är vilka bokstäver som helst: parker*
hand-change = Ändra temat
hand-rename = Nytt namn
hand-rename-about = Namnet gäller temat överallt, både bland det som uppskattas och det som bör ändras.
hand-rename-do = Byt namn
hand-adopt = Gör förslaget till ett tema
hand-adopt-about = När du ger det ett namn blir det ett tema som står kvar.
hand-merge = Slå ihop med
hand-merge-do = Slå ihop
hand-seed = Lägg till en fras
hand-seed-about = Alla svar jämförs på nytt, och senare svar också.
hand-seed-do = Lägg till
hand-sentence = Skriv en egen mening
hand-sentence-about = Skriv utan antal: det lägger programmet till. Meningen märks som din. Citattecken får inte stå i den.
hand-sentence-do = Spara meningen

hand-translate-title = Svar på andra språk
hand-translate-about = De här svaren är på språk som kodboken inte kan. En människa översätter dem. Originalet är det som citeras.
hand-translate-none = Inga svar behöver översättas.
hand-translate-waiting = Väntar på översättning:
hand-translate-done = Alla svar är översatta.
hand-translate-sheet = Som kalkylblad
hand-translate-sheet-about = Hämta filen, fyll i kolumnen Översättning och läs in den. Den innehåller deltagares egna ord: skicka den bara till den som ska översätta, och ta bort den sedan.
hand-translate-fetch = Hämta kalkylbladet
hand-translate-file = att-oversatta
hand-translate-file-label = Den ifyllda filen
hand-translate-read = Läs in
hand-translate-here = Översätt här
hand-translate-shown = { $n } av { $total }, de som väntar först. Töm ett fält om du vill ta tillbaka en översättning.
hand-translate-field = Översättning { $n }
hand-translate-by = översatt av { $who }, { $day }
hand-translate-saved = { $n ->
    [0] Inget är ändrat.
    [one] En översättning är sparad.
   *[other] { $n } översättningar är sparade.
}
hand-translate-left = { $n ->
    [one] En rad togs inte med: svaret finns inte kvar, eller raderna har blandats.
   *[other] { $n } rader togs inte med: svaren finns inte kvar, eller raderna har blandats.
}
studio-did-themes-act = Ändrade teman
studio-did-themes-undo = Ångrade ett beslut om teman
studio-did-translations-save = Översatte svar
studio-did-translations-take = Läste in översättningar
hand-quote-by = bestämt av { $who }, { $day }
