# Svaret tillbaka på lätt svenska.
answer-title = Du sa – vi gjorde
answer-said = Du sa
answer-status-done = Klart
answer-status-underway = Vi håller på
answer-status-declined = Vi gör det inte
answer-did-done = Vi gjorde
answer-did-underway = Vi gör
answer-did-declined = Vi gör det inte, för att
answer-contact = Har du frågor?
answer-count = { $n ->
    [one] En person svarade.
   *[other] { $n } personer svarade.
 }
answer-waits-title = Vad hände med svaren?
answer-promised = Svaret kommer senast { $date }: { $where }.
answer-late = Svaret skulle ha kommit { $date }: { $where }. Det är sent.
answer-here = Svaret kommer på den här sidan. QR-koden går också hit.
answer-published = Skrivet { $date }
answer-changed = Ändrat { $date }
answer-earlier = Ett äldre svar, från { $date }
answer-purged = Svaren är borttagna. Antalet finns kvar.
answer-over = Svaret fanns här till { $date }. Fråga { $organisation } om du vill läsa det.
answer-keep = Vill du veta vad som händer? Svaret kommer senast { $date }. Det kommer på samma sida: { $address }. QR-koden är samma.
answer-follow = Säg till när svaret kommer
answer-following = Du får ett meddelande när svaret har kommit. Vi sparar det inte med dina svar. Ångrar du dig? Tryck på knappen eller skriv /stopp.
answer-unfollow = Säg inte till mig
answer-unfollowed = Du får inget meddelande. Vi har tagit bort din önskan.
answer-waiting-for = Du har bett om ett meddelande när svaret kommer. Vill du inte ha det? Skriv /stopp.
answer-once = Det kommer inga fler meddelanden. Vi har tagit bort din önskan.
answer-link = Läs svaret här: { $link }
answer-organiser-overdue = Svaret på ”{ $title }” skulle ha kommit { $date }. Skriv det här: { $link } Vi påminner bara en gång.
