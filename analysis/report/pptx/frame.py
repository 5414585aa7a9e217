"""A part of a slide, and how it is divided."""

from __future__ import annotations

from dataclasses import dataclass

INCH = 914_400
"""English Metric Units, in which slides are measured."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a slide, in English Metric Units."""

    left: int
    top: int
    width: int
    height: int

    def upper(self, height: int) -> Frame:
        """The part of that height at the top."""
        return Frame(self.left, self.top, self.width, min(height, self.height))

    def below(self, height: int, gap: int = 0) -> Frame:
        """What is left under the part of that height."""
        down = min(height + gap, self.height)
        return Frame(self.left, self.top + down, self.width, self.height - down)

    def lower(self, height: int) -> Frame:
        """The part of that height at the bottom."""
        return self.below(self.height - min(height, self.height))

    def columns(self, share: float, gap: int) -> tuple[Frame, Frame]:
        """A left part with that share of the width, and a right one."""
        left = int((self.width - gap) * share)
        return (
            Frame(self.left, self.top, left, self.height),
            Frame(self.left + left + gap, self.top, self.width - gap - left, self.height),
        )
