# draft: machine translation, to be read by a human translator
statements-own = Ma wax baa ka maqan? Qor hadal adiga kaa yimid.
statements-own-help = Hal arrin oo hal weedh ah, ugu badnaan { $max } xaraf. Dadka kale way u codayn karaan. Ha qorin wax qof gaar ah tilmaamaya.
statements-go-on = Ma rabtaa inaad ka jawaabto hadallo kale?
statements-more = { $n ->
    [one] Waxaa haray hal hadal. Ma rabtaa inaad ka jawaabto?
   *[other] Waxaa haray { $n } hadal. Ma rabtaa inaad kuwo kale ka jawaabto?
 }
statements-answer-more = Haa, kuwo kale
statements-answer-enough = Maya, way igu filan tahay
statements-alike = Ma tan baad ka waddaa? Qof ayaa horay u qoray wax la mid ah.
statements-yours = Waxaad qortay: { $text }
statements-answer-that = Haa, tan ayaan ka jawaabayaa
statements-answer-mine = Maya, dir kayga
statements-other = Qof kale oo ka qaybgalay
statements-own-label = Hadalkaaga
statements-order = Waxaad marka hore heleysaa hadallada jawaabaha ugu yar helay.
statements-all = Qof walba wuxuu helayaa isla hadallada, mid kasta si kale ayaa loo kala horraysiiyay.
statements-gone = Hadalka waa la tirtiray.
statements-thanks = Mahadsanid, hadalkaaga waa la diray.
statements-thanks-waits = Mahadsanid, hadalkaaga waa la diray. Dadka kale way arki doonaan marka qabanqaabiyuhu akhriyo.
statements-another = Ma rabtaa inaad mid kale qorto?
statements-passed = Waad ka booday
statements-written = { $n ->
    [one] Hal hadal ayaa la diray
   *[other] { $n } hadal ayaa la diray
 }
