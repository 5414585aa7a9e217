# Påminnelse till arrangörens chatt om det som väntar på att läsas.
waiting-statements = { $n ->
    [one] Ett påstående väntar på att läsas i ”{ $title }”: { $link }
   *[other] { $n } påståenden väntar på att läsas i ”{ $title }”: { $link }
}
