"""Sheets that went out with headers of ours and come back, whatever has become of their columns."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.intake.problems import refused
from analysis.intake.tables import Table
from analysis.wording import Wording


def places_of(
    table: Table, columns: Sequence[str], needed: Sequence[str], *, texts: str, lacking: str
) -> dict[str, int]:
    """Where the columns are, by their headers in either language, whose texts begin with `texts`.

    Raises:
        ContentError: one of the `needed` is not there; `lacking` is what the problem is called.
    """
    headers = {
        Wording(language).say(f"{texts}{name}").casefold(): name
        for language in ("sv", "en")
        for name in columns
    }
    found: dict[str, int] = {}
    for place, header in enumerate(table.headers):
        name = headers.get(" ".join(header.split()).casefold())
        if name is not None:
            found.setdefault(name, place)
    if not set(needed) <= found.keys():
        raise refused(lacking, table.name)
    return found
