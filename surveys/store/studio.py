"""The studio's verbs: people and their ways in, what they did, and their organisation's profile."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from surveys.store import people, profile
from surveys.store.acting import read_deeds
from surveys.store.auditing import COPY, read_copies, write_audit
from surveys.store.chats.outreach import Outreach
from surveys.store.columns import dump
from surveys.store.dialogue.nudging import note_reminder
from surveys.store.dialogue.sittings import sittings
from surveys.store.times import from_ms, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.store.acting import Deed
    from surveys.store.profile import Profile

SESSION = dt.timedelta(days=14)
"""A session ends when it has not been used for so long."""
LONGEST_SESSION = dt.timedelta(days=90)
PUT_OFF = dt.timedelta(minutes=10)
"""A session's use is written down once in so long: reading a page need not cost a write."""


class Studio(Outreach):
    """What the store keeps for the studio. Writing verbs return after their COMMIT."""

    # Ways in

    async def invite_person(
        self, name: str, role: int, link_hash: str, now: dt.datetime, valid_for: dt.timedelta
    ) -> people.Person:
        """Somebody new, with a one-time link."""
        wish = people.NewLink(link_hash, to_ms(now), to_ms(now + valid_for), None, name, role)
        return await self._write(people.make_link, wish)

    async def renew_link(
        self, person_id: int, link_hash: str, now: dt.datetime, valid_for: dt.timedelta
    ) -> people.Person:
        """A new link for somebody; the one before leads nowhere. Raises StoreError for a stranger."""
        wish = people.NewLink(link_hash, to_ms(now), to_ms(now + valid_for), person_id)
        return await self._write(people.make_link, wish)

    async def owner_link(
        self, name: str, link_hash: str, now: dt.datetime, valid_for: dt.timedelta
    ) -> people.Person:
        """A link for the first owner, who is called `name` when there was none."""
        wish = people.NewLink(link_hash, to_ms(now), to_ms(now + valid_for), None, name)
        return await self._write(people.make_owner_link, wish)

    async def link_of(self, link_hash: str, now: dt.datetime) -> people.Person | None:
        """Whom a link lets in, without using it up."""
        return await self._read(people.link_of, link_hash, to_ms(now))

    async def enter(
        self, link_hash: str, session_hash: str, now: dt.datetime, *, name: str = ""
    ) -> people.Person | None:
        """Use a link up and begin a session; None when it does not hold. A `name` replaces the old one."""
        entry = people.Entry(link_hash, session_hash, to_ms(now), to_ms(now + SESSION), name)
        return await self._write(people.enter, entry)

    async def standing(self, session_hash: str, now: dt.datetime) -> people.Standing | None:
        """Whose session it is; one that is used lives on. None when there is none."""
        found = await self._read(people.standing, session_hash, to_ms(now))
        if found is not None and found.holds and now - from_ms(found.seen_ms) >= PUT_OFF:
            end = min(now + SESSION, from_ms(found.began_ms) + LONGEST_SESSION)
            await self._write(people.stay, (session_hash, to_ms(now), to_ms(end)))
        return found

    async def leave(self, session_hash: str) -> None:
        """End a session."""
        await self._write(people.leave, session_hash)

    async def revoke_person(self, person_id: int, now: dt.datetime) -> None:
        """Take somebody's way in back, at once. Raises StoreError for the last owner."""
        await self._write(people.revoke, (person_id, to_ms(now)))

    async def readmit_person(
        self, person_id: int, link_hash: str, now: dt.datetime, valid_for: dt.timedelta
    ) -> people.Person:
        """Take a removal back, with a new link. Raises StoreError for a stranger."""
        wish = people.NewLink(link_hash, to_ms(now), to_ms(now + valid_for), person_id)
        return await self._write(people.readmit, wish)

    async def rename_person(self, person_id: int, name: str) -> None:
        """Call somebody something else from now on."""
        await self._write(people.rename, (person_id, name))

    async def people(self) -> list[people.Person]:
        """Everybody who may enter the studio or once might."""
        return await self._read(people.people)

    async def has_owner_inside(self) -> bool:
        """Whether an owner is signed in somewhere, so that no link is needed."""
        return await self._read(people.has_entered)

    # What was done

    async def deeds(self, before: int | None = None, limit: int = 100) -> list[tuple[int, Deed]]:
        """(number, deed), the newest first; `before` is the last number of the page before."""
        return await self._read(read_deeds, before, limit)

    async def note_deed(self) -> None:
        """Leave the line of what is being done where only a file beside the store changes."""
        await self._write(_nothing_else, None)

    async def sittings(
        self, survey_id: int
    ) -> list[tuple[dt.datetime, dict[tuple[str, str], str]]]:
        """When people began to vote and how, without who they are; none after closing."""
        return await self._read(sittings, survey_id)

    async def note_disclosure(self, survey_id: int, reference: str, now: dt.datetime) -> None:
        """Note in the audit that votes were handed out, by a decision."""
        await self._write(_note_disclosure, (survey_id, to_ms(now), reference))

    async def note_copy(
        self, survey_id: int, reference: str, people: int, now: dt.datetime
    ) -> None:
        """Note in the audit that a masked copy of so many people's answers was handed out, by a decision."""
        await self._write(_note_copy, (survey_id, to_ms(now), reference, people))

    async def copies(self, survey_id: int) -> list[int]:
        """How many people's answers each masked copy of a survey held."""
        return await self._read(read_copies, survey_id)

    async def note_reminder(self, survey_id: int, question: str, now: dt.datetime) -> bool:
        """Note in the moderation log that moderators are reminded; False when they have been today."""
        return await self._write(note_reminder, (survey_id, question, to_ms(now)))

    # The organisation

    async def profile(self) -> Profile:
        """What the organisation has filled in once; empty at first."""
        return await self._read(profile.read)

    async def save_profile(self, changed: Profile) -> None:
        """Keep the profile as it is given, files included."""
        await self._write(profile.save, changed)


@each
async def _nothing_else(_connection: AsyncConnection, _payload: None) -> None:
    """The line is written in this transaction by whoever knows who acts."""


@each
async def _note_disclosure(connection: AsyncConnection, noted: tuple[int, int, str]) -> None:
    survey_id, at_ms, reference = noted
    await write_audit(connection, survey_id, at_ms, "votes handed out", reference, "{}")


@each
async def _note_copy(connection: AsyncConnection, noted: tuple[int, int, str, int]) -> None:
    survey_id, at_ms, reference, people = noted
    await write_audit(connection, survey_id, at_ms, COPY, reference, dump({"people": people}))
