# Inbjudan och påminnelse på lätt svenska.

invite-hello = Hej!
invite-invite = Vi vill gärna veta vad du tycker om ”{ $title }”.
invite-remind = Vi vill fortfarande veta vad du tycker om ”{ $title }”. Har du redan svarat? Då är du klar.
invite-here = Svara här:
invite-until = Du kan svara till { $date } klockan { $time }.
invite-regards = Hälsningar från
    { $organisation }
invite-subject-invite = Vad tycker du? { $title }
invite-subject-remind = Vi påminner: { $title }
invite-sms-invite = { $organisation } frågar: { $title }. Svara här:
invite-sms-remind = { $organisation } påminner: { $title }. Svara här om du inte redan har svarat:
invite-sms-until = Svara senast { $date }.
