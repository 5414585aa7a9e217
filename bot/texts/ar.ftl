# draft: machine translation, to be read by a human translator
# العربية. النصوص نفسها الموجودة في sv.ftl.
# U+2066 and U+2069 keep commands, dates and names of standards from being turned round.

# Before the first question
notice-who = هذه الأسئلة من { $organisation }. نستخدم الإجابات من أجل { $purpose }.
notice-voluntary = الإجابة اختيارية.
notice-no-names = لا تكتب أسماء، ولا تكتب شيئًا عن صحة أي شخص أو دينه أو آرائه السياسية.
notice-minutes = يستغرق ذلك حوالي { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}.
notice-public = ما ترسله قد يصبح وثيقة عامة (allmän handling). عندئذ يمكن لآخرين أن يطلبوا قراءته.
notice-retention = نحتفظ بالإجابات حتى { $date }، وهذا اليوم مشمول.
notice-saved = تُحفظ كل إجابة فورًا. يمكنك حذف إجاباتك إلى أن تُغلق الأسئلة.
notice-quotes = قد نقتبس ما تكتبه، لكن دون ذكر اسمك أبدًا.
notice-confidential = لا ترى الجهة المنظِّمة مَن أجاب بماذا. لا نعرض النتائج إلا بعد أن يجيب { $k } أشخاص على الأقل.
notice-basis = الأساس القانوني: { $basis }. القرار: { $decision }.
notice-demo = ÖVNINGSDATA (تمرين). كل شيء هنا من نسج الخيال.
basis-public_interest = المصلحة العامة
basis-consent = الموافقة
basis-legal_obligation = التزام قانوني
basis-official_authority = ممارسة السلطة العامة
influence = يمكنك التأثير في هذا: { $can } هذا مقرَّر من قبل: { $cannot } سنخبرك بما حدث في موعد أقصاه { $date }. تجد الرد هنا: { $where }.

# While answering
begin = ابدأ
progress = السؤال { $i } من { $n }
skip = تخطَّ السؤال
back = رجوع
next = التالي
send = تم
change = تغيير
yes = نعم
no = لا
read-on = متابعة
hint-text = لا تكتب أسماء أو بيانات شخصية.
hint-place = اكتب اسم المكان أو شارك الموقع.
hint-photo = أرسل صورة.
not-answered = لا توجد إجابة
photo-sent = تم إرسال الصورة
no-longer-applies = { $n ->
    [zero] لا توجد إجابات سابقة فقدت صلتها.
    [one] إجابة سابقة واحدة لم تعد سارية. نحتفظ بها في حال تراجعت عن التغيير.
    [two] إجابتان سابقتان لم تعودا ساريتين. نحتفظ بهما في حال تراجعت عن التغيير.
    [few] { $n } إجابات سابقة لم تعد سارية. نحتفظ بها في حال تراجعت عن التغيير.
    [many] { $n } إجابة سابقة لم تعد سارية. نحتفظ بها في حال تراجعت عن التغيير.
   *[other] { $n } إجابة سابقة لم تعد سارية. نحتفظ بها في حال تراجعت عن التغيير.
}

# When the answer does not fit the question
rejected-choose-one = اختر إحدى الإجابات أدناه.
rejected-choose-some = اختر إجابة واحدة على الأقل، أو تخطَّ السؤال.
rejected-too-many = الحد الأقصى للاختيارات هو { $max }. عدد اختياراتك { $n }.
rejected-too-few = الحد الأدنى للاختيارات هو { $min }. عدد اختياراتك { $n }.
rejected-not-a-date = اكتب تاريخًا، مثلًا {"\u2066"}2027-02-05{"\u2069"}.
rejected-too-early = اختر { $min } أو يومًا بعده.
rejected-too-late = اختر { $max } أو يومًا قبله.
rejected-not-a-time = اكتب وقتًا، مثلًا {"\u2066"}14:30{"\u2069"}.
hint-date = اكتب تاريخًا، مثلًا {"\u2066"}2027-02-05{"\u2069"}.
hint-time = اكتب وقتًا، مثلًا {"\u2066"}14:30{"\u2069"}.
rejected-exclusive = لا يمكن الجمع بين «{ $label }» وإجابات أخرى.
rejected-unknown-option = هذه الإجابة ليست ضمن الخيارات. اختر إحدى الإجابات أدناه.
rejected-too-long = عدد أحرف الإجابة { $n }. الحد الأقصى هو { $max }. اختصرها قليلًا.
rejected-empty = اكتب إجابة، أو تخطَّ السؤال.
rejected-not-a-number = اكتب عددًا بالأرقام، مثلًا 12 أو {"\u2066"}3.5{"\u2069"}.
rejected-too-small = يجب ألا يقل العدد عن { $min }.
rejected-too-big = يجب ألا يزيد العدد على { $max }.
rejected-decimals = { $max ->
    [0] اكتب عددًا صحيحًا من دون كسور.
   *[other] الحد الأقصى للأرقام بعد الفاصلة هو { $max }.
}
rejected-year = اكتب أيضًا السنة التي يخصها العدد، مثلًا {"\u2066"}58 (2021){"\u2069"}.
rejected-pattern = شكل الإجابة غير صحيح. انظر إلى المثال في السؤال.
rejected-not-a-place = شارك الموقع أو اكتب اسم المكان.
rejected-outside-map = الموقع خارج الخريطة. حاول مرة أخرى أو اكتب اسم المكان.
rejected-not-a-photo = أرسل صورة، أو تخطَّ السؤال.
rejected-unreadable-photo = تعذَّرت قراءة الصورة. جرِّب صورة أخرى، ويفضَّل أن تكون JPEG أو PNG.
rejected-photo-too-big = الصورة كبيرة جدًا. الحد الأقصى هو { $max } ميغابايت.
rejected-name-first = اكتب مَن يجيب، حتى لا تختلط الإجابات.
rejected-not-valid = { $text }
rejected-order = اكتب الأرقام بالترتيب الذي تريده، مثلًا {"\u2066"}2 1 3{"\u2069"}.
rejected-twice = لا يمكن وضع الإجابة نفسها إلا في مرتبة واحدة.
rejected-shares = اكتب عددًا صحيحًا لكل سطر. عدد الأسطر { $n }، ويجب أن يكون المجموع { $total }.
rejected-sum = المجموع الآن { $n }. يجب أن يكون { $total }.
rejected-not-a-file = أرسل مستندًا من أحد هذه الأنواع: { $types }، أو تخطَّ السؤال.
rejected-file-too-big = المستند كبير جدًا. الحد الأقصى هو { $max } ميغابايت.
rejected-unreadable-file = تعذَّرت قراءة المستند. يجب أن يكون من أحد هذه الأنواع: { $types }.
rejected-unreadable = لا يمكننا استلام هذا هنا. أجب عن السؤال أو تخطَّه.
rejected-first-begin = اضغط على «ابدأ» لترى السؤال الأول.
rejected-finished = لقد أجبت عن كل الأسئلة. اختر «تغيير» إذا أردت تغيير شيء ما.

# Afterwards
thanks = شكرًا لك! حُفظت إجاباتك.
receipt = رمز الإيصال الخاص بك هو { $code }. يمكنك به حذف إجاباتك حتى { $date }. احتفظ بالرمز.
receipt-until-closed = رمز الإيصال الخاص بك هو { $code }. يمكنك به حذف إجاباتك إلى أن تُغلق الأسئلة. احتفظ بالرمز.
your-answers = إجاباتك
erase = احذف إجاباتي
erase-confirm = هل تريد حذف كل إجاباتك في «{ $title }»؟ لا يمكن التراجع عن ذلك.
erase-yes = احذف الإجابات
erase-no = أبقِ الإجابات
erase-kept = إجاباتك ما زالت موجودة.
erase-done = تم. عدد الإجابات المحذوفة: { $n }.
erase-none = لم نجد إجابات لحذفها. ربما حُذفت من قبل، أو أُغلقت الأسئلة.
closed = لم تعد الإجابة ممكنة.
too-late = أُغلقت الأسئلة قبل وصول ما أرسلته. لم يُحفظ ما أرسلته الآن، أما ما أجبت عنه من قبل فهو محفوظ.
scheduled = الإجابة غير ممكنة بعد. تُفتح الأسئلة في { $date }.
unknown-code = لا يوجد رمز كهذا. تحقق من كتابته وحاول مرة أخرى.
old-button = هذا الزر قديم. هذا هو السؤال الذي وصلت إليه.
language-changed = نكتب الآن باللغة العربية.
try-again = حدث خطأ لدينا. إجاباتك المحفوظة ما زالت موجودة. حاول مرة أخرى بعد قليل.
