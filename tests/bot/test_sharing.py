"""What several people or devices share: a balanced draw, one response, a name where the last one counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from test_service import Room, room

from bot.documents import UnreadableFile
from bot.outcomes import Outcome, Who
from bot.taking import take_document
from surveys.conversation.screens import EndScreen, QuestionScreen
from surveys.conversation.state import Attach, Begin, FillIn, Key, Skip, Unreadable, Write
from surveys.conversation.values import Choice
from surveys.errors import AlreadyAnswered, UnknownReceipt

__all__ = ["room"]

WEB = Who("MATRIX", "web", "kaka")
CHAT = Who("MATRIX", "telegram", "17", bot_id=1, plain="17")
TERMINAL = Who("MATRIX", "terminal", "rad")


async def fill_in(room: Room, who: Who, outcome: Outcome) -> Outcome:
    """One screen: every row of a table, else passed over."""
    shown = outcome.screen
    assert isinstance(shown, QuestionScreen)
    if shown.rows:
        chosen = {row.key.turn: "positive" for row in shown.rows}
        return await room.service.turn(who, FillIn(chosen, shown.key))
    return await room.service.turn(who, Skip(shown.key))


async def test_the_matrix_is_paused_on_the_web_goes_on_in_telegram_and_ends_in_a_terminal(
    room: Room,
) -> None:
    await room.open("consequence_matrix", code="MATRIX")
    outcome = await room.service.turn(WEB, Begin())
    outcome = await room.service.turn(WEB, Write("Vägföreningen"))
    outcome = await fill_in(room, WEB, outcome)
    assert outcome.receipt is not None

    joined = await room.service.join(CHAT, outcome.receipt)
    assert isinstance(joined.screen, QuestionScreen)
    assert joined.screen.key == Key("effect", "A/long/economy")
    outcome = await fill_in(room, CHAT, joined)
    assert outcome.receipt is not None
    assert outcome.receipt != joined.survey.code

    outcome = await room.service.join(TERMINAL, outcome.receipt)
    while not isinstance(outcome.screen, EndScreen):
        outcome = await fill_in(room, TERMINAL, outcome)
    for who in (WEB, CHAT, TERMINAL):
        seen = await room.service.look(who)
        assert isinstance(seen.screen, EndScreen)
        assert seen.state.answers[Key("effect", "A/short/economy")] == Choice("positive")
    survey = await room.store.survey("MATRIX")
    assert survey is not None
    counts = await room.store.counts(survey)
    assert (counts.begun, counts.complete) == (1, 1)


async def test_a_wrong_receipt_and_a_device_with_answers_of_its_own_are_refused(room: Room) -> None:
    await room.open("consequence_matrix", code="MATRIX")
    first = await room.service.turn(WEB, Begin())
    await room.service.turn(CHAT, Begin())
    await room.service.turn(CHAT, Write("Skolan"))
    with pytest.raises(UnknownReceipt):
        await room.service.join(TERMINAL, "AAAAA-BBBBB")
    with pytest.raises(AlreadyAnswered):
        await room.service.join(CHAT, str(first.receipt))


async def test_what_one_device_erases_is_gone_on_the_other(room: Room) -> None:
    await room.open("consequence_matrix", code="MATRIX")
    first = await room.service.turn(WEB, Begin())
    await room.service.turn(WEB, Write("Skolan"))
    await room.service.join(CHAT, str(first.receipt))
    assert await room.service.erase(CHAT) == 1
    seen = await room.service.look(WEB)
    assert not seen.state.begun
    assert seen.state.answers == {}


async def test_everyone_gets_one_proposal_and_all_proposals_get_as_many(room: Room) -> None:
    await room.open("consequence_matrix", code="MATRIX")
    drawn: Counter[str] = Counter()
    for number in range(31):
        who = replace(WEB, address=f"kaka {number}")
        await room.service.turn(who, Begin())
        outcome = await room.service.turn(who, Skip(Key("respondent")))
        assert isinstance(outcome.screen, QuestionScreen)
        drawn[outcome.screen.key.turn[0]] += 1
        again = await room.restarted().look(who)
        assert again.screen.key == outcome.screen.key  # type: ignore[union-attr]
    assert sorted(drawn.values()) == [10, 10, 11]


async def test_a_named_group_goes_through_every_proposal(room: Room) -> None:
    await room.open("consequence_matrix", code="MATRIX")
    await room.service.turn(WEB, Begin())
    outcome = await room.service.turn(WEB, Write("Vägföreningen"))
    proposals = []
    while not isinstance(outcome.screen, EndScreen):
        assert isinstance(outcome.screen, QuestionScreen)
        proposals.append(outcome.screen.key.turn.partition("/")[0])
        outcome = await fill_in(room, WEB, outcome)
    assert list(dict.fromkeys(filter(None, proposals))) == ["A", "B", "C", "do_nothing"]


async def test_of_two_answers_of_one_organisation_the_last_finished_counts(room: Room) -> None:
    await room.open("agenda_status", code="STATUS")
    for address, name in (("a", "Falu kommun"), ("b", " falu  KOMMUN "), ("c", "Mora")):
        who = Who("STATUS", "web", address)
        outcome = await room.service.turn(who, Begin())
        outcome = await room.service.turn(who, Write(name))
        while not isinstance(outcome.screen, EndScreen):
            outcome = await fill_in(room, who, outcome)
    survey = await room.store.survey("STATUS")
    assert survey is not None
    assert (await room.store.counts(survey)).begun == 2
    assert (await room.store.verify()).differences == ()


async def test_a_document_is_taken_in_when_it_is_what_its_name_says(room: Room) -> None:
    await room.open("homework", code="LAXA")
    who = Who("LAXA", "web", "kaka")
    await room.service.turn(who, Begin())
    await room.service.turn(who, Write("Falu kommun"))
    assert await take_document(room.service, who, b"%PDF-1.7", "plan.pdf") == Unreadable()
    await room.service.turn(who, Write("Klar"))
    await room.service.turn(who, Skip())
    for data, name in ((b"MZ\x90", "plan.exe"), (b"MZ\x90", "plan.pdf"), (b"", "plan.pdf")):
        with pytest.raises(UnreadableFile) as refused:
            await take_document(room.service, who, data, name)
        assert refused.value.reason == "unreadable-file"
    taken = await take_document(room.service, who, b"%PDF-1.7 ...", "C:\\hem\\plan.pdf")
    assert isinstance(taken, Attach)
    assert taken.name == "plan.pdf"
    outcome = await room.service.turn(who, taken)
    assert isinstance(outcome.screen, QuestionScreen)
