# draft: machine translation, to be read by a human translator
access-service = يخص هذا البيان صفحات الأسئلة والحوارات على العنوان { $address }.
access-status-fully = الصفحات متوافقة تمامًا مع القانون. وهي تتبع المعيار EN 301 549 V3.2.1 (WCAG 2.1، المستوى AA).
access-status-partly = الصفحات متوافقة جزئيًا مع القانون. وقد بُنيت لتتبع المعيار EN 301 549 V3.2.1 (WCAG 2.1، المستوى AA).
access-status-not = الصفحات غير متوافقة مع القانون بعد. وقد بُنيت لتتبع المعيار EN 301 549 V3.2.1 (WCAG 2.1، المستوى AA).
access-burden-title = العبء غير المعقول
access-exempt-title = محتوى لا يشمله القانون
access-exempt = لا يشمل القانون ما يكتبه المشاركون أو يرسلونه بأنفسهم. ولا يشمل الخرائط، لكن يمكن دائمًا اختيار المكان من قائمة أو كتابته.
access-contact-email = البريد الإلكتروني: { $email }
access-contact-phone = الهاتف: { $phone }
access-reply = { $days ->
    [zero] ستتلقى ردًا خلال { $days } يوم.
    [one] ستتلقى ردًا خلال يوم واحد.
    [two] ستتلقى ردًا خلال يومين.
    [few] ستتلقى ردًا خلال { $days } أيام.
    [many] ستتلقى ردًا خلال { $days } يومًا.
   *[other] ستتلقى ردًا خلال { $days } يوم.
}
access-assessed-title = متى قُيِّمت الصفحات
access-assessed = قُيِّمت الصفحات آخر مرة في { $date }. أجرى التقييم: { $who }.
access-assessed-self = نحن أنفسنا
access-published-title = عن هذا البيان
access-published = نُشر هذا البيان في { $date } ويُراجَع مع كل إصدار جديد.
