"""What goes into the outbox: that a screen is to be shown, and in which message. Never what somebody answered.

An intent is plain JSON, because it waits in the store; it is rendered from the committed state when it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from surveys.conversation.screens import ShutScreen
from surveys.conversation.state import (
    Accepted,
    Arrive,
    Begin,
    Key,
    NoLongerApplies,
    Refused,
    Rejected,
)

if TYPE_CHECKING:
    from bot.service import Outcome
    from surveys.conversation.state import Act, Event


@dataclass(frozen=True, slots=True)
class Intent:
    """Show the person's screen.

    `pressed` is the message whose button led here. `in_place`: the screen replaces what stands in that message;
    else it is a new message, and the one before it is closed: with the answer to `answered`, or just without
    buttons. `notes` are sentences above the screen.
    """

    code: str
    pressed: int | None = None
    in_place: bool = False
    answered: Key | None = None
    notes: tuple[Mapping[str, Any], ...] = ()

    def body(self) -> dict[str, Any]:
        """The JSON object."""
        return {
            "show": "screen",
            "code": self.code,
            "pressed": self.pressed,
            "in_place": self.in_place,
            "answered": list(self.answered) if self.answered else None,
            "notes": [dict(note) for note in self.notes],
        }

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Intent:
        """The inverse of `body`. Raises KeyError or TypeError on anything else."""
        answered = body["answered"]
        return cls(
            code=body["code"],
            pressed=body["pressed"],
            in_place=body["in_place"],
            answered=Key(*answered) if answered else None,
            notes=tuple(body["notes"]),
        )


def note(text_id: str, **arguments: Any) -> dict[str, Any]:
    """A sentence to stand above the screen."""
    return {"id": text_id, "with": arguments}


def intents(
    code: str, act: Act, pressed: int | None, *more: Mapping[str, Any]
) -> Callable[[Outcome], list[dict[str, Any]]]:
    """What a turn puts into the outbox, as `Service.turn` wants it. `more` are further sentences."""

    def make(outcome: Outcome) -> list[dict[str, Any]]:
        if isinstance(outcome.screen, ShutScreen):
            return []
        accepted = [event.key for event in outcome.events if isinstance(event, Accepted)]
        said = [sentence for event in outcome.events for sentence in _sentences(event)]
        intent = Intent(
            code=code,
            pressed=pressed,
            in_place=pressed is not None and not accepted and not isinstance(act, Begin | Arrive),
            answered=accepted[0] if accepted else None,
            notes=(*more, *said),
        )
        return [intent.body()]

    return make


def _sentences(event: Event) -> list[dict[str, Any]]:
    match event:
        case Rejected(reason=reason, hint=hint):
            return [note(f"rejected-{reason}", **hint)]
        case NoLongerApplies(keys=keys):
            return [note("no-longer-applies", n=len(keys))]
        case Refused(reason="unknown_question"):
            return [note("old-button")]
        case _:
            return []
