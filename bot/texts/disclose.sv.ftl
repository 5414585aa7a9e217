# `dalalab disclose`: en maskad kopia för utlämnande av allmän handling.
disclose-step = Välj ett steg. Först: --review FIL.xlsx. När någon har läst och fyllt i filen: --reviewed FIL.xlsx --out KOPIA.xlsx --decision DIARIENUMMER
disclose-review-form = Granskningen är en Excelfil: --review FIL.xlsx
disclose-review-exists = { $path } finns redan och skrivs inte över: den kan vara ifylld. Välj ett annat namn.
disclose-out = Säg vart kopian ska: --out KOPIA.xlsx, .pdf eller .zip (CSV).
disclose-decision = En kopia lämnas bara ut enligt ett beslut. Skriv --decision DIARIENUMMER
disclose-rows-first = --rows väljs när granskningen görs, så att varje svarandes svar läses tillsammans. Granskningen vet sedan själv.
disclose-empty = Ingen har svarat i { $code }, så det finns inget att lämna ut.
disclose-purged = Svaren i { $code } är gallrade, så det finns inget att lämna ut.
disclose-open = { $code } är öppen. Kopian gäller svaren som de är nu, och försättsbladet säger det.
disclose-differs = Sedan en tidigare kopia har färre än fem svarat. Den som har båda kan se vad just de svarade. Väg in det i prövningen.
disclose-gone = { $n ->
    [one] En rad i granskningen hör till ett svar som inte finns kvar. Den är
   *[other] { $n } rader i granskningen hör till svar som inte finns kvar. De är
} inte med i kopian.
disclose-review = Granskningen ligger i { $path }: { $rows } svar, { $masked ->
    [one] 1 föreslagen maskning
   *[other] { $masked } föreslagna maskningar
}. Läs varje svar. Bladet Läs först säger hur.
disclose-copy = Kopian ligger i { $path }: { $rows } rader, { $masked ->
    [one] 1 maskning
   *[other] { $masked } maskningar
}. Läs försättsbladet innan du lämnar ut den. Ta bort granskningen när ärendet är klart.
studio-did-note-copy = Lämnade ut en maskad kopia med ett kommando
