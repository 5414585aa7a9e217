# draft: machine translation, to be read by a human translator
notice-by-name = Jawaabaha waxaa la tusayaa dhammaan ka-qaybgalayaasha iyagoo ay ku qoran tahay magaca { $unit ->
    [organisation] ururka
   *[other] kooxda
}.
