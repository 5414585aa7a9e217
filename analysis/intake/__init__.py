"""Answers that were collected elsewhere: tables of any make, and what their columns hold."""
