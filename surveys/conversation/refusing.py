"""What every reader of answers gives back, and the text it may look at."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from surveys.conversation.values import Value


@dataclass(frozen=True, slots=True)
class No:
    """Not an answer to this question: the reason's text id (`rejected-<reason>`) and what fills it."""

    reason: str
    hint: Mapping[str, str | int] = field(default_factory=dict)


Reading: TypeAlias = "Value | No"


def clean(text: str) -> str:
    """Text that every store and file can hold: no control characters, no half emoji, no outer space."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    whole = whole.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in whole if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    return "".join(kept).strip()
