"""What a person sees in a chat: text and buttons, within Telegram's limits. Pure."""
