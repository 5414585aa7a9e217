edition-open = Enkäten är öppen. Rapporten bygger på de svar som hade kommit när den senast fick ändras. Nya svar är med när minst { $k } fler har svarat.
edition-open-series = Minst en enkät i serien är öppen. Den bygger på de svar som hade kommit när rapporten senast fick ändras. Nya svar är med när minst { $k } fler har svarat.
edition-late =
    { $n ->
        [one] Ett svar kom efter den senaste rapporten eller bilden och är inte med i tabeller och teman.
       *[other] { $n } svar kom efter den senaste rapporten eller bilden och är inte med i tabeller och teman.
    } Färre än { $k } går inte att visa utan att någon pekas ut.
edition-kept =
    { $n ->
        [one] En fråga står som i en tidigare rapport eller bild.
       *[other] { $n } frågor står som i en tidigare rapport eller bild.
    } Sedan dess har färre än { $k } svarat på dem eller ändrat sig.
edition-erased = Någon har tagit bort sina svar efter en tidigare rapport eller bild. Därför visas inte alla teman. Skillnaden skulle säga vad personen skrev. Teman kommer tillbaka när minst { $k } fler har svarat.
method-held-since = { $n ->
    [one] En del av rapporten visas inte. Skillnaden mot en tidigare rapport eller bild kunde peka ut någon.
   *[other] { $n } delar av rapporten visas inte. Skillnaden mot en tidigare rapport eller bild kunde peka ut någon.
 }
too-few = Visas inte: färre än { $k } svar.
all-too-few = Inget visas: färre än { $k } { $many } svarade innan enkäten stängde.
all-purged = Inget visas: svaren är gallrade enligt beslut. Bara antalet finns kvar.
erased = Visas inte: någon har tagit bort sitt svar.
edition-erased-closed = Någon har tagit bort sina svar efter en tidigare rapport eller bild. Därför visas inte alla teman. Skillnaden skulle säga vad personen skrev.
