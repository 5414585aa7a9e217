"""What is raised when something cannot be done, with its sentence in the bot's texts."""

from __future__ import annotations

from typing import Any

from surveys.errors import ConfigError

PACKAGE = "bot"


def refused(text_id: str, **facts: Any) -> ConfigError:
    """What to raise: whoever reads it at a console reads it in their language."""
    return ConfigError.of(text_id, package=PACKAGE, **facts)
