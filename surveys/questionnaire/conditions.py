"""When a question is asked: the small language of `show_if`, parsed to a tree, never evaluated by Python.

Two forms so far: `question_id in ['option', …]` and `answered(question_id)`, both about earlier questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

_IN = re.compile(r"^\s*(?P<question>\w+)\s+in\s+\[(?P<options>[^\]]*)\]\s*$")
_ANSWERED = re.compile(r"^\s*answered\(\s*(?P<question>\w+)\s*\)\s*$")
_OPTION = re.compile(r"""^\s*(?:'(\w+)'|"(\w+)")\s*$""")


class ConditionError(ValueError):
    """A condition cannot be read; the text is the condition."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """True when the answer to `question` holds one of `options`."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answered:
    """True when `question` has an answer that is not a skip."""

    question: str


Condition: TypeAlias = OneOf | Answered


@lru_cache(maxsize=4096)
def parse(source: str) -> Condition:
    """The tree of a condition.

    Raises:
        ConditionError: it has none of the forms this module knows.
    """
    if match := _ANSWERED.match(source):
        return Answered(match["question"])
    if match := _IN.match(source):
        return OneOf(match["question"], frozenset(_options(match["options"], source)))
    raise ConditionError(source)


def _options(listing: str, source: str) -> list[str]:
    found = [_OPTION.match(part) for part in listing.split(",")]
    if not all(found):
        raise ConditionError(source)
    return [match[1] or match[2] for match in found if match]
