# draft: machine translation, to be read by a human translator
purpose-meeting = in la hagaajiyo kulanka xiga
purpose-work = in la qorsheeyo shaqada xigta
