# Det som den som sköter servern, eller skriver ett kommando, får veta när något inte går.
file-unreadable = { $path } går inte att läsa: { $why ->
    [missing] filen finns inte
    [rights] rättigheter saknas
    [folder] det är en mapp
    [encoding] den är inte sparad som UTF-8
   *[other] { $told }
}.
file-unwritable = { $path } går inte att skriva: { $why ->
    [missing] mappen finns inte
    [rights] rättigheter saknas
    [folder] det är en mapp
   *[other] { $told }
}.
store-address = Databasens adress går inte att läsa. Skriv sqlite:///väg/till/fil.sqlite eller postgresql://användare@värd/namn
store-kind = Databaser av sorten { $kind } går inte att använda: SQLite eller PostgreSQL.
store-needs-file = SQLite behöver en fil. Skriv sqlite:///väg/till/fil.sqlite
store-none = Det finns ingen databas i { $path }. Starta dalalab run en gång, så görs den.
store-older = Databasen har ett äldre schema. Starta dalalab run en gång, så uppgraderas den.
store-newer = Databasen är gjord av ett nyare Dalalab. Uppgradera programmet, eller använd en annan databas.
store-foreign = Databasen har tabeller som inte är Dalalabs. Använd en annan.
store-upgrade-undone = Uppgraderingen gjordes ogjord: den skulle ha brutit hänvisningar i { $tables }.
store-held = Process { $holder } använder databasen { $path }. Stoppa den först, eller välj en annan databas med --database.
store-no-lock = Det går inte att skriva bredvid databasen ({ $path }). Ge kontot rätt att skriva i mappen, eller välj en annan databas.
store-no-write = Det går inte att skriva databasen { $path }. Ge kontot rätt att skriva där, eller välj en annan plats med --database.
store-unreachable = { $place } går inte att nå. Är servern igång, och är adressen rätt?
store-copy-none = Det finns ingen kopia i { $path }. Inget är ändrat. Kontrollera filens namn.
store-copy-exists = { $path } finns redan. Välj ett annat namn: en kopia skriver inte över något.
store-copy-unwritten = Kopian { $path } gick inte att skriva: { $why }.
store-copy-misplaced = Kopian gick inte att lägga på plats: { $why }.
store-code-taken = Koden { $code } är upptagen. Välj en annan.
store-not-ours = { $place } är ingen databas från Dalalab. Välj en annan fil.
store-unopened = { $place } går inte att öppna. Är det en mapp, eller är mappen borta eller stängd?
store-readonly = Kontot får inte skriva i { $place }. Ge det den rätten.
store-damaged = { $place } är skadad. Lägg den senaste kopian i dess ställe: dalalab db restore KOPIA
store-disk = { $place } går inte att skriva: disken är full eller trasig.
store-locked = { $place } är låst av ett annat program. Stäng det och försök igen.
store-unusable = { $place } går inte att använda: { $said }
store-no-decision = Det finns inget beslut nummer { $number }. Inget togs tillbaka.
