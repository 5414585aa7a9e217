"""The questionnaire on paper: an A4 form to print, with the questions of the screens in the same order."""
