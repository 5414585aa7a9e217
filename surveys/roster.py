"""Who was invited, by type of organisation, and which question tells the type of whoever has answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from surveys.conversation.choosing import options_of
from surveys.conversation.respondent import RESPONDENT, name_key, name_of, respondent_question
from surveys.conversation.state import Key
from surveys.questionnaire.models import Single
from surveys.survey import InvitedType

if TYPE_CHECKING:
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Telling:
    """The question that tells types. `types`: the type behind each of its answers, as `name_of` writes them.

    `people`: single persons answer it, so that how many of a type have answered says something about each of them.
    """

    key: Key
    types: Mapping[str, str]
    people: bool

    def count(self, values: Iterable[Value]) -> Counter[str]:
        """How many of each type are among the answers; what is on no list counts for no type."""
        return self.by_answer(Counter(said for each in values if (said := name_of(each))))

    def by_answer(self, counted: Mapping[str, int]) -> Counter[str]:
        """The same, from how many gave each answer."""
        found: Counter[str] = Counter()
        for said, people in counted.items():
            if said in self.types:
                found[self.types[said]] += people
        return found


def telling(survey: Survey) -> Telling | None:
    """How the questionnaire tells the types that were invited: by a name on the list, or by a background question
    whose options hold them all. None: it does not, or nobody said who was invited.
    """
    roster = survey.fill.roster
    asked = respondent_question(survey.questionnaire, survey.fill)
    if asked is not None and any(each.organisations for each in roster):
        return Telling(RESPONDENT, _named(survey, asked), people=False)
    wanted = {each.type.casefold(): each.type for each in roster}
    for question in survey.questionnaire.question if wanted else ():
        if isinstance(question, Single) and question.background and not question.loop:
            types = _matching(survey, question, wanted)
            if set(types.values()) == set(wanted.values()):
                unit = survey.questionnaire.unit
                return Telling(Key(question.id), types, people=unit in {"person", "triad"})
    return None


def _named(survey: Survey, asked: AnyQuestion) -> dict[str, str]:
    """A name that is chosen from a list is told by its option, and one that is written by its words."""
    types = {
        name_key(name): each.type for each in survey.fill.roster for name in each.organisations
    }
    return types | _matching(survey, asked, types)


def _matching(survey: Survey, asked: AnyQuestion, known: Mapping[str, str]) -> dict[str, str]:
    """What is known of each option, by its words in any language or by its id."""
    found = {}
    for option in options_of(asked, survey):
        for word in (*option.label.values(), option.id):
            if name_key(word) in known:
                found[option.id] = known[name_key(word)]
                break
    return found


def by_organisation(pairs: Iterable[tuple[str, str]]) -> tuple[InvitedType, ...]:
    """From organisation and type, one pair for each that was invited; twice is once."""
    spelling: dict[str, str] = {}
    names: dict[str, dict[str, str]] = {}
    for name, kind in pairs:
        spelled = spelling.setdefault(kind.casefold(), kind)
        names.setdefault(spelled, {}).setdefault(name_key(name), name)
    return tuple(
        InvitedType(type=kind, invited=len(each), organisations=tuple(each.values()))
        for kind, each in names.items()
    )


def by_number(pairs: Iterable[tuple[str, int]]) -> tuple[InvitedType, ...]:
    """From type and how many; numbers of one type are added up."""
    spelling: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for kind, invited in pairs:
        numbers[spelling.setdefault(kind.casefold(), kind)] += invited
    return tuple(InvitedType(type=kind, invited=number) for kind, number in numbers.items())


def invited_in(roster: Iterable[InvitedType]) -> int:
    """How many were invited in all."""
    return sum(each.invited for each in roster)
