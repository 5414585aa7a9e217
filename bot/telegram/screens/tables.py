"""A table in a chat: one message, one line of buttons for each row.

A telephone is too narrow for columns. Each row is a button with its name, and under it one short button per step: its
number, or the label itself where all of them are short. What the numbers mean stands once, in the text. Pressing a
step answers the row and draws the message again; long tables are turned page by page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.telegram.screens.codec import Does
from bot.telegram.screens.markup import MOST_BUTTONS, Label, Rows, chunks, cut, label, line, units
from bot.telegram.screens.spots import press_on
from surveys.conversation.describing import describe
from surveys.conversation.path import path
from surveys.conversation.view import question_text
from surveys.questionnaire.languages import say

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from surveys.conversation.screens import Button, GridRow, QuestionScreen
    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Key

MOST_ON_A_ROW = 8
MOST_ROWS = 10
"""Rows on a page: more do not fit on a telephone anyhow."""
_ROOM = MOST_BUTTONS - 8
_LONGEST_LEGEND = 120
_SHORTEST_LEGEND = 6
_LONGEST_ROW = 80
_SHORT = 7
"""Units of a label that stands on a button by itself."""
_MOST_SHORT = 3
_SIGNS = {"dont_know": "?", "no_answer": "–", "na": "×"}
MOST_TOLD = 15
"""Rows that are told one by one when the table is left; of a longer one only how many."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a table's rows; `number` of `count` counts from 0."""

    rows: tuple[GridRow, ...]
    number: int
    count: int


def page_of(screen: QuestionScreen, wanted: int | None = None, at: Key | None = None) -> Page:
    """The page that is asked for; else that of the row just answered while it has open rows, else the first that has.

    Args:
        screen: a screen with rows.
        wanted: a page the person turned to.
        at: the row just answered.
    """
    pages = chunks(screen.rows, _rows_on_a_page(screen))
    opened = [any(_is_open(row) for row in rows) for rows in pages]
    number = next((n for n, rows in enumerate(pages) if any(row.key == at for row in rows)), None)
    if wanted is not None:
        number = min(max(wanted, 0), len(pages) - 1)
    elif number is None or (not opened[number] and any(opened)):
        number = opened.index(True) if any(opened) else 0
    return Page(pages[number], number, len(pages))


def legend(screen: QuestionScreen, room: int) -> list[str]:
    """What the short buttons mean, in `room` units; nothing where they say it themselves."""
    unclear = {option: sign for option, sign in _signs(screen).items() if sign != option.label}
    each = max(min(room // max(len(unclear), 1) - 10, _LONGEST_LEGEND), _SHORTEST_LEGEND)
    return [
        line(f"{sign} = {cut(' '.join(option.label.split()), each)}", screen.language)
        for option, sign in unclear.items()
    ]


def rows(screen: QuestionScreen, page: Page) -> Rows:
    """For each row of the page its name, with what has been chosen, and its steps."""
    found: list[tuple[Label, ...]] = []
    for row in page.rows:
        found.append((_name(screen, row),))
        found += _steps(screen, row)
    return tuple(found)


def row_line(screen: QuestionScreen, key: Key) -> str | None:
    """One row with what stands in it, whole; None when it is not on the screen."""
    row = next((row for row in screen.rows if row.key == key), None)
    return _row_text(screen, row) if row is not None else None


def all_said(screen: QuestionScreen) -> bool:
    """Whether every row has a value."""
    return not any(_is_open(row) for row in screen.rows)


def none_said(screen: QuestionScreen) -> bool:
    """Whether no row has one."""
    return all(_is_open(row) for row in screen.rows)


@dataclass(frozen=True, slots=True)
class Told:
    """What is left of a table: its text, and each row's name and answer (None when skipped)."""

    text: str
    rows: tuple[tuple[str, str | None], ...]

    @property
    def is_long(self) -> bool:
        """Whether only the number of answers is told."""
        return len(self.rows) > MOST_TOLD

    @property
    def answered(self) -> int:
        """Rows with an answer."""
        return sum(said is not None for _, said in self.rows)


def told(outcome: Outcome, key: Key) -> Told | None:
    """A table as it was answered; None when the key is no row of one."""
    along, state = path(outcome.survey, outcome.state), outcome.state
    slot = along.slot(key) if along.knows(key) else None
    if slot is None or slot.table is None:
        return None
    beside = tuple(each for each in along.slots if each.table == slot.table)
    language = state.language

    def one(each: Slot) -> tuple[str, str | None]:
        value = state.answers.get(each.key)
        said = describe(each.question, value, outcome.survey, language) if value else None
        return say(each.row.label, language) if each.row else "", said

    text = question_text(outcome.survey, state, along, slot)
    return Told(text, tuple(one(each) for each in beside))


def _rows_on_a_page(screen: QuestionScreen) -> int:
    """As even pages as there can be, each within the number of buttons a message holds."""
    fits = max(1, min(MOST_ROWS, _ROOM // (1 + len(_signs(screen)))))
    count = -(-len(screen.rows) // fits)
    return -(-len(screen.rows) // count)


def _is_open(row: GridRow) -> bool:
    return row.chosen is None and not row.skipped


def _signs(screen: QuestionScreen) -> dict[Button, str]:
    """What stands on the step buttons: numbers and signs, or the labels where all are short."""
    every = (*screen.options, *screen.outside)
    if len(every) <= _MOST_SHORT and all(units(option.label) <= _SHORT for option in every):
        return {option: option.label for option in every}
    signs = {option: str(number) for number, option in enumerate(screen.options, start=1)}
    for number, option in enumerate(screen.outside):
        signs[option] = _SIGNS.get(option.id, chr(ord("a") + number))
    return signs


def _name(screen: QuestionScreen, row: GridRow) -> Label:
    return Label(label(_row_text(screen, row)), _on_row(screen, row, Does.ROW))


def _row_text(screen: QuestionScreen, row: GridRow) -> str:
    """`✓ Name: answer`, `– Name` for one passed over, or the name."""
    chosen = next(
        (each.label for each in (*screen.options, *screen.outside) if each.id == row.chosen), None
    )
    name = cut(row.label, _LONGEST_ROW)
    if chosen is not None:
        return line(f"✓ {name}: {chosen}", screen.language)
    return line(f"– {name}" if row.skipped else name, screen.language)


def _steps(screen: QuestionScreen, row: GridRow) -> tuple[tuple[Label, ...], ...]:
    """The row's short buttons, at most eight beside each other."""
    buttons = [
        Label(
            f"✓ {sign}" if option.id == row.chosen else sign,
            _on_row(
                screen,
                row,
                Does.OUTSIDE if option in screen.outside else Does.CHOOSE,
                option.number,
            ),
        )
        for option, sign in _signs(screen).items()
    ]
    lines = -(-len(buttons) // MOST_ON_A_ROW)
    return chunks(buttons, -(-len(buttons) // lines))


def _on_row(screen: QuestionScreen, row: GridRow, does: Does, number: int | None = None) -> str:
    return press_on(screen.survey, row.key, does, revision=screen.revision, number=number).encode()
