# draft: machine translation, to be read by a human translator

invite-hello = مرحبًا،
invite-invite = أنت مدعو للإجابة عن «{ $title }».
invite-remind = نذكّرك بـ«{ $title }». إذا أجبت من قبل فلا حاجة إلى أي شيء آخر.
invite-here = أجب هنا:
invite-until = يمكنك الإجابة حتى { $date } الساعة { $time }.
invite-regards = مع التحية
    { $organisation }
invite-subject-invite = ندعوك إلى الإجابة: { $title }
invite-subject-remind = تذكير: { $title }
invite-sms-invite = أسئلة من { $organisation }: { $title }. أجب هنا:
invite-sms-remind = تذكير من { $organisation }: { $title }. أجب هنا إن لم تجب بعد:
invite-sms-until = آخر موعد للإجابة { $date }.
