"""What an organiser asks for at an opening, beside the files: title, channels, times and first language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from bot.localtime import local_text
from surveys.questionnaire.models import Channel
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Collection

    from surveys.survey import InvitedType

CHANNELS = get_args(Channel)


@dataclass(frozen=True, slots=True)
class Opening:
    """What an organiser asks for. Sources are the text of files; names are for messages only."""

    title: str
    questionnaire: str = ""
    questionnaire_file: str = "questionnaire.toml"
    notice: str | None = None
    notice_file: str = "notice.toml"
    fill: str | None = None
    fill_file: str = "fill.toml"
    demo_notice: bool = False
    invited: int | None = None
    series: str | None = None
    channels: tuple[str, ...] = ()
    opens: dt.datetime | None = None
    closes: dt.datetime | None = None
    language: str | None = None
    code: str | None = None
    long_code: bool = False
    """Only those who are sent the link are to come in: the code cannot be guessed."""
    roster: tuple[InvitedType, ...] = ()
    """Who was invited, by type of organisation; where it is empty, the fill says."""


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
