"""A list of a draft's own in a form: what questions repeat over, or take their options from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse, Response

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.library.drafted import Raw
from bot.web.studio.library.drafting import DraftRoom, Sheet
from bot.web.studio.library.editing import act_on, edited_list
from bot.web.studio.library.placing import by_field, homeless
from surveys.errors import StaleDraft

if TYPE_CHECKING:
    from starlette.requests import Request


class Lists(DraftRoom):
    """The form of one list; the format calls it a dimension."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET: the list that stands at a number."""
        sheet = await self.sheet(request)
        place = request.path_params["number"] - 1
        if sheet is None or not 0 <= place < len(sheet.lists):
            return self.missing(request)
        return self._form(request, visit, sheet, place, sheet.lists[place])

    @inside(Role.ORGANISER)
    async def save_list(self, request: Request, visit: Visit) -> Response:
        """POST: what was typed, and then what the button does."""
        given = await self.given(request, visit)
        if isinstance(given, Response):
            return given
        form, sheet = given
        place = request.path_params["number"] - 1
        if not 0 <= place < len(sheet.lists):
            return self.missing(request)
        typed = act_on(edited_list(sheet.lists[place], form), form.get("act", ""))
        lists = [*sheet.lists[:place], typed, *sheet.lists[place + 1 :]]
        try:
            await self.save(sheet, sheet.text_with({**(sheet.raw or {}), "dimension": lists}), form)
        except StaleDraft:
            fresh = await self.sheet(request)
            if fresh is None or place >= len(fresh.lists):
                return self.missing(request)
            conflict = self.conflict(request, fresh.lists[place], typed)
            return self._form(
                request, visit, fresh, place, typed, conflict=conflict, stale=True, status=409
            )
        done = form.get("act") == "done"
        where = "#listor" if done else f"/lista/{place + 1}?sparat=1"
        return RedirectResponse(f"{sheet.subject.address}{where}", status_code=303)

    def _form(
        self, request: Request, visit: Visit, sheet: Sheet, place: int, shown: Raw, **values: Any
    ) -> Response:
        number = place + 1
        messages = by_field(each for each in sheet.told if each.page == f"/lista/{number}")
        fields = {f"items.{each}" for each in range(len(shown.get("items", ())))}
        return self.sheet_page(
            request,
            visit,
            sheet,
            "library_list.html",
            **{
                "number": number,
                "dimension": shown,
                "messages": messages,
                "above": list(homeless(messages, fields)),
                "stale": False,
            }
            | values,
        )
