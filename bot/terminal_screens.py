"""What the terminal says for a screen: numbered answers, tables with lettered rows, and how to type each kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.after_closing import in_words, promise_of, waiting_text
from bot.wording import clock_text, on_text, receipt_text
from surveys.conversation.rounds import Round
from surveys.conversation.view import describe
from surveys.questionnaire.models import (
    Allocate,
    File,
    Indicator,
    Multi,
    Note,
    Photo,
    Rank,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.after_closing import After
    from surveys.conversation.screens import EndScreen, GridRow, QuestionScreen
    from surveys.conversation.state import Key
    from surveys.texts import Texts

_HINTS = {"location": "hint-place", "date": "hint-date", "time": "hint-time"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def letter(number: int) -> str:
    """The name of a table's row, counted from 0: a, b, c, and aa after z."""
    first, last = divmod(number, len(_LETTERS))
    return (_LETTERS[first - 1] if first else "") + _LETTERS[last]


def question_lines(screen: QuestionScreen, here: Key | None, texts: Texts) -> list[str]:
    """One question; `here` is the row of a table that the next answer goes to."""
    say = partial(texts.say, screen.language)
    lines = [] if isinstance(screen.question, Note) else [_progress(screen, texts)]
    said = (screen.text, *_stated(screen), screen.help, clock_text(screen, texts))
    lines += [line for line in said if line]
    if screen.policy:
        lines.append("  " + say("statements-policy-short"))
    lines += [f"  {number}. {button.label}" for number, button in enumerate(screen.options, 1)]
    if screen.outside:
        first = len(screen.options) + 1
        labels = [f"{number}. {b.label}" for number, b in enumerate(screen.outside, first)]
        lines.append("  " + say("terminal-outside", options="  ".join(labels)))
    lines += [f"  – {place.label}" for place in screen.places]
    if screen.rows:
        return lines + _table(screen, here, texts)
    lines += [f"  {hint}" for hint in _how_to_answer(screen, say)]
    if screen.value is not None:
        answer = describe(screen.question, screen.value, screen.survey, screen.language)
        lines.append("  " + say("terminal-current", answer=answer or say("not-answered")))
    return lines


def _stated(screen: QuestionScreen) -> tuple[str, ...]:
    """The sentence that is voted on, and who said it."""
    if screen.statement is None:
        return ()
    said = f"  » {screen.statement}"
    return (said,) if screen.source is None else (said, f"    {screen.source}")


def _progress(screen: QuestionScreen, texts: Texts) -> str:
    said = texts.say(screen.language, "progress", i=screen.index, n=screen.total)
    if not screen.question.private:
        return said
    return f"{said} ({texts.say(screen.language, 'terminal-private')})"


def _table(screen: QuestionScreen, here: Key | None, texts: Texts) -> list[str]:
    """The rows, each with what stands there, and an arrow at the one that is answered next."""
    say = partial(texts.say, screen.language)
    labels = {button.id: button.label for button in (*screen.options, *screen.outside)}
    every = all(row.chosen or row.skipped for row in screen.rows)
    lines = [
        _row(row, number, labels, marked=row.key == here, skipped=say("not-answered"))
        for number, row in enumerate(screen.rows)
    ]
    lines.append("  " + say("terminal-table", n=len(screen.rows), example=_example(screen)))
    lines.append("  " + say("terminal-table-on" if every else "terminal-table-skip"))
    return lines


def _row(row: GridRow, number: int, labels: dict[str, str], *, marked: bool, skipped: str) -> str:
    chosen = labels.get(row.chosen, row.chosen) if row.chosen else skipped if row.skipped else "…"
    return f"  {'→' if marked else ' '} {letter(number)}) {row.label}: {chosen}"


def _example(screen: QuestionScreen) -> str:
    count = max(1, len(screen.options))
    return " ".join(str(place % count + 1) for place in range(len(screen.rows)))


def _how_to_answer(screen: QuestionScreen, say: Callable[..., str]) -> list[str]:
    """How this kind of question is typed, where that does not go without saying."""
    question, hint = screen.question, _HINTS.get(screen.question.kind)
    hints = [say(hint)] if hint is not None else []
    if screen.unit and not isinstance(question, Allocate):
        hints.append(say("terminal-unit", unit=screen.unit))
    hints += _how_to_type(screen, say)
    opened = [number for number, button in enumerate(screen.options, 1) if button.open_text]
    if opened:
        hints.append(say("terminal-open-line", number=opened[0]))
    return hints


def _how_to_type(screen: QuestionScreen, say: Callable[..., str]) -> list[str]:
    match screen.question:
        case Multi():
            return [say("terminal-choose-several")]
        case Rank(max_choices=None):
            return [say("terminal-rank")]
        case Rank(max_choices=most):
            return [say("terminal-rank-most", max=most)]
        case Allocate() as question:
            return [_shares(question, screen, say)]
        case Indicator() if screen.options:
            return [say("terminal-own-words")]
        case File(types=types, max_mb=most):
            return [say("terminal-file", types=", ".join(types), max=most)]
        case Photo():
            return [say("terminal-photo")]
        case Round():
            return [say("round-enter", what=say(on_text(screen)))]
    return []


def _shares(question: Allocate, screen: QuestionScreen, say: Callable[..., str]) -> str:
    count = max(1, len(screen.options))
    each, over = divmod(question.total, count)
    example = " ".join(str(each + (place < over)) for place in range(count))
    total = f"{question.total} {screen.unit}" if screen.unit else str(question.total)
    return say("terminal-shares", total=total, example=example)


def end_lines(screen: EndScreen, receipt: str | None, texts: Texts) -> list[str]:
    """Thanks, the receipt, and every answer with its number; private ones are marked."""
    say = partial(texts.say, screen.language)
    lines = [say("thanks")]
    if (promise := promise_of(screen.survey, screen.language, texts)) is not None:
        lines.append(say("answer-promised", date=promise.date, where=promise.where))
    if receipt is not None:
        lines.append(receipt_text(screen.survey, receipt, screen.language, texts))
    lines.append(say("your-answers") + ":")
    for number, line in enumerate(screen.lines, start=1):
        private = f" ({say('terminal-private')})" if line.private else ""
        lines.append(f"  {number}. {line.text} {line.answer or say('not-answered')}{private}")
    lines.append(say("terminal-change-which"))
    return lines


def after_lines(after: After, language: str, texts: Texts) -> list[str]:
    """What came of a closed survey: how many, and the answer back or when it comes."""
    say = partial(texts.say, language)
    lines = [say("answer-count", n=after.answered)]
    waiting = waiting_text(after, language, texts)
    if waiting is not None:
        lines.append(waiting)
    if not after.versions:
        return lines
    answer = in_words(after.versions[0], language)
    lines += ["", say("answer-title"), *([answer.intro.text] if answer.intro else [])]
    for point in answer.points:
        when = f", {point.date}" if point.date else ""
        lines.append(f"  {say('answer-said')}: {point.said.text}")
        lines.append(f"  {say(f'answer-did-{point.status}')}: {point.did.text}")
        lines.append(f"  {say(f'answer-status-{point.status}')}{when}")
    return [*lines, f"{say('answer-contact')} {answer.contact.text}"]
