"""Statements as a conversation goes through them: handed out once, voted on, written, and gone on with."""

from __future__ import annotations

from dataclasses import replace

from conversing import NOW, Conversation, survey_of

from surveys.conversation.routing import Pool
from surveys.conversation.screens import EndScreen, QuestionScreen
from surveys.conversation.state import (
    Back,
    Begin,
    Change,
    Choose,
    Context,
    Finished,
    Input,
    Key,
    Rejected,
    Skip,
    State,
    Write,
)
from surveys.conversation.step import step
from surveys.conversation.values import Choice, Seen
from surveys.conversation.view import screen
from surveys.questionnaire.models import Item
from surveys.statements import Statement, seeds, statement_questions
from surveys.survey import DimensionFill, Fill
from surveys.survey import Statement as Sentence


def shown(talking: Conversation) -> QuestionScreen:
    assert isinstance(talking.screen, QuestionScreen)
    return talking.screen


def vote(talking: Conversation, *votes: str) -> None:
    for each in votes:
        talking.do(Choose((each,)))


def voted() -> Conversation:
    """Somebody who has voted on all four and may write their own."""
    talking = Conversation.about("square_statements")
    vote(talking, "agree", "disagree", "pass", "agree")
    return talking


def test_everybody_gets_all_of_few_statements_one_at_a_time() -> None:
    talking = Conversation.about("square_statements")
    first = shown(talking)
    assert (first.text, first.index, first.total) == ("Håller du med?", 1, 6)
    assert first.statement
    assert first.statement.startswith(("Torget", "Det"))
    assert [button.id for button in first.options] == ["agree", "disagree", "pass"]
    vote(talking, "agree", "disagree")
    talking.do(Skip())  # passing it over is one of the three answers
    assert (shown(talking).index, shown(talking).total) == (4, 6)
    vote(talking, "agree")
    votes = [talking.state.answers[key] for key in talking.state.handed]
    assert votes == [Choice("agree"), Choice("disagree"), Choice("pass"), Choice("agree")]
    assert {handed.chance for handed in talking.state.handed.values()} == {1.0}
    assert talking.state.handed.keys() == {
        Key("say", each) for each in ("seats", "cars", "trees", "quiet")
    }


def test_a_vote_is_changed_by_going_back_and_from_the_last_screen() -> None:
    talking = Conversation.about("square_statements")
    vote(talking, "agree")
    first, second = talking.state.handed
    talking.do(Back())
    assert shown(talking).key == first
    vote(talking, "disagree")
    assert shown(talking).key == second
    vote(talking, "agree", "agree", "agree")
    talking.do(Skip(), Skip())
    end = talking.screen
    assert isinstance(end, EndScreen)
    assert [line.answer for line in end.lines[:2]] == ["Håller inte med", "Håller med"]
    talking.do(Change(second), Choose(("pass",)))
    assert isinstance(talking.screen, EndScreen)
    assert talking.state.answers[second] == Choice("pass")


def test_what_was_handed_out_is_never_drawn_again() -> None:
    talking = Conversation.about("square_statements")
    handed = dict(talking.state.handed)
    talking.do(Back(), Write("vet ej"))
    assert talking.state.handed == handed


def test_ones_own_statement_counts_as_agreed_and_is_never_handed_to_its_writer() -> None:
    talking = voted()
    assert shown(talking).policy
    made = talking.do(Write("Torget behöver en fontän."))
    (proposal,) = made.proposed
    assert (proposal.text, proposal.language) == ("Torget behöver en fontän.", "sv")
    assert talking.state.answers[proposal.key] == Choice("agree")
    assert talking.state.handed[proposal.key].own
    assert made.handed == (proposal.key,)
    assert shown(talking).text.startswith("Tack, ditt påstående är skickat.")
    talking.do(Write("Torget behöver en scen för musik."), Write("Låt barnen rita på marken."))
    assert talking.at == "more"  # three are enough


def test_a_similar_statement_is_shown_before_one_is_sent() -> None:
    talking = voted()
    asked = talking.do(Write("Torget ska ha fler platser att sitta"))
    assert asked.proposed == ()
    assert shown(talking).statement == "Torget ska ha fler platser att sitta på."
    assert "Torget ska ha fler platser att sitta" in str(shown(talking).source)
    talking.do(Choose(("that",)))
    assert shown(talking).key == Key("say", "seats")  # it has been voted on: here it can be changed
    vote(talking, "agree")
    assert shown(talking).policy
    talking.do(Write("Torget ska ha fler platser att sitta"))
    (proposal,) = talking.do(Write("2")).proposed
    assert proposal.text == "Torget ska ha fler platser att sitta"


def test_what_is_not_the_same_is_not_taken_for_it() -> None:
    talking = voted()
    assert talking.do(Write("Det ska inte gå att köra bil över torget.")).proposed


def test_a_statement_is_short_and_points_nobody_out() -> None:
    talking = voted()
    for text, reason in (("x" * 141, "too-long"), ("Ring 070-123 45 67", "statement-personal")):
        (event,) = talking.do(Write(text)).events
        assert isinstance(event, Rejected)
        assert event.reason == reason


def many(number: int, *votes: int) -> Pool:
    each = [
        Statement.seed("say", f"s{place:04}", {"sv": f"Påstående {place}"})
        for place in range(number)
    ]
    return Pool(each, people=0)


def test_after_a_round_one_is_asked_whether_to_go_on() -> None:
    talking = Conversation.about("square_statements")
    talking.state, pool = replace(talking.state, answers={}, handed={}, facts={}), many(40)

    def do(act: object) -> None:
        context = Context(talking.survey, NOW, pools={"say": pool}, chance="x")
        talking.last = step(talking.survey.questionnaire, talking.state, Input(act, context))  # type: ignore[arg-type]
        talking.state = talking.last.state

    do(Back())
    for _ in range(15):
        do(Choose(("agree",)))
    assert talking.last is not None
    assert talking.last.current == Key("say", "=own")
    do(Skip())
    assert talking.last.current == Key("say", "=more")
    do(Choose(("more",)))
    assert len(talking.state.handed) == 16
    for _ in range(15):
        do(Choose(("pass",)))
    do(Choose(("enough",)))
    assert talking.state.answers[Key("say", "=more")] == Seen()
    assert len(talking.state.handed) == 30
    assert talking.last.current == Key("more")


def test_asking_whether_to_go_on_is_no_step_of_its_own() -> None:
    talking = Conversation.about("square_statements")
    pool = many(40)
    context = Context(talking.survey, NOW, pools={"say": pool}, chance="x")
    state = State()
    acts = [Begin(), *[Choose(("agree",))] * 15, Skip()]
    for act in acts:
        state = step(talking.survey.questionnaire, state, Input(act, context)).state
    asked = screen(state, context)
    assert isinstance(asked, QuestionScreen)
    assert (asked.key.turn, asked.index, asked.total) == ("=more", 16, 17)
    assert "25 påståenden till" in asked.text


def test_the_end_is_told_also_where_nothing_is_left_to_vote_on() -> None:
    talking = Conversation.about("square_statements")
    only = talking.survey.questionnaire.model_copy(
        update={"question": talking.survey.questionnaire.question[:1]}
    )
    talking = Conversation(survey_of(only))
    talking.do(Begin())
    vote(talking, "agree", "agree", "agree", "agree")
    ended = talking.do(Skip())
    assert Finished() in ended.events
    assert ended.complete
    assert isinstance(talking.screen, EndScreen)


def test_where_every_statement_has_been_hidden_none_is_handed_out() -> None:
    talking = Conversation.about("square_statements")
    context = Context(talking.survey, NOW, pools={"say": Pool(())}, chance="x")
    begun = step(talking.survey.questionnaire, State(), Input(Begin(), context))
    assert begun.handed == ()
    assert begun.current == Key("say", "=own")


def test_the_organisers_sentences_stand_instead_of_those_a_questionnaire_begins_with() -> None:
    asked = Conversation.about("square_statements").survey.questionnaire
    [question] = statement_questions(asked)
    own = Sentence(id="own", label={"sv": "Fler bänkar."})
    item = Item(id="listed", label={"sv": "Färre bilar."})
    filled = Fill(statement=(own,))
    assert question.statements_from is not None
    listed = DimensionFill(items=(item,))
    both = Fill(statement=(own,), dimension={question.statements_from: listed})

    def begins(fill: Fill) -> list[str]:
        return [name for name, _ in seeds(asked, fill, question)]

    assert begins(Fill()) == ["seats", "cars", "trees", "quiet"]
    assert begins(filled) == ["own"]
    assert begins(both) == ["listed"]
