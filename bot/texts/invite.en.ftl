# Invitation and reminder, to copy.

invite-hello = Hello,
invite-invite = You are invited to answer “{ $title }”.
invite-remind = This is a reminder about “{ $title }”. If you have answered already, there is nothing more to do.
invite-here = Answer here:
invite-until = You can answer until { $date } at { $time }.
invite-regards = Kind regards
    { $organisation }
invite-subject-invite = Please answer: { $title }
invite-subject-remind = Reminder: { $title }
invite-sms-invite = { $organisation } is asking: { $title }. Answer here:
invite-sms-remind = A reminder from { $organisation }: { $title }. Answer here if you have not done so:
invite-sms-until = Answer by { $date }.
