"""Invented dialogues about places in different towns, as `SurveyData`: none of them is one that ships."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

from meetings import survey

from analysis.frames import AnswerRow, SurveyData
from surveys.conversation.reading import rounded
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, NamedPlace, Position, Value, Words
from surveys.questionnaire.loading import library_questionnaire, load_questionnaire
from surveys.questionnaire.models import Questionnaire
from surveys.survey import Counts, Fill, Place

CLOSED = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
TOWNS = {"Ystad": (55.43, 13.82), "Kiruna": (67.855, 20.225), "Strömstad": (58.94, 11.17)}
PLACES = (("torget", "Torget", 0.0, 0.0), ("hamnen", "Hamnen", -0.004, 0.006))

OWN = """
format = 1
id = "our_park"
purpose = "dialogue"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 60
title.sv = "Vår park"
intro.sv = "Svara gärna."

[[question]]
id = "where"
kind = "location"
precision_m = 20
text.sv = "Var i parken?"

[[question]]
id = "what"
kind = "single"
lens = "power"
text.sv = "Vad ska hända där?"
options = [{id = "a", sv = "Inget", wish = "keep"}, {id = "b", sv = "Något nytt", wish = "develop"}]
"""


def own_form() -> Questionnaire:
    """Another organiser's form: other ids, wishes told by their tags."""
    return load_questionnaire(OWN, "our_park.toml")


def spread(
    town: tuple[float, float], people: int, seed: int = 0, *, metres: float = 300
) -> list[Position]:
    """So many marks around the middle of a town, rounded as the channels round them."""
    draw = random.Random(seed)
    found = []
    for _ in range(people):
        lat = town[0] + draw.gauss(0, metres / 111_320)
        lon = town[1] + draw.gauss(0, metres / 60_000)
        position = rounded(lat, lon, 50)
        assert position is not None
        found.append(position)
    return found


def dialogue(
    where: Sequence[Value | None],
    wishes: Sequence[str | None] = (),
    *,
    town: tuple[float, float] = TOWNS["Ystad"],
    form: Questionnaire | None = None,
    texts: Sequence[dict[str, str]] = (),
    closed: bool = True,
) -> SurveyData:
    """A dialogue: where each person pointed, what they wish there, what they wrote by question."""
    form = form or library_questionnaire("place_dialogue")
    place = next(q.id for q in form.question if q.kind == "location")
    wish = next(q.id for q in form.question if q.kind == "single")
    fill = Fill(
        place=tuple(
            Place(id=name, label={"sv": label}, lat=town[0] + north, lon=town[1] + east)
            for name, label, north, east in PLACES
        )
    )
    opened = replace(survey(form, invited=None, attended=None, closed=None), fill=fill)
    rows = [AnswerRow(who, Key(place), value) for who, value in enumerate(where, 1) if value]
    rows += [AnswerRow(who, Key(wish), Choice(said)) for who, said in enumerate(wishes, 1) if said]
    rows += [
        AnswerRow(who, Key(question), Words(text))
        for who, said in enumerate(texts, 1)
        for question, text in said.items()
    ]
    people = max(len(where), len(texts))
    return SurveyData(
        replace(opened, closed_at=CLOSED if closed else None),
        rows,
        Counts(begun=people, complete=people),
    )


def named(*places: str) -> list[Value]:
    """People who chose a place from the list."""
    return [NamedPlace(place) for place in places]
