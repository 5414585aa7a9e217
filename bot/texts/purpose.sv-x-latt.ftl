purpose-meeting = att göra nästa träff bättre
purpose-work = att planera det fortsatta arbetet
