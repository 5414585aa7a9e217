"""A questionnaire tried as a participant would: the real steps and screens, and no trace of it.

What has been answered stands in the page's own form, closed with our key so that it comes back as it was. The
store hears nothing, no cookie is set, and no picture or document leaves the computer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.web.forms import Sent, act_of, find_question
from bot.web.views import filled_from_form, filled_from_screen, question_view, refusal, stands_on
from surveys.conversation.drawing import draw
from surveys.conversation.screens import EndScreen, NoticeScreen, QuestionScreen
from surveys.conversation.state import (
    Attach,
    Begin,
    Context,
    Handed,
    Input,
    Key,
    Rejected,
    Show,
    State,
)
from surveys.conversation.step import step
from surveys.conversation.values import decode, encode
from surveys.conversation.view import screen
from surveys.questionnaire.models import File, Photo
from surveys.simulation.simulating import stand_in

if TYPE_CHECKING:
    import datetime as dt

    from bot.web.seal import Seal
    from surveys.conversation.screens import Screen
    from surveys.conversation.state import Act
    from surveys.questionnaire.models import Questionnaire
    from surveys.texts import Texts

NO_FILE = "prov"
"""What stands where a stored picture or document would be named."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What is shown after one act. `problem` is in the participant's language."""

    state: State
    screen: Screen
    problem: str | None = None


class Trial:
    """One questionnaire as one person tries it."""

    def __init__(
        self, questionnaire: Questionnaire, *, seal: Seal, texts: Texts, now: dt.datetime
    ) -> None:
        self.survey = stand_in(questionnaire)
        self._purpose = f"trial {questionnaire.version()}"
        self._seal = seal
        self._texts = texts
        drawn = draw(self.survey, {}, list)
        self._context = Context(self.survey, now, drawn)

    def begin(self, language: str) -> Tried:
        """The first screen."""
        spoken = language if language in self.survey.languages else self.survey.languages[0]
        return self._shown(State(language=spoken))

    def take(self, sent: Sent, closed: str) -> Tried:
        """What one form leads to; from the beginning when its state is not of this questionnaire."""
        state = self._opened(closed)
        if state is None:
            return self.begin(sent.language or "sv")
        made = step(self.survey.questionnaire, state, Input(self._act(sent), self._context))
        refused = next((each for each in made.events if isinstance(each, Rejected)), None)
        problem = refusal(refused, state.language, self._texts) if refused is not None else None
        return self._shown(made.state, problem)

    def view(self, tried: Tried, sent: Sent | None = None) -> dict[str, Any]:
        """The template's values for a question. `sent`: keep what was filled in and refused."""
        shown = tried.screen
        assert isinstance(shown, QuestionScreen)
        kept = sent is not None and tried.problem is not None and stands_on(shown, sent.key)
        filled = (
            filled_from_form(sent, shown)
            if kept and sent is not None
            else filled_from_screen(shown)
        )
        return question_view(shown, filled, self._texts, problem=tried.problem)

    def closed(self, state: State) -> str:
        """The state as the page carries it."""
        body = {
            "language": state.language,
            "begun": state.begun,
            "answers": [[*key, encode(value)] for key, value in state.answers.items()],
            "facts": state.facts,
            "revision": state.revision,
            "focus": state.focus,
            "changing": state.changing,
            "draft": state.draft,
            "handed": [[*key, each.chance, each.own] for key, each in state.handed.items()],
        }
        return self._seal.closed(json.dumps(body, ensure_ascii=False), self._purpose)

    def _opened(self, closed: str) -> State | None:
        text = self._seal.opened(closed, self._purpose)
        if text is None:
            return None
        body: dict[str, Any] = json.loads(text)
        answers = {Key(name, turn): decode(value) for name, turn, value in body["answers"]}
        focus = Key(*body["focus"]) if body["focus"] is not None else None
        handed = {Key(name, turn): Handed(*how) for name, turn, *how in body["handed"]}
        kept = {"answers": answers, "focus": focus, "draft": tuple(body["draft"]), "handed": handed}
        return State(**{**body, **kept})

    def _act(self, sent: Sent) -> Act:
        """The act of a form; a file is only named, never sent."""
        act = act_of(sent, self.survey)
        if isinstance(act, Begin):
            return Begin(sent.language)
        question = find_question(self.survey, sent.key) if sent.key is not None else None
        if sent.action == "next" and sent.answers and isinstance(question, Photo):
            return Show(NO_FILE, 1, 1, sent.key)
        if sent.action == "next" and sent.answers and isinstance(question, File):
            return Attach(NO_FILE, sent.answers[0][:100], 1, sent.key)
        return act

    def _shown(self, state: State, problem: str | None = None) -> Tried:
        return Tried(state, screen(state, self._context), problem)


def kind_of(shown: Screen) -> str:
    """Which page shows it."""
    match shown:
        case NoticeScreen():
            return "begin"
        case QuestionScreen():
            return "question"
        case EndScreen():
            return "end"
    raise AssertionError(shown)
