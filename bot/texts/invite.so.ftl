# draft: machine translation, to be read by a human translator

invite-hello = Salaan!
invite-invite = Waxaa lagugu casuumayaa inaad ka jawaabto ”{ $title }”.
invite-remind = Tani waa xasuusin ku saabsan ”{ $title }”. Haddii aad horay u jawaabtay, wax kale looma baahna.
invite-here = Halkan ka jawaab:
invite-until = Waxaad jawaabi kartaa ilaa { $date } saacadda { $time }.
invite-regards = Salaan wanaagsan
    { $organisation }
invite-subject-invite = Fadlan ka jawaab: { $title }
invite-subject-remind = Xasuusin: { $title }
invite-sms-invite = { $organisation } ayaa ku weydiinaysa: { $title }. Halkan ka jawaab:
invite-sms-remind = Xasuusin ka timid { $organisation }: { $title }. Halkan ka jawaab haddaanad weli jawaabin:
invite-sms-until = Jawaab ugu dambayn { $date }.
