"""An organiser's browser, as far as forms go."""

from __future__ import annotations

import httpx2
from web_room import Form, Page

from surveys.store.profile import Profile

FILLED = Profile(
    controller="Region Dalarna",
    legal_basis="public_interest",
    decision_ref="RD 2026/123",
    months=24,
)
SWEDISH = {"accept-language": "sv"}


class Desktop(Page):
    """A page whose lists and long fields are sent as well, as a browser sends them."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        given = {name: value or "" for name, value in attrs}
        if tag == "select":
            self.forms[-1].fields.append((given["name"], ""))
        if tag == "option" and "select" in self._within and ("selected" in given or not self._last):
            self._last = given.get("value", "")

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if "textarea" in self._within:
            self._last += data.removeprefix("\n")

    @property
    def _last(self) -> str:
        return self.forms[-1].fields[-1][1]

    @_last.setter
    def _last(self, value: str) -> None:
        self.forms[-1].fields[-1] = (self.forms[-1].fields[-1][0], value)


async def form_at(phone: httpx2.AsyncClient, address: str) -> Form:
    page = await phone.get(address)
    assert page.status_code == 200, page.text
    return Desktop(page.text).forms[0]


async def send(phone: httpx2.AsyncClient, form: Form, **typed: str) -> httpx2.Response:
    return await phone.post(form.action, data={**dict(form.fields), **typed})
