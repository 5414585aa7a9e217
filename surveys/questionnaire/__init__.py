"""The questionnaire: models, loading, conditions, and what is wrong with a file."""
