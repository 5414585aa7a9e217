# Rummen runt en enkät: läge, inbjudan, telefonprov, papper, provkörning, rapporter, citat.

live-rooms = Allt om enkäten
live-room-lage = Läget nu
live-room-inbjudan = Bjud in
live-room-telefon = Testa telefonen
live-room-papper = Papperssvar
live-room-provkor = Provkör
live-room-vagg = Storskärm
live-room-rapporter = Rapport
live-room-citat = Citat

live-practice-mark = ÖVNINGSDATA. Svaren här är påhittade.
live-practice-title = Provkör enkäten
live-practice-about = Se hur det blir på riktigt. { $n } påhittade personer svarar på en kopia av enkäten.
live-practice-marked = Det står ÖVNINGSDATA på varje sida och i varje fil.
live-practice-apart = Kopian blandas aldrig med riktiga svar. Den syns inte i listor och inte i seriens rapport.
live-practice-gone = Med ett klick är allt borta. Glömmer du det, försvinner den av sig själv efter ett dygn.
live-practice-start = Starta provkörningen
live-practice-come = { $n } av { $total } har svarat
live-practice-arriving = De kommer en i taget under ungefär tjugo sekunder. Öppna storskärmen och titta på.
live-practice-stopped = Provkörningen stannade innan alla hade svarat. Kör den igen, eller titta på det som kom.
live-practice-wall = Öppna storskärmen
live-practice-wall-about = Det som rummet ser på den stora skärmen.
live-practice-report = Öppna rapporten
live-practice-report-about = Alla som är kvar svarar först.
live-practice-join = Svara själv
live-practice-join-about = Samma sida som deltagarna får i sin telefon.
live-practice-hurry = Låt alla svara nu
live-practice-again = Kör igen från början
live-practice-remove = Ta bort provkörningen
live-practice-remove-about = Kopian och alla påhittade svar försvinner helt. Din riktiga enkät rörs inte.
live-practice-removed = Provkörningen är borttagen. Inget av den finns kvar.

live-waiting-title = Strax klart
live-waiting-about = { $percent } %. Det brukar ta ungefär { $seconds } sekunder.
live-waiting-look = Titta igen nu
live-ready-title = Klart
live-ready-about = Filen laddas ner nu.
live-ready-fetch = Hämta filen
live-back-reports = Tillbaka till rapporten

live-report-title = Rapporten
live-report-language = Rapportens språk
live-language-sv = Svenska
live-language-en = Engelska
live-report-base = { $n } har svarat.
live-report-base-invited = { $n } av { $total } inbjudna har svarat.
live-report-base-attended = { $n } av { $total } som var med har svarat.
live-report-partial = { $n } av dem kom inte till sista frågan.
live-report-files = Hämta
live-report-series = Hela serien { $series }
live-series-report = Seriens rapport
live-series-title = Serien { $series }
live-series-about = { $n } svar från alla träffar, bredvid varandra. Samma person kan ha svarat flera gånger.
live-report-held = Det som inte visas
live-report-held-about = Rapporten döljer detta för att ingen ska kunna pekas ut.
live-report-held-none = Inget är undanhållet.
live-report-quotes = Citat visas när du har godkänt dem. Gå till citaten.
live-report-preview = Smakprov
live-report-empty = Det finns inget att visa ännu. Rapporten fylls på när minst fem har svarat.
live-report-more = Och { $n } frågor till i rapporten.
live-report-notes = Läs så här
live-format-html = Läs som webbsida
live-format-html-about = Öppnas i en ny flik. Går att skriva ut och spara.
live-format-pptx = PowerPoint
live-format-pptx-about = Bilder med diagram som du kan ändra.
live-format-xlsx = Excel
live-format-xlsx-about = En tabell för varje fråga.
live-format-pdf = PDF
live-format-pdf-about = Att skicka runt, skriva ut eller diarieföra.
live-format-csv = CSV
live-format-csv-about = En tabell med alla antal, för andra program.
live-format-csv-zip = CSV med kodbok
live-format-csv-zip-about = Tabellen och en kodbok i en zip-fil.
live-format-png = Bild
live-format-png-about = Det viktigaste på en bild.
live-format-png-zip = Bilder
live-format-png-zip-about = Ett diagram i varje bildfil, i en zip-fil.
live-format-sav = SPSS
live-format-sav-about = Siffror med etiketter för statistikprogram.
live-format-letter = Du sa – vi gjorde
live-format-letter-about = Ett brev till dem som var med, med rader för det ni har gjort.
live-format-json = JSON
live-format-json-about = För den som bygger egna verktyg.

live-held-survey = Hela rapporten.
live-held-themes = Teman ur fritexten.
live-held-cloud = Ordmolnet.
live-held-question = ”{ $text }”
live-held-quotes = Citat från ”{ $text }”
live-held-breakdown = Uppdelningen av ”{ $text }”
live-held-map = Kartan till ”{ $text }”
live-held-conflict = Motsatta önskemål på kartan till ”{ $text }”
live-held-by-type = Svarsfrekvensen efter organisationstyp.
live-held-part = { $name }:
live-held-base-below-k = Färre än fem har svarat.
live-held-cell-below-k = En grupp hade färre än fem personer.
live-held-complementary = Annars kunde någon räkna ut vad några få har svarat.
live-held-since-last = Färre än fem har svarat sedan den förra rapporten eller bilden. Det står därför som det stod då.
live-held-erased = Någon har tagit bort sina svar. Det kommer tillbaka när minst fem nya har svarat.
live-held-too-few-answers = Det är för få svar.

live-quotes-title = Citat att läsa
live-quotes-wall = Ord till storskärmen godkänns för sig.
live-quotes-state = Vilka citat
live-quotes-waiting = Väntar: { $n }
live-quotes-approved = Godkända: { $n }
live-quotes-hidden = Dolda: { $n }
live-quotes-question = Fråga
live-quotes-theme = Tema
live-quotes-all = Alla
live-quotes-sift = Visa
live-quotes-count = { $n } av { $total } citat. De som kräver extra koll kommer först.
live-quotes-none-waiting = Inga citat väntar på dig.
live-quotes-none-approved = Inga citat är godkända här.
live-quotes-none-hidden = Inga citat är dolda här.
live-quotes-save-next = Spara och visa nästa
live-quotes-hide-all = Dölj alla { $n } på sidan
live-quotes-undo = Ångra det senaste
live-quotes-told-klart = Besluten är sparade.
live-quotes-told-angrat = Det senaste är ångrat.

live-invite-title = Bjud in
live-invite-about = Kopiera texten och skicka den själv. Dalalab skickar inget och sparar ingens adress.
live-invite-language = Språk
live-invite-no-closing = Enkäten har ingen sista dag. Därför står det ingen i texten.
live-invite-invite = Inbjudan
live-invite-remind = Påminnelse
live-invite-mail = E-post
live-invite-subject = Ämne
live-invite-body = Text
live-invite-open-mail = Öppna i e-post
live-invite-sms = Sms
live-invite-sms-body = Meddelande
live-invite-length = { $n } tecken. Skickas som { $parts } sms ({ $alphabet }).
live-copy = Kopiera
live-copied = Kopierat

live-status-title = Läget nu
live-status-of = av { $n } har svarat
live-status-of-attended = av { $n } som var med har svarat
live-status-answered = har svarat
live-status-bar = { $n } av { $total } har svarat
live-status-paper = På papper
live-status-time = Tid att svara
live-status-under-minute = under 1 min
live-status-minutes = { $n ->
    [0] under 1 min
   *[other] { $n }{ $half ->
        [ja] ½
       *[other] {""}
    } min
  }
live-status-time-about = Tiden visas när minst fem är klara. Den är mitten av allas tider, i halva minuter.
live-status-sticks = { $n } personer står kvar vid ”{ $text }”. Är frågan svår?
live-status-types = Typer av organisation
live-status-type = Typ
live-status-type-answered = Har svarat
live-status-type-of = { $n } av { $total }
live-status-type-others = Övriga tillsammans
live-status-types-about = Typer med färre än fem inbjudna räknas tillsammans. Vilken organisation som har svarat visas aldrig.
live-status-types-untold = Formuläret säger inte vilken typ av organisation ett svar kommer från. Därför går det inte att räkna per typ.
live-status-types-few = Antal per typ visas när grupperna är stora nog för att inte peka ut någon.
live-status-questions = Fråga för fråga
live-status-stopped = Står här
live-status-hidden = Streck betyder en följdfråga. Vilka som får den beror på vad de svarat, så antalet står bara i rapporten.
live-status-pause = Pausa uppdateringen
live-status-go = Fortsätt uppdatera

live-phone-title = Testa med din telefon
live-phone-waiting = Väntar på en telefon. Sidan märker själv när någon kommer.
live-phone-by-itself = Adressen öppnades, men i den här webbläsaren. Prova med telefonen.
live-phone-reached = En telefon har nått adressen.
live-phone-reached-about = Deltagarna på samma nät kommer in på samma sätt.
live-phone-alone = { $address } fungerar bara på den här datorn. Starta Dalalab med --host 0.0.0.0 så att telefoner når den.
live-phone-scan = Rikta telefonens kamera hit
live-phone-or = eller skriv adressen i telefonen:
live-phone-others = Datorn har flera adresser
live-phone-others-about = Fungerar inte den första? Prova nästa.
live-phone-help = Om ingen telefon kommer fram
live-phone-network = Samma nät.
live-phone-network-about = Telefonen och datorn måste vara på samma trådlösa nät. Stäng av telefonens mobildata och prova igen.
live-phone-guest = Gästnät.
live-phone-guest-about = Många gästnät släpper inte fram telefoner till andra. Prova ett annat nät, eller dela nät från en telefon.
live-phone-firewall = Brandvägg.
live-phone-firewall-about = Datorn kan fråga om Dalalab får ta emot anslutningar. Svara ja för privata nät.
live-phone-address = Adressen.
live-phone-address-about = Skriv hela adressen, med http:// först och siffrorna efter kolon.
live-phone-public = En fast adress.
live-phone-public-about = Be IT om en adress som alla når. Ställ in den som web.public_url.
live-phone-private = Vi sparar inget om telefonen. Bara att någon kom fram, tills sidan glöms.
live-phone-again = Testa en gång till
live-phone-here-title = Det fungerar!
live-phone-here-about = Din telefon når Dalalab. Det syns nu på datorn.
live-phone-here-itself = Du är i samma webbläsare som arrangören. Öppna adressen i telefonen i stället.
live-phone-here-survey = Visa enkäten

live-paper-title = Skriv in papperssvar
live-paper-about = En blankett i taget. Lämna en fråga tom om den är tom på pappret. Svaren räknas som alla andra.
live-paper-language = Blankettens språk
live-paper-kept = { $n ->
    [one] papperssvar inskrivet
   *[other] papperssvar inskrivna
  }
live-paper-save = Spara och nästa
live-paper-told-sparat = Svaret är sparat. Ta nästa blankett.
live-paper-told-angrat = Det senaste svaret är borttaget.
live-paper-beside = { $n } svar hörde till frågor som den här personen inte skulle ha fått. De sparades inte.
live-paper-undo = Ångra det senaste
live-paper-empty = Blanketten är tom. Fyll i minst en fråga.
live-paper-wrong = Något stämmer inte. Inget är sparat ännu, och allt du skrev står kvar.
live-paper-question = Fråga { $n }:
live-paper-shut = Enkäten är inte öppen. Papperssvar går att skriva in medan den är öppen.
live-paper-dealt = Här lottas frågorna ut, så blanketterna är olika. Skriv in dem en fråga i taget med:

studio-did-practice-act = Provkörde en enkät
studio-did-paper-act = Skrev in eller ångrade ett papperssvar
studio-did-quotes-decide = Bestämde om citat

live-own-title = Egen fil
live-own-about = Har du svar från ett annat verktyg, till exempel Forms eller Mentimeter? Lägg in filen, så får du samma rapport.
live-own-stays = Filen lämnar aldrig datorn som Dalalab körs på. Den läggs inte i databasen.
live-own-kept = Den ligger i minnet medan du arbetar, som längst { $minutes } minuter. Sedan är den borta.
live-own-people = Kolumner som kan visa vem som har svarat används inte. Ta helst bort dem ur filen först.
live-own-file = Välj en fil, eller dra den hit
live-own-file-about = Excel (.xlsx, .xls) eller CSV, högst { $most } MB.
live-own-read = Läs filen
live-own-none = Välj en fil först.
live-own-empty = Filen är tom. Exportera svaren igen och kontrollera att filen har innehåll.
live-own-gone = Filen finns inte kvar. Lägg in den igen.
live-own-too-long = Filen tog för lång tid att läsa. Ta bort kolumner och blad som inte behövs, och försök igen.
live-own-forgotten = Filen är borttagen ur minnet.
live-own-forget = Glöm filen nu
live-own-rows = { $n ->
    [one] Ett svar
   *[other] { $n } svar
  } i filen.
live-own-columns = Kolumnerna
live-own-columns-about = Så här har vi läst filen. Är en kolumn fritext som vi inte förstod? Kryssa i den och läs om.
live-own-skipped = Rader ovanför rubrikerna som inte har lästs: { $n }.
live-own-column = Kolumn
live-own-kind = Läst som
live-own-n = Svar
live-own-is-text = Fritext
live-own-text-of = { $name } är fritext
live-own-again = Läs om
studio-did-ownfiles-take = Läste en egen fil
studio-did-ownfiles-act = Läste om eller glömde en egen fil
