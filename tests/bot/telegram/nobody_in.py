"""Whether somebody can be found in what was made: files are opened as far as they go, and a database value by value."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdf

Marks = Mapping[str, str]
"""What somebody could be known by, and a pattern of it."""


def traces(marks: Marks, name: str, made: bytes) -> list[tuple[str, str]]:
    """(where, which mark) for every mark that stands in a file, or in anything that lies in it."""
    return [
        (place, mark)
        for place, content in opened(name, made)
        for mark, pattern in marks.items()
        if re.search(pattern.encode(), content)
    ]


def opened(name: str, made: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself, the files of an archive, and the words of a PDF and what it says of itself."""
    yield name, made
    if zipfile.is_zipfile(io.BytesIO(made)):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            for inner in archive.namelist():
                yield f"{name}: name of {inner}", inner.encode()
                yield from opened(f"{name}/{inner}", archive.read(inner))
    if made.startswith(b"%PDF"):
        read = pypdf.PdfReader(io.BytesIO(made))
        words = [page.extract_text() for page in read.pages]
        yield f"{name}: words", "\n".join([*words, str(read.metadata)]).encode()


def kept(file: Path) -> Iterator[tuple[str, bytes]]:
    """A SQLite database: each value of each table, then the bytes of the file and of what lies beside it."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for row in database.execute(f'SELECT * FROM "{table}"'):
            yield f"table {table}", "\n".join(map(_text, row)).encode()
    database.close()
    for part in sorted(file.parent.glob(f"{file.name}*")):
        yield f"bytes of {part.suffix}", part.read_bytes()


def _text(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def traces_kept(marks: Marks, file: Path) -> list[tuple[str, str]]:
    """(where, which mark) for every mark that stands in a database."""
    return sorted(
        {
            (place, mark)
            for place, content in kept(file)
            for mark, pattern in marks.items()
            if re.search(pattern.encode(), content)
        }
    )
