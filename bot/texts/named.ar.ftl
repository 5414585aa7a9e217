# draft: machine translation, to be read by a human translator
notice-by-name = تُعرض الإجابات مع اسم { $unit ->
    [organisation] المنظمة
   *[other] المجموعة
} على جميع المشاركين.
