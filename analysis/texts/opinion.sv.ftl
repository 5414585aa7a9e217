# Vad röster på påståenden säger. Bokstäverna A, B … är grupper.
opinion-head = { $people ->
    [one] { $people } deltagare
   *[other] { $people } deltagare
} och { $statements } påståenden.
opinion-agreed = Påstående { $id }: samsyn. { $share } som tog ställning håller med. { $passed } avstod.
opinion-refused = Påstående { $id }: samsyn. { $share } som tog ställning håller inte med. { $passed } avstod.
opinion-divided = Påstående { $id }: delade meningar. { $share } som tog ställning håller med. { $passed } avstod.
opinion-hesitant = Många avstod.
opinion-uncertain = Påstående { $id }: osäkert, många avstod. { $passed } av { $seen } avstod.
opinion-none = Påstående { $id }: inget tydligt utslag. { $share } som tog ställning håller med. { $passed } avstod.
opinion-too-few = Påstående { $id }: för få svar.
opinion-rest = Inget tydligt utslag: { $none }. Osäkert: { $uncertain }. För få svar: { $few }.
opinion-corrected = Samsyn sägs bara när slumpen är en dålig förklaring, räknat på alla påståenden ihop.
opinion-groups = Rösterna visar { $k } grupper: { $sizes }. Indelningen är { $stable ->
    [very] stabil
   *[fairly] ganska stabil
}.
opinion-groups-given = Grupperna är angivna: { $sizes }.
opinion-groups-untested = Polis räknesätt ger { $k } grupper: { $sizes }. De är inte prövade mot slumpen.
opinion-size = { $name } ({ $n })
opinion-tells = Grupp { $name } skiljer ut sig på påstående { $id }. Där håller { $share } { $side ->
    [for] med
   *[against] inte med
}, mot { $rest } av övriga.
opinion-tells-plain = Grupp { $name } skiljer ut sig på påstående { $id }. Där håller de flesta { $side ->
    [for] med
   *[against] inte med
}, oftare än övriga.
opinion-bridges = Enar grupperna mest: påstående { $id }. Håller med: { $shares }.
opinion-bridges-plain = Enar grupperna mest: påstående { $id }. De flesta i varje grupp håller med.
opinion-in-group = { $name } { $share }
opinion-no-groups-too-few = Inga tydliga grupper kan visas. { $voters } har röstat på tillräckligt många påståenden. Det behövs minst { $least }.
opinion-no-groups-chance = Inga tydliga grupper. Omkastade röster ger lika tydliga grupper. Det behövs fler röster, eller tydligare skillnader.
opinion-no-groups-untested = Inga grupper visas, eftersom de inte är prövade mot slumpen. Det behövs minst { $least } omkastningar.
opinion-no-groups-unstable = Inga tydliga grupper. Indelningen blir en annan när var tionde person tas bort. Det behövs fler röster per person.
opinion-absence = Det betyder inte att alla tycker lika. Det betyder att rösterna inte räcker för att se grupper.
