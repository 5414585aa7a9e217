# Rapportens påståenden och grupper. Citattecken sätts av programmet, aldrig här.
heading-statements = Vad är deltagarna överens om?
voting-agree = Håller med
voting-disagree = Håller inte med
voting-pass = Hoppade över
voting-share = Håller med, av dem som tog ställning
voting-share-interval = Håller med (95 % intervall)
voting-interval = { $share }; { $range }
voting-range = { $low }–{ $high } %
voting-whiskers = Håller med, bland dem som tog ställning: 95 % intervall
voting-none-decided = Ingen tog ställning
voting-statement = Påstående
voting-answers = Svar
voting-from-participant = { $text } – från en deltagare
voting-origin-organiser = arrangören
voting-origin-participant = en deltagare
voting-asked = Påståenden att ta ställning till
voting-about-consensus = Samsyn
voting-about-divided = Delade meningar
voting-about-uncertain = Osäkert
voting-about-none = Inget tydligt utslag
voting-about-too-few = För få svar
voting-held = för få svar
voting-finding-consensus = Samsyn om { $n } av { $of } påståenden. Tydligast: { $text } { $side ->
    [for] Håller med: { $share }.
   *[against] Håller inte med: { $share }.
}
voting-finding-divided = Delade meningar om { $n } av { $of } påståenden. Jämnast: { $text } Håller med: { $share }.
voting-finding-uncertain = Många avstod från { $n } av { $of } påståenden. Flest vid: { $text } Avstod: { $passed } av { $seen }.
voting-finding-none = { $n } av { $of } påståenden har inget tydligt utslag.
voting-finding-too-few = { $n } av { $of } påståenden har för få svar för att visas.
voting-said-consensus = { $text } { $side ->
    [for] Håller med: { $share }.
   *[against] Håller inte med: { $share }.
}
voting-said-divided = { $text } Håller med: { $share }.
voting-counted = Avstod: { $passed } av { $seen }. Från { $origin }.
voting-lead-consensus-none = Inget påstående har en samsyn som är tydligare än slumpen.
voting-lead-divided-none = Inget påstående delar { $many } tydligt i två läger.
voting-limits-consensus = Samsyn: slumpen är en dålig förklaring, räknat på alla påståenden ihop (högst { $rate } % fel). Minst { $share } % av dem som tog ställning är på samma sida, och i varje grupp som visas.
voting-limits-divided = Delade meningar: den mindre sidan är säkert minst { $smaller } % av dem som tog ställning.
voting-limits-uncertain = Osäkert: minst { $passed } % avstod, och fler än för de flesta andra påståenden.
voting-limits-none = Inget av det andra. Det är inte samma sak som delade meningar.
voting-limits-too-few = För få svar: färre än { $k } har svarat.
voting-limits-groups = Grupper söks bland minst { $least } personer. De visas när högst var { $often }:e omkastning av rösterna ger lika tydliga grupper, av { $shuffles }. De ska också bli desamma när var tionde person tas bort. Varje grupp har minst { $k } personer och minst en tiondel av alla.
voting-limits-wilson = Andelen är av dem som tog ställning. { $drawn ->
    [yes] Spannet efter den är Wilsons intervall på 95 % och ritas under stapeln. Det är ingen felmarginal för er som var med, utan säger något om andra som liknar er. Har alla svarat är antalet ett faktum, och inget spann visas.
   *[no] { $why ->
        [nobody] {""}
        [everybody] Alla har svarat. Då är antalet ett faktum, och inget spann visas.
       *[selfselected] Inget spann visas, för de som svarade har själva valt att vara med. Ett spann skulle läsas som en felmarginal för alla andra.
    }
}
voting-hesitant = Många avstod från: { $texts }
voting-open-link = Länken är öppen. En person kan ha svarat flera gånger.
voting-several = Bilden visar { $shown } av { $n }. Alla står i tabellen över påståenden.
voting-all = Alla { $n } påståenden
voting-groups-asked = Finns det grupper som tycker olika?
voting-groups-open = Grupper visas först när omgången är stängd.
voting-groups-needed-too-few = Det behövs minst { $least } personer som har svarat på minst { $votes } påståenden var. Nu är de { $voters }.
voting-groups-needed-too-few-hidden = Det behövs minst { $least } personer som har svarat på minst { $votes } påståenden var.
voting-groups-needed-chance = Omkastade röster ger lika tydliga grupper. Det behövs fler svar, eller påståenden som skiljer tydligare.
voting-groups-needed-unstable = Indelningen blir en annan när var tionde person tas bort. Det behövs fler svar från varje person.
voting-groups-none = Inga tydliga grupper kan visas
voting-groups-finding = Svaren visar { $k } grupper som tycker olika: { $sizes }
voting-groups-stable = Indelningen är { $stable ->
    [very] stabil
   *[fairly] ganska stabil
}: den blir i stort sett densamma när var tionde person tas bort.
voting-groups-beat = Omkastade röster ger sällan lika tydliga grupper ({ $share } % av gångerna).
voting-groups-counts = Grupperna är gjorda av de här svaren. Därför visas skillnader som antal, utan sannolikhet.
voting-group-size = { $name } ({ $n })
voting-group-row = Grupp { $name }: { $text }
voting-group-rest = Övriga: { $text }
voting-group-asked = Det som skiljer ut grupp { $name }
voting-group-finding = Grupp { $name } ({ $n } personer) { $side ->
    [for] håller med om
   *[against] håller inte med om
} { $text } { $share } mot { $rest } av övriga.
voting-group-finding-plain = Grupp { $name } ({ $n } personer) { $side ->
    [for] håller oftare med om
   *[against] håller mer sällan med om
} { $text }
voting-group-nothing = Grupp { $name } ({ $n } personer) har inget påstående som den tydligt skiljer ut sig på.
voting-group-plain = Siffrorna visas inte: någon grupp är för liten där, eller svarar med en röst.
voting-bridges-asked = Det som förenar grupperna
voting-bridges-finding = Grupperna möts i { $n ->
    [one] ett påstående
   *[other] { $n } påståenden
}. Mest: { $text }
voting-bridges-none = Inget påstående förenar alla grupper tydligt.
sheet-statements = Påståenden
sheet-opinion_groups = Åsiktsgrupper
polis-about = Påståendena i samma form som Polis skriver dem. Filen har antal, aldrig en rad för en person. Tomma rutor har färre än fem svar.
population-columns = Filen om befolkningen behöver kolumnerna fråga, alternativ och antal eller andel. Den har minst en rad och högst { $most }.
population-row = Rad { $row } i filen om befolkningen går inte att läsa. Skriv fråga, alternativ och ett tal, och varje alternativ en gång.
population-question = Frågan { $question } i filen om befolkningen finns inte här, eller har flera svar. Skriv frågans id eller text.
population-option = Alternativet { $option } i filen om befolkningen finns inte i frågan { $question }. Skriv alternativets id eller text, och tal över noll.
population-survey = Filen om befolkningen passar en enkät, inte en serie.
population-asked = Vilka har svarat? { $question }
population-expected = Om svaren var som befolkningen
population-share = I befolkningen
population-group = { $label } ({ $count } av { $n } svar, mot { $share } % av befolkningen)
population-missing = { $question } Vi hör för få: { $groups }.
population-none = { $question } Ingen grupp saknas säkert bland { $n } svar. Med få svar syns bara stora skillnader.
population-note = En grupp sägs saknas när så få svar vore ovanliga om alla svarade lika ofta (högst 5 % fel). De som inte svarade på frågan räknas inte.
