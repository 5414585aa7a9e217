# draft: machine translation, to be read by a human translator
round-begin = ابدأ الوقت
round-done = انتهينا
round-running = ينتهي الوقت في الساعة { $time }، بعد حوالي { $minutes } د.
round-over = انتهى الوقت. حان وقت التبديل.
round-enter = اضغط على Enter: { $what }.
