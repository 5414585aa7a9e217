"""The answer back in a chat: the letter, and what is said of a closed survey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.after_closing import in_words, promise_of, waiting_text
from bot.telegram.screens.codec import Does, Press
from bot.telegram.screens.limits import fitted, plain
from bot.telegram.screens.markup import Label, Rendered, bold, cut, escape, units
from bot.wording import shut_text
from surveys.conversation.screens import ShutScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.after_closing import After, SpokenPoint
    from surveys.answer_back import Version
    from surveys.survey import Survey
    from surveys.texts import Texts

_ROOM = 3500
"""Units of the points in one message; the rest is title, contact, link and what becomes of the wish."""
_LONGEST_PART = 900
_LONGEST_TITLE = 150


def letter(
    texts: Texts, survey: Survey, version: Version, language: str, link: str, *ends: str
) -> Rendered:
    """The whole answer in one message, or as many of its points as there is room for and the way to the rest.

    `ends`: sentences that stand last.
    """

    def said(text_id: str, **arguments: Any) -> str:
        return texts.say(language, text_id, **arguments)

    answer = in_words(version, language)
    title = bold(f"{said('answer-title')}: {cut(survey.title, _LONGEST_TITLE)}")
    begins = [escape(cut(answer.intro.text, _LONGEST_PART))] if answer.intro else []
    points = _fitting(_point(texts, point, language) for point in answer.points)
    contact = f"{bold(said('answer-contact'))} {escape(cut(answer.contact.text, _LONGEST_PART))}"
    last = (said("answer-link", link=link), *ends)
    parts = (title, *begins, *points, contact, *map(escape, last))
    return fitted(Rendered("\n\n".join(parts)))


def _point(texts: Texts, point: SpokenPoint, language: str) -> str:
    status = texts.say(language, f"answer-status-{point.status}")
    when = f", {point.date}" if point.date else ""
    did = texts.say(language, f"answer-did-{point.status}")
    return (
        f"{bold(texts.say(language, 'answer-said'))} {escape(cut(point.said.text, _LONGEST_PART))}\n"
        f"{bold(did)} {escape(cut(point.did.text, _LONGEST_PART))}\n"
        f"<i>{escape(status + when)}</i>"
    )


def _fitting(points: Iterable[str]) -> list[str]:
    """Whole points, for as long as there is room."""
    kept: list[str] = []
    room = _ROOM
    for point in points:
        room -= units(plain(point)) + 2
        if room < 0 and kept:
            return [*kept, "…"]
        kept.append(point)
    return kept


def closed(texts: Texts, screen: ShutScreen, after: After, link: str) -> Rendered:
    """A closed survey: its answer, or when that comes and a way to be told."""
    survey, language = after.survey, screen.language
    count = texts.say(language, "answer-count", n=after.answered)
    shut = f"{shut_text(screen, texts)} {count}"
    if after.versions:
        told = letter(texts, survey, after.versions[0], language, link)
        return fitted(Rendered(f"{escape(shut)}\n\n{told.text}"))
    waiting = waiting_text(after, language, texts)
    if waiting is None:
        return Rendered(escape(shut))
    return Rendered(escape(f"{shut}\n\n{waiting}"), ((follow(texts, survey, language),),))


def follow(texts: Texts, survey: Survey, language: str) -> Label:
    """The one press that asks to be told."""
    data = Press(survey.code, Does.FOLLOW).encode()
    return Label(texts.say(language, "answer-follow"), data)


def following(texts: Texts, survey: Survey, language: str) -> Rendered:
    """That one will be told, and the way out of it."""
    promise = promise_of(survey, language, texts)
    parts = [texts.say(language, "answer-following")]
    if promise is not None:
        parts.append(texts.say(language, "answer-promised", date=promise.date, where=promise.where))
    data = Press(survey.code, Does.UNFOLLOW).encode()
    out = Label(texts.say(language, "answer-unfollow"), data)
    return Rendered(escape(" ".join(parts)), ((out,),))
