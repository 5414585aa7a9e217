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
round-begins = Kierros { $round }: puhukaa { $minutes } minuuttia. Aloittakaa, kun kaikki ovat valmiina.
round-talk = Kierros { $round }: nyt puhutte.
round-roles = Henkilö { $tells } kertoo. Henkilö { $asks } kysyy. Henkilö { $listens } kuuntelee.
round-own-tells = Olet henkilö { $person }. Tällä kierroksella sinä kerrot.
round-own-asks = Olet henkilö { $person }. Tällä kierroksella sinä kysyt.
round-own-listens = Olet henkilö { $person }. Tällä kierroksella sinä kuuntelet.
