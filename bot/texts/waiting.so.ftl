# draft: machine translation, to be read by a human translator
waiting-statements = { $n ->
    [one] Hal hadal ayaa sugaya in la akhriyo “{ $title }”: { $link }
   *[other] { $n } hadal ayaa sugaya in la akhriyo “{ $title }”: { $link }
}
