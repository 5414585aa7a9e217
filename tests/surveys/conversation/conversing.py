"""A conversation without a store: acts in, states and screens out."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from surveys.conversation.changes import Step
from surveys.conversation.screens import Screen
from surveys.conversation.state import Act, Begin, Context, Input, Key, State
from surveys.conversation.step import step
from surveys.conversation.values import decode, encode
from surveys.conversation.view import screen
from surveys.questionnaire.coverage import complete_languages
from surveys.questionnaire.loading import library_questionnaire, load_questionnaire
from surveys.questionnaire.models import Questionnaire
from surveys.survey import Fill, Notice, Place, Survey

NOW = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
DATA = Path(__file__).parents[2] / "data"


def questionnaire_named(name: str) -> Questionnaire:
    """One that ships, or one of the tests' own."""
    own = DATA / f"{name}.toml"
    if own.exists():
        return load_questionnaire(own.read_text(encoding="utf-8"), own.name)
    return library_questionnaire(name)


def survey_of(questionnaire: Questionnaire) -> Survey:
    """An open survey of a questionnaire, with one named place."""
    return Survey(
        id=1,
        code="ABCDEF",
        title="Träff",
        questionnaire=questionnaire,
        version=questionnaire.version(),
        notice=Notice(
            controller="Kommunen",
            purpose={"sv": "att bli bättre"},
            legal_basis="public_interest",
            retain_until=dt.date(2027, 1, 1),
            decision_ref="KS 1",
        ),
        fill=Fill(place=(Place(id="square", label={"sv": "Stora torget", "en": "The square"}),)),
        languages=complete_languages(questionnaire),
    )


def restored(state: State) -> State:
    """The state after being written down and read back, as every turn does."""
    written = json.dumps([[*key, encode(value)] for key, value in state.answers.items()])
    answers = {Key(q, turn): decode(value) for q, turn, value in json.loads(written)}
    return replace(state, answers=answers)


@dataclass
class Conversation:
    """One person talking."""

    survey: Survey
    state: State = field(default_factory=State)
    last: Step | None = None
    drawn: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def about(cls, name: str, seed: int = 0) -> Conversation:
        """Begun, standing at the first question; `seed` is what chance draws where there is something to draw."""
        talking = cls(survey_of(questionnaire_named(name)))
        talking.drawn = {
            dimension.id: (dimension.items[seed % len(dimension.items)].id,)
            for dimension in talking.survey.questionnaire.dimension
            if dimension.sample and dimension.items
        }
        talking.do(Begin())
        return talking

    def do(self, *acts: Act) -> Step:
        """Acts one after the other; the state is written down and read back before each."""
        for act in acts:
            given = Input(act, Context(self.survey, NOW, self.drawn))
            self.last = step(self.survey.questionnaire, restored(self.state), given)
            self.state = self.last.state
        assert self.last is not None
        return self.last

    @property
    def screen(self) -> Screen:
        """What the person sees."""
        return screen(self.state, Context(self.survey, NOW))

    @property
    def at(self) -> str | None:
        """The question the person stands at."""
        assert self.last is not None
        return self.last.current.question if self.last.current is not None else None
