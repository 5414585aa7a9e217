"""The buttons of one question's options, and what stands in the text beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.telegram.codec import Does
from bot.telegram.markup import (
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_BUTTONS,
    Label,
    Rows,
    cut,
    label,
    units,
)
from bot.telegram.spots import press_on
from surveys.conversation.values import Choice, Outside
from surveys.questionnaire.models import Allocate, Consent, Multi, Rank, Single

if TYPE_CHECKING:
    from surveys.conversation.screens import Button, QuestionScreen

_ROOM_FOR_THE_REST = 2500
"""Units of a message that are not the list of its options: the question, its help, hints and what is noted above."""


def on_question(screen: QuestionScreen, does: Does, number: int | None = None) -> str:
    """Callback data about the question on the screen, and option `number` of it."""
    made = press_on(screen.survey, screen.key, does, revision=screen.revision, number=number)
    return made.encode()


def options(screen: QuestionScreen) -> Rows:
    """One option per row; the answers outside a scale together in one row where they fit; named places."""
    if isinstance(screen.question, Consent):
        pair = zip(screen.options, (Does.AGREE, Does.REFUSE), strict=True)
        return tuple(
            (Label(label(option.label), on_question(screen, does)),) for option, does in pair
        )
    if isinstance(screen.question, Allocate):
        return ()  # they are lines of the text, answered in digits
    rows: list[tuple[Label, ...]] = [(_option(screen, option),) for option in screen.options]
    outside = tuple(
        Label(_marked(screen, option), on_question(screen, Does.OUTSIDE, option.number))
        for option in screen.outside
    )
    rows.append(outside)
    rows += [
        (Label(label(place.label), on_question(screen, Does.PLACE, number)),)
        for number, place in enumerate(screen.places[: MOST_BUTTONS - 10])
    ]
    return tuple(rows)


def listed(screen: QuestionScreen) -> list[str]:
    """The whole labels, where a button would cut one of them or where digits are typed in their order."""
    if not screen.options or not (isinstance(screen.question, Allocate) or _are_long(screen)):
        return []
    room = (LONGEST_TEXT - _ROOM_FOR_THE_REST) // len(screen.options)
    return [
        cut(f"{_number(screen, number)} {option.label}", room - 2)
        for number, option in enumerate(screen.options, start=1)
    ]


def _option(screen: QuestionScreen, option: Button) -> Label:
    if isinstance(screen.question, Single) and option.open_text:
        shown = _marked(screen, option)
        return Label(shown, on_question(screen, Does.TICK, option.number))
    if not isinstance(screen.question, Multi | Rank):
        return Label(_marked(screen, option), on_question(screen, Does.CHOOSE, option.number))
    ticked = option.id in screen.draft
    mark = "☑" if ticked else "☐"
    if ticked and isinstance(screen.question, Rank):
        mark = f"{screen.draft.index(option.id) + 1}."
    does = Does.UNTICK if ticked else Does.TICK
    return Label(
        label(f"{mark} {_numbered(screen, option)}"), on_question(screen, does, option.number)
    )


def _marked(screen: QuestionScreen, option: Button) -> str:
    """The label, with a tick when it is the answer that stands, or the one that waits for words."""
    stands = isinstance(screen.value, Choice | Outside) and screen.value.option == option.id
    chosen = option.id in screen.draft if screen.draft else stands
    return label(("✓ " if chosen else "") + _numbered(screen, option))


def _numbered(screen: QuestionScreen, option: Button) -> str:
    """A long label gets the number under which it stands whole in the text."""
    if option not in screen.options or not _are_long(screen):
        return option.label
    return f"{_number(screen, screen.options.index(option) + 1)} {option.label}"


def _number(screen: QuestionScreen, number: int) -> str:
    """In a ranking `1.` is a place, so that an option's number looks different."""
    return f"({number})" if isinstance(screen.question, Rank) else f"{number}."


def _are_long(screen: QuestionScreen) -> bool:
    return any(units(option.label) > LONGEST_LABEL - 6 for option in screen.options)
