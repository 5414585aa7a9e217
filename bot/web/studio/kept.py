"""Forms that came when their sender's session had just ended: kept in memory for an hour, given back to them alone.

Nothing is written to disk, so nothing that was typed outlives the process; files are not kept.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass

KEPT_FOR = dt.timedelta(hours=1)
LARGEST = 300_000
"""Characters of a form; a longer one is not kept."""
MOST = 100
"""People whose forms are kept at one time; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where a form was going, and its fields but for the nonce, in order."""

    path: str
    fields: tuple[tuple[str, str], ...]
    at: dt.datetime


class KeptForms:
    """At most one form for each person: the last one."""

    def __init__(self) -> None:
        self._forms: OrderedDict[int, KeptForm] = OrderedDict()

    def keep(self, person: int, form: KeptForm) -> bool:
        """Whether it was kept: a form can be too long."""
        if sum(len(name) + len(value) for name, value in form.fields) > LARGEST:
            return False
        self._forms.pop(person, None)
        self._forms[person] = form
        while len(self._forms) > MOST:
            self._forms.popitem(last=False)
        return True

    def of(self, person: int, now: dt.datetime) -> KeptForm | None:
        """The person's form; None when there is none or its hour is over."""
        form = self._forms.get(person)
        if form is not None and now - form.at > KEPT_FOR:
            self.drop(person)
            return None
        return form

    def sent(self, person: int, path: str) -> None:
        """Something has been sent there: a form that was kept for it is not offered again."""
        if person in self._forms and self._forms[person].path == path:
            self.drop(person)

    def drop(self, person: int) -> None:
        """Forget it."""
        self._forms.pop(person, None)
