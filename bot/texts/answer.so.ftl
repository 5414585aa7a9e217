# draft: machine translation, to be read by a human translator
answer-title = Adigu waxaad tiri – anaguna waxaan qabannay
answer-said = Waxaad tiri
answer-status-done = Waa la dhammeeyay
answer-status-underway = Waa socotaa
answer-status-declined = Ma samayn doonno
answer-did-done = Waxaan qabannay
answer-did-underway = Waxaan qabanaynaa
answer-did-declined = Ma samayn doonno, sababtoo ah
answer-contact = Su'aalo ma qabtaa?
answer-count = { $n ->
    [one] Hal qof ayaa jawaabay.
   *[other] { $n } qof ayaa jawaabay.
 }
answer-waits-title = Maxaa ka soo baxay jawaabaha?
answer-promised = Jawaab-celintu waxay imanaysaa ugu dambayn { $date }: { $where }.
answer-late = Jawaab-celintu waxay ahayd inay timaaddo { $date }: { $where }. Way dib u dhacday.
answer-here = Jawaab-celinta waxaa lagu muujin doonaa ciwaankan, koodhka QR-na halkan ayuu keenaa.
answer-published = La daabacay { $date }
answer-changed = La beddelay { $date }
answer-earlier = Jawaab-celin hore, { $date }
answer-purged = Jawaabaha waa la tirtiray iyadoo go'aan la raacayo. Tirada ayaa hartay.
answer-over = Jawaab-celinta waxaa la muujiyay ilaa { $date }. Weydii { $organisation } haddii aad rabto inaad akhrido.
answer-keep = Ma rabtaa inaad aragto waxa ka soo baxa? Jawaab-celintu waxay imanaysaa ugu dambayn { $date } isla ciwaanka: { $address }. Koodhka QR-na waa isku mid.
answer-follow = Ii sheeg marka jawaab-celintu timaaddo
answer-following = Halkan ayaad fariin ka heli doontaa marka jawaab-celintu timaaddo. Rabitaankaaga gaar ayaa loo kaydiyaa, lalama kaydiyo jawaabahaaga. Haddii aad beddesho: taabo badhanka ama qor /stop.
answer-unfollow = Ha ii sheegin
answer-unfollowed = Fariin ma heli doontid marka jawaab-celintu timaaddo. Rabitaankaagii waan tirtirnay.
answer-waiting-for = Waxaad kaloo codsatay in laguu sheego marka jawaab-celintu timaaddo. Qor /stop haddii aadan rabin.
answer-once = Tani waa fariinta keliya. Waan tirtirnay rabitaankaaga iyo ciwaanka sheekadan.
answer-link = Jawaab-celinta iyo isbeddellada dambe: { $link }
answer-organiser-overdue = Jawaab-celinta “{ $title }” waxay ahayd inay timaaddo { $date }. Halkan ku qor: { $link } Tani waa xusuusinta keliya.
