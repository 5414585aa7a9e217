# draft: machine translation, to be read by a human translator
# Soomaali. Wada hadalka terminalka.
terminal-commands = Qor lambarka jawaabta ka horreeya, ama jawaabtaada erayo ku qor. /back, /skip, /change 2, /language sv, /pause, /continue KOODHKA RASIIDHKA, /delete
terminal-choose-several = Dhowr jawaabood: qor lambarrada, tusaale ahaan 1 3.
terminal-current = Jawaabtaada hadda: { $answer }
terminal-outside = Ama: { $options }
terminal-change-which = Qor tusaale ahaan /change 2 si aad u beddesho jawaabta su'aasha 2.
terminal-unknown-command = Amarkaas halkan kama jiro. { $known }
terminal-erase-confirm = Qor /delete yes si jawaabaha loo tirtiro.
terminal-private = adiga oo keliya ayaa jawaabta arka
terminal-table = Qor lambarka jawaabta sadarka fallaadhu ku taal, ama dhammaan { $n } hal mar ({ $example }), ama sadar gaar ah: b: 2.
terminal-table-skip = Sadar bannaan: ka bood inta hadhay.
terminal-table-on = Sadar bannaan: sii wad.
terminal-rank = Lambarrada u qor sida ay u kala horreeyaan, kan ugu muhiimsan marka hore, tusaale ahaan 2 1 3.
terminal-rank-most = Qor ugu badnaan { $max } lambar sida ay u kala horreeyaan, kan ugu muhiimsan marka hore, tusaale ahaan 2 1.
terminal-shares = Qaybi { $total }. Sadar kasta u qor hal tiro, tusaale ahaan { $example }.
terminal-own-words = Ama ku qor erayadaada.
terminal-unit = Halbeeg: { $unit }
terminal-file = Qor meesha dukumentigu ({ $types }) kaga jiro kombiyuutarkaaga. Ugu badnaan { $max } MB. Sadarka bannaan wuu ka boodaa su'aasha.
terminal-photo = Qor meesha sawirku kaga jiro kombiyuutarkaaga. Sadarka bannaan wuu ka boodaa su'aasha.
terminal-no-file = { $path } lama furi karo. Hubi meesha aad qortay.
terminal-open-line = Erayadaada ku dar laba dhibcood kadib: { $number }: …
terminal-paused = Jawaabahaaga waa la kaydiyay. Hadhow ku sii wad koodhka rasiidhka: /continue { $code }
terminal-unknown-receipt = Jawaabo koodhkaas rasiidhka leh halkan kuma jiraan. Hubi koodhka oo isku day mar kale.
terminal-already-answered = Halkan horay ayaad wax uga jawaabtay. Marka hore jawaabahaas ku tirtir /delete.

# Foomamka warqadda ah ee la geliyo.
enter-form = Foomka { $number }. Lambarka ku qor warqadda. /undo ayaa foomka tirtira.
enter-next = Sadar bannaan: foomka xiga. /change 2 wax bay beddeshaa, /undo foomka ayay tirtirtaa, Ctrl+D way dhammaysaa.
enter-undone = Foomka waa la tirtiray. Mar kale geli ama ka kan xiga qaado.
