# draft: machine translation, to be read by a human translator
# Suomi: sanat, joita keskustelu itse tarvitsee näyttäessään vastauksen.
answer-photo = Kuva lähetetty
answer-position = Sijainti { $lat }, { $lon }
answer-yes = Kyllä
answer-no = Ei
answer-year = { $number } ({ $year })
respondent-group = Mikä on ryhmänne nimi?
respondent-organisation = Minkä organisaation puolesta vastaat?
respondent-either = Vastaatteko ryhmänä? Kirjoita ryhmän nimi. Jos vastaat yksin, ohita kysymys.
answer-document = { $name } lähetetty
