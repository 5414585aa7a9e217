# Svar som visas under ett namn.
notice-by-name = Alla som är med får se svaren. De ser också { $unit ->
    [organisation] organisationens
   *[other] gruppens
} namn.
