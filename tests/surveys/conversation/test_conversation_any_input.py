"""No sequence of inputs raises, and every one that is refused has a sentence for the person."""

from __future__ import annotations

import pytest
from conversing import Conversation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys.conversation.plan import plan_of
from surveys.conversation.screens import QuestionScreen
from surveys.conversation.state import (
    Act,
    Arrive,
    Attach,
    Back,
    Begin,
    Change,
    Choose,
    Distribute,
    FillIn,
    Key,
    Pin,
    Refused,
    Rejected,
    SendDraft,
    Show,
    Skip,
    Speak,
    Tick,
    Unreadable,
    Write,
)
from surveys.texts import Texts

NAMES = ("every_kind", "every_loop", "consequence_matrix", "triad_talk", "goal_card")
TEXTS = Texts("bot")
IDS = ["positive", "negative", "dont_know", "yes", "p1", "trees", "lamps", "waste", "other", "none"]
ids = st.sampled_from([*IDS, "", "nothing", "A/short"])
typed = st.one_of(
    st.sampled_from(
        ["1", "2 1 3", "60 40 0", "3 3 3", "45 2024", "2027-02-05", "ja", "Annat: x", ""]
    ),
    st.text(max_size=60),
)
numbers = st.floats(allow_nan=True, allow_infinity=True)


def acts(name: str) -> st.SearchStrategy[Act]:
    """Everything a person or a broken program could send, about any question or none."""
    survey = Conversation.about(name).survey
    known = [slot.key for slot in plan_of(survey).slots]
    keys = st.one_of(st.none(), st.sampled_from(known), st.builds(Key, ids, ids))
    given_key = st.sampled_from(known)
    mapped = st.dictionaries(
        st.one_of(ids, st.sampled_from([k.turn for k in known])), ids, max_size=4
    )
    languages = st.sampled_from([None, "sv", "en", "xx"])
    return st.one_of(
        st.builds(Arrive, languages),
        st.builds(Begin, languages),
        st.builds(Speak, st.sampled_from(["sv", "en", "xx", ""])),
        st.builds(Choose, st.lists(ids, max_size=4).map(tuple), keys, mapped),
        st.builds(Tick, ids, keys),
        st.builds(SendDraft, keys),
        st.builds(Write, typed, keys),
        st.builds(Pin, numbers, numbers, keys),
        st.builds(Show, st.text(max_size=5), st.integers(), st.integers(), keys),
        st.builds(Attach, st.text(max_size=5), st.text(max_size=200), st.integers(), keys),
        st.builds(Distribute, st.dictionaries(ids, typed, max_size=4), keys),
        st.builds(FillIn, mapped, keys),
        st.builds(Skip, keys),
        st.builds(Back, keys),
        st.builds(Change, given_key),
        st.just(Unreadable()),
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_sequence_of_inputs_raises_and_every_refusal_has_a_sentence(name: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(acts(name), min_size=1, max_size=25))
    def check(sequence: list[Act]) -> None:
        talking = Conversation.about(name)
        for act in sequence:
            made = talking.do(act)
            for event in made.events:
                if isinstance(event, Rejected):
                    assert TEXTS.say("sv", f"rejected-{event.reason}", **event.hint)
                    assert TEXTS.say("en", f"rejected-{event.reason}", **event.hint)
                elif isinstance(event, Refused):
                    assert event.reason == "unknown_question"
            assert (made.current is None) == (not isinstance(talking.screen, QuestionScreen))

    check()
