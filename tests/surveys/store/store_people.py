"""People who answer a small questionnaire straight into a store, as the service would have them do."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from surveys.conversation.changes import CellChange, Step
from surveys.conversation.state import Key, State
from surveys.conversation.values import Value
from surveys.questionnaire.models import Questionnaire
from surveys.store.records import Address, Committed, Loaded, Turn
from surveys.store.store import Store
from surveys.survey import Notice, Survey

NOW = dt.datetime(2026, 3, 4, 17, 23, 45, 678000, tzinfo=dt.UTC)


def sv(text: str) -> dict[str, str]:
    return {"sv": text}


QUESTIONNAIRE = Questionnaire.model_validate(
    {
        "format": 1,
        "id": "meeting",
        "purpose": "evaluation",
        "unit": "person",
        "anonymity": "confidential",
        "channels": ["web"],
        "max_seconds": 90,
        "title": sv("Träffen"),
        "intro": sv("Hej"),
        "question": [
            {"id": "hello", "kind": "note", "text": sv("Hej")},
            {
                "id": "useful",
                "kind": "single",
                "text": sv("Nytta?"),
                "options": [{"id": name, "label": sv(name)} for name in ("much", "some", "none")],
            },
            {
                "id": "topics",
                "kind": "multi",
                "text": sv("Ämnen?"),
                "options": [{"id": name, "label": sv(name)} for name in ("food", "talk", "room")],
            },
            {"id": "words", "kind": "text", "text": sv("Mer?")},
            {"id": "picture", "kind": "photo", "text": sv("Bild?")},
            {"id": "alone", "kind": "text", "text": sv("Bara för dig?"), "private": True},
        ],
    }
)
NOTICE = Notice(
    controller="Kommunen",
    purpose=sv("Lära"),
    legal_basis="allmänt intresse",
    retain_until=dt.date(2027, 1, 1),
    decision_ref="KS 2026/17",
)


async def open_survey(store: Store, code: str = "TRAFF", **more: Any) -> Survey:
    return await store.open_survey(
        code=code,
        title="Träffen",
        questionnaire=QUESTIONNAIRE,
        notice=NOTICE,
        opened_at=NOW,
        **more,
    )


@dataclass
class Person:
    """One phone. Keeps its own state, as `step` would compute it."""

    store: Store
    survey: Survey
    name: str = "anna"
    channel: str = "telegram"
    state: State = field(default_factory=State)
    active: dict[Key, bool] = field(default_factory=dict)
    participation_id: int | None = None
    response_id: str | None = None
    turns: int = 0

    @property
    def address(self) -> Address:
        digest = hashlib.sha256(self.name.encode()).hexdigest()
        return Address(self.channel, digest, 7, f"chat-{self.name}")

    @property
    def receipt_hash(self) -> str:
        return f"receipt-{self.name}"

    def turn(self, step: Step, **more: Any) -> Turn:
        """A turn computed from what this phone knows."""
        begins = step.state.begun and self.response_id is None
        self.turns += 1
        given: dict[str, Any] = {
            "survey_id": self.survey.id,
            "address": self.address,
            "step": step,
            "based_on": self.state.revision,
            "at": NOW + dt.timedelta(milliseconds=self.turns),
            "participation_id": self.participation_id,
            "response_id": self.response_id,
            "new_response_id": str(uuid4()) if begins else None,
            "receipt_hash": self.receipt_hash if begins else None,
            "once": f"{self.name}-{self.turns}",
        }
        return Turn(**{**given, **more})

    async def submit(self, step: Step, **more: Any) -> Committed:
        done = await self.store.submit(self.turn(step, **more))
        self.remember(step, done)
        return done

    def remember(self, step: Step, done: Committed) -> None:
        self.state = step.state
        self.participation_id, self.response_id = done.participation_id, done.response_id
        for change in step.changes:
            self.active[change.key] = change.active

    async def begin(self, **more: Any) -> Committed:
        return await self.submit(
            Step(replace(self.state, begun=True), current=Key("useful")), **more
        )

    async def draw(self, **items: list[str]) -> Committed:
        """Begin, or go on, with these items drawn."""
        state = replace(self.state, begun=True, facts={"drawn": items})
        return await self.submit(Step(state))

    async def say(self, complete: bool = False, **said: Value | None) -> Committed:
        """Answer questions, all in one turn; None takes an answer back."""
        values: Mapping[Key, Value | None] = {Key(name): value for name, value in said.items()}
        return await self.submit(replace(self.step(values), complete=complete))

    async def join(self, other: Person, **more: Any) -> None:
        """Share the response of another phone."""
        joined = await self.store.join(
            self.survey.id, self.address, other.receipt_hash, self.receipt_hash, NOW, **more
        )
        assert joined is not None
        self.active = dict(other.active)
        self._know(joined)

    async def reload(self) -> None:
        """Look again at what is stored, as after StaleTurn."""
        loaded = await self.store.load(self.survey.id, self.address)
        assert loaded is not None
        self._know(loaded)

    def _know(self, loaded: Loaded) -> None:
        self.state = loaded.state
        self.participation_id, self.response_id = loaded.participation_id, loaded.response_id

    def step(
        self, values: Mapping[Key, Value | None], off_path: frozenset[Key] = frozenset()
    ) -> Step:
        """A step that sets, retracts (None), and lays aside (`off_path`) answers."""
        answers = dict(self.state.answers)
        changes = []
        for key, value in values.items():
            active = value is not None and key not in off_path
            was = answers.get(key)
            private = key.question == "alone"
            changes.append(
                CellChange(key, was, self.active.get(key, False), value, active, private)
            )
            answers.pop(key, None)
            if value is not None:
                answers[key] = value
        state = replace(self.state, answers=answers, revision=self.state.revision + 1)
        return Step(state, changes=tuple(changes))
