"""What has been ticked and not sent: several options, an order, or an option whose open line waits for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surveys.conversation.choosing import combination, options_of, typed_options
from surveys.conversation.refusing import No
from surveys.conversation.state import Choose, Key, State
from surveys.conversation.values import Choices, Ranking
from surveys.questionnaire.models import Multi, Option, Rank, Single

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surveys.conversation.values import Value
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey


def draft_of(value: Value) -> tuple[str, ...]:
    """What is ticked when a question that has this answer is opened again."""
    return value.options if isinstance(value, Choices | Ranking) else ()


def drafted(state: State, key: Key) -> Choose:
    """What has been ticked, as a choice; words on an open line stay."""
    return Choose(state.draft, key, _kept_other(state, key))


def ticked(
    question: AnyQuestion, state: State, option_id: str, survey: Survey
) -> tuple[str, ...] | No:
    """The draft after one more tick; why not, when that is not possible."""
    options = options_of(question, survey)
    option = next((candidate for candidate in options if candidate.id == option_id), None)
    match question:
        case _ if option is None:
            return No("unknown-option")
        case Multi():
            picked = _toggled(state.draft, option, options)
            problem = combination(question, picked, state.language)
            return problem or tuple(each.id for each in picked)
        case Rank():
            return _ordered(question, state.draft, option_id)
        case Single() if option.open_text:
            return (option_id,)
    return No("unreadable")


def written_beside(
    question: AnyQuestion, state: State, key: Key, text: str, survey: Survey
) -> Choose | None:
    """The ticked options with `text` on the open line that waits for words; None when none does."""
    if not isinstance(question, Single | Multi) or not text.strip():
        return None
    options = options_of(question, survey)
    opened = [option.id for option in options if option.open_text and option.id in state.draft]
    if not opened:
        return None
    if isinstance(question, Multi) and typed_options(text, options, state.language):
        return None  # a new choice, typed
    return Choose(state.draft, key, {**_kept_other(state, key), opened[-1]: text})


def writing(
    question: AnyQuestion, draft: tuple[str, ...], options: tuple[Option, ...]
) -> Option | None:
    """The option whose open line is waiting for words."""
    if not isinstance(question, Single | Multi):
        return None
    return next((o for o in reversed(options) if o.open_text and o.id in draft), None)


def _toggled(draft: tuple[str, ...], option: Option, options: tuple[Option, ...]) -> list[Option]:
    """Ticking an exclusive option unticks the others, and the other way round."""
    if option.id in draft:
        return [other for other in options if other.id in draft and other.id != option.id]
    if option.exclusive:
        return [option]
    kept = {other.id for other in options if other.id in draft and not other.exclusive}
    return [other for other in options if other.id in kept or other.id == option.id]


def _ordered(question: Rank, draft: tuple[str, ...], option_id: str) -> tuple[str, ...] | No:
    """The order with one more at its end; what stands there already is taken out."""
    if option_id in draft:
        return tuple(each for each in draft if each != option_id)
    if question.max_choices is not None and len(draft) >= question.max_choices:
        return No("too-many", {"max": question.max_choices, "n": len(draft) + 1})
    return (*draft, option_id)


def _kept_other(state: State, key: Key) -> Mapping[str, str]:
    value = state.answers.get(key)
    return value.other if isinstance(value, Choices) else {}
