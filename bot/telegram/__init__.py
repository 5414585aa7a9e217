"""The Telegram channel: updates in (durable), replies out (paced), python-telegram-bot underneath.

Imports are absolute: `telegram` is the library, `bot.telegram` is this package.
"""

from __future__ import annotations

import logging
import os

os.environ.setdefault("PTB_TIMEDELTA", "1")
"""The library then gives `retry_after` as a timedelta instead of a number with a warning."""

logging.getLogger("telegram").setLevel(logging.WARNING)
"""Below that the library logs addresses, which hold the token, and parameters, which hold what people wrote."""
