"""What a page of the library is about: a questionnaire on the shelf, or a draft, under one address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.shelf import Shelf
from bot.web.studio.library.drafted import read
from surveys.questionnaire.languages import say
from surveys.questionnaire.loading import check_questionnaire

if TYPE_CHECKING:
    from starlette.requests import Request

    from surveys.questionnaire.models import Questionnaire
    from surveys.questionnaire.problems import Problem
    from surveys.store.drafting import Draft
    from surveys.store.store import Store

FILE = "questionnaire.toml"
"""What problems of a draft call its file."""


@dataclass(frozen=True)
class Subject:
    """A questionnaire and where it is found. `draft` is None for one on the shelf, which has no errors."""

    address: str
    source: str
    draft: Draft | None = None
    shelved: Questionnaire | None = None

    @cached_property
    def checked(self) -> tuple[Questionnaire | None, list[Problem]]:
        """The questionnaire, None when it cannot be built, and everything to say about it."""
        if self.shelved is not None:
            return self.shelved, []
        return check_questionnaire(self.source, FILE)

    @property
    def questionnaire(self) -> Questionnaire | None:
        """The questionnaire, None while there are errors in it."""
        return None if self.errors else self.checked[0]

    @property
    def errors(self) -> list[Problem]:
        """What keeps it from being used."""
        return [each for each in self.checked[1] if each.severity == "error"]

    def title(self, language: str) -> str:
        """Its title, as far as there is one."""
        if self.shelved is not None:
            return say(self.shelved.title, language)
        raw = read(self.source)
        return say(raw.get("title", {}), language) if raw is not None else ""


async def subject_of(store: Store, request: Request) -> Subject | None:
    """What the address of a request names; None when there is no such thing."""
    named = request.path_params
    if "draft" in named:
        draft = await store.draft(named["draft"])
        return None if draft is None else of_draft(draft)
    entry = await Shelf(store).find(named["name"])
    if entry is None:
        return None
    address = f"/arrangor/bibliotek/{entry.id}"
    return Subject(address, entry.source, shelved=entry.questionnaire)


def of_draft(draft: Draft) -> Subject:
    """A draft as it stands."""
    return Subject(f"/arrangor/utkast/{draft.id}", draft.body, draft)
