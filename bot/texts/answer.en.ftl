# The answer back, as participants see it.
answer-title = You said – we did
answer-said = You said
answer-status-done = Done
answer-status-underway = Under way
answer-status-declined = We will not do it
answer-did-done = We did
answer-did-underway = We are doing
answer-did-declined = We will not do it, because
answer-contact = Questions?
answer-count = { $n ->
    [one] One person answered.
   *[other] { $n } people answered.
 }
answer-waits-title = What came of the answers?
answer-promised = The answer comes by { $date }: { $where }.
answer-late = The answer should have come by { $date }: { $where }. It is late.
answer-here = The answer will be shown at this address, and the QR code leads here.
answer-published = Published { $date }
answer-changed = Changed { $date }
answer-earlier = An earlier answer, from { $date }
answer-purged = The answers have been removed by a decision. The number remains.
answer-over = The answer was shown until { $date }. Ask { $organisation } if you want to read it.
answer-keep = Do you want to see what comes of it? The answer comes by { $date } at the same address: { $address }. The QR code is the same too.
answer-follow = Tell me when the answer comes
answer-following = You will get a message here when the answer has come. Your wish is kept by itself, not with your answers. If you change your mind: press the button or write /stop.
answer-unfollow = Do not tell me
answer-unfollowed = You will get no message when the answer comes. We have removed your wish.
answer-waiting-for = You have also asked to be told when the answer comes. Write /stop if you do not want that.
answer-once = This is the only message. We have removed your wish and the address to this chat.
answer-link = The answer and later changes: { $link }
answer-organiser-overdue = The answer back on “{ $title }” should have come by { $date }. Write it here: { $link } This is the only reminder.
