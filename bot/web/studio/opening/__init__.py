"""Opening a survey in a form: what it asks, how it is read, and the next meeting of a series."""
