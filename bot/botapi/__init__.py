"""A small Bot API server over HTTP on the loopback address, with telephones that behave like people.

Nothing that talks to it knows it: it is an address in `telegram.api_base`, and any server that speaks the Bot API
serves as well. `server.py` speaks HTTP, `methods/` is the Bot API, `world.py` what Telegram remembers, `delivery.py` the
webhook, `phone.py` and `group.py` what people do and see, `markup.py` the rules for text and buttons, `faults.py` and
`buckets.py` what can go wrong on purpose, `control.py` how another process drives it.
"""
