"""The last screen: thanks, every answer with a way to change it, the receipt, how to erase; page by page when long.

A table is one entry, since changing one of its rows leads to all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bot.telegram.screens.answer import follow
from bot.telegram.screens.codec import Does, Press
from bot.telegram.screens.limits import plain
from bot.telegram.screens.markup import (
    LONGEST_TEXT,
    Label,
    Rendered,
    bold,
    chunks,
    cut,
    escape,
    line,
    units,
)
from bot.telegram.screens.spots import press_on
from bot.telegram.screens.tables import MOST_TOLD
from surveys.texts import date_text

if TYPE_CHECKING:
    from surveys.conversation.screens import EndScreen, ReviewLine
    from surveys.conversation.state import Key
    from surveys.texts import Texts

_LONGEST_ANSWER = 160
_LONGEST_IN_ROW = 70
_ROOM = LONGEST_TEXT - 1300
"""Units of the last message that are answers; the rest is thanks, receipt, notes, how to erase."""
_MOST_ENTRIES = 24
_MOST_BOLD = 80
"""Entities on a page: Telegram takes a hundred in a message."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer or a table, with its number from 1, as HTML."""

    number: int
    key: Key
    shown: str


def end(texts: Texts, screen: EndScreen, receipt: str | None, wanted: int = 0) -> Rendered:
    """Page `wanted` (from 0) of the last screen."""

    def said(text_id: str, **arguments: Any) -> str:
        return texts.say(screen.language, text_id, **arguments)

    listed = entries(texts, screen)
    pages = pages_of(listed)
    number = min(max(wanted, 0), len(pages) - 1)
    page = pages[number]
    parts = [bold(said("thanks")), *(one.shown for one in page)]
    if left := len(listed) - page[-1].number if page else 0:
        parts.append(escape(said("telegram-more", n=left)))
    if receipt is not None:
        parts.append(escape(receipt_text(texts, screen, receipt)))
    parts.append(escape(said("telegram-how-to-erase")))
    change = [
        Label(said("telegram-change-line", n=one.number), _change(screen, one)) for one in page
    ]
    turning = []
    if number > 0:
        turning.append(Label(said("telegram-earlier-answers"), _turn(screen, number - 1)))
    if number < len(pages) - 1:
        turning.append(Label(said("telegram-more-answers"), _turn(screen, number + 1)))
    erase = Label(said("erase"), Press(screen.survey.code, Does.ASK_ERASE).encode())
    told = (follow(texts, screen.survey, screen.language),) if screen.survey.influence else ()
    rows = (*chunks(change, 3), tuple(turning), told, (erase,))
    return Rendered("\n\n".join(parts), tuple(row for row in rows if row))


def receipt_text(texts: Texts, screen: EndScreen, receipt: str) -> str:
    """The receipt code and what it is good for."""
    closes = screen.survey.closes
    if closes is None:
        return texts.say(screen.language, "receipt-until-closed", code=receipt)
    day = date_text(closes.date(), screen.language)
    return texts.say(screen.language, "receipt", code=receipt, date=day)


def entries(texts: Texts, screen: EndScreen) -> list[Entry]:
    """Each answer by itself, the rows of a table together."""
    found: list[Entry] = []
    for _, together in groupby(screen.lines, _of_table):
        lines = tuple(together)
        number = len(found) + 1
        shown = [escape(line(f"{number}. {_asked(lines[0])}", screen.language))]
        shown += _answers(texts, screen, lines)
        if any(one.private for one in lines):
            shown.append(f"<i>{escape(texts.say(screen.language, 'telegram-only-you'))}</i>")
        found.append(Entry(number, lines[0].key, "\n".join(shown)))
    return found


def _of_table(one: ReviewLine) -> Key:
    """The same for all rows of a table."""
    return one.key if one.table is None else one.key._replace(turn=one.key.turn.rpartition("/")[0])


def _asked(one: ReviewLine) -> str:
    return cut(one.text if one.table is None else one.table, _LONGEST_ANSWER)


def _answers(texts: Texts, screen: EndScreen, lines: tuple[ReviewLine, ...]) -> list[str]:
    """The answer; of a table each row with its own, or how many rows have one."""
    skipped = texts.say(screen.language, "not-answered")
    if lines[0].table is None:
        return [bold(line(cut(lines[0].answer or skipped, _LONGEST_ANSWER), screen.language))]
    if len(lines) > MOST_TOLD:
        n = sum(one.answer is not None for one in lines)
        return [bold(texts.say(screen.language, "telegram-rows", n=n, rows=len(lines)))]
    return [
        f"{escape(line(cut(one.row or '', _LONGEST_IN_ROW), screen.language))}: "
        f"{bold(cut(one.answer or skipped, _LONGEST_IN_ROW))}"
        for one in lines
    ]


def pages_of(listed: list[Entry]) -> list[list[Entry]]:
    """As many answers on each page as there is room for."""
    pages: list[list[Entry]] = [[]]
    room, bolds = _ROOM, _MOST_BOLD
    for entry in listed:
        size, bold_parts = units(plain(entry.shown)) + 2, entry.shown.count("</")
        full = size > room or bold_parts > bolds or len(pages[-1]) == _MOST_ENTRIES
        if pages[-1] and full:
            pages.append([])
            room, bolds = _ROOM, _MOST_BOLD
        pages[-1].append(entry)
        room, bolds = room - size, bolds - bold_parts
    return pages


def _change(screen: EndScreen, one: Entry) -> str:
    return press_on(screen.survey, one.key, Does.CHANGE, revision=screen.revision).encode()


def _turn(screen: EndScreen, number: int) -> str:
    return Press(screen.survey.code, Does.PAGE, number=number).encode()
