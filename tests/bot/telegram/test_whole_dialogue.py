"""A whole dialogue through the channels: 300 people in three camps, statements that arrive meanwhile, and what comes of it.

Web pages without a script, Telegram, the terminal, paper, and the rest turn by turn as the web would send them. In the
end the camps are found again, what unites them is told, and nothing that was ever shown tells of fewer than five.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import json
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import httpx2
import numpy as np
import pytest

from analysis.opinion.exporting import votes_in_polis
from analysis.opinion.groups import Plan, find_groups, likeness
from analysis.releasing import Frame
from analysis.report.fixed import zip_of
from analysis.report.writers import COATS
from analysis.voting import counted, ids_of, matrix_of
from bot.addresses import addresses_of
from bot.answering import publish
from bot.botapi import showing
from bot.config import Settings
from bot.editions import answers_of
from bot.metas import FORMATS as META_FORMATS
from bot.metas import MetaRequest, write_meta
from bot.reports import FORMATS, ReportRequest, report_of
from bot.shapes import survey_body
from surveys.answer_file import read_answer
from surveys.store.store import Store
from surveys.survey import Fill, Survey
from tests.bot.telegram.conftest import House
from tests.bot.telegram.dialogue_town import (
    ALL,
    BY_TERMINAL,
    BY_WEB,
    CAMPS,
    FIRST_CHAT,
    PEOPLE,
    REJECTED,
    SEEDS,
    UNITES,
    Town,
    planned,
)
from tests.bot.telegram.nobody_in import Marks, traces, traces_kept

ROOT = Path(__file__).parents[3]
KNOWN_BY: Marks = {
    "the number of a chat": str(FIRST_CHAT)[:9],
    "a name in Telegram": "Namnet Namnsson",
    "an address": r"person \d",
}
"""What leads to somebody: it may stand nowhere once the survey is closed."""


def named(number: int, language: str | None = None) -> dict[str, Any]:
    """Somebody as Telegram's updates name them, with a name of their own."""
    return {**UNNAMED(number, language), "first_name": "Namnet Namnsson", "username": f"n{number}"}


UNNAMED = showing.person


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.botapi.phone.person", named)


@pytest.fixture
async def town(names: None, house: House) -> Town:
    items = [
        {"id": f"s{number}", "label": {"sv": text, "en": text}} for number, text in enumerate(SEEDS)
    ]
    fill = Fill.model_validate({"dimension": {"statements": {"items": items}}})
    survey = await house.open("place_statements", "TORGET", fill=fill, title="Torget")
    return Town(house, survey)


def together(frames: list[Mapping[str, Frame]]) -> None:
    """Whoever kept any two of what was shown learns nothing of fewer than five by subtracting."""
    for one, other in itertools.combinations(frames, 2):
        for part in one.keys() | other.keys():
            before, after = one.get(part, Frame()), other.get(part, Frame())
            differ = abs(after.base - before.base)
            assert differ >= 5 or before == after, part


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_three_camps_talk_and_are_found_and_nobody_is(town: Town) -> None:
    for number, batch in enumerate(planned(town)):
        await asyncio.gather(*batch)
        await town.moderate()
        await town.look_at_the_wall()
        if number % 8 == 4:
            await town.read_a_report()
    statements = await town.store.statements(town.survey.id)
    assert {one.state for one in statements if one.origin == "participant"} == {"shown", "hidden"}
    assert (await town.store.verify()).differences == ()

    by_id = {one.id: one.votes.seen for one in counted(statements)}
    assert min(by_id.values()) >= 40

    assert ("table participation", "the number of a chat") in traces_kept(KNOWN_BY, town.file)
    assert len(town.addresses() & hashes_in(town.file)) >= PEOPLE - BY_WEB - BY_TERMINAL
    await town.store.close_survey("TORGET", town.house.now)
    closed = await town.store.survey("TORGET")
    assert closed is not None
    await town.look_at_the_wall()
    made = await town.read_a_report()
    together(town.shown)
    assert (await town.store.verify()).differences == ()

    await the_camps_are_found(town.store, closed)
    the_report_tells_what_unites(json.loads(made), statements)
    await nobody_is_in(town, closed)
    await the_answer_back_stands_at_the_same_address(town, closed)


async def the_camps_are_found(store: Store, survey: Survey) -> None:
    data = await answers_of(store, survey)
    ages = {row.respondent: row.value for row in data.rows if row.key.question == "age_group"}
    found = find_groups(matrix_of(counted(data.statements), data.votes), Plan(permutations=39))
    assert found.shown
    assert found.members is not None
    names, camps = (
        sorted(set(found.members.values())),
        sorted({str(each) for each in ages.values()}),
    )
    told = np.array(
        [names.index(found.members[str(who)]) for who in ages if str(who) in found.members]
    )
    planted = np.array(
        [camps.index(str(age)) for who, age in ages.items() if str(who) in found.members]
    )
    assert len(told) > 0.9 * PEOPLE
    assert likeness(told, planted) >= 0.8


def the_report_tells_what_unites(report: dict[str, Any], statements: list[Any]) -> None:
    assert report["groups"]["shown"]
    assert report["groups"]["k"] == CAMPS
    assert report["groups"]["members"] == {}
    texts = dict(
        zip(ids_of(statements), (one.text.get("sv", "") for one in statements), strict=True)
    )
    unites = {name for name, text in texts.items() if text in ALL and ALL.index(text) % 4 == UNITES}
    bridges = report["groups"]["bridges"]
    assert bridges
    assert set(bridges) <= unites
    told = {one["id"]: one for one in report["statements"]}
    consensus = {name for name in told if told[name]["class"] == "consensus"}
    assert unites & told.keys() <= consensus
    assert "Graffiti" not in json.dumps(report, ensure_ascii=False)
    for one in report["statements"]:
        no_few_are_left(one)


def no_few_are_left(statement: dict[str, Any]) -> None:
    """Whoever subtracts the groups from all is left with nobody or with five."""
    groups = statement["groups"].values()
    assert all(tally["seen"] >= 5 for tally in groups)
    rest = (statement["seen"] or 0) - sum(tally["seen"] for tally in groups)
    assert not groups or rest == 0 or rest >= 5


async def nobody_is_in(town: Town, survey: Survey) -> None:
    """No way back to a person: in any file that is ever made of the answers, or in what is kept of them."""
    shown = {**KNOWN_BY, "a statement that was turned down": REJECTED}
    made = [*town.told.items(), *[each async for each in everything_made(town, survey)]]
    assert [found for name, content in made for found in traces(shown, name, content)] == []
    told = {"a statement that everybody may read": SEEDS[3]}
    searched = {name for name, content in made if traces(told, name, content)}
    assert searched >= {"html", "json", "xlsx", "csv.zip", "polis", "export-votes"}
    page = next(content for name, content in made if name == "html").decode()
    assert "En person kan ha svarat flera gånger" in page

    assert traces_kept(KNOWN_BY, town.file) == []
    assert town.addresses() & hashes_in(town.file) == set()


async def everything_made(town: Town, survey: Survey) -> AsyncIterator[tuple[str, bytes]]:
    """Each way out of the house, with its name: reports, the wall, the votes handed out, the counts, and over surveys."""
    report = await report_of(town.store, ReportRequest("sv", code=survey.code))
    for coat in FORMATS:
        yield coat, COATS[coat].write(report)
    yield "wall", repr(town.shown).encode()
    data = await answers_of(town.store, survey)
    yield "export-votes", zip_of(votes_in_polis(data, Plan(permutations=39)))
    counts = await town.store.counts(survey)
    body = survey_body(survey, counts, addresses_of(Settings()), town.house.now)
    yield "survey show", json.dumps(body, ensure_ascii=False).encode()
    for form in META_FORMATS:
        request = MetaRequest("sv", form, codes=("TORGET", "TRAFF1"))
        yield f"meta {form}", await write_meta(town.store, request)


def hashes_in(file: Path) -> set[bytes]:
    """Whatever could be a keyed hash in the bytes of a database; one may begin right after another."""
    content = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    return set(re.findall(rb"(?=([0-9a-f]{64}))", content))


async def the_answer_back_stands_at_the_same_address(town: Town, survey: Survey) -> None:
    source = (ROOT / "bot/demo/square_answer.toml").read_text(encoding="utf-8")
    answer = read_answer(source, "square_answer.toml")
    await publish(town.store, survey, answer, "Kim", town.house.now + dt.timedelta(days=1))
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(town.app), base_url="http://test"
    ) as phone:
        told = (await phone.get("/TORGET", follow_redirects=True)).text
    assert "Det är mörkt vid busshållplatsen på kvällen." in told
