# draft: machine translation, to be read by a human translator
# العربية. المحادثة في الطرفية.
terminal-commands = اكتب الرقم الموجود قبل الإجابة، أو اكتب إجابتك بالكلمات. {"\u2066"}/back, /skip, /change 2, /language sv, /pause, /continue رمز الإيصال, /delete{"\u2069"}
terminal-choose-several = عدة إجابات: اكتب الأرقام، مثلًا {"\u2066"}1 3{"\u2069"}.
terminal-current = إجابتك الآن: { $answer }
terminal-outside = أو: { $options }
terminal-change-which = اكتب مثلًا {"\u2066"}/change 2{"\u2069"} لتغيير إجابتك عن السؤال 2.
terminal-unknown-command = هذا الأمر غير موجود هنا. { $known }
terminal-erase-confirm = اكتب {"\u2066"}/delete yes{"\u2069"} لحذف الإجابات.
terminal-private = أنت وحدك ترى الإجابة
terminal-table = اكتب رقم الإجابة للصف المشار إليه بالسهم، أو لكل الصفوف دفعة واحدة، وعددها { $n } ({ $example })، أو لصف معيَّن: {"\u2066"}b: 2{"\u2069"}.
terminal-table-skip = سطر فارغ: تخطَّ الباقي.
terminal-table-on = سطر فارغ: تابع.
terminal-rank = اكتب الأرقام بالترتيب، الأهم أولًا، مثلًا {"\u2066"}2 1 3{"\u2069"}.
terminal-rank-most = اكتب الأرقام بالترتيب، الأهم أولًا، وعددها { $max } على الأكثر، مثلًا {"\u2066"}2 1{"\u2069"}.
terminal-shares = المطلوب توزيعه: { $total }. اكتب عددًا واحدًا لكل سطر، مثلًا { $example }.
terminal-own-words = أو اكتب بكلماتك.
terminal-unit = الوحدة: { $unit }
terminal-file = اكتب مسار المستند ({ $types })، بحد أقصى { $max } ميغابايت. السطر الفارغ يتخطى السؤال.
terminal-photo = اكتب مسار الصورة. السطر الفارغ يتخطى السؤال.
terminal-no-file = تعذَّرت قراءة { $path }. تحقق من المسار.
terminal-open-line = أضف كلماتك بعد نقطتين: {"\u2066"}{ $number }: …{"\u2069"}
terminal-paused = حُفظت إجاباتك. تابع لاحقًا برمز الإيصال: {"\u2066"}/continue { $code }{"\u2069"}
terminal-unknown-receipt = لا توجد هنا إجابات برمز الإيصال هذا. تحقق منه وحاول مرة أخرى.
terminal-already-answered = لقد أجبت هنا من قبل عن شيء ما. احذف تلك الإجابات أولًا بالأمر {"\u2066"}/delete{"\u2069"}.

# Paper forms that are keyed in.
enter-form = الاستمارة { $number }. اكتب الرقم على الورقة. الأمر {"\u2066"}/undo{"\u2069"} يحذف الاستمارة.
enter-next = سطر فارغ: الاستمارة التالية. {"\u2066"}/change 2{"\u2069"} للتغيير، {"\u2066"}/undo{"\u2069"} لحذف الاستمارة، {"\u2066"}Ctrl+D{"\u2069"} للإنهاء.
enter-undone = حُذفت الاستمارة. أدخلها مرة أخرى أو خذ التالية.
