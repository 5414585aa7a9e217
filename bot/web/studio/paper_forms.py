"""Which paper form is at hand, where chance deals the questions out; and the forms as a file to print."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse, Response

from bot.keying import CHANNEL
from bot.outcomes import Who
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import WAITED, LiveRoom, local
from surveys.conversation.dealing import LARGEST, Deal, deal, number_in, undealt, written
from surveys.conversation.on_paper import fits_on_paper

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.survey import Survey

UNNUMBERED = "utan"
"""In an address: a form that everything stands on."""
MOST_AT_ONCE = 100
"""Forms in one file."""


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form to key in. `name`: as it stands in an address, '' where there is only one; `dealt`: what stands on it."""

    name: str = ""
    dealt: Deal | None = None

    @property
    def numbered(self) -> bool:
        """Whether it has a number of its own, which comes once."""
        return self.name not in {"", UNNUMBERED}

    def who(self, survey: Survey, chance: str) -> Who:
        """Whoever filled it in; without a number somebody new each time."""
        return Who(survey.code, CHANNEL, f"form {self.name}" if self.numbered else chance)


class WrongNumberError(Exception):
    """What was typed leads to no form; the text names what to do."""


def form_for(survey: Survey, asked: str) -> PaperForm | None:
    """The form that is at hand; None where its number has to be asked for. Raises WrongNumberError."""
    if fits_on_paper(survey):
        return PaperForm()
    if not asked:
        return None
    if asked == UNNUMBERED:
        return PaperForm(UNNUMBERED, undealt(survey))
    try:
        number = number_in(survey, asked)
    except ValueError as error:
        raise WrongNumberError("live-paper-number-what") from error
    if number is None:
        raise WrongNumberError("live-paper-number-letter")
    return PaperForm(written(survey, number), deal(survey, number))


class PaperForms(LiveRoom):
    """The file to print."""

    @inside(Role.ORGANISER)
    async def file(self, request: Request, visit: Visit) -> Response:
        """One form, or so many numbered ones, as a PDF; behind a bar where that takes its time."""
        survey, asked = await self.survey_of(request), request.query_params
        numbers: tuple[int, ...] = ()
        if not fits_on_paper(survey):
            first, count = _whole(asked.get("fran", "")), _whole(asked.get("antal", ""))
            if not (1 <= count <= MOST_AT_ONCE and 1 <= first <= LARGEST + 1 - count):
                back = f"/arrangor/{survey.code}/papper?fel=antal"
                return RedirectResponse(back, status_code=303)
            numbers = tuple(range(first, first + count))
        spoken = asked.get("sprak", "")
        language = spoken if spoken in survey.languages else survey.languages[0]
        name = ("forms", survey.code, language, str(numbers))
        if WAITED in asked and self.errands.ready(name):
            file = local(request.url.remove_query_params(WAITED))
            values = {"shown": survey, "underway": None, "file": file}
            return self.page(request, visit, "studio_waiting.html", **values)
        made = await self.errands.fetch(name, lambda: self._printed(survey, language, numbers))
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, survey, made)
        headers = {"Content-Disposition": f'inline; filename="blanketter-{survey.code}.pdf"'}
        return Response(made, media_type="application/pdf", headers=headers)

    async def _printed(self, survey: Survey, language: str, numbers: tuple[int, ...]) -> bytes:
        from bot.paper.form import paper_form
        from bot.paper.printing import pdf

        address = self.desk.join_address(survey)

        def form(number: int | None) -> dict[str, Any]:
            return paper_form(survey, language, address, self.web.texts, number)

        forms = [form(number) for number in numbers] or [form(None)]
        return await asyncio.to_thread(pdf, {"forms": forms})


def _whole(text: str) -> int:
    """A number that was typed; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
