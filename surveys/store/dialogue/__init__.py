"""Statements and rounds: what is handed out, written, moderated and timed while people talk."""
