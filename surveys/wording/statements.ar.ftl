# draft: machine translation, to be read by a human translator
statements-own = هل ينقص شيء؟ اكتب عبارة من عندك.
statements-own-help = فكرة واحدة في جملة واحدة، { $max } حرفًا على الأكثر. يمكن للمشاركين الآخرين التصويت عليها. لا تكتب ما يدل على شخص بعينه.
statements-go-on = هل تريد الإجابة عن عبارات أخرى؟
statements-more = { $n ->
    [zero] لم تبقَ عبارات.
    [one] بقيت عبارة واحدة. هل تريد الإجابة عنها؟
    [two] بقيت عبارتان. هل تريد الإجابة عن المزيد؟
    [few] بقيت { $n } عبارات. هل تريد الإجابة عن المزيد؟
    [many] بقيت { $n } عبارة. هل تريد الإجابة عن المزيد؟
   *[other] بقي { $n } من العبارات. هل تريد الإجابة عن المزيد؟
 }
statements-answer-more = نعم، المزيد
statements-answer-enough = لا، هذا يكفي
statements-alike = هل تقصد هذا؟ كتب أحدهم شيئًا مشابهًا.
statements-yours = كتبت: { $text }
statements-answer-that = نعم، سأجيب عن هذه
statements-answer-mine = لا، أرسل عبارتي
statements-other = من مشارك آخر
statements-own-label = عبارتك
statements-order = تصلك أولًا العبارات التي حصلت على أقل عدد من الإجابات.
statements-all = يحصل الجميع على العبارات نفسها، كلٌّ بترتيب مختلف.
statements-gone = أُزيلت العبارة.
statements-thanks = شكرًا، أُرسلت عبارتك.
statements-thanks-waits = شكرًا، أُرسلت عبارتك. يراها الآخرون بعد أن يقرأها المنظم.
statements-another = هل تريد كتابة عبارة أخرى؟
statements-passed = تخطّيتَ
statements-written = { $n ->
    [zero] لم تُرسل عبارات
    [one] أُرسلت عبارة واحدة
    [two] أُرسلت عبارتان
    [few] أُرسلت { $n } عبارات
    [many] أُرسلت { $n } عبارة
   *[other] أُرسل { $n } من العبارات
 }
