"""Templates filled in, in the reader's language: the only place that makes HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from surveys.questionnaire.languages import NAMES, direction

if TYPE_CHECKING:
    from surveys.texts import Texts


_STANDING: dict[str, Any] = {
    "survey": None,
    "begun": False,
    "problem": None,
    "told": None,
    "kept_for": None,
    "kiosk": False,
    "idle": None,
    "token": None,
    "map": None,
    "charts": (),
    "maps": (),
}
"""What a page has when nobody says otherwise."""


class Pages:
    """Renders templates. `own_languages` are those the product itself speaks."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.own_languages = tuple(texts.languages)
        self._environment = _environment()

    def page(
        self,
        template: str,
        language: str,
        *,
        status: int = 200,
        languages: tuple[str, ...] | None = None,
        headers: Mapping[str, str] | None = None,
        **values: Any,
    ) -> HTMLResponse:
        """One page. `languages` are those the reader can switch to; the product's own when None."""
        body = self.part(template, language, languages=languages, **values)
        return HTMLResponse(body, status_code=status, headers=dict(headers or {}))

    def part(
        self,
        template: str,
        language: str,
        *,
        languages: tuple[str, ...] | None = None,
        **values: Any,
    ) -> Markup:
        """A template filled in: a whole page, or something that stands in one."""
        offered = self.own_languages if languages is None else languages
        body = self._environment.get_template(template).render(
            _STANDING
            | values
            | {
                "say": partial(self._texts.say, language),
                "language": language,
                "direction": direction(language),
                "others": [(tag, NAMES.get(tag, tag)) for tag in offered if tag != language],
            }
        )
        return Markup(body)  # noqa: S704 - the templates have escaped everything that is not theirs


@cache
def _environment() -> Environment:
    """The templates, each read and compiled once in a process, however many servers it has."""
    environment = Environment(
        loader=PackageLoader("bot.web", "templates"),
        auto_reload=False,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["static_version"] = _static_version()
    return environment


def _static_version() -> str:
    """Changes when a style sheet does, so that browsers may keep the old one for ever."""
    digest = hashlib.sha256()
    for entry in sorted((files("bot.web") / "static").iterdir(), key=lambda entry: entry.name):
        digest.update(entry.read_bytes())
    return digest.hexdigest()[:8]
