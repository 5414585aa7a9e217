"""What each command of the command line does; `bot/cli` only declares them."""
