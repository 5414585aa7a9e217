"""How long a text message is: characters, alphabet and the parts it is sent in (3GPP TS 23.038, 23.040)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
"""Each of these takes the place of two."""


@dataclass(frozen=True, slots=True)
class SmsLength:
    """`characters` as a person counts them; `parts` as an operator charges for them.

    One character outside the old alphabet (an Arabic letter, a long dash) makes the whole message `UCS-2`,
    with room for less than half as much in each part.
    """

    characters: int
    alphabet: Literal["GSM-7", "UCS-2"]
    parts: int


def sms_length(text: str) -> SmsLength:
    """The length of one message; an empty one has no parts."""
    if all(letter in _BASIC or letter in _EXTENDED for letter in text):
        units = len(text) + sum(letter in _EXTENDED for letter in text)
        return SmsLength(len(text), "GSM-7", _parts(units, alone=160, together=153))
    units = len(text.encode("utf-16-le")) // 2
    return SmsLength(len(text), "UCS-2", _parts(units, alone=70, together=67))


def _parts(units: int, *, alone: int, together: int) -> int:
    """Parts of a longer message each carry a header that says which part it is."""
    if units <= alone:
        return 1 if units else 0
    return -(-units // together)
