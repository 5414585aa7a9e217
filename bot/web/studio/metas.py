"""The page "Det som återkommer": choose surveys that have closed, read what comes back in them, fetch it as a file."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from starlette.responses import Response

from analysis.meta.writers import COATS
from bot.metas import FORMATS, MetaRequest
from bot.web.headers import REPORT_POLICY
from bot.web.studio.door import Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import LiveRoom
from bot.web.studio.report_files import LANGUAGES, report_language

if TYPE_CHECKING:
    from starlette.requests import Request

PLACE = "/arrangor/meta"
MOST = 60
"""Surveys in one analysis."""


class Metas(LiveRoom):
    """Reads only: what it shows has passed each survey's own gate."""

    @inside()
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/meta?kod=A&kod=B`: the surveys to choose from; with two or more what comes back in them."""
        store = self.web.service.store
        closed = [survey for survey in reversed(await store.surveys()) if survey.closed_at]
        closed = [survey for survey in closed if not survey.purged]
        series = request.query_params.get("serie")
        chosen = set(request.query_params.getlist("kod"))
        codes = [
            survey.code
            for survey in closed
            if survey.code in chosen or (series and survey.series == series)
        ][:MOST]
        made = await self._made(request, codes, "json") if len(codes) > 1 else None
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, None, made)
        return self.page(
            request,
            visit,
            "studio_meta.html",
            closed=closed,
            codes=codes,
            found=json.loads(made) if made is not None else None,
            formats=[name for name in FORMATS if name != "json"],
            report_language=report_language(request),
            languages_of=LANGUAGES,
            alone=len(codes) == 1,
        )

    @inside()
    async def file(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/meta/fil`: the same as a file."""
        codes = request.query_params.getlist("kod")[:MOST]
        form = request.query_params.get("format", "html")
        form = form if form in FORMATS else "html"
        made = await self._made(request, codes, form)
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, None, made)
        coat = COATS[form]
        headers = {"Content-Security-Policy": REPORT_POLICY}
        if form != "html":
            headers = {"Content-Disposition": f'attachment; filename="meta.{coat.suffix}"'}
        return Response(made, media_type=coat.media, headers=headers)

    async def _made(self, request: Request, codes: list[str], form: str) -> bytes | Underway:
        """Slides are made in the organisation's own template."""
        wanted = MetaRequest(report_language(request), form, tuple(codes))
        if form == "pptx":
            profile = await self.web.service.store.profile()
            wanted = replace(wanted, template=profile.template)
        name = (f"meta {form}", wanted.language, *codes)
        return await self.errands.fetch(name, partial(self.desk.meta_file, wanted))
