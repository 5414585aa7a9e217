"""Votes for tests: invented people, with or without groups that differ."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
from meetings import survey

from analysis.frames import SurveyData
from analysis.opinion.votes import AGREE, DISAGREE, PASS, UNSEEN, Cells, Votes
from surveys.questionnaire.loading import library_questionnaire
from surveys.statements import Statement, VoteRow
from surveys.survey import Counts


def votes_of(cells: Cells) -> Votes:
    """People and statements numbered from 0."""
    people, statements = cells.shape
    return Votes(tuple(map(str, range(people))), tuple(map(str, range(statements))), cells)


LONDON = Path(__file__).parents[1] / "data" / "votes" / "london-youth-policing.csv"
"""A real conversation of the size of a room; where it is from stands in the README beside it."""


def planted(sizes: tuple[int, ...], statements: int, *, seed: int = 1, seen: float = 0.8) -> Votes:
    """Groups that each agree on statements of their own, and all on the first two; one after the other."""
    draw = np.random.default_rng(seed)
    theirs = np.arange(statements) % len(sizes) == np.arange(len(sizes))[:, None]
    lean = np.where(theirs, 0.92, 0.08)
    lean[:, :2] = 0.95
    chance = lean[np.repeat(np.arange(len(sizes)), sizes)]
    return votes_of(_cast(draw, chance, seen))


def tossed(
    people: int, statements: int, *, seed: int, seen: float = 1.0, leaning: bool = False
) -> Votes:
    """Everybody for themselves: a coin for each vote; with `leaning`, each statement a coin of its own."""
    draw = np.random.default_rng(seed)
    lean = draw.uniform(0.1, 0.9, statements) if leaning else np.full(statements, 0.5)
    return votes_of(_cast(draw, np.broadcast_to(lean, (people, statements)), seen))


def _cast(
    draw: np.random.Generator,
    chance: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    seen: float,
) -> Cells:
    cells = np.where(draw.random(chance.shape) < chance, AGREE, DISAGREE)
    cells[draw.random(chance.shape) < 0.05] = PASS
    cells[draw.random(chance.shape) >= seen] = UNSEEN
    return cells.astype(np.int8)


SENTENCES = (
    "Torget behöver fler bänkar, också i skugga, så att äldre kan vila på vägen till affären.",
    "Bilarna ska bort från torget.",
    "Ungdomar behöver en plats inomhus på vintern.",
    "Marknaden på lördagar är det bästa med torget.",
    "Det är för mörkt vid busshållplatsen.",
    "Kommunen lyssnar på oss som bor här.",
)


def voted(
    votes: Votes, *, closed: bool = True, known: int | None = None, purpose: str = "dialogue"
) -> SurveyData:
    """A survey in which those votes were cast; every third statement is a participant's. `known`: who was invited."""
    statements = tuple(
        Statement(
            question="statements",
            id=id_,
            text={"sv": f"{SENTENCES[at % len(SENTENCES)]} ({id_})"},
            origin="participant" if at % 3 == 2 else "organiser",
            state="shown",
            reason=None,
            edition=0,
            said_on=dt.date(2024, 9, 19),
        )
        for at, id_ in enumerate(votes.statements)
    )
    cast = {AGREE: "agree", DISAGREE: "disagree", PASS: "pass"}
    rows = tuple(
        VoteRow(who, "statements", votes.statements[at], cast[int(votes.cells[who, at])], None)
        for who, at in np.argwhere(votes.cells != UNSEEN).tolist()
    )
    form = library_questionnaire("place_dialogue").model_copy(
        update={"question": (), "purpose": purpose}
    )
    where = survey(
        form, title="Torget", attended=None, invited=known, closed="2024-09-19" if closed else None
    )
    people = len(votes.participants)
    return SurveyData(where, (), Counts(people, 0, people), statements=statements, votes=rows)
