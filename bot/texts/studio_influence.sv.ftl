# Utkastets formulär: vad en dialog kan påverka.
library-f-influence = Vad deltagarna kan påverka
library-influence-about = En dialog måste säga det här före första frågan. Annat kan lämna det tomt. När enkäten öppnas kan texten skrivas om.
library-influence-date = Skriv år, månad och dag. Till exempel: 2027-03-01.
library-f-can-affect = Det här kan deltagarna påverka
library-f-cannot-affect = Det här är redan bestämt
library-f-wish = Vad svaret vill med platsen
library-wish-keep = Bevara
library-wish-develop = Utveckla
