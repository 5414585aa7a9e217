# draft: machine translation, to be read by a human translator
answer-title = أنتم قلتم – ونحن فعلنا
answer-said = أنتم قلتم
answer-status-done = تم
answer-status-underway = قيد التنفيذ
answer-status-declined = لن نفعل ذلك
answer-did-done = نحن فعلنا
answer-did-underway = نحن نفعل
answer-did-declined = لن نفعل ذلك، لأن
answer-contact = أسئلة؟
answer-count = { $n ->
    [zero] لم يُجب أحد.
    [one] أجاب شخص واحد.
    [two] أجاب شخصان.
    [few] أجاب { $n } أشخاص.
    [many] أجاب { $n } شخصًا.
   *[other] أجاب { $n } شخص.
 }
answer-waits-title = ماذا نتج عن الإجابات؟
answer-promised = يأتي الرد في موعد أقصاه { $date }: { $where }.
answer-late = كان يجب أن يأتي الرد قبل { $date }: { $where }. لقد تأخر.
answer-here = سيظهر الرد على هذا العنوان، ورمز QR يؤدي إلى هنا.
answer-published = نُشر في { $date }
answer-changed = تغيّر في { $date }
answer-earlier = رد سابق، من { $date }
answer-purged = حُذفت الإجابات بقرار. بقي العدد فقط.
answer-over = ظهر الرد حتى { $date }. اسأل { $organisation } إن أردت قراءته.
answer-keep = هل تريد أن تعرف ماذا سينتج عن ذلك؟ يأتي الرد في موعد أقصاه { $date } على العنوان نفسه: { $address }. ورمز QR هو نفسه أيضًا.
answer-follow = أخبروني عندما يأتي الرد
answer-following = ستصلك رسالة هنا عندما يأتي الرد. تُحفظ رغبتك وحدها، لا مع إجاباتك. إن غيّرت رأيك فاضغط الزر أو اكتب /stop.
answer-unfollow = لا تخبروني
answer-unfollowed = لن تصلك رسالة عندما يأتي الرد. لقد حذفنا رغبتك.
answer-waiting-for = طلبت أيضًا أن نخبرك عندما يأتي الرد. اكتب /stop إن كنت لا تريد ذلك.
answer-once = هذه هي الرسالة الوحيدة. لقد حذفنا رغبتك وعنوان هذه المحادثة.
answer-link = الرد والتغييرات اللاحقة: { $link }
answer-organiser-overdue = كان يجب أن يأتي الرد على «{ $title }» قبل { $date }. اكتبه هنا: { $link } هذا هو التذكير الوحيد.
