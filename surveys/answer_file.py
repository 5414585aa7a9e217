"""An answer back as a file: TOML in all languages at once, or Markdown in one.

Ett par ord först, om man vill.

## Fler bänkar (9 av 18 svar)
Status: klart
Datum: 2027-04-12
Sex bänkar står på plats.

## Kontakt
torget@example.se
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from surveys.answer_back import AnswerBack
from surveys.errors import ContentError
from surveys.questionnaire.expected import DAY
from surveys.questionnaire.languages import is_language
from surveys.questionnaire.loading import load_model
from surveys.questionnaire.problems import Problem, problem

if TYPE_CHECKING:
    from surveys.questionnaire.languages import Text

STATUS_WORDS = {
    "done": ("klart", "klar", "done"),
    "underway": ("pågår", "pagar", "under way", "underway"),
    "declined": ("gör inte", "gor inte", "gör vi inte", "declined", "will not do"),
}
CONTACT = frozenset({"kontakt", "contact", "frågor", "questions", "yhteystiedot"})
_FIELD = re.compile(r"(?P<name>status|datum|date)\s*:\s*(?P<value>.*)", re.IGNORECASE)
_HEADING = re.compile(r"##+\s+(?P<text>.+)")


@dataclass(slots=True)
class _Part:
    """What stands under one heading; `line` is the heading's, from 1."""

    heading: str
    line: int
    status: str | None = None
    date: str | None = None
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words as paragraphs."""
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.words)).strip()


def read_answer(
    source: str, file: str, language: str = "sv", standing: AnswerBack | None = None
) -> AnswerBack:
    """The answer in a file; Markdown where the name ends in `.md`, else TOML.

    Args:
        source: the text of the file.
        file: its name, for messages and for telling what it is.
        language: the one a Markdown file is written in.
        standing: what is published: a Markdown file in another language is laid beside it, point by point.

    Raises:
        ContentError: everything that is wrong with it, with line and remedy.
    """
    if not is_language(language):
        raise ContentError([problem("unknown_language", file, language=language)])
    if not file.casefold().endswith((".md", ".markdown")):
        return load_model(AnswerBack, source, file)
    intro, parts = _parts(source)
    contact = [part for part in parts if part.heading.casefold().rstrip("?:") in CONTACT]
    points = [part for part in parts if part not in contact]
    problems = _problems(points, contact, file)
    if standing is not None and language != "sv" and len(points) != len(standing.point):
        facts = {"n": len(points), "others": len(standing.point)}
        problems.append(problem("answer_points_differ", file, **facts))
    if problems:
        raise ContentError(problems)
    beside = standing if language != "sv" else None
    return _made(intro, points, contact[0].text, language, beside)


def _parts(source: str) -> tuple[str, list[_Part]]:
    intro, parts = _Part("", 0), list[_Part]()
    for number, line in enumerate(source.lstrip("\ufeff").splitlines(), 1):
        stripped = line.strip()
        if (heading := _HEADING.fullmatch(stripped)) is not None:
            parts.append(_Part(heading["text"].strip(), number))
        elif stripped.startswith("# "):
            continue  # the document's own title
        elif not parts:
            intro.words.append(stripped)
        elif (given := _FIELD.fullmatch(stripped)) is not None and not parts[-1].text:
            _note(parts[-1], given["name"].casefold(), given["value"].strip())
        else:
            parts[-1].words.append(stripped)
    return intro.text, parts


def _note(part: _Part, name: str, value: str) -> None:
    if name == "status":
        part.status = value
    else:
        part.date = value


def _problems(points: list[_Part], contact: list[_Part], file: str) -> list[Problem]:
    found = [] if points else [problem("answer_no_points", file)]
    if not contact or not contact[0].text:
        found.append(problem("answer_no_contact", file))
    for part in points:
        if _status(part) is None:
            found.append(problem("answer_status", file, part.line, said=part.heading[:60]))
        if part.date and _date(part.date) is None:
            facts = {"key": "Datum", "value": part.date[:40], **DAY}
            found.append(problem("wrong_value", file, part.line, **facts))
        if not part.text:
            found.append(problem("answer_says_nothing", file, part.line, said=part.heading[:60]))
    return found


def _status(part: _Part) -> str | None:
    written = (part.status or "").strip().rstrip(".").casefold()
    return next((status for status, words in STATUS_WORDS.items() if written in words), None)


def _date(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None


def _made(
    intro: str, points: list[_Part], contact: str, language: str, standing: AnswerBack | None
) -> AnswerBack:
    """The answer in one language, beside what stands in the others."""

    def beside(text: Text, words: str) -> Text:
        return {**text, language: words} if words else text

    before = standing.point if standing is not None else ()
    made: list[dict[str, Any]] = []
    for place, part in enumerate(points):
        old = before[place].model_dump() if place < len(before) else {}
        date = _date(part.date) if part.date else old.get("date")
        said, did = (old.get(name, {}) for name in ("said", "did"))
        words = {"said": beside(said, part.heading), "did": beside(did, part.text)}
        made.append({**words, "status": _status(part), "date": date})
    return AnswerBack(
        intro=beside(standing.intro if standing is not None else {}, intro),
        point=made,  # type: ignore[arg-type] # made into points by the model
        contact=beside(standing.contact if standing is not None else {}, contact),
        shown_until=standing.shown_until if standing is not None else None,
    )


def blank_answer(sentences: list[str], *, intro: str, contact: str) -> str:
    """A Markdown file to go on from: what was said, with room for what came of it."""
    points = [f"## {sentence}\nStatus: \nDatum: \n\n" for sentence in sentences]
    return "\n".join([f"{intro}\n", *points, f"## Kontakt\n{contact}\n"])
