"""What a person has sent in one survey, what is stored beside it, and how to erase it all (promise G12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.sent import sent_lines
from bot.telegram.screens.codec import Does, Press
from bot.telegram.screens.ending import entries, pages_of, receipt_text
from bot.telegram.screens.limits import fitted
from bot.telegram.screens.markup import Label, Rendered, bold, cut, escape, mirrored
from surveys.conversation.screens import EndScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.outcomes import Outcome
    from bot.telegram.screens.ending import Entry
    from surveys.conversation.screens import ReviewLine
    from surveys.texts import Texts

_LONGEST_TITLE = 160


def mine(texts: Texts, outcome: Outcome, wanted: int = 0, beside: Sequence[str] = ()) -> Rendered:
    """Page `wanted` (from 0) of what somebody has sent; also answers that no longer count, since they are kept.

    `beside`: sentences on what is kept by itself.
    """
    survey, language = outcome.survey, outcome.screen.language

    def said(text_id: str, **arguments: Any) -> str:
        return texts.say(language, text_id, **arguments)

    counted, kept = sent_lines(outcome)
    title = cut(survey.title, _LONGEST_TITLE)
    if not counted and not kept:
        nothing = said("telegram-mine-nothing", title=title)
        return Rendered(escape(" ".join((nothing, *beside))))
    screen = EndScreen(survey, language, (*counted, *kept))
    pages = pages_of(entries(texts, screen))
    number = min(max(wanted, 0), len(pages) - 1)
    parts = [bold(said("telegram-mine", title=title))]
    parts += _shown(pages[number], kept, said("telegram-mine-kept"))
    parts += map(escape, (said("telegram-mine-stored"), *beside))
    if outcome.receipt is not None:
        parts.append(escape(receipt_text(texts, screen, outcome.receipt)))
    turning = tuple(
        Label(said(text_id), Press(survey.code, Does.MINE, number=to).encode())
        for text_id, to in (
            ("telegram-earlier-answers", number - 1),
            ("telegram-more-answers", number + 1),
        )
        if 0 <= to < len(pages)
    )
    erase = Label(said("erase"), Press(survey.code, Does.ASK_ERASE).encode())
    rows = tuple(row for row in (turning, (erase,)) if row)
    return fitted(Rendered("\n\n".join(parts), mirrored(rows, language)))


def _shown(page: list[Entry], kept: list[ReviewLine], heading: str) -> list[str]:
    """The entries, with a heading where those begin that no longer count."""
    keys = {line.key for line in kept}
    shown: list[str] = []
    told = False
    for entry in page:
        if entry.key in keys and not told:
            shown.append(f"<i>{escape(heading)}</i>")
            told = True
        shown.append(entry.shown)
    return shown
