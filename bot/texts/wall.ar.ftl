# draft: machine translation, to be read by a human translator
wall-title = الشاشة
wall-join = شارك وأجب
wall-scan = وجّه كاميرا هاتفك نحو المربع.
wall-go = أو افتح
wall-write = واكتب الرمز
wall-qr = رمز QR إلى { $address }
wall-of = من أصل { $all } أجابوا
wall-answered =
    { $n ->
        [zero] أجابوا
        [one] أجاب
        [two] أجابا
        [few] أجابوا
        [many] أجابوا
       *[other] أجابوا
    }
wall-place = السؤال { $n } من { $all }
wall-waiting = تظهر الإجابات عندما يجيب { $k } على الأقل.
wall-more = تظهر الإجابات عندما يجيب { $k } على الأقل عن هذا السؤال.
wall-row-waiting = بانتظار المزيد من الإجابات
wall-theirs = من أحد المشاركين
wall-hidden = النتيجة مخفية الآن.
wall-base = عدد الإجابات: { $n }.
wall-top = تبيّن الأعمدة كم شخصا وضعه ضمن أول { $n }.
wall-first = وضعه { $n } أولا
wall-steps = تتغير الصورة عندما يجيب { $k } آخرون على الأقل.
wall-cut = لا تظهر الإجابات التي وصلت أخيرا إذا كان عددها أقل من { $k }، فقد تكشف أصحابها.
wall-words-waiting = تظهر الكلمات عند الموافقة على { $k } إجابات على الأقل.
wall-words-steps = تتغير الكلمات عند الموافقة على { $k } إجابات أخرى على الأقل.
wall-only-count =
    { $n ->
        [zero] أجابوا عن السؤال
        [one] أجاب عن السؤال
        [two] أجابا عن السؤال
        [few] أجابوا عن السؤال
        [many] أجابوا عن السؤال
       *[other] أجابوا عن السؤال
    }
wall-still = تظهر الإجابات عند انتهاء التوقف المؤقت.
wall-paused = توقف مؤقت
wall-closed = شكرا! أُغلقت الأسئلة.
wall-lost = لا يوجد اتصال الآن. قد تكون الأرقام قديمة.
wall-exercise = ÖVNINGSDATA (تمرين)
