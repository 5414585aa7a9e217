# Svaret tillbaka, som deltagarna ser det: på adressen efter stängning, på tacksidan, i chatten och på papper.
answer-title = Du sa – vi gjorde
answer-said = Du sa
answer-status-done = Klart
answer-status-underway = Pågår
answer-status-declined = Gör vi inte
answer-did-done = Vi gjorde
answer-did-underway = Vi gör
answer-did-declined = Vi gör det inte, för att
answer-contact = Frågor?
answer-count = { $n ->
    [one] En person svarade.
   *[other] { $n } personer svarade.
 }
answer-waits-title = Vad blev det av svaren?
answer-promised = Svaret kommer senast { $date }: { $where }.
answer-late = Svaret skulle ha kommit { $date }: { $where }. Det är försenat.
answer-here = Svaret visas på den här adressen, och QR-koden leder hit.
answer-published = Publicerat { $date }
answer-changed = Ändrat { $date }
answer-earlier = Tidigare svar, från { $date }
answer-purged = Svaren är borttagna enligt beslut. Antalet är kvar.
answer-over = Svaret visades till { $date }. Fråga { $organisation } om du vill läsa det.
answer-keep = Vill du se vad det blev av det? Svaret kommer senast { $date } på samma adress: { $address }. QR-koden är också densamma.
answer-follow = Säg till när svaret kommer
answer-following = Du får ett meddelande här när svaret har kommit. Din önskan sparas för sig, inte ihop med dina svar. Ångrar du dig: tryck på knappen eller skriv /stopp.
answer-unfollow = Säg inte till mig
answer-unfollowed = Du får inget meddelande när svaret kommer. Vi har tagit bort din önskan.
answer-waiting-for = Du har också bett att få veta när svaret kommer. Skriv /stopp om du inte vill det.
answer-once = Det här är det enda meddelandet. Vi har tagit bort din önskan och adressen hit.
answer-link = Svaret och kommande ändringar: { $link }
answer-organiser-overdue = Svaret på ”{ $title }” skulle ha kommit { $date }. Skriv det här: { $link } Det här är den enda påminnelsen.
