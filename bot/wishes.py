"""What an organiser asks for at an opening, beside the files: title, channels, times and first language."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from bot.localtime import local_text
from surveys.questionnaire.models import Channel
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from bot.opening import Opening

CHANNELS = get_args(Channel)


def check_wishes(opening: Opening, offered: Collection[str], now: dt.datetime) -> list[Problem]:
    """What cannot be had: `offered` are the languages everything is written in. The option stands for the file."""
    found = []
    if not opening.title.strip():
        found.append(problem("title_empty", "--title"))
    if opening.closes is not None and opening.closes <= max(now, opening.opens or now):
        closes = local_text(opening.closes)
        found.append(problem("closes_too_early", "--closes", closes=closes))
    for channel in sorted(set(opening.channels) - set(CHANNELS)):
        known = ", ".join(CHANNELS)
        found.append(problem("unknown_channel", "--channel", channel=channel[:40], known=known))
    if opening.language is not None and opening.language not in offered:
        known, language = ", ".join(offered), opening.language[:40]
        found.append(problem("language_not_written", "--language", language=language, known=known))
    return found
