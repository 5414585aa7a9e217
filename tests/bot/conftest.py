"""What the tests of commands stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.office import Office


@pytest.fixture
def office(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    return Office(tmp_path, sqlite_url)
