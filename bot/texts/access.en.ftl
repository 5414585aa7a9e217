# The accessibility statement: Digg's eleven points (bot/web/access.py). The other paragraphs are in web.en.ftl.
access-service = The statement is about the pages for questions and dialogues at { $address }.
access-status-fully = The pages conform fully to the law. They follow EN 301 549 V3.2.1 (WCAG 2.1, level AA).
access-status-partly = The pages conform partly to the law. They are built to follow EN 301 549 V3.2.1 (WCAG 2.1, level AA).
access-status-not = The pages do not conform to the law yet. They are built to follow EN 301 549 V3.2.1 (WCAG 2.1, level AA).
access-burden-title = Disproportionate burden
access-exempt-title = Content outside the law
access-exempt = What participants themselves write or send in is outside the law. So are maps, but a place can always be chosen in a list or written.
access-contact-email = E-mail: { $email }
access-contact-phone = Telephone: { $phone }
access-reply = { $days ->
    [one] You get an answer within one day.
   *[other] You get an answer within { $days } days.
}
access-assessed-title = When the pages were assessed
access-assessed = The pages were last assessed on { $date }. The assessment was made by { $who }.
access-assessed-self = ourselves
access-published-title = About this statement
access-published = The statement was published on { $date } and is looked over with each new version.
