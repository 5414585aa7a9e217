# draft: machine translation, to be read by a human translator
round-begin = Bilow waqtiga
round-done = Waan dhammaynay
round-running = Waqtigu wuxuu dhammaanayaa { $time }, qiyaastii { $minutes } daqiiqo kadib.
round-over = Waqtigii waa dhammaaday. Waa xilligii la beddeli lahaa.
round-enter = Riix Enter: { $what }.
