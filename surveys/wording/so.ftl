# draft: machine translation, to be read by a human translator
# Soomaali: erayada wada hadalku u baahan yahay marka uu jawaab muujinayo.
answer-photo = Sawirka waa la diray
answer-position = Goobta { $lat }, { $lon }
answer-yes = Haa
answer-no = Maya
answer-year = { $number } ({ $year })
respondent-group = Magaca kooxdiinnu waa maxay?
respondent-organisation = Ururkee ayaad u jawaabaysaa?
respondent-either = Ma koox ahaan ayaad u jawaabaysaan? Qor magaca kooxda. Haddii aad keligaa jawaabayso, su'aasha ka bood.
answer-document = { $name } waa la diray
round-begins = Wareegga { $round }: wada hadla { $minutes } daqiiqo. Bilaaba marka qof walba diyaar yahay.
round-talk = Wareegga { $round }: hadda waad wada hadlaysaan.
round-roles = Qofka { $tells } ayaa sheekaynaya. Qofka { $asks } ayaa su'aalaya. Qofka { $listens } ayaa dhegaysanaya.
round-own-tells = Waxaad tahay qofka { $person }. Wareeggan adiga ayaa sheekaynaya.
round-own-asks = Waxaad tahay qofka { $person }. Wareeggan adiga ayaa su'aalaya.
round-own-listens = Waxaad tahay qofka { $person }. Wareeggan adiga ayaa dhegaysanaya.
