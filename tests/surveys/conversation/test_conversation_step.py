"""The conversation: forward, back, skip, change, and what is told about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from conversing import NOW, Conversation

from surveys.conversation.changes import CellChange
from surveys.conversation.screens import EndScreen, NoticeScreen, QuestionScreen, ShutScreen
from surveys.conversation.state import (
    Accepted,
    Arrive,
    Back,
    Begin,
    Change,
    Choose,
    Context,
    Finished,
    Key,
    NoLongerApplies,
    Refused,
    Rejected,
    SendDraft,
    Skip,
    Speak,
    Tick,
    Unreadable,
    Write,
)
from surveys.conversation.values import Choice, Choices, Skipped, Words
from surveys.conversation.view import screen


def finished_follow_up() -> Conversation:
    """used → what_used → support, all answered."""
    talking = Conversation.about("follow_up")
    talking.do(Choose(("yes_changed",)), Write("Målkorten"), Write("Mer tid"))
    return talking


def test_before_beginning_only_the_notice_is_shown_and_answers_are_refused() -> None:
    talking = Conversation.about("session_evaluation")
    talking.state = replace(talking.state, begun=False)
    assert isinstance(talking.screen, NoticeScreen)
    made = talking.do(Choose(("high",)))
    assert made.events == (Rejected(None, "first-begin"),)
    assert not made.changes


def test_an_answer_leads_to_the_next_question_and_is_reported_as_one_changed_cell() -> None:
    talking = Conversation.about("session_evaluation")
    made = talking.do(Choose(("high",)))
    key = Key("usefulness")
    assert made.events == (Accepted(key, Choice("high")),)
    assert made.changes == (CellChange(key, None, False, Choice("high"), True),)
    assert (talking.at, made.state.revision) == ("could_speak", 1)


def test_the_screen_counts_questions_and_carries_what_the_channel_needs() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Choose(("high",)))
    shown = talking.screen
    assert isinstance(shown, QuestionScreen)
    assert (shown.index, shown.total, shown.can_go_back) == (2, 5, True)
    assert [button.id for button in shown.outside] == ["dont_know", "no_answer", "na"]


def test_the_last_answer_finishes_and_the_end_lists_every_answer() -> None:
    talking = finished_follow_up()
    assert talking.last is not None
    assert Finished() in talking.last.events
    assert talking.last.complete
    assert isinstance(talking.screen, EndScreen)
    assert [line.answer for line in talking.screen.lines] == [
        "Ja, vi har ändrat något",
        "Målkorten",
        "Mer tid",
    ]


def test_back_shows_the_question_before_and_answers_lead_forward_one_at_a_time() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Choose(("high",)), Choose(("some",)), Back(), Back())
    assert talking.at == "usefulness"
    talking.do(Choose(("small",)))
    assert talking.at == "could_speak"
    talking.do(Choose(("some",)))
    assert talking.at == "most_valuable"


def test_back_at_the_first_question_stays_there() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Back())
    assert talking.at == "usefulness"


def test_changing_one_answer_from_the_end_returns_to_the_end() -> None:
    talking = finished_follow_up()
    talking.do(Change(Key("support")))
    assert talking.at == "support"
    talking.do(Write("Stöd från chefen"))
    assert isinstance(talking.screen, EndScreen)


def test_answers_that_leave_the_path_are_kept_told_and_come_back() -> None:
    talking = finished_follow_up()
    away = talking.do(Change(Key("used")), Choose(("no_time",)))
    assert NoLongerApplies((Key("what_used"),)) in away.events
    assert CellChange(Key("what_used"), Words("Målkorten"), True, Words("Målkorten"), False) in (
        away.changes
    )
    assert talking.at == "obstacle"
    home = talking.do(Change(Key("used")), Choose(("yes_talked",)))
    assert CellChange(Key("what_used"), Words("Målkorten"), False, Words("Målkorten"), True) in (
        home.changes
    )
    assert isinstance(talking.screen, EndScreen)


def test_giving_the_same_answer_again_changes_nothing() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Choose(("high",)), Back())
    made = talking.do(Choose(("high",)))
    assert (made.changes, made.state.revision) == ((), 1)


def test_an_answer_to_an_earlier_question_edits_it_and_leaves_the_person_where_they_are() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Choose(("high",)), Choose(("some",)))
    talking.do(Choose(("small",), Key("usefulness")))
    assert talking.at == "most_valuable"
    assert talking.state.answers[Key("usefulness")] == Choice("small")


def test_a_button_of_a_question_off_the_path_is_refused() -> None:
    talking = Conversation.about("follow_up")
    made = talking.do(Choose(("time",), Key("obstacle")))
    assert made.events == (Refused("unknown_question"),)
    assert not made.changes


def test_skipping_is_no_answer_but_goes_on() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Skip())
    assert talking.state.answers == {Key("usefulness"): Skipped()}
    assert talking.at == "could_speak"


def test_ticks_are_remembered_and_sent_together() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Skip(), Skip(), Tick("peers"), Tick("examples"))
    assert talking.state.draft == ("examples", "peers")
    made = talking.do(Tick("talks"))
    assert made.events == (Rejected(Key("most_valuable"), "too-many", {"max": 2, "n": 3}),)
    talking.do(Tick("peers"), SendDraft())
    assert talking.state.answers[Key("most_valuable")] == Choices(("examples",))
    assert talking.state.draft == ()


def test_an_exclusive_option_unticks_the_others_and_the_other_way_round() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Skip(), Skip(), Tick("peers"), Tick("none"))
    assert talking.state.draft == ("none",)
    talking.do(Tick("talks"))
    assert talking.state.draft == ("talks",)


def test_a_multi_question_opened_again_starts_from_its_answer() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Skip(), Skip(), Choose(("peers", "talks")), Back())
    assert talking.state.draft == ("peers", "talks")


def test_something_no_question_takes_gets_a_sentence_and_changes_nothing() -> None:
    talking = Conversation.about("session_evaluation")
    made = talking.do(Unreadable())
    assert made.events == (Rejected(Key("usefulness"), "unreadable"),)


def test_writing_after_the_end_points_at_the_change_button() -> None:
    talking = finished_follow_up()
    made = talking.do(Write("en sak till"))
    assert made.events == (Rejected(None, "finished"),)


def test_the_language_changes_the_words_and_keeps_the_place() -> None:
    talking = Conversation.about("session_evaluation")
    talking.do(Choose(("high",)), Speak("en"))
    assert isinstance(talking.screen, QuestionScreen)
    assert talking.screen.text.startswith("To what extent could you")
    talking.do(Speak("xx"))
    assert talking.state.language == "en"


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        ({"closes": NOW - dt.timedelta(minutes=1)}, "closed"),
        ({"opens": NOW + dt.timedelta(days=1)}, "scheduled"),
    ],
)
def test_outside_its_time_a_survey_takes_nothing(
    times: dict[str, dt.datetime], reason: str
) -> None:
    talking = Conversation.about("session_evaluation")
    talking.survey = replace(talking.survey, **times)
    for act in (Arrive("sv"), Begin(), Choose(("high",)), Back()):
        made = talking.do(act)
        assert made.events == (Refused(reason),)
        assert not made.changes
    assert isinstance(talking.screen, ShutScreen)


def test_an_off_path_focus_is_only_a_hint() -> None:
    talking = finished_follow_up()
    state = replace(talking.state, focus=Key("obstacle"))
    assert isinstance(screen(state, Context(talking.survey, NOW)), EndScreen)
