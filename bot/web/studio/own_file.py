"""The room "Egen fil": an export from another tool, read and reported on; it never leaves this computer.

It lies in memory for a quarter of an hour at most, so that a column can be corrected and files fetched, and goes when
the button is pressed. Nothing of it is stored or logged.
"""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from bot.own_files import LARGEST_MB, OwnFile, TookTooLong, Unreadable
from bot.reports import FORMATS
from bot.web.errors import error_page
from bot.web.studio.door import Role, Visit, inside
from bot.web.studio.errands import Errands, Underway
from bot.web.studio.live_room import WAITED, LiveDesk, LiveRoom, local
from bot.web.studio.report_files import file_response, offers
from bot.web.studio.report_words import preview_of
from bot.web.web import read_form

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from bot.web.web import Web

PLACE = "/arrangor/egen-fil"
KEPT_SECONDS = 900.0
MOST_FILES = 8
"""Files kept at a time, of everybody; the oldest goes first."""
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class _Kept:
    file: OwnFile
    person: int


class OwnFiles(LiveRoom):
    """Taking a file in, showing what it says, and forgetting it."""

    def __init__(self, web: Web, desk: LiveDesk, errands: Errands) -> None:
        super().__init__(web, desk, errands)
        self._kept: dict[str, _Kept] = {}

    @inside(Role.ORGANISER)
    async def ask(self, request: Request, visit: Visit) -> Response:
        """The form."""
        return self._form(request, visit)

    @inside(Role.ORGANISER)
    async def take(self, request: Request, visit: Visit) -> Response:
        """A file comes in."""
        async with read_form(request, upload_mb=LARGEST_MB) as form:
            nonce, sent = str(form.get("nonce", "")), form.get("fil")
            content = await sent.read() if isinstance(sent, UploadFile) else b""
            name = (sent.filename or "") if isinstance(sent, UploadFile) else ""
        if not self.is_ours([("nonce", nonce)], visit):
            return self._form(request, visit, self.say(request, "web-send-again"), 403)
        if not content:
            wrong = "live-own-empty" if name else "live-own-none"
            return self._form(request, visit, self.say(request, wrong), 422)
        file = OwnFile(content, name[-LONGEST_NAME:] or "fil", self.language(request))
        return RedirectResponse(f"{PLACE}/{self._keep(file, visit)}", status_code=303)

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """What the file says; a bar until it has been read."""
        file = self._of(request, visit)
        if file is None:
            return self._form(request, visit, self.say(request, "live-own-gone"))
        try:
            work = partial(self.desk.own_files.analysed, file)
            found = await self.errands.fetch(("own", request.path_params["number"]), work)
        except Unreadable as unreadable:
            self._forget(request.path_params["number"])
            return self._form(request, visit, str(unreadable), 422)
        except TookTooLong:
            self._forget(request.path_params["number"])
            return self._form(request, visit, self.say(request, "live-own-too-long"), 422)
        if isinstance(found, Underway):
            return self.waiting_page(request, visit, None, found)
        return self.page(
            request,
            visit,
            "studio_own_file.html",
            file=file,
            found=found,
            preview=preview_of(found.report, {}, partial(self.say, request)),
            offers=offers(self.web.texts, self.language(request), found.report),
            report_language=file.language,
            files=f"{request.url.path}/fil",
            place=request.url.path,
        )

    @inside(Role.ORGANISER)
    async def act(self, request: Request, visit: Visit) -> Response:
        """Reads it anew with the columns that are said to be free text, or forgets it."""
        fields = await self.posted(request, visit)
        number, file = request.path_params["number"], self._of(request, visit)
        if fields is None:
            return self._form(request, visit, self.say(request, "web-send-again"), 403)
        if file is None:
            return self._form(request, visit, self.say(request, "live-own-gone"))
        self._forget(number)
        if dict(fields).get("action") == "forget":
            return RedirectResponse(f"{PLACE}?borta=1", status_code=303)
        texts = tuple(value for name, value in fields if name == "text")
        again = self._keep(replace(file, texts=texts), visit)
        return RedirectResponse(f"{PLACE}/{again}", status_code=303)

    @inside(Role.ORGANISER)
    async def file(self, request: Request, visit: Visit) -> Response:
        """The report in one format."""
        kept, form = self._of(request, visit), request.query_params.get("format", "html")
        if kept is None:
            return self._form(request, visit, self.say(request, "live-own-gone"))
        if form not in FORMATS:
            return error_page(self.web, request, 404)
        name = (f"own {form}", request.path_params["number"])
        back = request.url.path.removesuffix("/fil")
        if WAITED in request.query_params and self.errands.ready(name) and form != "html":
            direct = local(request.url.remove_query_params(WAITED))
            values = {"shown": None, "underway": None, "file": direct, "back": back}
            return self.page(request, visit, "studio_waiting.html", **values)
        made = await self.errands.fetch(name, partial(self.desk.own_files.written, kept, form))
        if isinstance(made, Underway):
            return self.waiting_page(request, visit, None, made, back=back)
        return file_response(made, form, kept.name.rpartition(".")[0] or kept.name, demo=False)

    def _form(
        self, request: Request, visit: Visit, problem: str | None = None, status: int = 200
    ) -> Response:
        return self.page(
            request,
            visit,
            "studio_own_file_ask.html",
            status=status,
            most=LARGEST_MB,
            minutes=int(KEPT_SECONDS // 60),
            gone="borta" in request.query_params,
            problem=problem,
        )

    def _keep(self, file: OwnFile, visit: Visit) -> str:
        number = secrets.token_urlsafe(16)
        self._kept[number] = _Kept(file, visit.person)
        asyncio.get_running_loop().call_later(KEPT_SECONDS, self._forget, number)
        while len(self._kept) > MOST_FILES:
            self._forget(next(iter(self._kept)))
        return number

    def _forget(self, number: str) -> None:
        """The file, and what was made of it and not fetched."""
        self._kept.pop(number, None)
        self.errands.drop(number)

    def _of(self, request: Request, visit: Visit) -> OwnFile | None:
        """The file, for whoever brought it alone."""
        kept = self._kept.get(request.path_params["number"])
        return kept.file if kept is not None and kept.person == visit.person else None
