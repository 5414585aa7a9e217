# Svar som visas under ett namn.
notice-by-name = Svaren visas tillsammans med { $unit ->
    [organisation] organisationens
   *[other] gruppens
} namn för alla som är med.
