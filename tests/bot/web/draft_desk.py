"""An organiser at one draft, as far as forms go."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import httpx2
from web_room import Room

from surveys.store.drafting import Draft


class Fields(HTMLParser):
    """Every field of a page with what a browser would send for it; buttons left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self._textarea = self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and "name" in given:
            if given.get("type") not in {"radio", "checkbox"} or "checked" in given:
                self.sent.append((given["name"], given.get("value", "")))
        elif tag == "textarea":
            self._textarea = given.get("name", "")
            self.sent.append((self._textarea, ""))
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select:
            first = self._select not in dict(self.sent)
            if first or "selected" in given:
                self.sent = [each for each in self.sent if each[0] != self._select]
                self.sent.append((self._select, given["value"]))

    def handle_data(self, data: str) -> None:
        if self._textarea:
            name, before = self.sent[-1]
            self.sent[-1] = (name, (before + data).removeprefix("\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        if tag == "select":
            self._select = ""


class Desk:
    """An organiser at one draft."""

    def __init__(self, phone: httpx2.AsyncClient, room: Room, address: str = "") -> None:
        self.phone = phone
        self.room = room
        self.address = address

    async def copy(self, name: str = "session_evaluation") -> str:
        """Presses Anpassa; the draft's address."""
        page = (await self.phone.get(f"/arrangor/bibliotek/{name}")).text
        made = await self.phone.post(
            f"/arrangor/bibliotek/{name}/kopiera", data={"nonce": nonce(page)}
        )
        assert made.status_code == 303, made.text
        self.address = made.headers["location"]
        return self.address

    async def get(self, page: str = "") -> str:
        response = await self.phone.get(self.address + page)
        assert response.status_code == 200
        return response.text

    async def send(self, page: str, html: str, **changed: Any) -> httpx2.Response:
        """Sends the form of a page with some fields changed; None leaves one out."""
        fields: dict[str, Any] = {}
        for name, value in Fields(html).sent:
            repeated = name in fields and name not in {"nonce", "revision"}
            fields[name] = [*fields[name], value] if repeated else [value]
        fields |= {name.replace("__", "."): value for name, value in changed.items()}
        kept = {name: value for name, value in fields.items() if value is not None}
        return await self.phone.post(self.address + page, data=kept)

    async def save(self, page: str, **changed: Any) -> str:
        """Opens a page, changes something and saves it; the page one comes to."""
        sent = await self.send(page, await self.get(page), **{"act": "save", **changed})
        assert sent.status_code == 303, sent.text
        return (await self.phone.get(sent.headers["location"])).text

    async def draft(self) -> Draft:
        found = await self.room.store.draft(self.address.rpartition("/")[2])
        assert found is not None
        return found


def nonce(page: str) -> str:
    found = re.search(r'name="nonce" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def beside(page: str, field: str) -> str:
    """What stands beside a field."""
    found = re.search(
        rf'<ul class="told-here" id="m-{re.escape(field)}">(.*?)</ul>', page, re.DOTALL
    )
    return found[1] if found else ""
