"""The buttons of one question's options, and what stands in the text beside them; page by page when there are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.telegram.screens.codec import Does
from bot.telegram.screens.markup import (
    LONGEST_LABEL,
    Label,
    Rows,
    cut,
    evenly,
    label,
    together,
    units,
)
from bot.telegram.screens.spots import press_on
from surveys.conversation.values import Choice, NamedPlace, Outside
from surveys.questionnaire.models import Allocate, Consent, Multi, Rank, Scale, Single, YesNo

if TYPE_CHECKING:
    from surveys.conversation.screens import Button, QuestionScreen

MOST_ON_PAGE = 30
"""Buttons below each other: a few thumbs of scrolling, and far below Telegram's limit."""
_SHORTEST = 6
"""Units of a listed option that are shown however many there are."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the options and named places; `number` of `count` counts from 0."""

    options: tuple[Button, ...]
    places: tuple[tuple[int, Button], ...]
    """With the place's number among all."""
    number: int = 0
    count: int = 1


def on_question(screen: QuestionScreen, does: Does, number: int | None = None) -> str:
    """Callback data about the question on the screen, and option `number` of it."""
    made = press_on(screen.survey, screen.key, does, revision=screen.revision, number=number)
    return made.encode()


def part_of(screen: QuestionScreen, wanted: int | None = None) -> Part:
    """The page that is asked for; else the one where something is chosen; else the first."""
    if isinstance(screen.question, Allocate):
        return Part(screen.options, ())
    pages = evenly(_everything(screen), MOST_ON_PAGE) or ((),)
    if wanted is None:
        wanted = next((n for n, page in enumerate(pages) if _chosen_on(screen, page)), 0)
    number = min(max(wanted, 0), len(pages) - 1)
    options = tuple(each for each in pages[number] if not isinstance(each, tuple))
    places = tuple(each for each in pages[number] if isinstance(each, tuple))
    return Part(options, places, number, len(pages))


def _everything(screen: QuestionScreen) -> list[Button | tuple[int, Button]]:
    return [*screen.options, *enumerate(screen.places)]


def page_with(screen: QuestionScreen, option: str) -> int | None:
    """The page on which an option stands; None where there are no pages."""
    place = next((n for n, each in enumerate(screen.options) if each.id == option), None)
    if place is None or part_of(screen).count == 1:
        return None
    return place // len(evenly(_everything(screen), MOST_ON_PAGE)[0])


def options(screen: QuestionScreen, part: Part | None = None) -> Rows:
    """One option per row; a scale, yes and no, and the answers outside a scale in one row where they can be read."""
    if isinstance(screen.question, Allocate):
        return ()  # they are lines of the text, answered in digits
    part = part or part_of(screen)
    buttons = [_option(screen, option) for option in part.options]
    if isinstance(screen.question, Consent | Scale | YesNo):
        rows = together(buttons, [_numbered(screen, option) for option in part.options])
    else:
        rows = tuple((button,) for button in buttons)
    outside = [
        Label(_marked(screen, option), on_question(screen, Does.OUTSIDE, option.number))
        for option in screen.outside
    ]
    places = tuple(
        (Label(_place(screen, place), on_question(screen, Does.PLACE, number)),)
        for number, place in part.places
    )
    return (*rows, *together(outside, [option.label for option in screen.outside]), *places)


def is_listed(screen: QuestionScreen) -> bool:
    """Whether the options stand in the text: a button would cut one, or digits are typed in their order."""
    return bool(screen.options) and (isinstance(screen.question, Allocate) or _are_long(screen))


def listed(screen: QuestionScreen, part: Part, room: int) -> list[str]:
    """The whole labels of the page, as far as there is room: `room` units for all of them."""
    each = max(room // max(len(part.options), 1) - 3, _SHORTEST)
    first = screen.options.index(part.options[0]) + 1 if part.options else 1
    return [
        cut(f"{_number(screen, number)} {' '.join(option.label.split())}", each)
        for number, option in enumerate(part.options, start=first)
    ]


def ticked(screen: QuestionScreen) -> list[str]:
    """The labels of what has been ticked, in the order it counts."""
    labels = {option.id: option.label for option in screen.options}
    return [labels[each] for each in screen.draft if each in labels]


def _chosen_on(screen: QuestionScreen, page: tuple[Button | tuple[int, Button], ...]) -> bool:
    """Whether the answer that stands, or a tick, is on a page."""
    value = screen.value
    stands = set(screen.draft)
    if isinstance(value, Choice):
        stands.add(value.option)
    elif isinstance(value, NamedPlace):
        stands.add(value.place)
    return any((each[1] if isinstance(each, tuple) else each).id in stands for each in page)


def _option(screen: QuestionScreen, option: Button) -> Label:
    if isinstance(screen.question, Consent):
        does = Does.AGREE if option.id == "yes" else Does.REFUSE
        return Label(label(option.label), on_question(screen, does))
    if isinstance(screen.question, Single) and option.open_text:
        shown = _marked(screen, option)
        return Label(shown, on_question(screen, Does.TICK, option.number))
    if not isinstance(screen.question, Multi | Rank):
        return Label(_marked(screen, option), on_question(screen, Does.CHOOSE, option.number))
    is_ticked = option.id in screen.draft
    mark = "☑" if is_ticked else "☐"
    if is_ticked and isinstance(screen.question, Rank):
        mark = f"{screen.draft.index(option.id) + 1}."
    does = Does.UNTICK if is_ticked else Does.TICK
    return Label(
        label(f"{mark} {_numbered(screen, option)}"), on_question(screen, does, option.number)
    )


def _marked(screen: QuestionScreen, option: Button) -> str:
    """The label, with a tick when it is the answer that stands, or the one that waits for words."""
    stands = isinstance(screen.value, Choice | Outside) and screen.value.option == option.id
    chosen = option.id in screen.draft if screen.draft else stands
    return label(("✓ " if chosen else "") + _numbered(screen, option))


def _place(screen: QuestionScreen, place: Button) -> str:
    stands = isinstance(screen.value, NamedPlace) and screen.value.place == place.id
    return label(("✓ " if stands else "") + place.label)


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
