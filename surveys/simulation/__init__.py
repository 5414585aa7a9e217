"""Invented people: what somebody might do at a screen, and walks through a whole questionnaire."""
