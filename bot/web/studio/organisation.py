"""What the organisation fills in once: who is responsible, by which law and decision, its logo and its template."""

from __future__ import annotations

import asyncio
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from bot.photos import UnreadableFile
from bot.web.errors import error_page
from bot.web.studio import pictures
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.opening.room import LEGAL_BASES
from bot.web.web import read_form
from surveys.errors import ConfigError

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.store.profile import Profile

TEXTS = ("controller", "legal_basis", "decision_ref", "contact", "processor_agreement")
LONGEST = 300
MOST_MONTHS = 240
LOGO_MB, TEMPLATE_MB = pictures.LARGEST // 1_000_000, 20
UNPACKED = 200_000_000
"""Bytes that a template may become when it is unpacked."""


class Organisation(StudioRoom):
    """The profile: texts, logo, template."""

    @inside(Role.ORGANISER)
    async def show(self, request: Request, visit: Visit) -> Response:
        """GET `/arrangor/organisation`."""
        return self._show(request, visit, await self.web.service.store.profile())

    @inside(Role.ORGANISER)
    async def save(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/organisation`: the texts."""
        store = self.web.service.store
        fields = await self.posted(request, visit)
        if fields is None:
            return self.locked(request, "web-send-again")
        typed = {name: value.strip()[:LONGEST] for name, value in fields}
        profile, months = await store.profile(), typed.get("months", "")
        right = not months or (
            months.isascii() and months.isdigit() and 1 <= int(months[:4]) <= MOST_MONTHS
        )
        if not right:
            told = {"months": self.say(request, "profile-bad-months")}
            return self._show(request, visit, profile, typed, told)
        changed = replace(
            profile,
            controller=typed.get("controller", ""),
            legal_basis=typed.get("legal_basis", ""),
            decision_ref=typed.get("decision_ref", ""),
            contact=typed.get("contact", ""),
            processor_agreement=typed.get("processor_agreement", ""),
            months=int(months) if months else None,
        )
        await store.save_profile(changed)
        return RedirectResponse("/arrangor/organisation?sparat=1", status_code=303)

    @inside()
    async def logo(self, request: Request, _: Visit) -> Response:
        """GET `/arrangor/organisation/logga`: the picture."""
        profile = await self.web.service.store.profile()
        if profile.logo is None:
            return error_page(self.web, request, 404)
        return Response(profile.logo, media_type="image/png")

    @inside(Role.ORGANISER)
    async def keep_logo(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/organisation/logga`: a new one, or none any more."""
        store = self.web.service.store
        sent = await self._sent(request, visit, LOGO_MB)
        profile = await store.profile()
        if isinstance(sent, Response):
            return sent
        if sent is None:
            await store.save_profile(replace(profile, logo=None))
            return RedirectResponse("/arrangor/organisation?sparat=1", status_code=303)
        try:
            made = await asyncio.to_thread(pictures.logo, sent[0])
        except UnreadableFile:
            told = "profile-bad-logo" if sent[0] else "profile-no-file"
            return self._show(request, visit, profile, None, {"logo": self.say(request, told)})
        await store.save_profile(replace(profile, logo=made))
        return RedirectResponse("/arrangor/organisation?sparat=1", status_code=303)

    @inside(Role.ORGANISER)
    async def keep_template(self, request: Request, visit: Visit) -> Response:
        """POST `/arrangor/organisation/mall`: a PowerPoint file that reports can stand on, or none any more."""
        store = self.web.service.store
        sent = await self._sent(request, visit, TEMPLATE_MB)
        profile = await store.profile()
        if isinstance(sent, Response):
            return sent
        if sent is None:
            await store.save_profile(replace(profile, template=None, template_name=""))
            return RedirectResponse("/arrangor/organisation?sparat=1", status_code=303)
        data, name = sent
        if not data or not await asyncio.to_thread(is_template, data):
            told = "profile-bad-template" if data else "profile-no-file"
            return self._show(request, visit, profile, None, {"template": self.say(request, told)})
        await store.save_profile(replace(profile, template=data, template_name=name[-80:]))
        return RedirectResponse("/arrangor/organisation?sparat=1", status_code=303)

    async def _sent(
        self, request: Request, visit: Visit, limit: int
    ) -> Response | tuple[bytes, str] | None:
        """The file and its name; None when it is to be removed; a page when the form is not theirs."""
        async with read_form(request, upload_mb=limit) as form:
            texts = [(key, each) for key, each in form.multi_items() if isinstance(each, str)]
            found = form.get("file")
            upload = found if isinstance(found, UploadFile) else None
            data = await upload.read() if upload is not None else b""
        if not self.is_ours(texts, visit):
            return self.locked(request, "web-send-again")
        if dict(texts).get("action") == "remove":
            return None
        return data, (upload.filename or "") if upload is not None else ""

    def _show(
        self,
        request: Request,
        visit: Visit,
        profile: Profile,
        typed: dict[str, str] | None = None,
        told: dict[str, str] | None = None,
    ) -> Response:
        kept = {name: getattr(profile, name) for name in TEXTS}
        kept["months"] = str(profile.months or "")
        return self.page(
            request,
            visit,
            "studio_organisation.html",
            status=400 if told else 200,
            told=told or {},
            problem=self.say(request, "opening-problems", n=1) if told else None,
            typed=typed or kept,
            profile=profile,
            bases=[(each, self.say(request, f"basis-{each}")) for each in LEGAL_BASES],
            saved="sparat" in request.query_params,
            logo_mb=LOGO_MB,
            template_mb=TEMPLATE_MB,
        )


def is_template(data: bytes) -> bool:
    """Whether reports can be made on it. Macros and swollen archives are none."""
    from analysis.report.pptx.layouts import ground
    from analysis.wording import Wording

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            swollen = sum(each.file_size for each in archive.infolist()) > UNPACKED
        if swollen or any("vbaProject" in name for name in names):
            return False
        ground(data, Wording("sv", "person"))
    except (ConfigError, zipfile.BadZipFile, KeyError, ValueError):
        return False
    return True
