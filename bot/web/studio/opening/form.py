"""The opening form read: what was typed becomes a survey's notice and fill, or sentences beside the fields."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.localtime import read_local
from bot.opening import Ready, demo_notice
from bot.web.studio.opening.asked import ANSWER, LIST, Asked, asked_by
from bot.web.studio.opening.lines import (
    items_of,
    lines_of,
    people_of,
    places_of,
    roster_of,
    statements_of,
)
from bot.wishes import Opening
from surveys.questionnaire.models import Feedback, Influence
from surveys.survey import Background, DimensionFill, Fill, Notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.models import Questionnaire
    from surveys.survey import InvitedType

LONGEST_TITLE = 120
LEVELS = ("information", "consultation", "dialogue", "involvement", "co_decision")
OPTIONAL_REFERENCES = ("dpia_ref", "processor_agreement")


@dataclass
class OpeningForm:
    """One form as it was typed. `errors`: for each field that is wrong, the text that says so.

    `suggested` is the purpose that the form itself proposes: left as it is, it holds in all its languages. `background` is
    where the picture of the place lies, if one was sent along.
    """

    questionnaire: Questionnaire
    typed: Mapping[str, str]
    suggested: Text
    errors: dict[str, str] = field(default_factory=dict)
    background: Background | None = None

    def __post_init__(self) -> None:
        self.asked: Asked = asked_by(self.questionnaire)

    @property
    def practice(self) -> bool:
        """Whether it is an exercise, which needs no decision."""
        return bool(self.typed.get("practice"))

    def read(self, now: dt.datetime) -> tuple[Opening, Ready] | None:
        """What to open; None when there are errors, all of which are told."""
        opening = self.opening(now)
        ready = self._ready(now)
        return None if self.errors or ready is None else (opening, ready)

    def opening(self, now: dt.datetime) -> Opening:
        """The title, how many, and when; what is wrong with them is in `errors`."""
        opens, closes = self._moment("opens"), self._moment("closes")
        if closes is not None and closes <= max(now, opens or now):
            self.errors["closes"] = "opening-closes-first"
        return Opening(
            title=self._required("title")[:LONGEST_TITLE],
            invited=self._number("invited"),
            series=self._said("series") or None,
            opens=opens,
            closes=closes,
            language=self._said("language") or None,
            long_code=bool(self.typed.get("long_code")),
            roster=self._roster(),
        )

    def _ready(self, now: dt.datetime) -> Ready | None:
        if self.practice:
            notice: Notice | None = self._practised(demo_notice(self.questionnaire, now.date()))
            influence = None
        else:
            influence = self._influence() if self.asked.dialogue else None
            notice = self._notice()
        fill = self._fill(influence)
        if notice is None or fill is None:
            return None
        return Ready(self.questionnaire, notice, fill)

    def _notice(self) -> Notice | None:
        """What the law wants said."""
        wanted: dict[str, Any] = {
            name: self._required(name) for name in ("controller", "legal_basis", "decision_ref")
        }
        wanted["retain_until"] = self._day("retain_until")
        wanted["purpose"] = self._purpose()
        wanted |= {name: self._said(name) or None for name in OPTIONAL_REFERENCES}
        return None if self.errors else Notice(**wanted)

    def _practised(self, invented: Notice) -> Notice:
        """What an exercise says: the words that were typed, and invented ones where nothing was."""
        written: dict[str, Any] = {}
        if self._said("purpose") not in {"", self.suggested.get("sv", "")}:
            written["purpose"] = self._text("purpose")
        promised = invented.influence
        if self.asked.dialogue and promised is not None:
            texts = {
                name: self._text(name)
                for name in ("can_affect", "cannot_affect")
                if self._said(name)
            }
            day = self._day("feedback_date") if self._said("feedback_date") else None
            kept = {"date": day.isoformat()} if day is not None else {}
            where = {"where": self._text("feedback_where")} if self._said("feedback_where") else {}
            feedback = promised.feedback.model_copy(update={**kept, **where})
            written["influence"] = promised.model_copy(update={**texts, "feedback": feedback})
        return invented.model_copy(update=written)

    def _purpose(self) -> Text:
        said = self._text("purpose")
        proposed = self.suggested if said["sv"] == self.suggested.get("sv") else {}
        return {**proposed, **said}

    def _influence(self) -> Influence | None:
        """What residents can and cannot change, and when they hear how it went."""
        level = self._said("level")
        wanted: dict[str, Any] = {
            "level": level if level in LEVELS else "consultation",
            "can_affect": self._text("can_affect"),
            "cannot_affect": self._text("cannot_affect"),
        }
        day, where = self._day("feedback_date"), self._text("feedback_where")
        if self.errors or day is None:
            return None
        return Influence(feedback=Feedback(date=day.isoformat(), where=where), **wanted)

    def _fill(self, influence: Influence | None) -> Fill | None:
        languages = self.asked.languages
        answers = {name.removeprefix(ANSWER): self._text(name) for name, _ in self.asked.answers}
        wave = self._said("wave") if self.asked.waves else ""
        if self.asked.waves and wave not in self.asked.waves:
            self.errors["wave"] = "opening-choose"
        try:
            places = places_of(self._said("places"), languages) if self.asked.places else ()
        except ValueError:
            self.errors["places"] = "opening-bad-position"
            places = ()
        if self.errors:
            return None
        return Fill(
            dimension=self._dimensions(),
            answers=answers,
            statement=statements_of(self._said("statements"), languages)
            if self.asked.statements
            else (),
            place=places,
            background=self.background,
            influence=influence,
            wave=wave or None,
        )

    def _dimensions(self) -> dict[str, DimensionFill]:
        """The lists that differ from what the questionnaire holds itself."""
        known = {dimension.id: dimension.items for dimension in self.questionnaire.dimension}
        filled = {}
        for each in self.asked.lists:
            name, written = each.name.removeprefix(LIST), self._said(each.name)
            if written and written != lines_of(known.get(name, ())):
                items = items_of(written, self.asked.languages, known.get(name, ()))
                filled[name] = DimensionFill(items=items)
        return filled

    def _said(self, name: str) -> str:
        return self.typed.get(name, "").replace("\r\n", "\n").strip()

    def _required(self, name: str) -> str:
        said = self._said(name)
        if not said:
            self.errors[name] = f"opening-missing-{name.replace('_', '-')}"
        return said

    def _text(self, name: str) -> Text:
        """A text in Swedish, and in each other language it was written in."""
        said = {tag: self._said(f"{name}.{tag}") for tag in self.asked.languages[1:]}
        swedish = self._said(name)
        if not swedish:
            plain = "answer" if name.startswith(ANSWER) else name.replace("_", "-")
            self.errors[name] = f"opening-missing-{plain}"
        return {"sv": swedish, **{tag: text for tag, text in said.items() if text}}

    def _number(self, name: str) -> int | None:
        said = self._said(name)
        try:
            return people_of(said, least=1) if said else None
        except ValueError as wrong:
            self.errors[name] = str(wrong)
            return None

    def _roster(self) -> tuple[InvitedType, ...]:
        try:
            return roster_of(self._said("roster"))
        except ValueError:
            self.errors["roster"] = "opening-bad-roster"
            return ()

    def _moment(self, name: str) -> dt.datetime | None:
        said = self._said(name)
        try:
            return read_local(said) if said else None
        except ValueError:
            self.errors[name] = "opening-bad-time"
            return None

    def _day(self, name: str) -> dt.date | None:
        said = self._required(name)
        try:
            return dt.date.fromisoformat(said) if said else None
        except ValueError:
            self.errors[name] = "opening-bad-day"
            return None
