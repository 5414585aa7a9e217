"""The report: one model, several writers, the same numbers in all of them."""
