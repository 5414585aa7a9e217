"""Who answers, where that is no single person: a group or an organisation says its name before anything else."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Words
from surveys.questionnaire.models import FreeText, Single
from surveys.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion, Questionnaire
    from surveys.survey import Fill, Survey

RESPONDENT = Key("respondent")
"""The question id is reserved; a fill may list the names under a dimension of the same id."""
LONGEST_NAME = 80
"""Characters."""
_BY_NAME = frozenset({"group", "task", "workshop"})
"""Purposes of questionnaires whose answers everybody who took part is to look at together."""
_ASKED = {
    "group": "respondent-group",
    "organisation": "respondent-organisation",
    "person_or_group": "respondent-either",
}


def respondent_question(questionnaire: Questionnaire, fill: Fill) -> AnyQuestion | None:
    """The question for a name; None where single persons or triads answer."""
    if questionnaire.unit not in _ASKED:
        return None
    listed = fill.dimension.get(RESPONDENT.question)
    return _question(questionnaire.unit, listed=listed is not None and bool(listed.items))


@cache
def _question(unit: str, *, listed: bool) -> AnyQuestion:
    words = Texts("surveys")
    text = {tag: words.say(tag, _ASKED[unit]) for tag in words.languages}
    name = RESPONDENT.question
    if listed:
        return Single(kind="single", id=name, text=text, options_from=name)
    return FreeText(kind="text", id=name, text=text, max_chars=LONGEST_NAME)


def name_of(value: Value | None) -> str | None:
    """The name in an answer to who responds: written alike is named alike, and one from a list is its option."""
    match value:
        case Words(text=text) | Choice(other=str(text)):
            return name_key(text) or None
        case Choice(option=option):
            return option
    return None


def name_key(name: str) -> str:
    """What makes two spellings one name."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def must_be_named(questionnaire: Questionnaire) -> bool:
    """Whether the name may not be skipped."""
    return questionnaire.unit in {"group", "organisation"}


def is_for_names(questionnaire: Questionnaire) -> bool:
    """Whether answers are meant to be shown under a name: in the work of groups and in tasks for organisations."""
    return must_be_named(questionnaire) and questionnaire.purpose in _BY_NAME


def is_shown_by_name(survey: Survey) -> bool:
    """Whether they are: settled at the opening, since those who answered before the notice said so were not told."""
    return survey.fill.names_shown and is_for_names(survey.questionnaire)


def is_named(answers: Mapping[Key, Value]) -> bool:
    """Whether a group or an organisation has said its name."""
    return isinstance(answers.get(RESPONDENT), Words | Choice)
