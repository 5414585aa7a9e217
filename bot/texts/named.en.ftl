# Answers that are shown under a name.
notice-by-name = The answers are shown with the { $unit ->
    [organisation] organisation's
   *[other] group's
} name to everyone who takes part.
