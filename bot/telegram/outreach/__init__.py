"""What goes beyond one conversation: groups, reminders, the organiser in chat."""
