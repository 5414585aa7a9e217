"""`dalalab photos`: listed, saved to look at, decided on; what may not be is a sentence, and nothing changes."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from photo_senders import send_photo
from PIL import Image
from typer.testing import CliRunner, Result

from bot.app import utc_now
from bot.cli import app
from bot.keys import Keyring
from bot.service import Service
from surveys.store.store import Store


class Office:
    """A dialogue with photos, and the command line beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.url = folder, f"sqlite:///{folder}/d.sqlite"
        opened = self.do(
            "survey", "open", "place_dialogue", "--title", "Torget", "--demo-notice", "--json"
        )
        self.code = json.loads(opened.stdout)["code"]

    def do(self, *words: str) -> Result:
        return CliRunner().invoke(app, [*words, "--database", self.url])

    def photos(self, *words: str) -> Result:
        return self.do("photos", self.code, *words)

    async def send(self, *consents: str) -> None:
        """A photo from each person, who says whether it may be shown."""
        store = await Store.open(self.url)
        service = Service(store, Keyring(b"a key for tests"), clock=utc_now)
        for number, consent in enumerate(consents):
            await send_photo(service, self.code, number, consent)
        await store.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    asyncio.run(made.send("yes", "yes", "no"))
    return made


def test_photos_are_listed_saved_and_decided_on(office: Office) -> None:
    told = json.loads(office.photos("--json").stdout)
    assert told["format"] == "dalalab.photos/1"
    agreed = [one["id"] for one in told["photos"] if one["agreed"]]
    assert (len(told["photos"]), len(agreed)) == (3, 2)
    office.photos("--save", str(office.folder))
    with Image.open(office.folder / f"{agreed[0]}.jpg") as saved:
        assert saved.size == (60, 40)
    after = json.loads(office.photos("--approve", agreed[0], "--hide", agreed[1], "--json").stdout)
    states = {one["id"]: one["state"] for one in after["photos"]}
    assert [states[name] for name in agreed] == ["approved", "hidden"]


def test_what_may_not_be_approved_is_a_sentence_and_nothing_changes(office: Office) -> None:
    [refused] = [
        one["id"]
        for one in json.loads(office.photos("--json").stdout)["photos"]
        if not one["agreed"]
    ]
    for wrong in (refused, "photo-0000"):
        done = office.photos("--approve", wrong)
        assert done.exit_code == 2
        assert wrong in done.output
    told = json.loads(office.photos("--json").stdout)["photos"]
    assert {one["state"] for one in told} == {"waiting"}
