"""Replies out: claimed from the outbox, at most one copy too many, never faster than Telegram allows."""
