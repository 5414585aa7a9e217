"""Words looked up where they stand in the dictionary's file are what simplemma itself says."""

from __future__ import annotations

import itertools
import lzma
import subprocess
import sys

import pytest
import simplemma
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from analysis.themes import dictionary
from tools.dictionary_places import LANGUAGES, WORDS, places

MADE_UP = (
    "",
    "å",
    "zzz",
    "qqqq",
    "öööö",
    "samtalsklimatsfrågan",
    "Göteborgs",
    "e-post",
    "ÄR",
    "it's",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_those_of_the_dictionary_that_is_installed(language: str) -> None:
    kept = (WORDS / f"dictionary.{language}.places.xz").read_bytes()
    assert lzma.decompress(kept) == lzma.decompress(places(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.slow
def test_every_word_has_the_form_that_simplemma_gives_it(language: str) -> None:
    found = dictionary._in_file(language)
    assert found is not None
    whole = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    assert list(found) == list(whole)
    some = [*itertools.islice(whole, 0, None, 97), *MADE_UP]
    assert [found.get(word) for word in some] == [whole.get(word) for word in some]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_the_lemma_that_simplemma_finds(language: str) -> None:
    whole = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
    words = [*itertools.islice(whole, 5, None, 2_003), *MADE_UP[1:]]
    for word in [*words, *(f"{one}{other}" for one, other in itertools.pairwise(words))]:
        assert dictionary.basic_form(word, language) == simplemma.lemmatize(word, language).lower()
        assert dictionary.is_known(word, language) == simplemma.is_known(word, language)


def test_a_few_words_do_not_lay_the_dictionary_out() -> None:
    read = (
        "from analysis.themes.tokens import tokens\n"
        "from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY as whole\n"
        "tokens('Samtalsklimatet var öppet och alla fick tid att tala om kommunens parker', 'sv')\n"
        "print(whole._get_dictionary.cache_info().currsize)\n"
    )
    done = subprocess.run([sys.executable, "-c", read], check=True, capture_output=True, text=True)
    assert done.stdout == "0\n"
