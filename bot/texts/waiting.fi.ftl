# draft: machine translation, to be read by a human translator
waiting-statements = { $n ->
    [one] Yksi väittämä odottaa lukemista kyselyssä ”{ $title }”: { $link }
   *[other] { $n } väittämää odottaa lukemista kyselyssä ”{ $title }”: { $link }
}
