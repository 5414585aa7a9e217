"""A small Bot API server over HTTP on the loopback address, with telephones that behave like people.

`server.py` speaks HTTP, `methods.py` is the Bot API, `world.py` what Telegram remembers, `phone.py` what a person
does and sees, `markup.py` the rules for text and buttons, `faults.py` what can go wrong on purpose.
"""
