"""The accessibility statement that DOS-lagen asks for: Digg's eleven points (L18), filled in from the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from surveys.texts import date_text

if TYPE_CHECKING:
    from bot.config import AccessibilitySettings
    from surveys.texts import Texts

REPORT_TO_DIGG = "https://www.digg.se/tdosanmalan"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a line leads, and what it says."""

    to: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """One of the eleven points. `id` names it on the page and in the test that counts them."""

    id: str
    heading: str | None
    lines: tuple[str, ...]
    links: tuple[Link, ...] = ()


def statement(
    settings: AccessibilitySettings, organisation: str, address: str, language: str, texts: Texts
) -> tuple[Point, ...]:
    """The statement in one language. `address` is where the pages are, without a scheme."""
    tell = partial(texts.say, language)

    def point(
        name: str, *lines: str, title: str | None = None, links: tuple[Link, ...] = ()
    ) -> Point:
        return Point(name, tell(title or f"web-accessibility-{name}-title"), lines, links)

    about = (
        tell("web-accessibility-lead", organisation=organisation),
        tell("access-service", address=address),
    )
    assessed = date_text(settings.assessed, language)
    who = settings.assessed_by or tell("access-assessed-self")
    published = date_text(settings.published, language)
    digg = Link(REPORT_TO_DIGG, tell("web-accessibility-report"))
    return (
        Point("provider", None, about),
        point("status", tell(f"access-status-{settings.status}")),
        point("lacking", *(settings.faults or (tell("web-accessibility-lacking"),))),
        point("burden", tell("web-accessibility-burden"), title="access-burden-title"),
        point("exempt", tell("access-exempt"), title="access-exempt-title"),
        point("alternative", tell("web-accessibility-alternative", organisation=organisation)),
        _feedback(settings, organisation, tell),
        point("supervision", tell("web-accessibility-supervision"), links=(digg,)),
        point("tested", tell("web-accessibility-tested")),
        point(
            "assessed",
            tell("access-assessed", date=assessed, who=who),
            title="access-assessed-title",
        ),
        point(
            "published", tell("access-published", date=published), title="access-published-title"
        ),
    )


def _feedback(
    settings: AccessibilitySettings, organisation: str, tell: Callable[..., str]
) -> Point:
    """How to tell that something does not work; without an address the organisation's name has to do."""
    links = []
    if settings.email:
        links.append(
            Link(f"mailto:{settings.email}", tell("access-contact-email", email=settings.email))
        )
    if settings.phone:
        digits = "".join(sign for sign in settings.phone if sign.isdigit() or sign == "+")
        links.append(Link(f"tel:{digits}", tell("access-contact-phone", phone=settings.phone)))
    lines = [tell("web-accessibility-feedback", organisation=organisation)]
    if settings.reply_days:
        lines.append(tell("access-reply", days=settings.reply_days))
    heading = tell("web-accessibility-feedback-title")
    return Point("feedback", heading, tuple(lines), tuple(links))
