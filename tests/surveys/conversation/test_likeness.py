"""What is taken for the same statement, and what only sounds alike."""

from __future__ import annotations

import pytest

from surveys.conversation.likeness import alike

KNOWN = [
    ("seats", "Torget ska ha fler platser att sitta på."),
    ("cars", "Det ska gå att köra bil över torget."),
    ("trees", "Det behövs fler träd och mer grönska här."),
    ("quiet", "Torget ska få vara en lugn plats på kvällen."),
    ("lamps", "Torget ska ha fler lampor."),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det behövs fler träd här", "trees"),
        ("torget ska ha fler platser att sita på", "seats"),
        ("Man ska kunna köra bil över torget", "cars"),
        ("Torget ska ha fler lampor", "lamps"),
        ("Torget ska ha fler bänkar.", None),
        ("Det ska inte gå att köra bil över torget.", None),
        ("Barnen behöver en lekplats", None),
        ("!?", None),
    ],
)
def test_the_same_is_found_and_only_that(text: str, found: str | None) -> None:
    assert alike(text, KNOWN) == found
