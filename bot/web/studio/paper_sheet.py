"""One page with a whole paper form: the participants' own fields, question after question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup
from starlette.datastructures import FormData

from bot.keying import Form
from bot.paper.form import questions_of
from bot.web.forms import Sent, act_of, read
from bot.web.views import Filled, filled_from_form, question_view
from surveys.conversation.on_paper import screens_on_paper
from surveys.questionnaire.models import File, Note, Photo

if TYPE_CHECKING:
    from bot.web.web import Web
    from surveys.conversation.dealing import Deal
    from surveys.conversation.screens import QuestionScreen
    from surveys.conversation.state import Act, Key
    from surveys.survey import Survey

_NAMED = re.compile(r'\b(name|id|for|aria-describedby|aria-labelledby)="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """The questions of one form in one language; `only` says for whom a question is, where it is for some."""

    language: str
    screens: tuple[QuestionScreen, ...]
    numbers: tuple[int | None, ...]
    only: tuple[str | None, ...]
    dealt: Deal | None = None


def sheet_of(survey: Survey, language: str, web: Web, dealt: Deal | None = None) -> Sheet:
    """The form as it was printed."""
    printed = questions_of(survey, language, web.texts, dealt)
    return Sheet(
        language,
        screens_on_paper(survey, language, dealt),
        tuple(entry["number"] for entry in printed),
        tuple(entry["only"] for entry in printed),
        dealt,
    )


async def sent_by_screen(sheet: Sheet, fields: Sequence[tuple[str, str]]) -> dict[int, Sent]:
    """What was filled in, by the place of its screen."""
    found = {}
    for place, shown in enumerate(sheet.screens):
        start = _start(place)
        own = [(name.removeprefix(start), v) for name, v in fields if name.startswith(start)]
        whole = [*own, ("question", shown.key.question), ("turn", shown.key.turn)]
        sent = await read(FormData([*whole, ("action", "next")]))
        if sent.holds_something:
            found[place] = sent
    return found


def form_of(sheet: Sheet, sent: Mapping[int, Sent], survey: Survey) -> Form:
    """The acts of what was filled in."""
    acts: dict[Key, Act] = {
        sheet.screens[place].key: act_of(one, survey) for place, one in sent.items()
    }
    return Form(sheet.language, acts, sheet.dealt)


@dataclass(frozen=True, slots=True)
class Entry:
    """One question on the page."""

    place: int
    number: int | None
    only: str | None
    problem: str | None
    fields: Markup


def entries_of(
    sheet: Sheet,
    sent: Mapping[int, Sent],
    problems: Mapping[Key, str],
    survey: Survey,
    web: Web,
) -> list[Entry]:
    """Every question, with what was filled in and what is wrong with it; photos and files stay on the paper."""
    entries = []
    for place, shown in enumerate(sheet.screens):
        if isinstance(shown.question, Photo | File):
            continue
        filled = filled_from_form(sent[place], shown) if place in sent else Filled()
        problem = problems.get(shown.key)
        view = question_view(shown, filled, web.texts, problem=problem)
        part = web.pages.part("studio_paper_question.html", sheet.language, survey=survey, **view)
        number = None if isinstance(shown.question, Note) else sheet.numbers[place]
        entries.append(Entry(place, number, sheet.only[place], problem, _own(part, place)))
    return entries


def _start(place: int) -> str:
    return f"q{place}-"


def _own(part: str, place: int) -> Markup:
    """The fields under names of their own, and the question as a heading below the page's."""
    start = _start(place)

    def renamed(found: re.Match[str]) -> str:
        names = " ".join(f"{start}{name}" for name in found[2].split())
        return f'{found[1]}="{names}"'

    named = _NAMED.sub(renamed, part)
    return Markup(named.replace("<h1", "<h2").replace("</h1>", "</h2>"))  # noqa: S704  our own template
