"""A condition in words, by the numbers of the questions on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from surveys.conversation.choosing import options_of, outside_of
from surveys.questionnaire.expressions import (
    All,
    Answered,
    Any,
    Compare,
    Count,
    Has,
    Literal,
    Name,
    Not,
    OneOf,
)
from surveys.questionnaire.languages import say
from surveys.texts import decimal_text

if TYPE_CHECKING:
    from surveys.questionnaire.expressions import Condition
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey
    from surveys.texts import Texts

_OPERATORS = {"=": "is", "!=": "not", "<": "under", "<=": "most", ">": "over", ">=": "least"}


class InWords:
    """Tells conditions of one survey; `numbers` are the questions' numbers on paper."""

    def __init__(
        self, survey: Survey, numbers: Mapping[str, int], language: str, texts: Texts
    ) -> None:
        self._survey = survey
        self._numbers = numbers
        self._language = language
        self._questions = {q.id: q for q in survey.questionnaire.question}
        self._say: Callable[..., str] = partial(texts.say, language)

    def tell(self, condition: Condition) -> str | None:
        """The condition in words; None when it speaks of something that does not stand on paper."""
        match condition:
            case All(parts=parts) | Any(parts=parts):
                told = [self.tell(part) for part in parts]
                joint = "paper-and" if isinstance(condition, All) else "paper-or"
                known = [each for each in told if each is not None]
                return f" {self._say(joint)} ".join(known) if len(known) == len(told) else None
            case Not(inner=Answered(question=name)):
                return self._about("paper-unanswered", name)
            case Not(inner=inner):
                told_inner = self.tell(inner)
                return self._say("paper-not", condition=told_inner) if told_inner else None
            case Answered(question=name):
                return self._about("paper-answered", name)
            case OneOf(question=name, options=options):
                labels = [self._label(name, option) for option in options]
                return self._about(
                    "paper-is", name, answer=f" {self._say('paper-or')} ".join(labels)
                )
            case Has(option=option, question=name):
                return self._about("paper-is", name, answer=self._label(name, option))
            case Compare():
                return self._compared(condition)
            case _:
                return None

    def _compared(self, condition: Compare) -> str | None:
        match condition.left, condition.right:
            case Name(question=name), Literal(value=value):
                operator = _OPERATORS[condition.operator]
                text = "paper-not-answer" if operator == "not" else f"paper-{operator}"
                return self._about(text, name, answer=self._label(name, value))
            case Count(question=name), Literal(value=value):
                text = f"paper-count-{_OPERATORS[condition.operator]}"
                return self._about(text, name, answer=str(value))
        return None

    def _about(self, text: str, name: str, **arguments: str) -> str | None:
        number = self._numbers.get(name)
        return self._say(text, number=number, **arguments) if number is not None else None

    def _label(self, name: str, option: Decimal | str) -> str:
        """An option's label; of a scale's value the step that has it."""
        question: AnyQuestion | None = self._questions.get(name)
        known = (*options_of(question, self._survey), *outside_of(question)) if question else ()
        for each in known:
            if each.id == option or (isinstance(option, Decimal) and each.value == option):
                return f"”{say(each.label, self._language)}”"
        if option in {"yes", "no"}:
            return f"”{self._say(str(option))}”"
        return (
            decimal_text(f"{option:f}", self._language) if isinstance(option, Decimal) else option
        )
