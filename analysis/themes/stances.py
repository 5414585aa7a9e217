"""What a free-text question asks for, told by its words: what was good, what should change, or neither.

The question says it, not the answer: no automatic sentiment. Questions people write
themselves, in forms of other tools too, in Swedish, English and Finnish.
"""

from __future__ import annotations

import re
from typing import Literal

Stance = Literal["keep", "change", "other"]

_CHANGE = re.compile(
    # Swedish
    r"annorlunda|sämre|sämst|oense|saknas|saknades|saknar|saknade|svårast|missat|hind(?:er|rar)|oroa|problem|"
    r"förbättr|(?:göra|bli|blivit|vara|varit|fungera|funka|ha)\s+(?:[\w-]+\s+){0,3}bättre|"
    r"ändra(?!s|t|de)|(?:borde|bör|behöver|ska|måste|kan)\s+(?:[\w-]+\s+){0,2}(?:för)?ändras|"
    r"(?:mindre|inte)\s+(?:så\s+|lika\s+)?(?:bra|nöjd|givande|värdefull|användbar|lyckad)\w*|"
    r"minst\s+(?:bra|nöjd|givande|värdefull|användbar|lyckad)\w*|(?:gilla|uppskatta)\w*\s+(?:du\s+|ni\s+)?(?:inte|minst)|"
    r"(?:fungera|funka)\w*\s+(?:inte|mindre|sämre|dåligt)(?:\s+bra)?|"
    r"inte\s+(?:[\w-]+\s+){0,2}(?:fungera|funka|bra\b)\w*|otrygg|dålig|negativ|missnöjd|svaghet|\bris\b|sluta\s+med|(?:vela|vill)\w*\s+(?:[\w-]+\s+)?(?:ha\s+)?(?:mer|mindre)\s+av|"
    # English
    r"different|worse|worst|missing|improve|dislike|negative|weakness|\bchange\b|stop\s+doing|"
    r"(?:be|been|do|done|make|made|work)\s+(?:[\w-]+\s+){0,3}better|"
    r"(?:like|enjoy|useful|valuable|helpful|good)\w*\s+(?:the\s+)?least|least\s+(?:useful|valuable|helpful|good|enjoyable)|"
    r"(?:not|n['’]t|less)\s+(?:so\s+|as\s+|go\s+)?(?:good|well|work|like|useful|enjoy)\w*(?:\s+well)?|"
    # Finnish
    r"paranta|parannet|muutta|muuttaisi|huono|puuttu|toisin|kehittä",
    re.IGNORECASE,
)
_KEEP = re.compile(
    # Swedish
    r"behålla|bevara|bäst|\bbra\b(?!\s+att)|kunna\s+bli|prova|användbar|hoppas|gillar|gillade|värdefull|uppskatta|givande|"
    r"\bnöjd|positiv|styrk[ao]r|\bros\b|fortsätta\s+med|"
    # English
    r"keep|best|\bgood\b|(?<!would )(?<!would you )\blike[sd]?\b|\bwell\b|enjoy|appreciat|valuable|useful|helpful|"
    r"positive|strength|"
    # Finnish
    r"hyvää|parasta|säilyttä|onnistu|pidit\b",
    re.IGNORECASE,
)


def stance_in(question: str) -> Stance:
    """What a question asks for. One that asks for both sides, `Vad var bra och mindre bra?`, asks for neither."""
    rest, changes = _CHANGE.subn(" ", question)
    keeps = _KEEP.search(rest) is not None
    if changes and keeps:
        return "other"
    if changes:
        return "change"
    return "keep" if keeps else "other"
