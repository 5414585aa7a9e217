# Arrangörens rum för svaret tillbaka, och listan över dem som är försenade.
studio-did-answer = Svarade tillbaka med ett kommando
studio-did-answers-act = Skrev på svaret tillbaka
studio-did-answers-publish = Publicerade svaret tillbaka
live-room-svar = Återkoppla
answer-room-title = Svara: du sa – vi gjorde
answer-room-about = Berätta vad ni hörde och vad det blev av det. Svaret visas på enkätens adress när den är stängd.
answer-room-promised = Ni har lovat svar senast { $date }.
answer-room-versions = { $n ->
    [one] Publicerat { $date } av { $who }.
   *[other] Version { $n } publicerades { $date } av { $who }.
 }
answer-room-see = Se det som deltagarna ser
answer-room-waiting = { $n ->
    [one] En person har bett om ett meddelande i Telegram.
   *[other] { $n } personer har bett om ett meddelande i Telegram.
 }
answer-room-themes = Hämta ur rapporten
answer-room-themes-about = Meningarna har passerat röjandekontrollen. Skriv om dem som du vill.
answer-room-themes-add = Lägg till valda
answer-room-intro = Några ord först
answer-room-intro-label = Inledning
answer-room-intro-help = Valfritt. Tacka, och säg vad svaren har använts till.
answer-room-point = Punkt { $n }
answer-room-said-help = Vad ni hörde, med egna ord eller ur rapporten. Nämn ingen person.
answer-room-status = Hur går det?
answer-room-choose = Välj
answer-room-did = Vi gjorde, gör, eller gör inte för att
answer-room-did-help = Säg det som det är. Gör ni det inte: säg varför.
answer-room-date = Dag
answer-room-date-help = Valfritt. När det blev klart, eller ska bli det.
answer-room-remove = Ta bort punkt { $n }
answer-room-add = Lägg till en punkt
answer-room-end = Sist
answer-room-contact = Vem kan man fråga?
answer-room-contact-help = En funktion, en adress eller ett nummer.
answer-room-until = Visas till
answer-room-until-help = Annars i två år. Svaret är en allmän handling och finns kvar även om enkätens svar gallras.
answer-room-preview = Spara och förhandsgranska
answer-room-save = Spara utkast
answer-told-saved = Utkastet är sparat.
answer-told-published = Svaret är publicerat. De som har bett om det får det i Telegram inom en minut.
answer-stale = Någon annan har sparat sedan du öppnade sidan. Det du skrev står kvar här. Sparar du igen ersätter du det andra.
answer-no-points = Lägg till minst en punkt.
answer-no-said = Skriv vad ni hörde.
answer-no-did = Skriv vad ni gjorde, eller varför inte.
answer-no-status = Välj hur det går.
answer-no-contact = Skriv vem man kan fråga.
answer-bad-date = Skriv dagen så här: 2027-05-01.
answer-preview-title = Så här ser svaret ut
answer-preview-about = När du publicerar visas det på enkätens adress, och du kan inte ta tillbaka det. Ändrar du senare blir det en ny version, och den förra går att läsa.
answer-preview-waiting = { $n ->
    [one] En person får det i Telegram.
   *[other] { $n } personer får det i Telegram.
 }
answer-preview-lacks = Allt är inte skrivet på { $languages }. De läsarna får svenska där det saknas.
answer-preview-open = Enkäten är öppen. Stäng den innan du publicerar.
answer-preview-publish = Publicera svaret
answer-preview-back = Ändra
answer-overdue-title = Försenade svar
answer-overdue-about = De här dialogerna är stängda, och dagen då ni lovade svar har passerat.
answer-overdue-line = Lovat till { $date }
answer-room-themes-waiting = Rapporten läses just nu. Spara det du har skrivit innan du laddar om.
answer-room-themes-again = Ladda om för att hämta meningar ur den
meta-room-title = Det som återkommer
meta-room-about = Välj stängda enkäter. Du ser vilka teman och vilken samsyn som återkommer, och vilka enkäter och antal det bygger på.
meta-room-found = Det här återkommer
meta-room-differences = Det här skiljer enkäterna åt
meta-room-html = Öppna som sida
meta-room-pptx = Hämta som PowerPoint
meta-room-xlsx = Hämta som Excel
meta-room-none = Det behövs två stängda enkäter.
meta-room-choose = Enkäter
meta-room-alone = Välj minst en till.
meta-room-go = Visa
meta-room-link = Se det som återkommer i flera enkäter
studio-did-themes-vote = Frågade om sammanfattningen stämmer, med ett kommando
studio-did-checks-open = Frågade om sammanfattningen stämmer
check-title = Stämmer sammanfattningen?
check-about = Låt deltagarna säga om ni har förstått dem rätt. Rapportens teman blir påståenden i en ny, kort enkät. Det de säger står sedan bredvid temat i rapporten.
check-open = Enkäten är öppen. Stäng den först.
check-none = Välj minst ett tema. Rapporten har bara teman när minst tre har sagt samma sak.
check-sentences = Påståenden
check-sentences-about = Utan antal, så att ingen styrs av hur många andra som tycker så. Skriv om dem om du vill.
check-take = Fråga om det här
check-go = Öppna enkäten
check-link = Fråga deltagarna om sammanfattningen stämmer
