"""Answers that are chosen among options: one, several, in order, or shared out; pressed or typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from surveys.conversation.refusing import No, Reading, clean
from surveys.conversation.state import Act, Choose, Distribute, Write
from surveys.conversation.values import Allocation, Choice, Choices, Outside, Ranking
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import (
    Allocate,
    Chosen,
    Indicator,
    Multi,
    Option,
    Question,
    Rank,
    Single,
    Steps,
    YesNo,
)

if TYPE_CHECKING:
    from surveys.survey import Survey

MAX_OTHER_CHARS = 120
_BESIDE = re.compile(r"\s*(?P<option>[^:]{1,200}?)\s*:\s*(?P<words>\S.*)", re.DOTALL)
_WHOLE = re.compile(r"\d{1,12}", re.ASCII)


def options_of(question: Question, survey: Survey) -> tuple[Option, ...]:
    """The options on the screen, in order: the question's own, or the items of its dimension."""
    if not isinstance(question, Chosen | Indicator):
        return ()
    if question.options_from is None:
        return question.options if isinstance(question, Chosen) else ()
    items = survey.items(question.options_from)
    return tuple(Option(id=item.id, label=item.label) for item in items)


def outside_of(question: Question) -> tuple[Option, ...]:
    """The answers beside a scale; none for other kinds."""
    return question.outside if isinstance(question, Steps) else ()


def read_one(question: Single | Steps | YesNo, act: Act, language: str, survey: Survey) -> Reading:
    """One option, or an answer beside the scale."""
    options, outside = options_of(question, survey), outside_of(question)
    act = _with_open_line(act, options, language)
    chosen = _chosen_ids(act, (*options, *outside), language)
    if len(chosen) != 1:
        return No("choose-one")
    if chosen[0] in {option.id for option in outside}:
        return Outside(chosen[0])
    option = _by_id(options, chosen[0])
    if option is None:
        return No("unknown-option")
    return Choice(option.id, _other(act, option))


def read_several(question: Multi, act: Act, language: str, survey: Survey) -> Reading:
    """Some options, in the questionnaire's order."""
    options = options_of(question, survey)
    act = _with_open_line(act, options, language)
    chosen = set(_chosen_ids(act, options, language))
    if not chosen:
        return No("choose-some" if isinstance(act, Choose) else "choose-one")
    picked = [option for option in options if option.id in chosen]
    if len(picked) != len(chosen):
        return No("unknown-option")
    if problem := combination(question, picked, language) or _too_few(question, picked):
        return problem
    other = {option.id: text for option in picked if (text := _other(act, option))}
    return Choices(tuple(option.id for option in picked), other)


def combination(question: Multi, picked: Sequence[Option], language: str) -> No | None:
    """Why these options cannot stand together; None when they can."""
    exclusive = next((option for option in picked if option.exclusive), None)
    if exclusive is not None and len(picked) > 1:
        return No("exclusive", {"label": say(exclusive.label, language)})
    if question.max_choices is not None and len(picked) > question.max_choices:
        return No("too-many", {"max": question.max_choices, "n": len(picked)})
    return None


def _too_few(question: Multi, picked: Sequence[Option]) -> No | None:
    """An exclusive option stands alone, however many are asked for."""
    alone = any(option.exclusive for option in picked)
    if question.min_choices is None or alone or len(picked) >= question.min_choices:
        return None
    return No("too-few", {"min": question.min_choices, "n": len(picked)})


def read_order(question: Rank, act: Act, language: str, survey: Survey) -> Reading:
    """Options in the order they were chosen or typed, best first; the others stay without a place."""
    options = options_of(question, survey)
    chosen = _chosen_ids(act, options, language)
    if not chosen:
        return No("choose-some" if isinstance(act, Choose) else "order")
    if len(set(chosen)) != len(chosen):
        return No("twice")
    if any(_by_id(options, each) is None for each in chosen):
        return No("unknown-option")
    if question.max_choices is not None and len(chosen) > question.max_choices:
        return No("too-many", {"max": question.max_choices, "n": len(chosen)})
    return Ranking(chosen)


def read_shares(question: Allocate, act: Act, survey: Survey) -> Reading:
    """Whole units for each option that add up to the total; typed in the options' order, or by option."""
    options = options_of(question, survey)
    facts: Mapping[str, str | int] = {"total": question.total, "n": len(options)}
    typed = _typed_shares(act, options)
    if typed is None:
        return No("shares", facts)
    amounts = {
        option: 0 if not text.strip() else int(text) if _WHOLE.fullmatch(text.strip()) else None
        for option, text in typed.items()
    }
    whole = {option: amount for option, amount in amounts.items() if amount is not None}
    if len(whole) < len(amounts) or not set(amounts) <= {option.id for option in options}:
        return No("shares", facts)
    if sum(whole.values()) != question.total:
        return No("sum", {"total": question.total, "n": sum(whole.values())})
    return Allocation({option.id: whole[option.id] for option in options if whole.get(option.id)})


def _typed_shares(act: Act, options: tuple[Option, ...]) -> Mapping[str, str] | None:
    if isinstance(act, Distribute):
        return act.amounts
    if not isinstance(act, Write):
        return None
    typed = re.split(r"[\s,;/]+", act.text.strip())
    if len(typed) != len(options):
        return None
    return {option.id: text for option, text in zip(options, typed, strict=True)}


def typed_options(text: str, options: Sequence[Option], language: str) -> tuple[str, ...]:
    """Option ids in typed text, matched by label, id or number on the screen; none when some part is no option."""
    typed = text.strip()
    whole = _typed_option(typed, options, language)
    if whole is not None:
        return (whole,)
    for separator in (r"\s*[,;]\s*", r"[,;\s]+"):  # labels hold spaces, numbers do not
        parts = [_typed_option(part, options, language) for part in re.split(separator, typed)]
        if None not in parts:
            return tuple(part for part in parts if part is not None)
    return ()


def _typed_option(typed: str, options: Sequence[Option], language: str) -> str | None:
    folded = typed.casefold()
    for number, option in enumerate(options, start=1):
        names = {str(number), option.id.casefold(), say(option.label, language).casefold()}
        if folded in names:
            return option.id
    return None


def _with_open_line(act: Act, options: Sequence[Option], language: str) -> Act:
    """`Annat: biblioteket` chooses the option and writes on its line."""
    match = _BESIDE.fullmatch(act.text) if isinstance(act, Write) else None
    if match is None:
        return act
    chosen = _typed_option(match["option"], options, language)
    option = _by_id(options, chosen) if chosen is not None else None
    if option is None or not option.open_text:
        return act
    return Choose((option.id,), None, {option.id: match["words"]})


def _chosen_ids(act: Act, options: Sequence[Option], language: str) -> tuple[str, ...]:
    if isinstance(act, Choose):
        return act.options
    return typed_options(act.text, options, language) if isinstance(act, Write) else ()


def _by_id(options: Sequence[Option], option_id: str) -> Option | None:
    return next((option for option in options if option.id == option_id), None)


def _other(act: Act, option: Option) -> str | None:
    if not isinstance(act, Choose) or not option.open_text:
        return None
    return clean(act.other.get(option.id, ""))[:MAX_OTHER_CHARS] or None
