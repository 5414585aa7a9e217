# Inbjudan och påminnelse, att kopiera.

invite-hello = Hej!
invite-invite = Du är inbjuden att svara på ”{ $title }”.
invite-remind = Vi påminner om ”{ $title }”. Har du redan svarat behöver du inte göra något mer.
invite-here = Svara här:
invite-until = Du kan svara till { $date } klockan { $time }.
invite-regards = Vänliga hälsningar
    { $organisation }
invite-subject-invite = Svara gärna: { $title }
invite-subject-remind = Påminnelse: { $title }
invite-sms-invite = { $organisation } frågar: { $title }. Svara här:
invite-sms-remind = Påminnelse från { $organisation }: { $title }. Svara här om du inte redan har gjort det:
invite-sms-until = Svara senast { $date }.
