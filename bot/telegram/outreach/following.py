"""What an organiser's chat is told of the surveys it follows: how they stand, how many, and where to look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.telegram.screens.markup import Rendered, bold, cut, escape
from surveys.survey import K_MIN
from surveys.texts import date_text

if TYPE_CHECKING:
    import datetime as dt
    from zoneinfo import ZoneInfo

    from bot.telegram.screens.rendering import Renderer
    from surveys.store.store import Store
    from surveys.survey import Survey

CHANNEL = "telegram"
MOST = 8
"""Surveys in one message: the newest."""
_LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Following:
    """Counts and addresses, never what anybody said. `username` is the bot's, once known."""

    store: Store
    renderer: Renderer
    clock: Callable[[], dt.datetime]
    zone: ZoneInfo
    username: Callable[[], str | None]

    def chosen(self, followed: Sequence[Survey], words: str) -> Survey:
        """The one whose code was written, else the newest that is open, else the newest."""
        named = [survey for survey in followed if survey.code == words.strip().upper()]
        opened = [survey for survey in followed if survey.state(self.clock()) == "open"]
        return [*named, *opened, *followed][0]

    async def status(self, followed: Sequence[Survey], language: str) -> Rendered:
        """How each survey stands."""
        told = [await self._standing(survey, language) for survey in followed[:MOST]]
        return Rendered("\n\n".join(told))

    async def report(self, survey: Survey, language: str) -> Rendered:
        """The counts, and where the report is; the report itself stays in the organisation's own house."""
        answered = (await self.store.counts(survey)).answered
        parts = [await self._standing(survey, language)]
        if answered < K_MIN:
            parts.append(escape(self._say(language, "telegram-organiser-too-few", k=K_MIN)))
        else:
            link = f"{self._base()}/arrangor/{survey.code}"
            parts.append(escape(self._say(language, "telegram-organiser-report", link=link)))
        return Rendered("\n\n".join(parts))

    def join_address(self, survey: Survey) -> str:
        """Where people join: the web page, which needs no account; else the chat."""
        if "web" in survey.channels and self.renderer.public_url:
            return self.renderer.link(survey)
        return f"https://t.me/{self.username()}?start={survey.code}"

    async def _standing(self, survey: Survey, language: str) -> str:
        counts = await self.store.counts(survey)
        lines = [
            bold(f"{cut(survey.title, _LONGEST_TITLE)} ({survey.code})"),
            escape(self._state(survey, language)),
        ]
        numbers: dict[str, Any] = {
            "begun": counts.begun,
            "complete": counts.complete,
            "partial": counts.partial,
        }
        lines.append(escape(self._say(language, "telegram-organiser-counts", **numbers)))
        if survey.invited is not None:
            invited = self._say(language, "telegram-organiser-invited", n=survey.invited)
            lines.append(escape(invited))
        if survey.attended is not None:
            attended = self._say(language, "telegram-organiser-attended", n=survey.attended)
            lines.append(escape(attended))
        return "\n".join(lines)

    def _state(self, survey: Survey, language: str) -> str:
        state = survey.state(self.clock())
        if state == "scheduled" and survey.opens is not None:
            when = self._moment(survey.opens, language)
            return self._say(language, "telegram-organiser-scheduled", when=when)
        if state == "open" and survey.closes is not None:
            when = self._moment(survey.closes, language)
            return self._say(language, "telegram-organiser-closes", when=when)
        return self._say(language, f"telegram-organiser-{state}")

    def _moment(self, moment: dt.datetime, language: str) -> str:
        there = moment.astimezone(self.zone)
        return f"{date_text(there.date(), language)} {there:%H:%M}"

    def _base(self) -> str:
        return (self.renderer.public_url or "").rstrip("/")

    def _say(self, language: str, text_id: str, **arguments: Any) -> str:
        return self.renderer.texts.say(language, text_id, **arguments)
