# Arrangörens rum för svaret tillbaka, och listan över dem som är försenade.
studio-did-answer = Svarade tillbaka med ett kommando
