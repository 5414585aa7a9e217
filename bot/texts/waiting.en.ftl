# A reminder to the organiser's chat of what waits to be read.
waiting-statements = { $n ->
    [one] One statement waits to be read in “{ $title }”: { $link }
   *[other] { $n } statements wait to be read in “{ $title }”: { $link }
}
