"""Moderation: what waits to be read, what it is like, and decisions that step on nobody else's.

The studio and the command line share it. A statement is named by its id; with its question before it where two
questions have the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analysis.voting import ids_of
from surveys.conversation.likeness import alike
from surveys.questionnaire.languages import say
from surveys.statements import REASONS, Statement, statement_questions

if TYPE_CHECKING:
    import datetime as dt

    from surveys.statements import ModerationDeed
    from surveys.store.dialogue.moderation import Verdict
    from surveys.store.store import Store
    from surveys.survey import Survey

READ = frozenset({"waiting", "shown"})
"""States in which a statement can be what another repeats."""
LOG_COLUMNS = ("time", "question", "statement", "what", "reason", "by")


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement as a moderator sees it. `similar`: one that says much the same, by its name; None for none."""

    name: str
    statement: Statement
    text: str
    similar: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a moderator wants of a statement that they saw in the state `seen`."""

    name: str
    verdict: Verdict
    seen: str
    reason: str | None = None


@dataclass(slots=True)
class Done:
    """What became of decisions: by name. `late`: somebody else was faster, and theirs stands."""

    approved: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def body(self) -> dict[str, list[str]]:
        """As JSON."""
        return {
            "approved": self.approved,
            "rejected": self.hidden,
            "late": self.late,
            "unknown": self.unknown,
        }


def is_voted_on(survey: Survey) -> bool:
    """Whether there is anything to moderate."""
    return bool(statement_questions(survey.questionnaire))


def listed(statements: Sequence[Statement], language: str) -> list[Listed]:
    """Every statement that still has words. Likeness is looked for where somebody has to decide."""
    named = [
        (name, one, say(one.text, language))
        for name, one in zip(ids_of(statements), statements, strict=True)
        if one.text
    ]
    return [Listed(name, one, text, _similar(name, one, text, named)) for name, one, text in named]


def _similar(
    name: str, one: Statement, text: str, named: Iterable[tuple[str, Statement, str]]
) -> str | None:
    if one.state != "waiting":
        return None
    others = (
        (other, said)
        for other, statement, said in named
        if other != name and statement.question == one.question and statement.state in READ
    )
    return alike(text, others)


async def decide(
    store: Store, survey: Survey, decisions: Iterable[Decision], by: str, at: dt.datetime
) -> Done:
    """Carries decisions out one by one; what somebody else has decided meanwhile stands."""
    statements = await store.statements(survey.id)
    known = dict(zip(ids_of(statements), statements, strict=True))
    done = Done()
    for decision in decisions:
        one = known.get(decision.name)
        if one is None:
            done.unknown.append(decision.name)
            continue
        kept = await store.judge_statement(
            survey.id,
            one.question,
            one.id,
            decision.verdict,
            seen=decision.seen or one.state,  # type: ignore[arg-type]  # a form's own word for it
            reason=decision.reason,
            by=by,
            at=at,
        )
        into = done.approved if decision.verdict == "approve" else done.hidden
        (into if kept else done.late).append(decision.name)
    return done


def reason_of(wanted: str | None) -> str | None:
    """A reason code, or None for what is none."""
    return wanted if wanted in REASONS else None


def log_rows(deeds: Sequence[ModerationDeed]) -> list[tuple[Any, ...]]:
    """The log as rows of LOG_COLUMNS: who did what and why, never what a statement says."""
    return [
        (deed.at.isoformat(timespec="minutes"), deed.question, deed.statement or "", deed.what,
         deed.reason or "", deed.by)
        for deed in deeds
    ]  # fmt: skip
