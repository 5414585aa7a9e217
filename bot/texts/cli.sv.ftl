# Kommandoraden.
cli-opened = Öppnad: ”{ $title }” med koden { $code }.
cli-join = Deltagare svarar här: { $address }
cli-join-telegram = I Telegram: { $address }
cli-telegram-left-out = Telegram är avstängt för den här enkäten: en medborgardialog behöver först en konsekvensbedömning. Ska den besvaras i Telegram, lägg till dpia_ref i informationen och öppna på nytt.
cli-organiser = Arrangörens sidor: { $address }
cli-owner-link = Arrangörens sidor, för ägaren. Länken fungerar en gång och i ett dygn: { $address }
cli-stop = Avsluta med Ctrl+C.
cli-no-qr = Ingen QR-kod: adressen { $address } går bara att nå från den här datorn. Sätt web.public_url, eller web.host till 0.0.0.0 på ett nätverk.
cli-demo = Övning: allt innehåll är påhittat. Deltagarna är simulerade.
cli-demo-making = Simulerade deltagare svarar …
cli-survey-line = { $code }  { $state }  { $answered } svar  { $title }
cli-no-surveys = Det finns inga enkäter ännu. Öppna en på arrangörens sidor, eller: dalalab survey open session_evaluation --title "…" --notice notice.toml
cli-state-open = öppen
cli-state-closed = stängd
cli-state-scheduled = inte öppnad
cli-counts = { $answered } har svarat, varav { $partial } inte hela vägen. { $begun } har börjat.
cli-invited = Inbjudna: { $invited }. Deltog: { $attended }.
cli-unknown = okänt
cli-question-few = { $id }: visas när minst { $k } har fått frågan och minst { $k } inte har fått den, eller alla har fått den
cli-question = { $id }: visad { $shown }, besvarad { $answered }, överhoppad { $skipped }
cli-closed = Stängd: ”{ $title }”. Ingen kan längre koppla ett svar till en person.
cli-quote = { $id }  { $state }  ”{ $text }”  ({ $theme })
cli-quote-waiting = väntar
cli-quote-approved = godkänt
cli-quote-hidden = dolt
cli-quotes-none = Inga citat väntar.
cli-quotes-unknown = Det finns inget citat med id { $ids }.
cli-report-written = Rapporten ligger i { $path }.
cli-erased = Klart. { $n } svar togs bort.
cli-erased-none = Ingen enkät har några svar med den kvittokoden. De kan redan vara borttagna, eller så har enkäten stängt.
cli-purged = Gallrat enligt { $decision }: { $answers } svar från { $responses ->
    [one] en person
   *[other] { $responses } personer
}. Antalen finns kvar, innehållet är borta.
cli-purge-open = { $code } är öppen, så inget togs bort. Stäng den först: dalalab survey close { $code }
cli-verified = Allt stämmer: { $checked }.
cli-imported = { $path } är skriven: { $questions } frågor ur { $imported } av { $read } rader.
cli-import-refused = Ingen fil är skriven: { $refused } av { $read } rader kom inte med. Ta med resten: --partial
cli-file-exists = { $path } finns redan. Välj en fil: -o
cli-exported = Formuläret ligger i { $path }.
cli-problems-none = Inga problem i { $file }.
cli-report-language = Rapporten skrivs på svenska eller engelska, inte på ”{ $wanted }”. Välj --language sv eller --language en.
cli-recorded = Samtalet är sparat i { $path }.
cli-unknown-code = Ingen enkät har koden { $code }. Se alla: dalalab survey list
cli-format-later = Formatet { $format } finns inte ännu. Välj { $known }.
cli-simulated = Alla { $paths } vägar är provade, och { $walks } slumpade. Språk: { $languages }.
cli-simulated-bound = { $paths } vägar är provade av fler, och { $walks } slumpade. Språk: { $languages }.
cli-simulated-time = Längsta vägen: { $screens } skärmar, ungefär { $longest } sekunder. Vanligast: { $median } sekunder. Gräns: { $limit }.
cli-diff-orphans = { $n ->
    [one] En ändring gör att svar inte längre hör till något.
   *[other] { $n } ändringar gör att svar inte längre hör till något.
}
cli-diff-none = Alla svar har kvar sin plats.
diff-question-removed = Frågan { $question } är borta. Svaren på den hör inte till något.{ $detail }
diff-question-renamed = Frågan { $question } heter nu { $detail }. Svaren följer inte med till ett nytt id.
diff-question-added = Frågan { $question } är ny.{ $detail }
diff-kind-changed = Frågan { $question } har bytt sort: { $detail }.
diff-option-removed = Alternativet { $detail } i frågan { $question } är borta. Svaren med det hör inte till något.
diff-loop-changed = Frågan { $question } upprepas på ett annat sätt: { $detail }.
diff-turn-removed = Frågan { $question } ställs inte längre för { $detail }.
diff-scale-changed = Skalan i frågan { $question } har andra värden för { $detail }.
diff-condition-changed = Frågan { $question } ställs på andra villkor: { $detail }
diff-series-break = Frågan { $question } har fått en ny lydelse. Serien bryts här.{ $detail }
diff-text-changed = Frågan { $question } har fått en ny lydelse.{ $detail }
cli-paper-written = Formuläret ligger i { $path }.
cli-no-language = Formuläret finns inte på { $wanted }. Välj { $known }.
cli-telegram-link = Öppna den här länken i telefonen som ska följa enkäten: { $link }
cli-telegram-link-code = Eller skriv det här till boten: /start { $code }. Koden gäller en gång, i 15 minuter. Lämna den bara till den som får se siffrorna.
cli-telegram-link-no-bot = Ingen server med Telegram är igång här. Starta den, så finns även en länk.
cli-telegram-unlinked = Så många chattar följde enkäten eller dess serie, och gör det inte längre: { $chats }. Koder som inte har använts gäller inte heller.
cli-sandbox = Provchatten: { $address }
cli-sandbox-forgotten = Ingenting lämnar datorn. Det som svaras glöms när provchatten stängs.
cli-sandbox-kept = Ingenting lämnar datorn. Det som svaras sparas i databasen.
cli-poster-of-survey = En affisch görs av en öppnad enkät som besvaras på webben. Ange dess kod.
