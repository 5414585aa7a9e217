"""What goes into the outbox: that a screen is to be shown, and in which message. Never what somebody answered.

An intent is plain JSON, because it waits in the store; it is rendered from the committed state when it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram.presses import stands_at
from bot.telegram.screens.options import page_with
from surveys.conversation.screens import QuestionScreen, ShutScreen
from surveys.conversation.state import (
    Accepted,
    Arrive,
    Begin,
    Key,
    NoLongerApplies,
    Refused,
    Rejected,
    Skip,
    Tick,
)

if TYPE_CHECKING:
    from bot.outcomes import Outcome
    from surveys.conversation.state import Act, Event


@dataclass(frozen=True, slots=True)
class Intent:
    """Show the person's screen.

    `pressed` is the message whose button led here. `in_place`: the screen replaces what stands in that message;
    else it is a new message, and the one before it is closed: with the answer to `answered`, or just without
    buttons. `notes` are sentences above the screen. `row` is the row of a table that was just answered while others
    are left, `page` the part of a table or of the last screen that was asked for.
    """

    code: str
    pressed: int | None = None
    in_place: bool = False
    answered: Key | None = None
    notes: tuple[Mapping[str, Any], ...] = ()
    row: Key | None = None
    page: int | None = None

    def body(self) -> dict[str, Any]:
        """The JSON object."""
        return {
            "show": "screen",
            "code": self.code,
            "pressed": self.pressed,
            "in_place": self.in_place,
            "answered": list(self.answered) if self.answered else None,
            "notes": [dict(note) for note in self.notes],
            "row": list(self.row) if self.row else None,
            "page": self.page,
        }

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Intent:
        """The inverse of `body`. Raises KeyError or TypeError on anything else."""
        answered, row = body["answered"], body.get("row")
        return cls(
            code=body["code"],
            pressed=body["pressed"],
            in_place=body["in_place"],
            answered=Key(*answered) if answered else None,
            notes=tuple(body["notes"]),
            row=Key(*row) if row else None,
            page=body.get("page"),
        )


def note(text_id: str, **arguments: Any) -> dict[str, Any]:
    """A sentence to stand above the screen."""
    return {"id": text_id, "with": arguments}


def intents(
    code: str,
    act: Act,
    pressed: int | None,
    *more: Mapping[str, Any],
    page: int | None = None,
) -> Callable[[Outcome], list[dict[str, Any]]]:
    """What a turn puts into the outbox, as `Service.turn` wants it. `more` are further sentences."""

    def make(outcome: Outcome) -> list[dict[str, Any]]:
        if isinstance(outcome.screen, ShutScreen):
            return []
        said = [sentence for event in outcome.events for sentence in _sentences(event)]
        left, row = _left(act, outcome), _row(outcome)
        anew = left is not None or isinstance(act, Begin | Arrive)
        intent = Intent(
            code=code,
            pressed=pressed,
            in_place=pressed is not None and not anew,
            answered=left,
            notes=(*more, *said),
            row=row,
            page=page if page is not None else _page(act, outcome),
        )
        return [intent.body()]

    return make


def _page(act: Act, outcome: Outcome) -> int | None:
    """After a tick the page of the options where it was."""
    if not isinstance(act, Tick) or not isinstance(outcome.screen, QuestionScreen):
        return None
    return page_with(outcome.screen, act.option)


def _left(act: Act, outcome: Outcome) -> Key | None:
    """The question that has been answered and left: its message is to tell the answer. A table may have been full."""
    accepted = _accepted(outcome)
    if not accepted and isinstance(act, Skip) and act.key and act.key in outcome.state.answers:
        accepted = [act.key]
    return accepted[0] if accepted and not stands_at(outcome.screen, accepted[0]) else None


def _row(outcome: Outcome) -> Key | None:
    """The row that has been answered in a table which is still before the person."""
    return next((key for key in _accepted(outcome) if stands_at(outcome.screen, key)), None)


def _accepted(outcome: Outcome) -> list[Key]:
    return [event.key for event in outcome.events if isinstance(event, Accepted)]


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
