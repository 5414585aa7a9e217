# draft: machine translation, to be read by a human translator
access-service = Warbixintani waxay ku saabsan tahay boggaga su'aalaha iyo wadahadalka ee { $address }.
access-status-fully = Boggagu si buuxda ayay u waafaqsan yihiin sharciga. Waxay raacaan EN 301 549 V3.2.1 (WCAG 2.1, heerka AA).
access-status-partly = Boggagu qayb ahaan ayay u waafaqsan yihiin sharciga. Waxaa loo dhisay inay raacaan EN 301 549 V3.2.1 (WCAG 2.1, heerka AA).
access-status-not = Boggagu weli ma waafaqsana sharciga. Waxaa loo dhisay inay raacaan EN 301 549 V3.2.1 (WCAG 2.1, heerka AA).
access-burden-title = Culays aan macquul ahayn
access-exempt-title = Waxyaabaha sharcigu aanu khusayn
access-exempt = Sharcigu ma khuseeyo waxa ka qaybgalayaashu qoraan ama diraan. Ma khuseeyo khariidadaha, laakiin meesha mar walba waa laga dooran karaa liis ama waa la qori karaa.
access-contact-email = Iimayl: { $email }
access-contact-phone = Telefoon: { $phone }
access-reply = { $days ->
    [one] Jawaab waxaad heli doontaa hal maalin gudaheed.
   *[other] Jawaab waxaad heli doontaa { $days } maalmood gudahood.
}
access-assessed-title = Goorta boggaga la qiimeeyay
access-assessed = Boggaga waxaa ugu dambayn la qiimeeyay { $date }. Qiimaynta waxaa sameeyay { $who }.
access-assessed-self = annaga
access-published-title = Ku saabsan warbixintan
access-published = Warbixintan waxaa la daabacay { $date }, waxaana dib loo eegaa nooc kasta oo cusub.
