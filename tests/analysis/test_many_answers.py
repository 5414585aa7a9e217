"""Many answers are read in quicker ways than a few: side by side, in two processes, without looking for circles."""

from __future__ import annotations

import gc
import os
import time
from functools import partial
from pathlib import Path

import pytest

from analysis.collecting import uncollected
from analysis.themes import sharing, theming
from analysis.themes.codebook import shipped
from analysis.themes.language import LONGEST, TOGETHER, language_of, languages_of
from analysis.themes.sharing import shared_out
from analysis.themes.theming import Plan, theme_texts
from bench.stock.theme_rows import many_texts

OF_FIVE = ("sv", "en", "fi", "ar", "so")
ODD = ("", "!!!", "1", "FÖR LITE TID", "\ud800 hej", "å" * LONGEST, "bra " * LONGEST, "Really good talks",
       "todella hyvä päivä kaikille", "شكرا على اليوم الجيد", "Aad baad u mahadsan tihiin")  # fmt: skip


@pytest.mark.parametrize("languages", [("sv", "en"), OF_FIVE, ("sv", "sr", "en"), ("sv",)])
def test_many_texts_are_in_the_languages_that_each_is_in_by_itself(
    languages: tuple[str, ...],
) -> None:
    texts = [*many_texts(TOGETHER), *ODD]
    shown = [languages[place % len(languages)] for place in range(len(texts))]
    by_itself = [language_of(text, languages, tag) for text, tag in zip(texts, shown, strict=True)]
    assert languages_of(texts, languages, shown) == by_itself


def _doubled(piece: list[int]) -> tuple[int, list[int]]:
    return os.getpid(), [2 * number for number in piece]


def _dies_elsewhere(here: int, dead: Path, piece: int) -> int:
    """Elsewhere the process ends; here the work takes until it has."""
    if os.getpid() != here:
        dead.touch()
        os._exit(1)
    until = time.monotonic() + 60
    while not dead.exists() and time.monotonic() < until:
        time.sleep(0.01)
    return piece


def test_work_is_shared_with_a_second_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_cores", lambda: 2)
    pieces = [[number] for number in range(8)]
    found = dict(shared_out(_doubled, pieces))
    assert [found[place][1] for place in range(8)] == [[2 * number] for number in range(8)]
    assert found[0][0] != os.getpid()


def test_with_one_core_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "_cores", lambda: 1)
    assert {done[0] for _, done in shared_out(_doubled, [[1], [2]])} == {os.getpid()}


def test_what_a_dead_process_leaves_is_done_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sharing, "_cores", lambda: 2)
    dead = tmp_path / "dead"
    work = partial(_dies_elsewhere, os.getpid(), dead)
    assert sorted(shared_out(work, range(5))) == [(place, place) for place in range(5)]
    assert dead.exists(), "the second process was never there"


@pytest.mark.slow
def test_two_processes_find_the_themes_that_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    texts, told = many_texts(400), []
    plan = Plan(shipped("evaluation"), "auto", languages=("sv", "en"))
    alone = theme_texts(texts, plan)
    monkeypatch.setattr(sharing, "_cores", lambda: 2)
    monkeypatch.setattr(theming, "MANY", 300)
    monkeypatch.setattr(theming, "AT_ONCE", 80)
    assert theme_texts(texts, plan, progress=told.append) == alone
    assert told == [80] * 5


def test_circles_are_looked_for_again_afterwards() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_circles_are_looked_for_again_after_an_error() -> None:
    with pytest.raises(KeyError, match="lost"), uncollected():
        raise KeyError("lost")
    assert gc.isenabled()
