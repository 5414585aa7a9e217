"""`export --to paper`, and `--to poster` of an opened survey."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.common import Console, questionnaire_source, reading, write_file

if TYPE_CHECKING:
    from bot.config import Settings
    from surveys.survey import Survey

MAKERS = ("paper", "poster")


async def export(
    settings: Settings,
    console: Console,
    what: str,
    *,
    to: str,
    output: Path,
    language: str | None,
) -> None:
    """Writes a file's, a library questionnaire's or an opened survey's form; or a survey's poster."""
    _known(console, to, output)
    from bot.addresses import addresses_of
    from bot.paper.form import paper_form
    from bot.paper.poster import poster
    from bot.paper.printing import pdf

    survey = await survey_for(settings, what, language)
    spoken = language if language in survey.languages else survey.languages[0]
    if language is not None and spoken != language:
        known = ", ".join(survey.languages)
        raise console.refused("cli-no-language", wanted=language, known=known)
    address = addresses_of(settings).web(survey) if survey.code else None
    if to == "paper":
        made = pdf(paper_form(survey, spoken, address, console.texts))
    elif address is not None:
        made = pdf(poster(survey, address, console.texts), "poster")
    else:
        raise console.refused("cli-poster-of-survey")
    write_file(output, made)
    console.tell("cli-paper-written", path=str(output))


def _known(console: Console, to: str, output: Path) -> None:
    if to not in MAKERS:
        raise console.refused("cli-format-unknown", format=to, known=", ".join(MAKERS))
    if output.suffix.casefold() != ".pdf":
        raise console.refused("cli-file-ending", file=output.name, known=".pdf")


def _is_file(what: str) -> bool:
    return Path(what).is_file()


async def survey_for(settings: Settings, what: str, language: str | None) -> Survey:
    """A file or a library id as a survey that is not opened; else the survey with the code."""
    from surveys.questionnaire.loading import library_ids, load_questionnaire

    if what not in library_ids() and not _is_file(what):
        async with reading(settings) as store:
            return await store.survey_named(what)
    from bot.opening import unopened

    source, name = questionnaire_source(what)
    today = dt.datetime.now(dt.UTC).date()
    return unopened(load_questionnaire(source, name), language or "sv", today)
