"""`python -m bot` is `dalalab`."""

from bot.cli import main

main()
