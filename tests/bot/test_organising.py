"""What the organiser's pages ask the rest of the program for, and what the log says of commands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.addresses import Addresses
from bot.app import App, build
from bot.config import Settings
from bot.organising import Organising
from bot.reports import ReportRequest
from surveys.store.profile import Profile

EVALUATION = Path("surveys/library/session_evaluation.toml").read_text(encoding="utf-8")


@dataclass
class Worker:
    """Makes no reports, but knows which were asked for."""

    asked: list[ReportRequest] = field(default_factory=list)

    async def report(self, request: ReportRequest) -> bytes:
        self.asked.append(request)
        return b""


@pytest.fixture
async def app(sqlite_url: str) -> AsyncIterator[App]:
    settings = Settings()
    settings.store.url = sqlite_url
    built = await build(settings)
    yield built
    await built.close()


async def test_what_a_command_does_is_in_the_log_with_its_survey(app: App) -> None:
    opening = {"title": "Träff", "questionnaire": EVALUATION, "demo_notice": True}
    body = await app.desk.perform("open", opening)
    await app.desk.perform("purge", {"code": body["code"], "decision_ref": "KS 1"})
    log = [
        (each.name, each.what, each.survey, each.reference) for _, each in await app.store.deeds()
    ]
    assert log == [
        ("dalalab", "purge", body["code"], "KS 1"),
        ("dalalab", "open", body["code"], None),
    ]


@pytest.mark.parametrize("form", ["pptx", "xlsx"])
async def test_slides_alone_stand_on_the_organisations_template(app: App, form: str) -> None:
    worker = Worker()
    organising = Organising(app, worker, Addresses("http://test"))  # type: ignore[arg-type]
    await app.store.save_profile(Profile(template=b"PK"))
    opened = await app.desk.open(title="Träff", questionnaire=EVALUATION, demo_notice=True)
    await organising.report_file(ReportRequest("sv", form, code=opened["code"]))
    assert [request.template for request in worker.asked] == [b"PK" if form == "pptx" else None]
