"""The room's screen: what is released, shown to everybody at once."""
