"""What residents write about places: does each answer get the themes that a reader gave it, and no other?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from analysis.themes.codebook import shipped
from analysis.themes.matching import match

SETS = (
    ("independent", "place, by somebody who saw the themes' names and nothing else"),
    ("plain", "place, put aside before the codebook was read, by whoever then extended it"),
    (
        "roundabout",
        "place, never looked at: what is meant is not named; by whoever extended the codebook",
    ),
    ("seen", "place, looked at while the codebook was written"),
)


def print_places() -> None:
    """Themes found, answers with exactly their themes, and answers with one too many, for each set."""
    for name, whose in SETS:
        said = list(_read(name))
        given = match(shipped("place"), [(text, language) for text, language, _ in said])
        told = [frozenset(one.theme for one in each) for each in given]
        right = [themes for *_, themes in said]
        pairs = list(zip(told, right, strict=True))
        recall = sum(len(one & other) for one, other in pairs) / sum(map(len, right))
        exact = sum(one == other for one, other in pairs) / len(said)
        too_many = sum(not one <= other for one, other in pairs) / len(said)
        print(f"{len(said)} answers, {sum(map(len, right))} themes; {whose}")
        print(
            f"  recall {recall:.1%}, exactly the right themes {exact:.1%}, "
            f"one too many {too_many:.1%}  report"
        )


def _read(name: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Text, language and the right themes of each answer."""
    source = (Path(__file__).parent / f"places_{name}.toml").read_text(encoding="utf-8")
    for writer in tomllib.loads(source)["writer"]:
        for text, themes in writer["said"]:
            yield text, writer.get("language", "sv"), frozenset(themes)
