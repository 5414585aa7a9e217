"""`export`: a questionnaire in another form."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands import papers
from bot.commands.common import Console, write_file

if TYPE_CHECKING:
    from bot.config import Settings
    from surveys.questionnaire.models import Questionnaire


@dataclass(frozen=True, slots=True)
class Maker:
    """How one form is made: the file endings it has, and the bytes for an ending and a language."""

    endings: tuple[str, ...]
    make: Callable[[Questionnaire, str, str], bytes]


def _xlsform(questionnaire: Questionnaire, _ending: str, _language: str) -> bytes:
    from surveys.questionnaire.xlsform.workbook import workbook

    return workbook(questionnaire)


def _schema(_questionnaire: Questionnaire, _ending: str, _language: str) -> bytes:
    from surveys.questionnaire.schema import file_schema

    return json.dumps(file_schema(), ensure_ascii=False, indent=1).encode() + b"\n"


def _codebook(questionnaire: Questionnaire, ending: str, language: str) -> bytes:
    from surveys.questionnaire.codebook import as_csv, as_markdown, codebook
    from surveys.questionnaire.languages import say

    rows = codebook(questionnaire, language)
    if ending == ".csv":
        return as_csv(rows)
    return as_markdown(rows, say(questionnaire.title, language))


MAKERS: Mapping[str, Maker] = {
    "xlsform": Maker((".xlsx",), _xlsform),
    "schema": Maker((".json",), _schema),
    "codebook": Maker((".csv", ".md"), _codebook),
}


async def export(
    settings: Settings,
    console: Console,
    what: str,
    *,
    to: str,
    output: Path,
    language: str | None,
) -> None:
    """Writes a file's, a library questionnaire's or an opened survey's questionnaire."""
    if to in papers.MAKERS:
        await papers.export(settings, console, what, to=to, output=output, language=language)
        return
    maker = MAKERS.get(to)
    if maker is None:
        known = ", ".join((*papers.MAKERS, *MAKERS))
        raise console.refused("cli-format-unknown", format=to, known=known)
    ending = output.suffix.casefold()
    if ending not in maker.endings:
        known = ", ".join(maker.endings)
        raise console.refused("cli-file-ending", file=output.name, known=known)
    survey = await papers.survey_for(settings, what, language)
    made = maker.make(survey.questionnaire, ending, language or "sv")
    write_file(output, made)
    console.tell("cli-exported", path=str(output))
