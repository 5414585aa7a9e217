"""What the rooms of the organiser's hand share: answers are read slowly, and what was typed is lost nowhere."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.live_room import LiveRoom

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.studio.errands import Underway
    from surveys.survey import Survey

Read = TypeVar("Read")
Fields = list[tuple[str, str]]


class HandRoom(LiveRoom):
    """A page behind a bar, with forms on it. `kind` is what its errands are called."""

    kind: ClassVar[str]

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """The page."""
        return await self._page(request, visit, await self.survey_of(request))

    @abstractmethod
    async def _page(
        self,
        request: Request,
        visit: Visit,
        survey: Survey,
        problem: str | None = None,
        status: int = 200,
        typed: dict[str, str] | None = None,
    ) -> Response:
        """The page as it stands; with what was typed, where there was a problem with it."""

    async def _not_ours(self, request: Request, visit: Visit, survey: Survey) -> Response:
        """The page again, for a form that was made for somebody else."""
        again = self.say(request, "web-send-again")
        return await self._page(request, visit, survey, again, 403)

    async def _read(
        self, survey: Survey, read: Callable[[], Awaitable[Read]], *which: str, typed: bool
    ) -> Read | Underway:
        """What is read, or how far that has come. No bar where something was `typed`: it would be lost behind it."""
        if typed:
            return await read()
        return await self.errands.fetch((self.kind, self._errand(survey), *which), read)

    def _changed(self, survey: Survey) -> None:
        """What is being read is out of date, and so are the reports of it."""
        self.errands.outdated(survey)
        self.errands.drop(self._errand(survey))

    def _errand(self, survey: Survey) -> str:
        return f"{self.kind} {survey.code}"
