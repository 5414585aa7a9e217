"""What the pages of a draft share: the draft, the form that came, and a save that never overwrites unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from bot.web.errors import error_page
from bot.web.studio.door import StudioRoom
from bot.web.studio.library.drafted import Raw, flat, languages_in, read, written
from bot.web.studio.library.placing import Told, told
from bot.web.studio.library.shelves import reader_of
from bot.web.studio.library.subject import Subject, of_draft
from surveys.errors import StaleDraft
from surveys.questionnaire.languages import NAMES, direction

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.web.studio.door import Visit
    from surveys.store.drafting import Draft

Form = Mapping[str, str]
Tongue = tuple[str, str, str]
"""A language's tag, its own name, and its direction."""


@dataclass(frozen=True)
class Sheet:
    """A draft as a page needs it. `raw` is None where only its text can be changed."""

    draft: Draft

    @cached_property
    def subject(self) -> Subject:
        """Its address and what `check` says."""
        return of_draft(self.draft)

    @cached_property
    def raw(self) -> Raw | None:
        """Its tables."""
        return read(self.draft.body)

    @cached_property
    def told(self) -> list[Told]:
        """Every problem in its place, errors first."""
        problems = self.subject.checked[1]
        placed = told(self.draft, problems, forms=self.raw is not None)
        return sorted(placed, key=lambda one: one.problem.severity != "error")

    @property
    def questions(self) -> list[Raw]:
        """Its questions, as tables."""
        return list(self.raw.get("question", [])) if self.raw is not None else []

    @property
    def lists(self) -> list[Raw]:
        """Its own lists, which the format calls dimensions, as tables."""
        return list(self.raw.get("dimension", [])) if self.raw is not None else []

    @property
    def tongues(self) -> list[Tongue]:
        """The languages something is written in."""
        tags = languages_in(self.raw) if self.raw is not None else ("sv",)
        return [(tag, NAMES[tag], direction(tag)) for tag in tags]

    def text_with(self, raw: Raw) -> str:
        """The draft's text with other tables."""
        return written(raw, self.draft.body)

    def text_with_questions(self, questions: list[Raw]) -> str:
        """The draft's text with other questions."""
        return self.text_with({**(self.raw or {}), "question": questions})


class DraftRoom(StudioRoom):
    """Each page of a draft derives from this."""

    async def sheet(self, request: Request) -> Sheet | None:
        """The draft that the address names."""
        draft = await self.web.service.store.draft(request.path_params["draft"])
        return None if draft is None else Sheet(draft)

    async def form(self, request: Request, visit: Visit) -> Form | None:
        """The form's fields; of one that is repeated all values, with spaces between. None when it is not theirs."""
        fields = await self.posted(request, visit)
        if fields is None:
            return None
        form: dict[str, str] = {}
        for name, said in fields:
            form[name] = f"{form[name]} {said}" if name in form else said
        return form

    async def given(self, request: Request, visit: Visit) -> tuple[Form, Sheet] | Response:
        """The form that was sent and the draft it is for; or the page that says why there is none."""
        form = await self.form(request, visit)
        if form is None:
            return self.missing(request, 403)
        sheet = await self.sheet(request)
        return self.missing(request) if sheet is None else (form, sheet)

    async def save(self, sheet: Sheet, body: str, form: Form) -> Draft:
        """Keeps a new text, if it is one. Raises StaleDraft when the form was made from an older revision."""
        if revision_of(form) != sheet.draft.revision:
            raise StaleDraft
        if body == sheet.draft.body:
            return sheet.draft
        service = self.web.service
        return await service.store.save_draft(sheet.draft, body, service.clock())

    def sheet_page(
        self, request: Request, visit: Visit, sheet: Sheet, template: str, **values: Any
    ) -> Response:
        """A page of a draft."""
        language = self.language(request)
        standing: dict[str, Any] = {
            "draft": sheet.draft,
            "subject": sheet.subject,
            "heading": sheet.subject.title(language) or self.say(request, "library-untitled"),
            "words": reader_of(language),
            "tongues": sheet.tongues,
            "saved": "sparat" in request.query_params,
            "conflict": [],
        }
        return self.page(request, visit, template, **(standing | values))

    def missing(self, request: Request, status: int = 404) -> Response:
        """No such draft; or, with 403, a form that is not this person's."""
        return error_page(self.web, request, status)

    def conflict(self, request: Request, saved: Raw, typed: Raw) -> list[tuple[str, str, str]]:
        """(what, as it is saved, as it was typed) for everything that differs between two tabs."""
        theirs, mine = dict(flat(saved)), dict(flat(typed))
        return [
            (self.name_of(request, place), theirs.get(place, "–"), mine.get(place, "–"))
            for place in dict.fromkeys((*theirs, *mine))
            if theirs.get(place) != mine.get(place)
        ]

    def name_of(self, request: Request, place: str) -> str:
        """What a field is called on the page."""
        first, *rest = place.split(".")
        known = f"library-f-{first.replace('_', '-')}"
        name = self.say(request, known) if self.web.texts.knows(known) else first
        numbered = [
            str(int(part) + 1) if part.isdigit() else NAMES.get(part, part) for part in rest
        ]
        return " · ".join((name, *numbered))


def revision_of(form: Form) -> int:
    """The revision that a form was made from; 0, which no draft has, where it says none."""
    given = form.get("revision", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
