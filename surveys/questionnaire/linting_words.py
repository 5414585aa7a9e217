"""Words and measures for plain, lawful Swedish."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?:]+(?:\s+|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONG = 6

_JARGON = re.compile(
    r"\b(implementer\w*|facilit\w*|operationaliser\w*|incitament\w*|resilien\w*|synergi\w*"
    r"|transformativ\w*|holistisk\w*|paradigm\w*|proaktiv\w*|intressent\w*|samverkansaren\w*"
    r"|erforderlig\w*|medelst|huruvida|avseende|beträffande|kapacitetsbygg\w*)\b",
    re.IGNORECASE,
)
_SPECIAL = re.compile(
    r"\b(hälsa\w*|ohälsa\w*|sjukdom\w*|diagnos\w*|funktionsnedsättning\w*|religi\w*|fackförening\w*"
    r"|facket|fackliga?t?|parti(?:et|er|erna)?|politiska? åsikt\w*|sexuell\w*|sexualitet\w*"
    r"|etnicitet\w*|etniska?t?|hudfärg\w*|genetisk\w*|biometrisk\w*"
    r"|health|illness\w*|disease\w*|disabilit\w*|trade unions?|political (?:party|views?|opinions?)"
    r"|sexual\w*|ethnic\w*)\b",
    re.IGNORECASE,
)

_ANONYMITY = re.compile(
    r"anony+m|anoonim|nimettöm|مجهول|aan la aqoon|aan magac lahayn|(?:magac|aqoonsi) la['’]aan",
    re.IGNORECASE,
)
"""Swedish, English and most others; Finnish; Arabic; Somali."""


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    parts = (_WORD.findall(part) for part in _SENTENCE_END.split(text))
    return [words for words in parts if words]


def lix(text: str) -> int:
    """Björnsson's readability index: words a sentence plus per cent of words over six letters."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    if not words:
        return 0
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / len(parts) + 100 * long / len(words))


def jargon_in(text: str) -> list[str]:
    """Words that officials use among themselves."""
    return list(dict.fromkeys(match[0].casefold() for match in _JARGON.finditer(text)))


def promises_anonymity(text: str) -> bool:
    """Whether a text, in any of the product's languages, says that nobody can be known (L4)."""
    return _ANONYMITY.search(text) is not None


def special_in(text: str) -> list[str]:
    """Words for special categories of personal data (GDPR article 9)."""
    return list(dict.fromkeys(match[0].casefold() for match in _SPECIAL.finditer(text)))
