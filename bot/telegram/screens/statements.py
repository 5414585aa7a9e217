"""A statement in a chat: the sentence stands by itself, with who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.telegram.screens.markup import cut, escape

if TYPE_CHECKING:
    from surveys.conversation.screens import QuestionScreen

_LONGEST = 500


def stated(screen: QuestionScreen) -> list[str]:
    """The sentence that is voted on, and who said it; nothing on other screens."""
    if screen.statement is None:
        return []
    said = f"» <b>{escape(cut(screen.statement, _LONGEST))}</b>"
    return (
        [said]
        if screen.source is None
        else [said, f"<i>{escape(cut(screen.source, _LONGEST))}</i>"]
    )
