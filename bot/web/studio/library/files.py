"""A questionnaire as a file: TOML, spreadsheet form, paper form, codebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from starlette.responses import Response

from surveys.questionnaire.coverage import complete_languages
from surveys.simulation.simulating import NOW

if TYPE_CHECKING:
    from bot.web.studio.library.subject import Subject
    from surveys.questionnaire.models import Questionnaire
    from surveys.texts import Texts

Make = Callable[["Questionnaire", str, "Texts"], bytes]


def _xlsform(questionnaire: Questionnaire, _language: str, _texts: Texts) -> bytes:
    from surveys.questionnaire.xlsform.workbook import workbook

    return workbook(questionnaire)


def _paper(questionnaire: Questionnaire, language: str, texts: Texts) -> bytes:
    from bot.opening import unopened
    from bot.paper.form import paper_form
    from bot.paper.printing import pdf

    survey = unopened(questionnaire, language, NOW.date())  # a form not opened yet shows no day
    return pdf(paper_form(survey, language, None, texts))


def _codebook(questionnaire: Questionnaire, language: str, _texts: Texts) -> bytes:
    from surveys.questionnaire.codebook import as_csv, codebook

    return as_csv(codebook(questionnaire, language))


MAKERS: Mapping[str, tuple[str, str, Make | None]] = {
    "toml": (".toml", "application/toml", None),
    "xlsform": (
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _xlsform,
    ),
    "papper": (".pdf", "application/pdf", _paper),
    "kodbok": ("-kodbok.csv", "text/csv", _codebook),
}
"""By the name in the address: how the file's name ends, its type, and who makes it; the source itself if nobody."""


def made_file(subject: Subject, form: str, language: str, texts: Texts) -> Response:
    """The file, to be kept and never shown inside the page. `form` is a key of MAKERS."""
    ending, media_type, make = MAKERS[form]
    questionnaire = subject.questionnaire
    if make is None or questionnaire is None:
        content = subject.source.encode()
    else:
        complete = complete_languages(questionnaire)
        content = make(questionnaire, language if language in complete else complete[0], texts)
    name = questionnaire.id if questionnaire is not None else "utkast"
    disposition = f'attachment; filename="{name}{ending}"'
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition})
