"""The organisation's profile: what is the same for every survey it opens, kept once."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from surveys.store.columns import dump
from surveys.store.tables.door import profile
from surveys.store.writer import each

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

ONLY = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """Texts as they were written. `months`: how long answers are kept from the opening; None until it is decided.

    `logo` is a PNG, `template` a PowerPoint file and `template_name` what its owner called it.
    """

    controller: str = ""
    legal_basis: str = ""
    decision_ref: str = ""
    months: int | None = None
    contact: str = ""
    processor_agreement: str = ""
    logo: bytes | None = None
    template: bytes | None = None
    template_name: str = ""

    @property
    def filled(self) -> bool:
        """Whether a survey can be opened without writing any of it again."""
        return bool(self.controller and self.legal_basis and self.decision_ref and self.months)


@each
async def save(connection: AsyncConnection, changed: Profile) -> None:
    """Keep it in place of the one before."""
    body = asdict(replace(changed, logo=None, template=None, template_name=""))
    row = {
        "id": ONLY,
        "body_json": dump({name: value for name, value in body.items() if value}),
        "logo": changed.logo,
        "template": changed.template,
        "template_name": changed.template_name,
    }
    await connection.execute(delete(profile).where(profile.c.id == ONLY))
    await connection.execute(insert(profile), [row])


async def read(connection: AsyncConnection) -> Profile:
    """The profile; an empty one when nobody has saved any."""
    row = (await connection.execute(select(profile))).mappings().first()
    if row is None:
        return Profile()
    return Profile(
        **json.loads(row["body_json"]),
        logo=row["logo"],
        template=row["template"],
        template_name=row["template_name"] or "",
    )
