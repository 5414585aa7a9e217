"""The studio's start page: what is open now, each series with its next meeting, and where to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering import overdue
from bot.moderating import is_voted_on
from bot.shelf import Shelf
from bot.web.studio.door import Role, StudioRoom, Visit, inside

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from bot.shelf import Entry
    from bot.web.studio.surveys import OrganiserDesk
    from bot.web.web import Web
    from surveys.statements import Statement
    from surveys.survey import Survey

FIRST = ("session_evaluation", "place_dialogue", "dialogue_evaluation")
"""What most people begin with; the library holds the rest."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Statements that nobody has read yet: how many, and the day of the oldest."""

    count: int
    since: dt.date


@dataclass(frozen=True, slots=True)
class Line:
    """One survey on the page; `answered` counts people with at least one answer."""

    survey: Survey
    state: str
    answered: int
    address: str
    waiting: Waiting | None = None

    @property
    def known(self) -> bool:
        """Whether there is anything to compare the number with."""
        return bool(self.survey.invited)


@dataclass(frozen=True, slots=True)
class Series:
    """A series: its name, None for surveys without; its closed surveys, the newest first; and the newest of all."""

    name: str | None
    closed: tuple[Line, ...]
    newest: Survey


class Start(StudioRoom):
    """The page everybody lands on."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        super().__init__(web)
        self._desk = desk

    @inside()
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor`."""
        lines = [await self._line(survey) for survey in reversed(await self._desk.surveys())]
        store = self.web.service.store
        changing = visit.role >= Role.ORGANISER
        return self.page(
            request,
            visit,
            "studio_start.html",
            late=await overdue(store, self.web.service.clock()),
            running=[line for line in lines if line.state != "closed"],
            series=series_of(lines),
            changing=changing,
            first=await self._first() if changing and not lines else [],
            unfilled=changing and not (await store.profile()).filled,
        )

    async def _line(self, survey: Survey) -> Line:
        state = survey.state(self.web.service.clock())
        answered = (await self._desk.counts(survey.code)).answered
        address = self._desk.join_address(survey)
        short = address.removeprefix("https://").removeprefix("http://")
        waiting = await self._waiting(survey) if state != "closed" else None
        return Line(survey, state, answered, short, waiting)

    async def _waiting(self, survey: Survey) -> Waiting | None:
        if not is_voted_on(survey):
            return None
        return waiting_in(await self.web.service.store.statements(survey.id))

    async def _first(self) -> list[Entry]:
        found = {entry.id: entry for entry in await Shelf(self.web.service.store).entries()}
        return [found[name] for name in FIRST if name in found]


def waiting_in(statements: Sequence[Statement]) -> Waiting | None:
    """What waits to be read; None when nothing does."""
    days = [one.said_on for one in statements if one.state == "waiting"]
    return Waiting(len(days), min(days)) if days else None


def series_of(lines: list[Line]) -> list[Series]:
    """The series in the order of their newest survey; surveys without one last. `lines`: the newest first."""
    by_name: dict[str | None, list[Line]] = {}
    for line in lines:
        by_name.setdefault(line.survey.series, []).append(line)
    made = [
        Series(
            name,
            tuple(line for line in members if line.state == "closed"),
            members[0].survey,
        )
        for name, members in by_name.items()
    ]
    return sorted(
        (each for each in made if each.name is not None or each.closed),
        key=lambda each: each.name is None,
    )
