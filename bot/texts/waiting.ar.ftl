# draft: machine translation, to be read by a human translator
waiting-statements = { $n ->
    [zero] لا توجد عبارات تنتظر القراءة في «{ $title }»: { $link }
    [one] عبارة واحدة تنتظر القراءة في «{ $title }»: { $link }
    [two] عبارتان تنتظران القراءة في «{ $title }»: { $link }
    [few] { $n } عبارات تنتظر القراءة في «{ $title }»: { $link }
    [many] { $n } عبارة تنتظر القراءة في «{ $title }»: { $link }
   *[other] { $n } عبارة تنتظر القراءة في «{ $title }»: { $link }
}
