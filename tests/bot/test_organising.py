"""What the organiser's pages ask the rest of the program for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.addresses import Addresses
from bot.app import build
from bot.config import Settings
from bot.organising import Organising
from bot.reports import ReportRequest
from surveys.store.profile import Profile


@dataclass
class Worker:
    """Makes no reports, but knows which were asked for."""

    asked: list[ReportRequest] = field(default_factory=list)

    async def report(self, request: ReportRequest) -> bytes:
        self.asked.append(request)
        return b""


@pytest.mark.parametrize("form", ["pptx", "xlsx"])
async def test_slides_alone_stand_on_the_organisations_template(tmp_path: Path, form: str) -> None:
    settings = Settings()
    settings.store.url = f"sqlite:///{tmp_path}/dalalab.sqlite"
    app, worker = await build(settings), Worker()
    try:
        organising = Organising(app, worker, Addresses("http://test"))  # type: ignore[arg-type]
        await app.store.save_profile(Profile(template=b"PK"))
        await organising.report_file(ReportRequest("sv", form, code="ABCDEF"))
    finally:
        await app.close()
    assert [request.template for request in worker.asked] == [b"PK" if form == "pptx" else None]
