"""Publishing a draft: what it changes is said first, and then it never changes again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.library.comparing import Change, answers_so_far, changes
from bot.web.studio.library.drafting import DraftRoom, Sheet, revision_of
from surveys.errors import StaleDraft
from surveys.questionnaire.loading import library_ids

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.questionnaire.models import Questionnaire


class Publishing(DraftRoom):
    """The page before publishing, and publishing."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET: whether it can be published, and what it changes."""
        sheet = await self.sheet(request)
        if sheet is None:
            return self.missing(request)
        return await self._page(request, visit, sheet)

    @inside(Role.ORGANISER)
    async def publish(self, request: Request, visit: Visit) -> Response:
        """POST: the draft becomes a version that is kept for good and stands on the shelf."""
        given = await self.given(request, visit)
        if isinstance(given, Response):
            return given
        form, sheet = given
        now = sheet.subject.questionnaire
        if now is None or now.id in library_ids():
            return await self._page(request, visit, sheet, status=422)
        service = self.web.service
        made_from = replace(sheet.draft, revision=revision_of(form))
        try:
            await service.store.publish_draft(made_from, now, service.clock())
        except StaleDraft:
            fresh = await self.sheet(request) or sheet
            return await self._page(request, visit, fresh, stale=True, status=409)
        return RedirectResponse(f"/arrangor/bibliotek/{now.id}?nyss=1", status_code=303)

    async def _page(
        self,
        request: Request,
        visit: Visit,
        sheet: Sheet,
        *,
        stale: bool = False,
        status: int = 200,
    ) -> Response:
        now = sheet.subject.questionnaire
        before = await self._before(sheet, now) if now is not None else None
        return self.sheet_page(
            request,
            visit,
            sheet,
            "library_publish.html",
            status=status,
            stale=stale,
            errors=[each for each in sheet.told if each.problem.severity == "error"],
            advice=[each for each in sheet.told if each.problem.severity != "error"],
            taken=now is not None and now.id in library_ids(),
            now=now,
            before=before,
            changes=await self._changes(request, before, now),
            same=before is not None and now is not None and before.version() == now.version(),
        )

    async def _before(self, sheet: Sheet, now: Questionnaire) -> Questionnaire | None:
        """The version published last under the same name, else the one the draft was made from."""
        store = self.web.service.store
        versions = [each.version for each in await store.publications() if each.name == now.id]
        version = versions[-1] if versions else sheet.draft.base
        return None if version is None else await store.questionnaire(version)

    async def _changes(
        self, request: Request, before: Questionnaire | None, now: Questionnaire | None
    ) -> list[Change]:
        if before is None or now is None:
            return []
        return changes(
            before,
            now,
            answered=await answers_so_far(self.web.service.store, before),
            language=self.language(request),
            texts=self.web.texts,
        )
