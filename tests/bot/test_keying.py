"""A whole paper form: tried first, kept as in every channel, and nothing told about the few it was for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from web_room import INFLUENCE, Room

from bot.entering import Entering
from bot.keying import Form, keep, tried
from bot.outcomes import Who
from bot.paper.form import paper_form
from bot.web.studio.progress import pace_of, sticking
from surveys.conversation.on_paper import fits_on_paper, screens_on_paper
from surveys.conversation.state import Choose, Key, Write
from surveys.questionnaire.loading import load_questionnaire
from surveys.simulation.simulating import stand_in
from surveys.store.store import Store
from surveys.survey import Counts, QuestionCount, Survey

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
DATA = Path(__file__).parents[1] / "data"
FORM = """
format = 1
id = "short"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web", "paper"]
max_seconds = 60
title.sv = "Kort"
intro.sv = "Hej"

[[question]]
id = "came"
kind = "single"
text.sv = "Kom du?"
options = [{id = "yes", sv = "Ja"}, {id = "no", sv = "Nej"}]

[[question]]
id = "why"
kind = "text"
text.sv = "Varför inte?"
show_if = "came in ['no']"

[[question]]
id = "years"
kind = "number"
text.sv = "Hur många år?"
min = 0
max = 120
"""


@pytest.fixture
def survey() -> Survey:
    return stand_in(load_questionnaire(FORM, "short.toml"))


def test_paper_shows_every_question_whatever_its_condition(survey: Survey) -> None:
    assert [shown.key.question for shown in screens_on_paper(survey, "sv")] == [
        "came",
        "why",
        "years",
    ]


def test_what_is_wrong_is_told_by_question_and_all_at_once(survey: Survey) -> None:
    acts = {Key("came"): Choose(("perhaps",), Key("came")), Key("years"): Write("många")}
    refused = tried(survey, Form("sv", acts), NOW).refused
    assert set(refused) == {Key("came"), Key("years")}
    assert refused[Key("years")].reason == "not-a-number"


def test_an_answer_to_a_question_that_was_not_to_be_asked_is_beside(survey: Survey) -> None:
    acts = {Key("came"): Choose(("yes",), Key("came")), Key("why"): Write("Sjuk", Key("why"))}
    trial = tried(survey, Form("sv", acts), NOW)
    assert (trial.refused, trial.beside) == ({}, (Key("why"),))


def test_where_chance_deals_the_questions_no_one_form_holds_them() -> None:
    source = (DATA / "every_loop.toml").read_text(encoding="utf-8")
    assert not fits_on_paper(stand_in(load_questionnaire(source, "every_loop.toml")))


def counted(shown: int, base: int = 12, stopped: int = 0) -> Counts:
    return Counts(
        questions=(
            QuestionCount("came", "", base, base, 0),
            QuestionCount("why", "", shown, shown, 0),
            QuestionCount("years", "", base, base - stopped, 0),
        )
    )


@pytest.mark.parametrize("shown", [0, 4, 6, 12])
def test_how_many_were_asked_a_conditional_question_is_not_told(survey: Survey, shown: int) -> None:
    """Not of many either: whoever looks again after one more has answered sees whether that one was asked."""
    paces = pace_of(survey, counted(shown), "sv")
    assert paces[1].shown is None
    assert paces[0].shown == 12


def test_where_five_people_stand_is_pointed_out(survey: Survey) -> None:
    assert sticking(pace_of(survey, counted(6, stopped=4), "sv")) is None
    stuck = sticking(pace_of(survey, counted(6, stopped=5), "sv"))
    assert stuck is not None
    assert stuck.text == "Hur många år?"


async def test_statements_stand_on_paper_and_are_keyed_in(store: Store) -> None:
    room = Room(store)
    survey = await room.open("square_statements", "TORGET", influence=INFLUENCE)
    printed = paper_form(survey, "sv", None, room.texts)["questions"]
    assert printed[0]["text"] == "Håller du med? Torget ska ha fler platser att sitta på."
    assert [option["label"] for option in printed[0]["options"]] == [
        "Håller med",
        "Håller inte med",
        "Hoppa över",
    ]
    own = Key("say", "=own")
    assert [shown.key for shown in screens_on_paper(survey, "sv")][-2] == own
    acts = {
        Key("say", "seats"): Choose(("agree",), Key("say", "seats")),
        Key("say", "cars"): Choose(("disagree",), Key("say", "cars")),
        own: Write("Det behövs fler träd", own),
    }
    await keep(room.service, Who("TORGET", "paper", "1"), Form("sv", acts))
    votes = {row.statement: row.vote for row in await store.votes(survey.id)}
    assert (votes["seats"], votes["cars"]) == ("agree", "disagree")
    assert [each.text for each in await store.statements(survey.id) if each.state == "waiting"] == [
        {"sv": "Det behövs fler träd"}
    ]


async def test_in_the_terminal_a_form_holds_everything_where_chance_deals(store: Store) -> None:
    room = Room(store)
    survey = await room.open("every_loop", "SLINGA", fill=None)
    drawn = {}

    async def typed() -> str | None:
        drawn.update(await store.drawn(survey.id))
        return None

    async def say(_: str) -> None:
        """Nobody reads it."""

    await Entering(room.service, room.texts).enter("SLINGA", "sv", typed, say)
    assert drawn == {"proposal": {"A": 1, "B": 1}}
    assert (await room.desk.counts("SLINGA")).begun == 0
