# draft: machine translation, to be read by a human translator
# Soomaali. Isla qoraallada ku jira sv.ftl.

# Ka hor su'aasha koowaad
notice-who = { $organisation } ayaa su'aalo weydiinaysa. Jawaabaha waxaan u isticmaalnaa { $purpose }.
notice-voluntary = Ka jawaabiddu waa ikhtiyaari.
notice-no-names = Ha qorin magacyo. Ha qorin wax ku saabsan caafimaadka, diinta ama fikirka siyaasadeed ee qofna.
notice-minutes = Waxay qaadanaysaa qiyaastii { $minutes ->
    [one] hal daqiiqo
   *[other] { $minutes } daqiiqo
}.
notice-public = Waxa aad soo dirto waxay noqon karaan dukumenti dadweyne (allmän handling). Markaas dad kale ayaa codsan kara inay akhriyaan.
notice-retention = Jawaabaha waxaan kaydinaynaa ilaa { $date }.
notice-saved = Jawaab kasta isla markiiba waa la kaydiyaa. Jawaabahaaga waad tirtiri kartaa ilaa su'aaluhu ka xirmaan.
notice-quotes = Waxaa dhici karta inaan soo xigano waxa aad qorto, laakiin weligeed magacaaga lama sheego.
notice-confidential = Qabanqaabiyuhu ma arko qofka iyo waxa uu ku jawaabay. Natiijada waxaan muujinnaa oo keliya marka ugu yaraan { $k } qof ay jawaabaan.
notice-basis = Saldhigga sharciga: { $basis }. Go'aanka: { $decision }.
notice-demo = ÖVNINGSDATA (tababar). Wax kasta oo halkan ku jira waa male-awaal.
basis-public_interest = danta guud
basis-consent = oggolaansho
basis-legal_obligation = waajib sharci
basis-official_authority = gudashada awood dawladeed
influence = Waxan waad saamayn kartaa: { $can } Waxan horay ayaa loo go'aamiyay: { $cannot } Ugu dambayn { $date } ayaan kuu sheegi doonnaa wixii dhacay. Jawaabta waxaad ka heli doontaa halkan: { $where }.

# Marka la jawaabayo
begin = Bilow
progress = Su'aasha { $i } ee { $n }
skip = Ka bood
back = Dib u noqo
next = Xiga
send = Diyaar
change = Beddel
yes = Haa
no = Maya
read-on = Sii wad
hint-text = Ha qorin magacyo ama xog shakhsiyeed.
hint-place = Qor magaca goobta ama la wadaag meesha ay ku taal.
hint-photo = Soo dir sawir.
not-answered = Jawaab ma jirto
photo-sent = Sawirka waa la diray
no-longer-applies = { $n ->
    [one] Hal jawaab oo hore ma khusayso mar dambe. Waan hayn doonnaa haddii aad dib u beddesho.
   *[other] { $n } jawaabood oo hore ma khuseeyaan mar dambe. Waan hayn doonnaa haddii aad dib u beddesho.
}

# Marka jawaabtu aanay ku habboonayn su'aasha
rejected-choose-one = Dooro mid ka mid ah jawaabaha hoose.
rejected-choose-some = Dooro ugu yaraan hal jawaab, ama su'aasha ka bood.
rejected-too-many = Waxaad dooran kartaa ugu badnaan { $max }. Waxaad dooratay { $n }.
rejected-too-few = Dooro ugu yaraan { $min }. Waxaad dooratay { $n }.
rejected-not-a-date = Qor maalin, tusaale ahaan 2027-02-05.
rejected-too-early = Dooro { $min } ama maalin ka dambaysa.
rejected-too-late = Dooro { $max } ama maalin ka horraysa.
rejected-not-a-time = Qor saacad, tusaale ahaan 14:30.
hint-date = Qor maalin, tusaale ahaan 2027-02-05.
hint-time = Qor saacad, tusaale ahaan 14:30.
rejected-exclusive = “{ $label }” lama dooran karo jawaabo kale oo la socda.
rejected-unknown-option = Jawaabtaas halkan kuma jirto. Dooro mid ka mid ah jawaabaha hoose.
rejected-too-long = Jawaabtu waa { $n } xaraf. Waxay noqon kartaa ugu badnaan { $max }. Fadlan soo gaabi.
rejected-empty = Qor jawaab, ama su'aasha ka bood.
rejected-not-a-number = Tirada ku qor lambarro, tusaale ahaan 12 ama 3.5.
rejected-too-small = Tiradu waa inay noqotaa ugu yaraan { $min }.
rejected-too-big = Tiradu waa inay noqotaa ugu badnaan { $max }.
rejected-decimals = { $max ->
    [0] Qor tiro dhan oo aan jajab lahayn.
   *[other] Lambarrada jajabka ka dambeeya waa ugu badnaan { $max }.
}
rejected-year = Sidoo kale qor sanadka ay khusayso, tusaale ahaan 58 (2021).
rejected-pattern = Jawaabtu uma eka sidii loo baahnaa. Fiiri tusaalaha su'aasha ku jira.
rejected-not-a-place = La wadaag meesha ay ku taal ama qor magaca goobta.
rejected-outside-map = Meeshu waxay ka baxsan tahay khariidadda. Isku day mar kale ama qor magaca goobta.
rejected-not-a-photo = Soo dir sawir, ama su'aasha ka bood.
rejected-unreadable-photo = Sawirka lama furi karin. Isku day mid kale, gaar ahaan JPEG ama PNG.
rejected-photo-too-big = Sawirku aad buu u weyn yahay. Wuxuu noqon karaa ugu badnaan { $max } MB.
rejected-name-first = Qor cidda jawaabaysa, si aanay jawaabuhu isugu qasmin.
rejected-not-valid = { $text }
rejected-order = Lambarrada u qor sida aad u kala horraysiinayso, tusaale ahaan 2 1 3.
rejected-twice = Jawaab kasta hal meel oo keliya ayay geli kartaa.
rejected-shares = Sadar kasta u qor hal tiro oo dhan. Tirooyinku waa inay noqdaan { $n }, wadartooduna { $total }.
rejected-sum = Wadartu hadda waa { $n }. Waa inay noqoto { $total }.
rejected-not-a-file = Soo dir dukumenti ka mid ah noocyadan: { $types }, ama su'aasha ka bood.
rejected-file-too-big = Dukumentigu aad buu u weyn yahay. Wuxuu noqon karaa ugu badnaan { $max } MB.
rejected-unreadable-file = Dukumentiga lama furi karin. Waa inuu ka mid noqdaa noocyadan: { $types }.
rejected-unreadable = Taas halkan kuma qaadan karno. Su'aasha ka jawaab, ama ka bood.
rejected-first-begin = Riix Bilow si aad u aragto su'aasha koowaad.
rejected-finished = Su'aalaha oo dhan waad ka jawaabtay. Dooro Beddel haddii aad rabto inaad wax beddesho.

# Kadib
thanks = Mahadsanid! Jawaabahaaga waa la kaydiyay.
receipt = Koodhka rasiidhkaagu waa { $code }. Waxaad jawaabahaaga ku tirtiri kartaa ilaa { $date }. Koodhka kaydso.
receipt-until-closed = Koodhka rasiidhkaagu waa { $code }. Waxaad jawaabahaaga ku tirtiri kartaa ilaa su'aaluhu ka xirmaan. Koodhka kaydso.
your-answers = Jawaabahaaga
erase = Tirtir jawaabahayga
erase-confirm = Ma rabtaa inaad tirtirto dhammaan jawaabahaaga “{ $title }”? Dib looma soo celin karo.
erase-yes = Tirtir jawaabaha
erase-no = Hay jawaabaha
erase-kept = Jawaabahaagu weli way jiraan.
erase-done = Waa la dhammeeyay. Jawaabaha la tirtiray: { $n }.
erase-none = Ma helin jawaabo la tirtiro. Waxaa laga yaabaa in hore loo tirtiray, ama su'aaluhu way xirmeen.
closed = Mar dambe lama jawaabi karo.
too-late = Su'aalaha waa la xiray. Waxa aad hadda dirtay lama kaydin, laakiin jawaabahaagii hore waa la kaydiyay.
scheduled = Weli lama jawaabi karo. Su'aaluhu waxay furmayaan { $date }.
unknown-code = Koodhkaas ma jiro. Hubi sida loo qoray oo isku day mar kale.
old-button = Badhankaasi waa duug. Waa tan su'aasha aad hadda joogto.
language-changed = Hadda waxaan ku qoraynaa af Soomaali.
try-again = Khalad ayaa naga dhacay. Jawaabahaagii la kaydiyay weli way jiraan. Fadlan wax yar ka dib isku day mar kale.
