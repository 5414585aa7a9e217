"""The room "Bjud in": the words to send, in each language of the survey. We send none ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.inviting import OCCASIONS, invitation
from bot.web.studio.door import Visit, inside
from bot.web.studio.live_room import LiveRoom
from surveys.questionnaire.languages import NAMES, direction

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


class Invitations(LiveRoom):
    """Mail and text message, invitation and reminder."""

    @inside()
    async def show(self, request: Request, visit: Visit) -> Response:
        """One language at a time; the survey's first one unless another is asked for."""
        survey = await self.survey_of(request)
        asked = request.query_params.get("sprak", "")
        spoken = asked if asked in survey.languages else survey.languages[0]
        address = self.desk.join_address(survey)
        invitations = [
            invitation(survey, occasion, spoken, address, self.web.texts) for occasion in OCCASIONS
        ]
        return self.survey_page(
            request,
            visit,
            "studio_invitations.html",
            survey,
            spoken=spoken,
            runs=direction(spoken),
            tongues=[(tag, NAMES.get(tag, tag)) for tag in survey.languages],
            invitations=invitations,
            mailto=[
                f"mailto:?subject={quote(i.subject)}&body={quote(i.mail)}" for i in invitations
            ],
        )
