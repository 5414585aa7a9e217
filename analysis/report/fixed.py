"""The same data, the same bytes: Office files are zip archives that would else remember when they were made."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive can tell."""
NO_DAY = dt.date(1980, 1, 1)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_PROPERTIES = "docProps/core.xml"


def fixed_zip(made: bytes, day: dt.date) -> bytes:
    """The archive with no clock in it: workbooks inside it too, and Office's own properties dated `day`."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for name in source.namelist():
            fixed.writestr(
                zipfile.ZipInfo(name, EPOCH),
                _fixed(name, source.read(name), day),
                zipfile.ZIP_DEFLATED,
            )
    return target.getvalue()


def _fixed(name: str, content: bytes, day: dt.date) -> bytes:
    if name.endswith(".xlsx"):
        return fixed_zip(content, day)
    if name == _PROPERTIES:
        return _TIMES.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode() + rb"\g<2>", content)
    return content


def zip_of(files: dict[str, bytes]) -> bytes:
    """Files as an archive with no clock in it, in the order given."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
