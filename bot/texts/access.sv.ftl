# Tillgänglighetsredogörelsen: Diggs elva punkter (bot/web/access.py). Övriga stycken står i web.sv.ftl.
access-service = Redogörelsen gäller sidorna för frågor och dialoger på { $address }.
access-status-fully = Sidorna är helt förenliga med lagen. De följer EN 301 549 V3.2.1 (WCAG 2.1, nivå AA).
access-status-partly = Sidorna är delvis förenliga med lagen. De är byggda för att följa EN 301 549 V3.2.1 (WCAG 2.1, nivå AA).
access-status-not = Sidorna är inte förenliga med lagen ännu. De är byggda för att följa EN 301 549 V3.2.1 (WCAG 2.1, nivå AA).
access-burden-title = Oskäligt betungande anpassning
access-exempt-title = Innehåll som inte omfattas av lagen
access-exempt = Det som deltagare själva skriver eller skickar in omfattas inte av lagen. Det gäller också kartor, men platsen går alltid att välja i en lista eller skriva.
access-contact-email = E-post: { $email }
access-contact-phone = Telefon: { $phone }
access-reply = { $days ->
    [one] Du får svar inom en dag.
   *[other] Du får svar inom { $days } dagar.
}
access-assessed-title = När sidorna granskades
access-assessed = Sidorna granskades senast { $date }. Granskningen gjordes av { $who }.
access-assessed-self = oss själva
access-published-title = Om redogörelsen
access-published = Redogörelsen publicerades { $date } och ses över vid varje ny version.
