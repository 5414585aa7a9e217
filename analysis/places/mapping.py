"""From the answers to location questions to maps that may be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.asking import asked, texts_of
from analysis.breakdown import near_an_earlier
from analysis.frames import given, reportable
from analysis.places.counting import Counted, in_areas, in_hexagons, positions
from analysis.places.hexagons import corners, middle
from analysis.places.judging import hot_spots, opposed, wish_question, wishes
from analysis.places.model import Conflict, Landmark, PlaceMap, Spot
from analysis.places.sentences import findings_of, notes_of, spot_label
from analysis.places.sweref import to_degrees
from analysis.tables import MAP, place_name
from surveys.conversation.state import Key
from surveys.conversation.values import is_answer
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Location

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.disclosure import Gate
    from analysis.frames import Given, SurveyData
    from analysis.places.model import Way
    from analysis.places.sweref import Degrees
    from analysis.summary import QuestionSummary
    from analysis.wording import Wording
    from surveys.conversation.slot import Slot
    from surveys.conversation.values import Value

NAMED = "name:"
"""Begins what a place is called among the members when people chose it by name."""


def maps_of(
    data: SurveyData, summaries: Sequence[QuestionSummary], gate: Gate, wording: Wording
) -> tuple[PlaceMap, ...]:
    """A map for every location question and turn whose table is shown."""
    said = given(data)
    tables = {Key(one.id, one.turn): one for one in summaries if not one.waits}
    return tuple(
        _Map(data, slot, tables, said, gate, wording).made()
        for slot in asked(data)
        if isinstance(slot.question, Location) and slot.key in tables
    )


@dataclass(frozen=True, slots=True)
class _Map:
    data: SurveyData
    slot: Slot
    tables: Mapping[Key, QuestionSummary]
    given: Given
    gate: Gate
    wording: Wording

    def made(self) -> PlaceMap:
        """The map, in the finest way that shows four marks of five."""
        pins = positions(self._answers()) if self._marks_shown() else {}
        counted = self._counted(pins)
        landmarks = self._landmarks()
        spots = self._spots(counted, landmarks)
        made = PlaceMap(
            question=self.slot.key.question,
            turn=self.slot.key.turn,
            asked=texts_of(self.data.survey, self.slot, self.wording.language).full,
            way=_way(counted, spots, landmarks),
            pins=len(pins),
            size=counted.size if counted is not None else 0,
            spots=spots,
            rest=0 if self._growing or counted is None else counted.rest,
            at_least=self._growing,
            landmarks=landmarks,
            conflicts=self._conflicts(counted, spots),
        )
        return self._told(made, counted)

    def _told(self, made: PlaceMap, counted: Counted | None) -> PlaceMap:
        waits = self._wished() is not None and self._growing
        return replace(
            made,
            findings=findings_of(made, self.wording),
            notes=notes_of(made, counted, self.gate.k, self.wording, conflicts_wait=waits),
        )

    @property
    def _growing(self) -> bool:
        """Whether another map may come, to be subtracted from this one."""
        return self.data.survey.closed_at is None

    @property
    def _table(self) -> QuestionSummary:
        return self.tables[self.slot.key]

    def _answers(self) -> list[tuple[int, Value]]:
        return [(who, v) for who, v in self.given.get(self.slot.key, ()) if is_answer(v)]

    def _marks_shown(self) -> bool:
        """Whether the table tells how many set a mark: what a map tells is a part of them."""
        return any(cell.id == MAP and cell.n is not None for cell in self._table.cells)

    def _where(self, part: str) -> str:
        turn = f":{self.slot.key.turn}" if self.slot.key.turn else ""
        return f"{part}:{self.slot.key.question}{turn}"

    def _counted(self, pins: Mapping[int, Degrees]) -> Counted | None:
        if not pins:
            return None
        assert isinstance(self.slot.question, Location)
        where, precision = self._where("map"), self.slot.question.precision_m
        places = {one.id: at for one in self.data.survey.fill.place if (at := _at(one))}
        return in_hexagons(pins, precision, where, self.gate) or in_areas(
            pins, places, where, self.gate
        )

    def _landmarks(self) -> tuple[Landmark, ...]:
        known = {cell.label: cell.n for cell in self._table.cells if cell.id != MAP}
        named = [
            (say(one.label, self.wording.language), at)
            for one in self.data.survey.fill.place
            if (at := _at(one))
        ]
        return tuple(Landmark(label, at, known.get(label)) for label, at in named)

    def _spots(self, counted: Counted | None, landmarks: Sequence[Landmark]) -> tuple[Spot, ...]:
        """Most marks first; equals from north to south."""
        if counted is None:
            return ()
        hot = hot_spots(counted)
        step = self.gate.k if self._growing else 1
        found = [
            self._spot(name, n - n % step, counted, name in hot)
            for name, n in counted.shown.items()
        ]
        found.sort(key=lambda spot: (-spot.n, -spot.at[0], spot.at[1]))
        if not counted.size:
            return tuple(found)
        return tuple(
            replace(one, label=spot_label(number, one.at, counted.size, landmarks, self.wording))
            for number, one in enumerate(found, start=1)
        )

    def _spot(self, name: str, n: int, counted: Counted, hot: bool) -> Spot:
        if counted.size:
            cell = counted.cells[name]
            at = to_degrees(*middle(cell, counted.size))
            return Spot(name, "", n, at, corners(cell, counted.size), hot)
        place = next(one for one in self.data.survey.fill.place if one.id == name)
        at = _at(place) or (0.0, 0.0)
        return Spot(name, say(place.label, self.wording.language), n, at, (), hot)

    def _wished(self) -> Key | None:
        """The question on what people want for the place, in the same turn or asked once, where its table is shown."""
        question = wish_question(reportable(self.data))
        if question is None:
            return None
        here = Key(question.id, self.slot.key.turn)
        return next((key for key in (here, Key(question.id, "")) if key in self.tables), None)

    def _conflicts(self, counted: Counted | None, spots: Sequence[Spot]) -> tuple[Conflict, ...]:
        """Only after closing: until then another table could come to subtract from (decision 0022)."""
        key, question = self._wished(), wish_question(reportable(self.data))
        if key is None or question is None or self._growing:
            return ()
        labels = {spot.id: spot.label for spot in spots}
        labels |= {
            f"{NAMED}{cell.label}": cell.label
            for cell in self._table.cells
            if cell.id.startswith("place_") and cell.n is not None
        }
        members, wanted = self._members(counted), wishes(question, self.given.get(key, ()))
        found = opposed(members, labels, wanted, self._where("conflict"), self.gate)
        told = [name for name, sides in found.items() if sides is not None]
        held = self._since_last(
            key, {name: {w for w in wanted if members.get(w) == name} for name in told}
        )
        found |= dict.fromkeys(held)
        return tuple(self._conflict(name, labels[name], sides) for name, sides in found.items())

    def _since_last(self, key: Key, people: Mapping[str, set[int]]) -> list[str]:
        """The places whose numbers, subtracted from what was published before, would tell on few (decision 0034)."""
        k = self.gate.k
        held = [name for name, some in people.items() if near_an_earlier(self.data, key, [some], k)]
        left = [some for name, some in people.items() if name not in held]
        if left and near_an_earlier(self.data, key, [set[int]().union(*left)], k):
            held = list(people)
        if held:
            self.gate.hold(self._where("conflict"), "since_last")
        return held

    def _members(self, counted: Counted | None) -> dict[int, str]:
        names = {
            one.id: say(one.label, self.wording.language) for one in self.data.survey.fill.place
        }
        chosen = {who: place_name(value, names) for who, value in self._answers()}
        members = {who: f"{NAMED}{name}" for who, name in chosen.items() if name}
        return members | dict(counted.members if counted is not None else {})

    def _conflict(self, name: str, label: str, sides: tuple[int, int] | None) -> Conflict:
        if sides is None:
            told = self.wording.say("place-conflict-words", place=label, k=self.gate.k)
            return Conflict(name, label, None, None, told)
        keep, develop = sides
        told = self.wording.say("place-conflict", place=label, keep=keep, develop=develop)
        return Conflict(name, label, keep, develop, told)


def _way(counted: Counted | None, spots: Sequence[Spot], landmarks: Sequence[Landmark]) -> Way:
    if counted is not None and counted.size:
        return "hexagons"
    return "areas" if spots or any(one.n for one in landmarks) else "words"


def _at(place: object) -> Degrees | None:
    lat, lon = getattr(place, "lat", None), getattr(place, "lon", None)
    return None if lat is None or lon is None else (lat, lon)
