# draft: machine translation, to be read by a human translator

invite-hello = Hei!
invite-invite = Sinut on kutsuttu vastaamaan kyselyyn ”{ $title }”.
invite-remind = Tämä on muistutus kyselystä ”{ $title }”. Jos olet jo vastannut, sinun ei tarvitse tehdä muuta.
invite-here = Vastaa täällä:
invite-until = Voit vastata { $date } klo { $time } asti.
invite-regards = Ystävällisin terveisin
    { $organisation }
invite-subject-invite = Vastaathan: { $title }
invite-subject-remind = Muistutus: { $title }
invite-sms-invite = { $organisation } kysyy: { $title }. Vastaa täällä:
invite-sms-remind = Muistutus, { $organisation }: { $title }. Vastaa täällä, jos et ole vielä vastannut:
invite-sms-until = Vastaa viimeistään { $date }.
