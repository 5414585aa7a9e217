# Tillgänglighetsredogörelsen på lätt svenska.
access-service = Det här gäller sidorna på { $address }.
access-status-fully = Sidorna följer lagen helt. Reglerna heter EN 301 549 V3.2.1 (WCAG 2.1, nivå AA).
access-status-partly = Sidorna följer nästan hela lagen. Reglerna heter EN 301 549 V3.2.1 (WCAG 2.1, nivå AA).
access-status-not = Sidorna följer inte lagen ännu. Reglerna heter EN 301 549 V3.2.1 (WCAG 2.1, nivå AA).
access-burden-title = Det som är för svårt att ändra
access-exempt-title = Det som lagen inte gäller
access-exempt = Lagen gäller inte det som andra skriver eller skickar. Den gäller inte kartor. Men du kan alltid välja plats i en lista.
access-contact-email = E-post: { $email }
access-contact-phone = Telefon: { $phone }
access-reply = { $days ->
    [one] Du får svar inom en dag.
   *[other] Du får svar inom { $days } dagar.
}
access-assessed-title = När vi testade sidorna
access-assessed = Sidorna testades senast { $date }. Testet gjordes av { $who }.
access-assessed-self = oss själva
access-published-title = Om den här texten
access-published = Texten kom { $date }. Vi läser den igen vid varje ny version.
