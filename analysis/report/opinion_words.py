"""Statements and groups in words, rows and bars: what the blocks about votes are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.figures import Bar, Stacked, Whisker
from analysis.opinion.rules import Class
from analysis.report.blocks import Block, Line
from analysis.wording import percent
from surveys.questionnaire.languages import say as in_language

if TYPE_CHECKING:
    from analysis.opinion.told import Tally, ToldOpinion, ToldStatement
    from analysis.wording import Wording

_PLAIN = 4
"""Columns of a row that holds votes and nothing else."""


class Telling:
    """What is said of one opinion. `open_link`: nobody knows who was asked, and every block says so.

    `asked`: of how many those who answered are a part; None where an interval is not drawn (decision 0040).
    """

    def __init__(
        self, opinion: ToldOpinion, wording: Wording, *, open_link: bool, asked: int | None
    ) -> None:
        self.opinion, self.wording, self.say = opinion, wording, wording.say
        self._asked = asked
        self._labels = tuple(
            wording.say(f"voting-{vote}") for vote in ("disagree", "pass", "agree")
        )
        self._standing = (wording.say("voting-open-link"),) if open_link else ()

    @property
    def has_intervals(self) -> bool:
        """Whether any statement's share is shown with an interval."""
        return any(interval_of(one, self._asked) for one in self.opinion.statements)

    def text(self, one: ToldStatement) -> str:
        """The statement in the report's language, else in its own."""
        return in_language(one.text, self.wording.language)

    def titled(self, one: ToldStatement) -> str:
        """The statement, and whose it is where it is not the organiser's."""
        if one.origin == "organiser":
            return self.text(one)
        return self.say("voting-from-participant", text=self.text(one))

    def quoted(self, one: ToldStatement) -> str:
        """The statement in quotation marks: its very words."""
        return self.wording.quoted(self.text(one))

    def told(self, one: ToldStatement) -> dict[str, str | int]:
        """What sentences say of a statement: nothing but its words while its votes may not be told."""
        tally = one.tally
        if tally is None:
            return {"text": self.quoted(one)}
        for_it = tally.agree >= tally.disagree
        hits = tally.agree if for_it or one.kind != "consensus" else tally.disagree
        return {
            "text": self.quoted(one),
            "side": "for" if for_it else "against",
            "share": self.wording.share(hits, tally.decided),
            "passed": tally.passed,
            "seen": tally.seen,
        }

    def sentence(self, one: ToldStatement) -> str:
        """How many are on the larger side of a consensus, else how many agree; '' while that may not be told."""
        kind = "consensus" if one.kind == "consensus" else "divided"
        return "" if one.tally is None else self.say(f"voting-said-{kind}", **self.told(one))

    def line(self, one: ToldStatement) -> Line:
        """A row: the votes, how many answered, and the share with its interval."""
        if one.tally is None:
            return Line(self.titled(one), None)
        plain = self.plain(self.titled(one), one.tally)
        return Line(
            plain.label, (*(plain.cells or ()), self._share(one)), numbers=(*plain.numbers, None)
        )

    def plain(self, label: str, tally: Tally) -> Line:
        """A row with votes only."""
        counts = (tally.disagree, tally.passed, tally.agree, tally.seen)
        return Line(label, tuple(map(str, counts)), numbers=counts)

    def _share(self, one: ToldStatement) -> str:
        """The share of those who took a stand, and how far it may be off where it may be taken for a sample's."""
        if one.tally is None or not one.tally.decided:
            return self.say("voting-none-decided")
        share = self.wording.share(one.tally.agree, one.tally.decided).replace(" %", "\u00a0%")
        ends = interval_of(one, self._asked)
        if ends is None:
            return share
        return self.say("voting-interval", share=share, range=self._range(*ends))

    def _range(self, low: float, high: float) -> str:
        ends = (percent(round(1000 * end), 1000) for end in (low, high))
        return self.say("voting-range", **dict(zip(("low", "high"), ends, strict=True)))

    def bar(self, one: ToldStatement) -> list[Bar]:
        """The statement's votes as a bar; none while they may not be told."""
        if one.tally is None:
            return []
        return [replace(counted(self.titled(one), one.tally), whisker=self._whisker(one))]

    def _whisker(self, one: ToldStatement) -> Whisker | None:
        """How far the border between the sides may move: it lies where passes are left out, among them."""
        tally, found = one.tally, interval_of(one, self._asked)
        if tally is None or found is None:
            return None
        low, high = found
        return Whisker(1 - high, tally.disagree / tally.decided, 1 - low, self._range(low, high))

    def block(
        self,
        asked: str,
        finding: str,
        notes: Sequence[str] = (),
        lines: Sequence[Line] = (),
        bars: Sequence[Bar] = (),
    ) -> Block:
        """One block, with a picture where there are `bars`."""
        wide = any(len(line.cells or ()) > _PLAIN for line in lines)
        name = "voting-share-interval" if self.has_intervals else "voting-share"
        beside = (self.say(name),) if wide else ()
        return Block(
            asked=asked,
            findings=(finding,) if finding else (),
            waiting=False,
            figure=self._figure(bars),
            about=self.say("chart-description", title=asked),
            notes=(*notes, *self._standing),
            caption="",
            heads=(self.say("voting-statement"), *self._labels, self.say("voting-answers"), *beside),
            lines=tuple(lines),
            suppressed=self.say("voting-held"),
            across=True,
        )  # fmt: skip

    def _figure(self, bars: Sequence[Bar]) -> Stacked | None:
        if not bars:
            return None
        drawn = any(bar.whisker is not None for bar in bars)
        return Stacked(self._labels, tuple(bars), self.say("voting-whiskers") if drawn else "")


def interval_of(one: ToldStatement, asked: int | None) -> tuple[float, float] | None:
    """Wilson's interval, where it may be shown: never of people who chose to answer themselves (S3), nor of all who were asked (S2).

    `asked`: of how many those who answered are a part; None where they are of nobody.
    """
    tally = one.tally
    if tally is None or not tally.decided or asked is None or tally.seen >= asked:
        return None
    return one.wilson


def counted(title: str, tally: Tally) -> Bar:
    """Votes as a bar, in the order of the legend."""
    return Bar(title, (tally.disagree, tally.passed, tally.agree))


def dashed(kind: Class) -> str:
    """The class as texts name it."""
    return kind.replace("_", "-")
