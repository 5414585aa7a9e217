"""The room "Karta": the report's places over the organisation's own map server, and the same as a list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.reports import ReportRequest
from bot.web.maps import policy_with
from bot.web.studio.door import Visit, inside
from bot.web.studio.errands import Underway
from bot.web.studio.live_room import LiveRoom
from bot.web.studio.report_files import report_language

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


class Places(LiveRoom):
    """Published places only: what is drawn here is what the GeoJSON file holds."""

    @inside()
    async def show(self, request: Request, visit: Visit) -> Response:
        """The map and its list; a bar for as long as they are being made."""
        survey = await self.survey_of(request)
        language = report_language(request, self.language(request))
        wanted = ReportRequest(language, "geojson", code=survey.code)
        name = ("geojson", survey.code, "", wanted.language)
        made = await self.errands.fetch(name, lambda: self.desk.report_file(wanted))
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, survey, made)
        found, settings = json.loads(made), self.web.settings.web
        return self.survey_page(
            request,
            visit,
            "studio_places.html",
            survey,
            headers={"Content-Security-Policy": policy_with(settings.tiles)},
            notes=found["notes"],
            places=[_told(one) for one in found["features"]],
            drawn=json.dumps({"type": "FeatureCollection", "features": found["features"]}),
            tiles=settings.tiles,
            attribution=settings.tiles_attribution,
        )


def _told(feature: dict[str, Any]) -> dict[str, Any]:
    """One place of the list."""
    said = feature["properties"]
    return {
        "label": said["label"],
        "n": said["n"],
        "at_least": said.get("at_least", False),
        "keep": said.get("keep"),
        "develop": said.get("develop"),
    }
