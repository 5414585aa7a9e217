"""A draft's first page: its questions in order, what is wrong with it, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.library.drafted import LARGEST, label_of, tidied
from bot.web.studio.library.drafting import DraftRoom, Form, Sheet
from bot.web.studio.library.editing import OFFERED, moved, new_question
from surveys.errors import StaleDraft

if TYPE_CHECKING:
    from starlette.requests import Request


class Overview(DraftRoom):
    """The list of questions and the plain text; every change can be undone once."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET: everything the draft holds. One that forms cannot show is its text."""
        sheet = await self.sheet(request)
        if sheet is None:
            return self.missing(request)
        if sheet.raw is None:
            return RedirectResponse(f"{sheet.subject.address}/text", status_code=303)
        return self._listed(request, visit, sheet)

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """POST: a question up, down, away or added; or the last change undone."""
        given = await self.given(request, visit)
        if isinstance(given, Response):
            return given
        form, sheet = given
        body, anchor = _acted(sheet, form)
        try:
            await self.save(sheet, body, form)
        except StaleDraft:
            fresh = await self.sheet(request) or sheet
            return self._listed(request, visit, fresh, stale=True)
        return RedirectResponse(f"{sheet.subject.address}{anchor}", status_code=303)

    @inside(Role.ORGANISER)
    async def text(self, request: Request, visit: Visit) -> Response:
        """GET: the draft as TOML."""
        sheet = await self.sheet(request)
        if sheet is None:
            return self.missing(request)
        return self._text(request, visit, sheet, typed=sheet.draft.body)

    @inside(Role.ORGANISER)
    async def write(self, request: Request, visit: Visit) -> Response:
        """POST: the text as it was typed, comments and all."""
        given = await self.given(request, visit)
        if isinstance(given, Response):
            return given
        form, sheet = given
        body = tidied(form.get("body", ""))
        if len(body) > LARGEST:
            return self._text(request, visit, sheet, typed=body, too_long=True)
        try:
            await self.save(sheet, body, form)
        except StaleDraft:
            fresh = await self.sheet(request) or sheet
            return self._text(request, visit, fresh, typed=body, stale=True)
        return RedirectResponse(f"{sheet.subject.address}/text?sparat=1", status_code=303)

    @inside(Role.ORGANISER)
    async def remove(self, request: Request, visit: Visit) -> Response:
        """POST: forgets the draft, once it has been confirmed."""
        given = await self.given(request, visit)
        if isinstance(given, Response):
            return given
        form, sheet = given
        if form.get("sure") != "1":
            return RedirectResponse(f"{sheet.subject.address}#bort", status_code=303)
        await self.web.service.store.remove_draft(sheet.draft.id)
        return RedirectResponse("/arrangor/bibliotek", status_code=303)

    def _listed(
        self, request: Request, visit: Visit, sheet: Sheet, *, stale: bool = False
    ) -> Response:
        language = self.language(request)
        wrong = [
            sum(each.question == number for each in sheet.told if each.problem.severity == "error")
            for number in range(len(sheet.questions))
        ]
        return self.sheet_page(
            request,
            visit,
            sheet,
            "library_draft.html",
            status=409 if stale else 200,
            stale=stale,
            lines=[
                (question, label_of(question.get("text", {}), language), wrong[number])
                for number, question in enumerate(sheet.questions)
            ],
            errors=[each for each in sheet.told if each.problem.severity == "error"],
            advice=[each for each in sheet.told if each.problem.severity != "error"],
            offered=OFFERED,
            lists=sheet.lists,
            undoable=sheet.draft.before is not None,
        )

    def _text(
        self,
        request: Request,
        visit: Visit,
        sheet: Sheet,
        *,
        typed: str,
        stale: bool = False,
        too_long: bool = False,
    ) -> Response:
        return self.sheet_page(
            request,
            visit,
            sheet,
            "library_text.html",
            status=409 if stale else 422 if too_long else 200,
            stale=stale,
            too_long=too_long,
            longest=LARGEST,
            typed=typed,
            problems=[each.problem for each in sheet.told],
            has_forms=sheet.raw is not None,
        )


def _acted(sheet: Sheet, form: Form) -> tuple[str, str]:
    """The draft's new text, and where to stand afterwards."""
    doing, _, place = form.get("act", "").partition("-")
    if doing == "undo":
        return sheet.draft.before or sheet.draft.body, ""
    questions = sheet.questions
    if doing == "add":
        taken = {str(question.get("id")) for question in questions}
        number = next(n for n in range(1, len(taken) + 2) if f"fraga{n}" not in taken)
        kind = form.get("kind", "")
        questions.append(new_question(kind if kind in OFFERED else OFFERED[0], number))
        return sheet.text_with_questions(questions), f"/fraga/{len(questions)}"
    if place.isdigit():
        made = moved(questions, doing, int(place))
        step = {"up": -1, "down": 1}.get(doing, 0)
        return sheet.text_with_questions(made), f"#fraga-{max(1, int(place) + 1 + step)}"
    return sheet.draft.body, ""
