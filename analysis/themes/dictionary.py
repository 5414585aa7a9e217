"""Basic forms of words, from simplemma's dictionaries, which know a million Swedish forms and take most of a second to lay out.

A few words are looked up where they stand in the file, by the places in `analysis/words/dictionary.*.places.xz`
(`tools/dictionary_places.py`); where many are asked for, the dictionary is laid out. Both say the same.
"""

from __future__ import annotations

import lzma
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from unicodedata import normalize
from zlib import crc32

from analysis.themes.remembering import remembered

FEW = 4_000
"""Look-ups that are quicker in the file than laying the dictionary out."""
_SAME_VALUE, _WHOLE_VALUE = 254, 255
_Place = tuple[int, bytes]
"""Where a record begins, and what its word shares with the one before."""


@remembered(100_000)
def basic_form(word: str, language: str) -> str:
    """The word's lemma in lower case; the word itself where none is known. `language`: sv or en."""
    return str(_lemmatizer().lemmatize(word, lang=language)).lower()


@remembered(100_000)
def is_known(word: str, language: str) -> bool:
    """Whether the dictionary has the word, in small letters or with a capital."""
    from simplemma.strategies import DictionaryLookupStrategy

    lookup = DictionaryLookupStrategy(_Dictionaries())
    return lookup.get_lemma(normalize("NFC", word), language) is not None


@cache
def _lemmatizer() -> Any:
    """Without a memory of its own: what was read of people's words is forgotten in one place."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    strategy = DefaultStrategy(dictionary_factory=_Dictionaries())
    return Lemmatizer(cache_max_size=0, lemmatization_strategy=strategy)


class _Dictionaries:
    """What simplemma asks for a language's dictionary."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        found = _in_file(lang)
        return found if found is not None and found.asked < FEW else _laid_out(lang)


def _laid_out(language: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

    found: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    return found


@cache
def _in_file(language: str) -> InFile | None:
    """None where no places are known in just this file: another simplemma, another language."""
    places = files("analysis") / "words" / f"dictionary.{language}.places.xz"
    if not places.is_file():
        return None
    data = dictionary_data(language)
    mark, *lines = lzma.decompress(places.read_bytes()).split(b"\n")
    return InFile(data, language, lines) if int(mark) == crc32(data) else None


def dictionary_data(language: str) -> bytes:
    """The records of a dictionary as simplemma ships them."""
    shipped = files("simplemma") / "strategies" / "dictionaries" / "data" / f"{language}.plzma"
    return lzma.decompress(shipped.read_bytes())


class InFile(Mapping[str, str]):
    """A dictionary read where it stands: sorted words, each written as what it does not share with the one before."""

    def __init__(self, data: bytes, language: str, lines: list[bytes]) -> None:
        """`lines`: for every sixty-fourth record or so how far it is from the one before, and what it shares."""
        self.asked = 0
        self._data, self._language = data, language
        self._places: list[_Place] = []
        at = 0
        for line in lines:
            far, _, shared = line.partition(b" ")
            at += int(far)
            self._places.append((at, shared))
        self._firsts = [next(records(data, *place))[1] for place in self._places]

    def get(self, key: str, default: Any = None) -> Any:
        """The word's basic form, else `default`."""
        self.asked += 1
        wanted = key.encode()
        place = bisect_right(self._firsts, wanted) - 1
        if place < 0:
            return default
        for _, word, form in records(self._data, *self._places[place]):
            if word >= wanted:
                return form.decode() if word == wanted else default
        return default

    def __getitem__(self, key: str) -> str:
        found: str | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return (word.decode() for _, word, _ in records(self._data, *self._places[0]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def records(data: bytes, at: int, word: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """From the record at `at`: where each begins, its word and its basic form. `word`: what the first shares.

    A record is two numbers, the letters shared with the word before and the letters of its own; these; and the basic
    form: that of the word before, a whole one, or letters to take away and letters to add.
    """
    form = b""
    while at < len(data):
        begins = at
        shared, at = _number(data, at)
        own, at = _number(data, at)
        word = word[:shared] + data[at : at + own]
        cut, at = data[at + own], at + own + 1
        if cut != _SAME_VALUE:
            more, at = _number(data, at)
            kept = b"" if cut == _WHOLE_VALUE else word[: len(word) - cut]
            form, at = kept + data[at : at + more], at + more
        yield begins, word, form


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number and where it ends: seven bits a byte, the lowest first."""
    found, shift = data[at] & 0x7F, 7
    while data[at] & 0x80:
        at += 1
        found |= (data[at] & 0x7F) << shift
        shift += 7
    return found, at + 1
