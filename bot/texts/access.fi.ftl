# draft: machine translation, to be read by a human translator
access-service = Seloste koskee kysymys- ja vuoropuhelusivuja osoitteessa { $address }.
access-status-fully = Sivut ovat täysin lain mukaiset. Ne noudattavat standardia EN 301 549 V3.2.1 (WCAG 2.1, taso AA).
access-status-partly = Sivut ovat osittain lain mukaiset. Ne on tehty noudattamaan standardia EN 301 549 V3.2.1 (WCAG 2.1, taso AA).
access-status-not = Sivut eivät vielä ole lain mukaiset. Ne on tehty noudattamaan standardia EN 301 549 V3.2.1 (WCAG 2.1, taso AA).
access-burden-title = Kohtuuton rasite
access-exempt-title = Sisältö, jota laki ei koske
access-exempt = Laki ei koske sitä, mitä osallistujat itse kirjoittavat tai lähettävät. Se ei koske myöskään karttoja, mutta paikan voi aina valita luettelosta tai kirjoittaa.
access-contact-email = Sähköposti: { $email }
access-contact-phone = Puhelin: { $phone }
access-reply = { $days ->
    [one] Saat vastauksen yhden päivän kuluessa.
   *[other] Saat vastauksen { $days } päivän kuluessa.
}
access-assessed-title = Milloin sivut arvioitiin
access-assessed = Sivut arvioitiin viimeksi { $date }. Arvioinnin teki { $who }.
access-assessed-self = oma henkilöstömme
access-published-title = Tietoa selosteesta
access-published = Seloste julkaistiin { $date }, ja se tarkistetaan jokaisen uuden version yhteydessä.
