"""Writes where the words stand in simplemma's dictionaries, for `analysis/themes/dictionary.py`: after every change of simplemma.

.venv/bin/python -m tools.dictionary_places
"""

from __future__ import annotations

import lzma
from pathlib import Path
from zlib import crc32

from analysis.themes.dictionary import dictionary_data, records

LANGUAGES = ("sv", "en")
WORDS = Path(__file__).parents[1] / "analysis" / "words"
APART = 64
"""Records from one place to the next, at least."""


def places(language: str) -> bytes:
    """The mark of the dictionary and a line for each place, packed."""
    from simplemma.strategies.dictionaries.frontcode import _read_header

    data = dictionary_data(language)
    backwards, _, at = _read_header(data)
    assert not backwards, "words are written backwards: they are looked up forwards"
    lines, before, form_before, last, since = [b"%d" % crc32(data)], b"", b"", 0, APART
    for begins, word, form in records(data, at, b""):
        if since >= APART and form != form_before:
            shared = word[: data[begins]]
            assert before.startswith(shared)
            lines.append(b"%d %s" % (begins - last, shared))
            last, since = begins, 0
        before, form_before, since = word, form, since + 1
    return lzma.compress(b"\n".join(lines))


def main() -> None:
    """Writes both."""
    for language in LANGUAGES:
        path = WORDS / f"dictionary.{language}.places.xz"
        path.write_bytes(places(language))


if __name__ == "__main__":
    main()
