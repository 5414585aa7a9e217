"""A draft as a whole in a form: its title, introduction and languages, and who answers in what way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from starlette.responses import RedirectResponse, Response

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.library.drafted import Raw, without_language
from bot.web.studio.library.drafting import DraftRoom, Form, Sheet
from bot.web.studio.library.editing import edited_whole
from bot.web.studio.library.placing import WHOLE, by_field
from bot.web.studio.library.shelves import PURPOSES
from surveys.errors import StaleDraft
from surveys.questionnaire.languages import NAMES
from surveys.questionnaire.loading import library_ids
from surveys.questionnaire.models import Anonymity, Channel, InfluenceLevel, Unit

if TYPE_CHECKING:
    from starlette.requests import Request

CHOICES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("purpose", "purpose", PURPOSES),
    ("unit", "unit", get_args(Unit)),
    ("anonymity", "promise", get_args(Anonymity)),
)
"""A key, what the page's texts call it, and what can be chosen."""
UNTITLED = "utan_rubrik"
"""In an address: a language that was chosen and lacks the title it begins with."""
CHANNELS: tuple[str, ...] = get_args(Channel)
LEVELS: tuple[str, ...] = get_args(InfluenceLevel)


class Whole(DraftRoom):
    """The form about the whole questionnaire."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET: the form."""
        sheet = await self.sheet(request)
        if sheet is None:
            return self.missing(request)
        if sheet.raw is None:
            return RedirectResponse(f"{sheet.subject.address}/text", status_code=303)
        return self._form(request, visit, sheet, sheet.raw)

    @inside(Role.ORGANISER)
    async def save_whole(self, request: Request, visit: Visit) -> Response:
        """POST: what was typed; and a language more or less, if that was the button."""
        given = await self.given(request, visit)
        if isinstance(given, Response):
            return given
        form, sheet = given
        if sheet.raw is None:
            return self.missing(request)
        typed = _acted(edited_whole(sheet.raw, form), form)
        try:
            await self.save(sheet, sheet.text_with(typed), form)
        except StaleDraft:
            fresh = await self.sheet(request)
            if fresh is None or fresh.raw is None:
                return self.missing(request)
            conflict = self.conflict(request, _heading(fresh.raw), _heading(typed))
            return self._form(
                request, visit, fresh, typed, conflict=conflict, stale=True, status=409
            )
        untitled = _untitled(form)
        where = "" if form.get("act") == "done" and not untitled else "/om?sparat=1"
        where += f"&{UNTITLED}={untitled}" if untitled else ""
        return RedirectResponse(f"{sheet.subject.address}{where}", status_code=303)

    def _form(
        self, request: Request, visit: Visit, sheet: Sheet, raw: Raw, **values: Any
    ) -> Response:
        begun = {tag for tag, _, _ in sheet.tongues}
        return self.sheet_page(
            request,
            visit,
            sheet,
            "library_whole.html",
            **{
                "raw": raw,
                "messages": by_field(each for each in sheet.told if each.page == "/om"),
                "choices": CHOICES,
                "channels": CHANNELS,
                "levels": LEVELS,
                "addable": [(tag, name) for tag, name in NAMES.items() if tag not in begun],
                "stale": False,
                "taken": raw.get("id") in library_ids(),
                "untitled": request.query_params.get(UNTITLED, ""),
            }
            | values,
        )


def _acted(raw: Raw, form: Form) -> Raw:
    """A language begun with its title, or everything in a language away."""
    doing, _, tag = form.get("act", "").partition("-")
    if doing == "unspeak" and tag in NAMES and tag != "sv":
        kept: Raw = without_language(raw, tag)
        return kept
    new, title = form.get("new_language", ""), form.get("new_title", "").strip()
    if new in NAMES and title:
        return {**raw, "title": {**raw.get("title", {}), new: title}}
    return raw


def _untitled(form: Form) -> str:
    """The language that was chosen without a title; '' where there is none."""
    new = form.get("new_language", "")
    return new if new in NAMES and not form.get("new_title", "").strip() else ""


def _heading(raw: Raw) -> Raw:
    return {key: value for key, value in raw.items() if key in WHOLE}
