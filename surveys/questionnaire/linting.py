"""What may be right in shape and still wrong for people or the law: nothing here stops a file from being read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from surveys.questionnaire.coverage import coverage, placed_texts
from surveys.questionnaire.linting_words import jargon_in, lix, sentences, special_in
from surveys.questionnaire.problems import Problem, problem
from surveys.questionnaire.timing import estimated_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from surveys.questionnaire.coverage import Placed
    from surveys.questionnaire.lines import LineIndex
    from surveys.questionnaire.models import AnyQuestion, Questionnaire

BUTTON_CHARACTERS = 32
QUESTION_CHARACTERS = 160
SENTENCE_WORDS = 18
LIX_LIMIT = 40
LIX_WORDS = 10
"""Shorter texts have no meaningful LIX."""

_DRAFT = re.compile(r"^#\s*draft:\s*(.+)$", re.MULTILINE)
_OUTSIDE = re.compile(
    r"\b(vet inte|vet ej|ingen åsikt|ej aktuellt|gäller inte|vill inte svara"
    r"|don't know|no opinion|does not apply|not applicable|prefer not)\b",
    re.IGNORECASE,
)


def lint(
    questionnaire: Questionnaire, source: str, file: str, lines: LineIndex
) -> Iterator[Problem]:
    """Advice on texts, translations, law and time."""
    for placed in placed_texts(questionnaire):
        yield from _lengths(placed, file, lines)
        yield from _plain_swedish(placed, file, lines)
    yield from _translations(questionnaire, source, file, lines)
    yield from _dialogue(questionnaire, file, lines)
    for index, question in enumerate(questionnaire.question):
        yield from _law(questionnaire, question, file, lines.line(("question", index)))
        yield from _scale(question, file, lines.line(("question", index)))
    seconds, limit = estimated_seconds(questionnaire), questionnaire.max_seconds
    if seconds > limit:
        line = lines.line(("max_seconds",))
        yield problem("over_time", file, line, seconds=seconds, limit=limit)


def _lengths(placed: Placed, file: str, lines: LineIndex) -> Iterator[Problem]:
    line = lines.line(placed.place)
    longest = max(placed.text.values(), key=len, default="")
    if placed.part == "option" and len(longest) > BUTTON_CHARACTERS:
        facts = {"label": longest, "n": len(longest), "limit": BUTTON_CHARACTERS}
        yield problem("option_too_long", file, line, **facts)
    if placed.part == "text" and len(longest) > QUESTION_CHARACTERS:
        yield problem("question_too_long", file, line, n=len(longest), limit=QUESTION_CHARACTERS)


def _plain_swedish(placed: Placed, file: str, lines: LineIndex) -> Iterator[Problem]:
    line = lines.line(placed.place)
    text = placed.text.get("sv", "")
    for words in sentences(text):
        if len(words) > SENTENCE_WORDS:
            facts = {"beginning": " ".join(words[:4]), "limit": SENTENCE_WORDS}
            yield problem("long_sentence", file, line, n=len(words), **facts)
    if len(text.split()) >= LIX_WORDS and (index := lix(text)) > LIX_LIMIT:
        yield problem("hard_to_read", file, line, lix=index, limit=LIX_LIMIT)
    for word in jargon_in(text):
        yield problem("jargon", file, line, word=word)


def _translations(
    questionnaire: Questionnaire, source: str, file: str, lines: LineIndex
) -> Iterator[Problem]:
    for language, covered in coverage(questionnaire).items():
        if language != "sv" and covered.missing:
            yield problem(
                "missing_translation",
                file,
                lines.line(covered.missing[0].place),
                language=language,
                percent=covered.percent,
                n=len(covered.missing),
            )
    for match in _DRAFT.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        for language in re.findall(r"[\w-]+", match[1]):
            yield problem("draft_translation", file, line, language=language)


def _dialogue(questionnaire: Questionnaire, file: str, lines: LineIndex) -> Iterator[Problem]:
    if questionnaire.purpose != "dialogue":
        return
    if questionnaire.influence is None:
        yield problem("no_influence", file, lines.line(("purpose",)))
    if set(questionnaire.channels) == {"telegram"}:
        yield problem("only_telegram", file, lines.line(("channels",)))


def _law(
    questionnaire: Questionnaire, question: AnyQuestion, file: str, line: int | None
) -> Iterator[Problem]:
    if question.background and not question.reason:
        yield problem("background_reason", file, line, question=question.id)
    if question.kind == "contact":
        yield problem("contact_without_sender", file, line, question=question.id)
    if not question.art9_reason:
        for word in special_in(" . ".join(_words_of(questionnaire, question))):
            yield problem("special_category", file, line, question=question.id, word=word)


def _words_of(questionnaire: Questionnaire, question: AnyQuestion) -> Iterator[str]:
    yield from question.text.values()
    for part in ("options", "rows"):
        for option in getattr(question, part, ()):
            yield from option.label.values()
    used = {getattr(question, "options_from", None), getattr(question, "rows_from", None)}
    for dimension in questionnaire.dimension:
        if dimension.id in used:
            for item in dimension.items:
                yield from item.label.values()


def _scale(question: AnyQuestion, file: str, line: int | None) -> Iterator[Problem]:
    if question.kind not in {"scale", "matrix"}:
        return
    for option in getattr(question, "options", ()):
        label = next((said for said in option.label.values() if _OUTSIDE.search(said)), None)
        if label is not None and option.value is not None:
            yield problem("outside_on_scale", file, line, label=label, question=question.id)
