"""Statements, hand-outs and votes as they are kept: counted, moderated, erased, and cut loose at closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from store_people import NOTICE, NOW, Person, sv
from store_rows import dump, rows_of

from surveys.conversation.changes import Proposal
from surveys.conversation.state import ROUNDS, Handed, Key
from surveys.conversation.values import Choice
from surveys.errors import StatementVoted
from surveys.questionnaire.models import Questionnaire
from surveys.statements import Votes
from surveys.store.store import Store
from surveys.survey import Fill, Survey

DIALOGUE = Questionnaire.model_validate(
    {
        "format": 1,
        "id": "dialogue",
        "purpose": "dialogue",
        "unit": "person",
        "anonymity": "confidential",
        "channels": ["web"],
        "max_seconds": 90,
        "title": sv("Torget"),
        "intro": sv("Hej"),
        "question": [
            {"id": "square", "kind": "statements", "text": sv("Håller du med?"), "allow_new": True}
        ],
    }
)
BENCHES = Key("square", "benches")
ANNAS = Key("square", "p1")


async def open_dialogue(
    store: Store, code: str = "TORGET", names: Sequence[str] = ("benches", "trees")
) -> Survey:
    seeds = [{"id": name, "label": sv(f"Fler {name}")} for name in names]
    return await store.open_survey(
        code=code,
        title="Torget",
        questionnaire=DIALOGUE,
        notice=NOTICE,
        opened_at=NOW,
        fill=Fill.model_validate({"statement": seeds}),
    )


@dataclass
class Voter(Person):
    """Somebody who is handed statements and votes on them."""

    async def arrive(self) -> None:
        state = replace(self.state, begun=True, facts={ROUNDS: {"square": 2}})
        await self.submit(replace(self.step({}), state=state))

    async def is_handed(self, key: Key, chance: float = 0.5) -> None:
        handed = {**self.state.handed, key: Handed(chance)}
        step = self.step({})
        await self.submit(replace(step, state=replace(step.state, handed=handed), handed=(key,)))

    async def votes(self, key: Key, vote: str) -> None:
        await self.submit(self.step({key: Choice(vote)}))

    async def writes(self, key: Key, text: str) -> None:
        handed = {**self.state.handed, key: Handed(None, own=True)}
        step = self.step({key: Choice("agree")})
        proposal = Proposal(key, text, "sv")
        state = replace(step.state, handed=handed)
        await self.submit(replace(step, state=state, handed=(key,), proposed=(proposal,)))


async def arrived(store: Store, survey: Survey, *names: str) -> list[Voter]:
    people = [Voter(store, survey, name) for name in names]
    for person in people:
        await person.arrive()
    return people


async def test_votes_are_counted_as_they_are_cast_and_changed(store: Store) -> None:
    survey = await open_dialogue(store)
    anna, bo = await arrived(store, survey, "anna", "bo")
    for person in (anna, bo):
        await person.is_handed(BENCHES, 0.25)
    benches, trees = await store.statements(survey.id)
    assert (benches.votes.seen, benches.waiting_for) == (0, 2)
    assert (trees.text, trees.origin, trees.state) == (sv("Fler trees"), "organiser", "shown")

    await anna.votes(BENCHES, "agree")
    await bo.votes(BENCHES, "agree")
    await bo.votes(BENCHES, "pass")
    (benches, _) = await store.statements(survey.id)
    assert (benches.votes, benches.waiting_for) == (Votes(1, 0, 1), 0)
    assert [(row.statement, row.vote, row.chance) for row in await store.votes(survey.id)] == [
        ("benches", "agree", 0.25),
        ("benches", "pass", 0.25),
    ]
    counted = {(each.turn, each.answered) for each in (await store.counts(survey)).questions}
    assert counted == {("benches", 2), ("trees", 0)}
    await bo.reload()
    assert bo.state.handed == {BENCHES: Handed(0.25)}
    assert (await store.verify()).differences == ()


async def test_a_participants_statement_waits_until_somebody_shows_it(store: Store) -> None:
    survey = await open_dialogue(store)
    (anna,) = await arrived(store, survey, "anna")
    before = await store.board_edition(survey.id, "square")
    await anna.writes(ANNAS, "Torget behöver ljus")

    board = await store.board(survey.id, "square", NOW)
    assert board is not None
    assert board.edition != before
    hers = board.statements[-1]
    assert (hers.state, hers.votes) == ("waiting", Votes(agree=1))
    judged = {"by": "Mo", "at": NOW}
    assert await store.judge_statement(survey.id, *ANNAS, "approve", seen="waiting", **judged)
    slower = store.judge_statement(
        survey.id, *ANNAS, "hide", seen="waiting", reason="unclear", **judged
    )
    assert not await slower

    await store.set_moderated(survey.id, "square", False, **judged)
    await anna.writes(Key("square", "p2"), "Torget behöver vatten")
    assert [each.state for each in await store.statements(survey.id)] == ["shown"] * 4
    assert [(deed.what, deed.by) for deed in await store.moderation_log(survey.id)] == [
        ("approve", "Mo"),
        ("unmoderated", "Mo"),
    ]


async def test_words_change_only_before_somebody_else_has_voted(store: Store) -> None:
    survey = await open_dialogue(store)
    anna, bo = await arrived(store, survey, "anna", "bo")
    await anna.writes(ANNAS, "Torget behövr ljus")
    await store.judge_statement(survey.id, *ANNAS, "approve", seen="waiting", by="Mo", at=NOW)
    await bo.is_handed(ANNAS)
    mended = {"text": sv("Torget behöver ljus"), "by": "Mo", "at": NOW}
    assert await store.edit_statement(survey.id, *ANNAS, edition=0, **mended)
    assert not await store.edit_statement(survey.id, *ANNAS, edition=0, **mended)

    await bo.reload()  # what lay before him was taken back: he is handed it anew, as it reads now
    assert bo.state.handed == {}
    await bo.is_handed(ANNAS)
    await bo.votes(ANNAS, "disagree")
    with pytest.raises(StatementVoted):
        await store.edit_statement(survey.id, *ANNAS, edition=1, **mended)
    assert (await store.verify()).differences == ()


async def test_an_erased_statement_loses_its_words_and_keeps_the_votes_of_others(
    store: Store, store_url: str
) -> None:
    survey = await open_dialogue(store)
    anna, bo, cia = await arrived(store, survey, "anna", "bo", "cia")
    await anna.writes(ANNAS, "Torget behöver ljus")
    for person in (bo, cia):
        await person.is_handed(ANNAS)
    await bo.votes(ANNAS, "agree")

    await store.erase(survey.id, anna.address, NOW)
    hers = (await store.statements(survey.id))[-1]
    assert (hers.text, hers.state, hers.votes) == ({}, "erased", Votes(agree=1))
    await cia.reload()
    assert cia.state.handed == {}
    assert "ljus" not in str(await dump(store_url))
    assert (await store.verify()).differences == ()


async def test_closing_forgets_who_wrote_and_when_and_purging_everything(
    store: Store, store_url: str
) -> None:
    survey = await open_dialogue(store)
    anna, bo = await arrived(store, survey, "anna", "bo")
    await anna.writes(ANNAS, "Torget behöver ljus")
    await bo.is_handed(BENCHES)
    await bo.votes(BENCHES, "agree")
    await store.set_moderated(survey.id, "square", False, by="Mo", at=NOW)
    await store.close_survey("TORGET", NOW + timedelta(hours=1))

    assert {row["author"] for row in await rows_of(store_url, "statement")} == {None}
    assert {row["handed_ms"] for row in await rows_of(store_url, "handout")} == {None}
    assert len(await store.votes(survey.id)) == 2
    assert (await store.verify()).differences == ()
    await store.purge("TORGET", "KS 1", NOW + timedelta(hours=2))
    assert await store.statements(survey.id) == []
    assert (await store.verify()).differences == ()
