# draft: machine translation, to be read by a human translator
# العربية: كلمات تحتاجها المحادثة نفسها عند عرض إجابة.
answer-photo = تم إرسال الصورة
answer-position = الموقع { $lat }، { $lon }
answer-yes = نعم
answer-no = لا
answer-year = { $number } ({ $year })
respondent-group = ما اسم مجموعتكم؟
respondent-organisation = باسم أي منظمة تجيب؟
respondent-either = هل تجيبون كمجموعة؟ اكتب اسم المجموعة. إذا كنت تجيب عن نفسك فتخطَّ السؤال.
answer-document = تم إرسال { $name }
round-begins = الجولة { $round }: تحدثوا لمدة { $minutes } دقيقة. ابدؤوا عندما يكون الجميع مستعدين.
round-talk = الجولة { $round }: أنتم تتحدثون الآن.
round-roles = الشخص { $tells } يروي. الشخص { $asks } يسأل. الشخص { $listens } يستمع.
round-own-tells = أنت الشخص { $person }. في هذه الجولة أنت تروي.
round-own-asks = أنت الشخص { $person }. في هذه الجولة أنت تسأل.
round-own-listens = أنت الشخص { $person }. في هذه الجولة أنت تستمع.
