"""Which texts a questionnaire has, where, and in which languages they are written.

A language is offered only when every text is written in it, what the organiser fills in included.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.lines import Place
    from surveys.questionnaire.models import AnyQuestion, Item, Option, Questionnaire


@dataclass(frozen=True, slots=True)
class Placed:
    """One text and where it stands. `part`: title, intro, text, help, option, item or unit."""

    place: Place
    text: Text
    part: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a questionnaire is written in a language; `missing` are the texts that are not."""

    texts: int
    missing: tuple[Placed, ...]

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down, so that 100 means every text."""
        return 100 * (self.texts - len(self.missing)) // self.texts


def placed_texts(questionnaire: Questionnaire) -> Iterator[Placed]:
    """Every text that a participant may see."""
    yield Placed(("title",), questionnaire.title, "title")
    yield Placed(("intro",), questionnaire.intro, "intro")
    for index, question in enumerate(questionnaire.question):
        if question.role is None and question.kind not in {"calculate", "hidden"}:
            yield from question_texts(question, ("question", index))
    for index, dimension in enumerate(questionnaire.dimension):
        place: Place = ("dimension", index)
        for number, item in enumerate(dimension.items):
            yield from _item_texts(item, (*place, "items", number))
        if dimension.always_last is not None:
            yield from _item_texts(dimension.always_last, (*place, "always_last"))


def question_texts(question: AnyQuestion, place: Place) -> Iterator[Placed]:
    """The texts of one question, options and rows included."""
    yield Placed((*place, "text"), question.text, "text")
    if question.help is not None:
        yield Placed((*place, "help"), question.help, "help")
    for name, variant in (question.variants or {}).items():
        yield Placed((*place, "variants", name), variant, "text")
    for part in ("options", "rows", "outside"):
        listed: tuple[Option, ...] = getattr(question, part, ())
        for number, option in enumerate(listed):
            yield Placed((*place, part, number), option.label, "option")
    unit: Text | None = getattr(question, "unit", None)
    if unit is not None:
        yield Placed((*place, "unit"), unit, "unit")


def _item_texts(item: Item, place: Place) -> Iterator[Placed]:
    yield Placed(place, item.label, "item")
    if item.inline is not None:
        yield Placed(place, item.inline, "text")
    if item.help is not None:
        yield Placed(place, item.help, "help")


def coverage(questionnaire: Questionnaire) -> dict[str, Coverage]:
    """For each language that somebody has begun to write: how far they have come. Swedish first."""
    texts = tuple(placed_texts(questionnaire))
    begun = dict.fromkeys(tag for placed in texts if placed.part != "option" for tag in placed.text)
    return {
        tag: Coverage(len(texts), tuple(placed for placed in texts if tag not in placed.text))
        for tag in sorted(begun, key=lambda tag: tag != "sv")
    }


def complete_languages(questionnaire: Questionnaire, more: Iterable[Text] = ()) -> tuple[str, ...]:
    """The languages that every text, and every one of `more`, is written in; Swedish always."""
    filled = tuple(more)
    return tuple(
        tag
        for tag, covered in coverage(questionnaire).items()
        if tag == "sv" or (not covered.missing and all(tag in text for text in filled))
    ) or ("sv",)
