"""What channels that are pushed to keep: updates in, replies out, reminders, groups and organisers in chat."""
