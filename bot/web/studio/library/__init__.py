"""The library: choose a questionnaire, look at it, try it, adapt it, publish it."""
