# The draft's form: what a dialogue can influence.
library-f-influence = What participants can influence
library-influence-about = A dialogue has to say this before the first question. Others can leave it empty. It can be rewritten when the survey opens.
library-influence-date = Write year, month and day. For example: 2027-03-01.
library-f-can-affect = What participants can influence here
library-f-cannot-affect = What is already decided
library-f-wish = What the answer wants for the place
library-wish-keep = Keep
library-wish-develop = Develop
