"""One reply out of everything that waits for a person: the screen is the same for all of it, and is shown once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram.outgoing.intents import Intent

if TYPE_CHECKING:
    from surveys.conversation.state import Key
    from surveys.store.records import OutboxMessage

LASTING_NOTES = frozenset({"no-longer-applies"})
"""Sentences that stay true when something else has been done since; what was refused is refused no longer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to show, and what to tidy up once it is shown.

    `targets`: messages to be changed into the screen, the first that is still there; none of them: a new message.
    `may_send` False: a new message may exist twice already. `answered`: what to tell in the messages before, by
    message number. `replaces`: a target showed another question.
    """

    intent: Intent
    notes: tuple[Mapping[str, Any], ...]
    targets: tuple[int, ...]
    answered: Mapping[int, Key | None]
    may_send: bool = True

    @property
    def replaces(self) -> bool:
        return not self.intent.in_place


def merge(message: OutboxMessage) -> Reply:
    """The reply for a claimed row and those behind it. Raises KeyError or TypeError on rows of another version."""
    intents = [Intent.of(message.intent), *(Intent.of(each.intent) for each in message.behind)]
    last, known = intents[-1], message.last_message
    doubts = message.unknown if not _copy_known(intents, known) else 0
    targets = _targets(last, known, doubts)
    return Reply(
        intent=last,
        notes=_notes(intents),
        targets=targets,
        answered=_answered(intents, known),
        may_send=doubts <= 1,
    )


def _copy_known(intents: list[Intent], known: int | None) -> bool:
    """Whether somebody has pressed a button of the copy that nobody knew of: then it is known."""
    first, later = intents[0], intents[1:]
    newest = max(filter(None, (first.pressed, known)), default=0)
    return any(intent.pressed is not None and intent.pressed > newest for intent in later)


def _targets(last: Intent, known: int | None, doubts: int) -> tuple[int, ...]:
    pressed = last.pressed
    if not doubts:
        return (pressed,) if last.in_place and pressed is not None else ()
    numbers = {number for number in (pressed, known) if number is not None}
    if last.in_place and pressed is not None:
        return (pressed, *sorted(numbers - {pressed}, reverse=True))
    return tuple(sorted(numbers, reverse=True))


def _notes(intents: list[Intent]) -> tuple[Mapping[str, Any], ...]:
    earlier = [
        note for intent in intents[:-1] for note in intent.notes if note["id"] in LASTING_NOTES
    ]
    told = [*earlier, *intents[-1].notes]
    return tuple(note for place, note in enumerate(told) if note not in told[:place])


def _answered(intents: list[Intent], known: int | None) -> dict[int, Key | None]:
    """The messages that have had their time, each with the question it is to tell the answer of.

    An answer that was written rather than pressed belongs to the newest message known then.
    """
    told: dict[int, Key | None] = {}
    newest = known
    for intent in intents:
        for number in filter(None, (intent.pressed, newest)):
            told.setdefault(number, None)
        at = intent.pressed or newest
        if at is not None and intent.answered is not None:
            told[at] = intent.answered
        newest = max(filter(None, (newest, intent.pressed)), default=None)
    return told
