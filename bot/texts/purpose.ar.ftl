# draft: machine translation, to be read by a human translator
purpose-meeting = تحسين اللقاء القادم
purpose-work = التخطيط للعمل المقبل
