"""What a participant is told before the first question, as one message within Telegram's limit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.notice import influence_sentence, notice_texts
from bot.telegram.screens.markup import bold, cut, escape

if TYPE_CHECKING:
    from surveys.conversation.screens import NoticeScreen
    from surveys.texts import Texts

_LONGEST_PART = 300
"""Units of each text that an organiser writes: together with ours they stay below Telegram's 4096."""


def notice(texts: Texts, screen: NoticeScreen, elsewhere: str) -> str:
    """The notice as HTML. `elsewhere`: the third country and the way round it."""
    shorter = partial(cut, longest=_LONGEST_PART)
    said = notice_texts(screen.survey, screen.language, texts, shorter)
    influence = None
    if said.influence is not None:
        influence = influence_sentence(said.influence, screen.language, texts)
    paragraphs: list[list[str | None]] = [
        [said.demo],
        [shorter(screen.intro)],
        [said.who, said.minutes],
        [said.voluntary, said.no_names],
        [influence],
        [said.confidential],
        [said.quotes, said.public, said.retention],
        [said.saved, said.basis],
        [elsewhere],
    ]
    joined = (" ".join(one for one in sentences if one) for sentences in paragraphs)
    written = (escape(paragraph) for paragraph in joined if paragraph)
    return "\n\n".join([bold(cut(screen.title, 200)), *written])
