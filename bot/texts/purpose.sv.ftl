# Vad svaren används till, om arrangören inte skriver något annat.
purpose-meeting = att göra nästa träff bättre
purpose-work = att planera arbetet vidare
