"""The translation queue: answers in a language without a codebook, out to a person who knows it and in again.

Nobody has read those answers until somebody does. What comes back is a decision about the answer's own words; the
original stays what is quoted.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from analysis.disclosure import Gate
from analysis.frames import SurveyData
from analysis.intake.headers import places_of
from analysis.intake.problems import refused
from analysis.intake.tables import table_from
from analysis.report.fixed import NO_DAY, fixed_zip
from analysis.themes.answers import Answer, read_answers
from analysis.themes.codebook import codebook_for
from analysis.wording import Wording
from surveys.deciding import Translation
from surveys.questionnaire.languages import NAMES, RIGHT_TO_LEFT, Text, say

LONGEST = 4_000
"""Characters of a translation."""
LARGEST_FILE = 20_000_000
COLUMNS = ("key", "question", "language", "answer", "translation")
_NEEDED = ("key", "translation")
_WIDTHS = (20, 40, 14, 70, 70)
LeftOut: TypeAlias = Literal["gone", "mixed", "long"]
"""Why a row was not taken: the answer is not there, its row holds another answer's words, it is too long."""


@dataclass(frozen=True, slots=True)
class Queued:
    """One wording that waits for a translation, or has one."""

    id: str
    question: str
    asked: Text
    turn: str
    language: str
    text: str
    people: int
    translation: Translation | None


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue, those that wait first. `languages`: what can be translated into. `waits`: answers needed before it opens."""

    waits: int
    languages: tuple[str, ...] = ()
    answers: tuple[Queued, ...] = ()

    @property
    def waiting(self) -> tuple[Queued, ...]:
        """Those nobody has translated."""
        return tuple(one for one in self.answers if one.translation is None)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file brought: new texts by answer, rows that say what is known already, and those left out by row number."""

    texts: dict[str, str]
    unchanged: int
    empty: int
    left_out: tuple[tuple[int, LeftOut], ...]


def queue_of(data: SurveyData) -> Queue:
    """The queue of a survey; empty while fewer than k have answered."""
    waits = Gate().waits_for(data.counts.answered)
    if waits:
        return Queue(waits)
    known = codebook_for(data.survey.questionnaire).languages()
    said: dict[str, list[Answer]] = {}
    for answer in read_answers(data, known):
        foreign = answer.language not in known
        if foreign and (answer.translation is not None or not answer.empty):
            said.setdefault(answer.id, []).append(answer)
    asked = {one.id: one.text for one in data.survey.questionnaire.question}
    queued = [
        Queued(
            id=name,
            question=same[0].question,
            asked=asked[same[0].question],
            turn=same[0].turn,
            language=same[0].language,
            text=same[0].text,
            people=len(same),
            translation=same[0].translation,
        )
        for name, same in said.items()
    ]
    order = sorted(
        queued, key=lambda one: (one.translation is not None, one.language, one.question, one.text)
    )
    return Queue(0, known, tuple(order))


def to_workbook(queue: Queue, title: str, language: str) -> bytes:
    """The queue as a workbook to fill in. Nothing anybody wrote can become a formula or a link."""
    import xlsxwriter

    target = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, {"in_memory": True, **plain})
    _write_queue(book, queue, language)
    _write_about(book, title, language)
    book.close()
    return fixed_zip(target.getvalue(), NO_DAY)


def _write_queue(book: Any, queue: Queue, language: str) -> None:
    wording = Wording(language)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    leftwards = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 2})
    head = book.add_format({"bold": True, "valign": "top", "bottom": 1})
    sheet = book.add_worksheet(wording.say("translate-sheet"))
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, wording.say(f"translate-column-{name}"), head)
    for row, one in enumerate(queue.answers, 1):
        for column, text in enumerate(_cells(one, language)):
            from_right = COLUMNS[column] == "answer" and one.language in RIGHT_TO_LEFT
            sheet.write_string(row, column, text, leftwards if from_right else wrap)
    sheet.freeze_panes(1, 0)


def _write_about(book: Any, title: str, language: str) -> None:
    """How to fill it in: fewer cells than the queue has, since the fullest sheet is the one that is read."""
    wording = Wording(language)
    sheet = book.add_worksheet(wording.say("translate-about-sheet"))
    sheet.set_column(0, 0, 110)
    for row, line in enumerate((title, wording.say("translate-about"))):
        sheet.write_string(row, 0, line, book.add_format({"text_wrap": True, "valign": "top"}))


def _cells(one: Queued, language: str) -> tuple[str, ...]:
    name = NAMES.get(one.language, one.language)
    asked = say(one.asked, language)
    return one.id, asked, name, one.text, one.translation.text if one.translation else ""


def from_workbook(queue: Queue, content: bytes, name: str) -> Incoming:
    """What a filled-in workbook says, row by row. `name` is what problems call the file.

    Raises ContentError: it is no table, a broken or a too large one, it lacks the key or the translation, or none of
    its rows belongs to this survey.
    """
    if len(content) > LARGEST_FILE:
        raise refused("table_too_large", name, limit=f"{LARGEST_FILE // 1_000_000} MB")
    table = table_from(content, name)
    places = places_of(
        table, COLUMNS, _NEEDED, texts="translate-column-", lacking="translation_columns"
    )
    rows = [(number, cells) for number, cells in enumerate(table.rows, 1) if any(cells)]
    by_id = {one.id: one for one in queue.answers}
    texts: dict[str, str] = {}
    known = empty = 0
    left_out: list[tuple[int, LeftOut]] = []
    for number, cells in rows:
        key, text = cells[places["key"]].strip().lower(), cells[places["translation"]].strip()
        answer = by_id.get(key)
        why = _left_out(answer, cells, places, text)
        if answer is None or why is not None:
            left_out.append((number, why or "gone"))
        elif not text:
            empty += 1
        elif answer.translation is not None and answer.translation.text == text:
            known += 1
        else:
            texts[key] = text
    if len(left_out) == len(rows):
        raise refused("translation_none", name)
    return Incoming(texts, known, empty, tuple(left_out))


def _left_out(
    answer: Queued | None, cells: tuple[str, ...], places: dict[str, int], text: str
) -> LeftOut | None:
    if answer is None:
        return "gone"
    beside = cells[places["answer"]] if "answer" in places else ""
    if beside and _letters(beside) != _letters(answer.text)[: len(_letters(beside)) or None]:
        return "mixed"
    return "long" if len(text) > LONGEST else None


def _letters(text: str) -> str:
    """What is left of a text whatever a spreadsheet program does to it."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def checked(text: str) -> str | None:
    """A translation somebody typed, tidied; None when there is none. Raises ContentError when it is too long."""
    tidy = text.strip()
    if len(tidy) > LONGEST:
        raise refused("translation_long", "", limit=str(LONGEST))
    return tidy or None


def taken(texts: Iterable[tuple[str, str]], queue: Queue) -> dict[str, str | None]:
    """What was typed beside answers of the queue and differs from what is known; None takes one back."""
    known = {one.id: one.translation.text if one.translation else None for one in queue.answers}
    typed = {name: checked(text) for name, text in texts if name in known}
    return {name: text for name, text in typed.items() if text != known[name]}
