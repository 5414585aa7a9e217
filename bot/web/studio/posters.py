"""What leads a room to its questions: the QR code to paste, and the poster to print."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.responses import Response

from bot.qr import qr_png, qr_svg
from bot.web.errors import error_page
from bot.web.studio.door import StudioRoom, inside

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.web.studio.door import Visit
    from bot.web.studio.surveys import OrganiserDesk
    from bot.web.web import Web
    from surveys.survey import Survey

SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


class Posters(StudioRoom):
    """The handlers of `/arrangor/{code}/qr.svg`, `qr.png` and `affisch.pdf`."""

    def __init__(self, web: Web, desk: OrganiserDesk) -> None:
        super().__init__(web)
        self._desk = desk

    @inside()
    async def svg(self, request: Request, _: Visit) -> Response:
        """The QR code as SVG."""
        survey = await self._survey(request)
        if survey is None:
            return error_page(self.web, request, 404)
        made = qr_svg(self._desk.join_address(survey))
        headers = {"Content-Security-Policy": SVG_POLICY}
        return Response(made, media_type="image/svg+xml", headers=headers)

    @inside()
    async def png(self, request: Request, _: Visit) -> Response:
        """The QR code as PNG."""
        survey = await self._survey(request)
        if survey is None:
            return error_page(self.web, request, 404)
        return Response(qr_png(self._desk.join_address(survey)), media_type="image/png")

    @inside()
    async def poster(self, request: Request, _: Visit) -> Response:
        """The poster as PDF, set outside the loop."""
        from bot.paper.poster import poster
        from bot.paper.printing import pdf

        survey = await self._survey(request)
        if survey is None:
            return error_page(self.web, request, 404)
        profile = await self.web.service.store.profile()
        address = self._desk.join_address(survey)
        data = poster(survey, address, self.web.texts, profile.logo)
        made = await asyncio.to_thread(pdf, data, "poster")
        named = {"Content-Disposition": f'inline; filename="affisch-{survey.code}.pdf"'}
        return Response(made, media_type="application/pdf", headers=named)

    async def _survey(self, request: Request) -> Survey | None:
        return await self.web.service.store.survey(request.path_params["code"])
