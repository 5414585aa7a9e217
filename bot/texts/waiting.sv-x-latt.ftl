# Påminnelse på lätt svenska.
waiting-statements = { $n ->
    [one] Läs ett påstående i ”{ $title }”. Det väntar här: { $link }
   *[other] Läs { $n } påståenden i ”{ $title }”. De väntar här: { $link }
}
