"""`dalalab telegram-sandbox`: a page that looks like a chat, so that anybody can try the bot without Telegram.

The bot is the whole product as it always runs; only the address it has for Telegram is the stand-in's, on this computer.
`running.py` starts both, `page.py` serves the page, `seeing.py` is what people see in it, `doing.py` what they can do.
"""
