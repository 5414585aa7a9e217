"""The shelf: every questionnaire there is, a search that needs no JavaScript, and the ways to a draft."""

from __future__ import annotations

import secrets
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from bot.shelf import Entry, Shelf, matching
from bot.web.errors import error_page
from bot.web.studio.door import Role, StudioRoom, Visit, inside
from bot.web.studio.library.drafted import LARGEST, tidied, written
from bot.web.studio.library.subject import of_draft
from bot.web.web import read_form
from surveys.questionnaire.languages import NAMES
from surveys.questionnaire.loading import library_ids
from surveys.questionnaire.toml_text import toml_text
from surveys.questionnaire.xlsform.sheets import LARGEST_FILE

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.questionnaire.models import Questionnaire
    from surveys.questionnaire.xlsform.returning import Imported
    from surveys.store.drafting import Draft

PURPOSES = (
    *("evaluation", "dialogue", "group", "workshop", "priority", "self_assessment"),
    *("matrix", "card", "status", "task", "member_check"),
)
"""In the order they are offered."""
UPLOAD_MB = LARGEST_FILE // 1_000_000
READERS = ("sv", "en")
_REFUSED = {"tom": "library-upload-empty", "lang-fil": "library-too-long"}
"""What is told of a file that was not taken in, by the sign in the address."""
NEW: dict[str, Any] = {
    "format": 1,
    "id": "ny_enkat",
    "purpose": "evaluation",
    "unit": "person",
    "anonymity": "confidential",
    "channels": ["web", "telegram", "paper"],
    "max_seconds": 120,
    "title": {"sv": "Ny enkät"},
    "intro": {
        "sv": "Hej! Här kommer några korta frågor. Du kan hoppa över frågor och ändra dina svar."
    },
    "question": [{"id": "tanke", "kind": "text", "text": {"sv": "Vad tar du med dig?"}}],
}


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft on the list; `errors` is how many things must be mended before it can be used."""

    draft: Draft
    title: str
    errors: int


class Shelves(StudioRoom):
    """The library's first page, and what makes drafts."""

    @inside(Role.READER)
    async def shelf(self, request: Request, visit: Visit) -> Response:
        """GET: `?q=` searches, `?syfte=` shows one purpose only."""
        asked = request.query_params
        query, purpose = asked.get("q", "")[:200], asked.get("syfte", "")
        language = self.language(request)
        entries = await Shelf(self.web.service.store).entries()
        found = matching(query, [(entry, self._words(entry)) for entry in entries])
        if purpose in PURPOSES:
            found = [entry for entry in found if entry.questionnaire.purpose == purpose]
        used = {entry.questionnaire.purpose for entry in entries}
        return self.page(
            request,
            visit,
            "library_shelf.html",
            cards=[(entry, self.about(entry, language)) for entry in found],
            total=len(entries),
            query=query,
            purpose=purpose,
            purposes=[each for each in PURPOSES if each in used],
            names=NAMES,
            drafts=[line for line in await self._drafts(language) if line is not None],
            may_write=visit.role >= Role.ORGANISER,
            refused=next((said for sign, said in _REFUSED.items() if sign in asked), None),
            longest=LARGEST,
        )

    @inside(Role.ORGANISER)
    async def copy(self, request: Request, visit: Visit) -> Response:
        """POST: a draft of a questionnaire on the shelf; of an own one the draft of its next version."""
        if await self.posted(request, visit) is None:
            return error_page(self.web, request, 403)
        store = self.web.service.store
        entry = await Shelf(store).find(request.path_params["name"])
        if entry is None:
            return error_page(self.web, request, 404)
        version = entry.questionnaire.version()
        if entry.own:
            for draft in await store.drafts():
                if draft.base == version:
                    return _to(draft)
        raw = tomllib.loads(entry.source)
        if not entry.own:
            raw["id"] = await self._free_id(f"{entry.id[:30]}_egen")
        made = await self._new(written(raw, entry.source), base=entry.questionnaire)
        return _to(made)

    @inside(Role.ORGANISER)
    async def new(self, request: Request, visit: Visit) -> Response:
        """POST: a draft with one question."""
        if await self.posted(request, visit) is None:
            return error_page(self.web, request, 403)
        raw = {**NEW, "id": await self._free_id(NEW["id"])}
        return _to(await self._new(toml_text(raw)))

    @inside(Role.ORGANISER)
    async def upload(self, request: Request, visit: Visit) -> Response:
        """POST: a draft of a TOML file or a spreadsheet form; what did not come along is told."""
        async with read_form(request, upload_mb=UPLOAD_MB) as form:
            nonce = str(form.get("nonce", ""))
            sent = form.get("file")
            name = sent.filename or "" if isinstance(sent, UploadFile) else ""
            content = await sent.read() if isinstance(sent, UploadFile) else b""
        if not self.is_ours([("nonce", nonce)], visit):
            return error_page(self.web, request, 403)
        if not content:
            return RedirectResponse("/arrangor/bibliotek?tom#ladda", status_code=303)
        if name.casefold().endswith(".toml"):
            text = tidied(content.decode("utf-8-sig", errors="replace"))
            return _too_long() if len(text) > LARGEST else _to(await self._new(text))
        return await self._imported(request, visit, content, name)

    async def _imported(
        self, request: Request, visit: Visit, content: bytes, name: str
    ) -> Response:
        from asyncio import to_thread

        from surveys.questionnaire.xlsform.importing import import_form

        made: Imported = await to_thread(import_form, content, name)
        draft = None
        if made.source is not None:
            if len(made.source) > LARGEST:
                return _too_long()
            draft = await self._new(made.source)
            if not made.troubles:
                return _to(draft)
        return self.page(
            request,
            visit,
            "library_imported.html",
            made=made,
            draft=draft,
            name=name,
            said_in=reader_of(self.language(request)),
            status=200 if draft is not None else 422,
        )

    def about(self, entry: Entry, language: str) -> str:
        """What it is for, in one sentence; an own one tells it by its introduction."""
        if entry.own:
            intro = entry.questionnaire.intro
            return intro.get(language, intro.get("sv", ""))
        return self.web.texts.say(language, f"library-about-{entry.id.replace('_', '-')}")

    def _words(self, entry: Entry) -> str:
        """More words to find it by, in both of the organisers' languages."""
        purpose = entry.questionnaire.purpose.replace("_", "-")
        ids = [f"library-purpose-{purpose}", f"library-words-{purpose}"]
        said = [self.web.texts.say(tag, each) for each in ids for tag in READERS]
        return " ".join((*said, *(self.about(entry, tag) for tag in READERS)))

    async def _drafts(self, language: str) -> list[DraftLine | None]:
        return [_line(draft, language) for draft in await self.web.service.store.drafts()]

    async def _free_id(self, wanted: str) -> str:
        """The id, with a number where another questionnaire or draft has it."""
        store = self.web.service.store
        taken = {*library_ids(), *(each.name for each in await store.publications())}
        for draft in await store.drafts():
            found = of_draft(draft).checked[0]
            taken |= {found.id} if found is not None else set()
        number, name = 2, wanted
        while name in taken:
            name, number = f"{wanted}{number}", number + 1
        return name

    async def _new(self, body: str, base: Questionnaire | None = None) -> Draft:
        service = self.web.service
        return await service.store.new_draft(secrets.token_hex(6), body, service.clock(), base=base)


def reader_of(language: str) -> str:
    """The organisers' language that problems are told in."""
    return language if language in READERS else READERS[0]


def _line(draft: Draft, language: str) -> DraftLine | None:
    """None for a draft that says what was published from it: it stands on the shelf."""
    subject = of_draft(draft)
    found = subject.questionnaire
    if found is not None and found.version() == draft.base:
        return None
    return DraftLine(draft, subject.title(language), len(subject.errors))


def _too_long() -> Response:
    return RedirectResponse("/arrangor/bibliotek?lang-fil#ladda", status_code=303)


def _to(draft: Draft) -> Response:
    return RedirectResponse(f"/arrangor/utkast/{draft.id}", status_code=303)
