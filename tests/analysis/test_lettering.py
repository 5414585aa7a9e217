"""Letters are measured and drawn by a font that does not have every sign."""

from __future__ import annotations

import pytest

from analysis.drawing import draw
from analysis.figures import Ranked
from analysis.lettering import as_drawn, drawable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bra 👍", "Bra"),
        ("Dåligt 👎🏽, tyvärr", "Dåligt, tyvärr"),
        ("🤷\u200d♀️ Vet inte", "Vet inte"),
        ("Bra 👍 jobbat", "Bra jobbat"),
        ("👍", "👍"),
        ("Svaret på frågan: ", "Svaret på frågan: "),
        ("H₂O, 25 °C ½ → ok ✓ – ”citat”", "H₂O, 25 °C ½ → ok ✓ – ”citat”"),
        ("الحديقةُ جميلة", "الحديقةُ جميلة"),
        ("हिन्दी ትግርኛ 中文", "हिन्दी ትግርኛ 中文"),
    ],
)
def test_signs_the_font_lacks_are_left_out_and_letters_never(text: str, shown: str) -> None:
    assert drawable(text) == shown


def test_a_chart_of_emoji_and_foreign_letters_is_drawn_without_a_warning() -> None:
    """Warnings are errors in these tests, and lines in the middle of an organiser's terminal elsewhere."""
    rows = (("Bra 👍", 7.0, "7"), ("👎", 5.0, "5"), ("ትግርኛ", 2.0, "2"))
    assert draw(Ranked(rows, 14.0), "Bra 👍 är vanligast.", "Diagram").startswith("<svg")
    assert [as_drawn(name) for name, _, _ in rows] == ["Bra", "□", "□□□□"]
