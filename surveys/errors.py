"""Everything Dalalab raises on purpose.

DalalabError
├── UserError       shown to a participant, in their language
│   ├── UnknownCode     no survey has this join code
│   ├── NotOpen         the survey has not opened yet, or has closed
│   ├── UnknownReceipt  nobody in the survey has this receipt code
│   ├── AlreadyAnswered a device that has answers of its own cannot share somebody else's
│   └── StaleTurn       the answer was computed from an older revision (reloaded and stepped again)
├── StatementVoted  somebody else has voted on the statement: its text stays
├── StaleDraft      a draft was changed from an older revision: nothing was saved, the organiser sees both
├── ContentError    a questionnaire, notice or fill has problems; exit code 1
├── ConfigError     settings or environment; told to the operator, exit code 2
└── StoreError      the database cannot do what was asked; exit code 2
    ├── DatabaseHeld    another process holds the SQLite file
    ├── NotPublished    answers were to be told that have not been kept as told
    └── Integrity       `db verify` found a difference
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surveys.questionnaire.problems import Problem


class DalalabError(Exception):
    """The root: everything that is raised on purpose.

    `spoken` names its sentences for operators, in every language they read: package, text id, what fills it.
    """

    spoken: tuple[tuple[str, str, dict[str, Any]], ...] = ()

    @classmethod
    def of(cls, text_id: str, *, package: str = "surveys", **facts: Any) -> Self:
        """With a sentence of the package's texts; as a string it is in English, for logs."""
        from surveys.texts import Texts

        error = cls(Texts(package).say("en", text_id, **facts))
        error.spoken = ((package, text_id, facts),)
        return error

    @classmethod
    def all_of(cls, errors: Sequence[Self]) -> Self:
        """Several at once, a line for each."""
        error = cls("\n".join(map(str, errors)))
        error.spoken = tuple(saying for one in errors for saying in one.spoken)
        return error

    def in_words(self, language: str) -> str:
        """What somebody at a console is told."""
        from surveys.texts import Texts

        lines = [
            Texts(package).say(language, name, **facts) for package, name, facts in self.spoken
        ]
        return "\n".join(lines) if lines else str(self)


class UserError(DalalabError):
    """Something a participant should be told."""


class UnknownCode(UserError):
    """No survey has this join code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no survey has the code {code!r}")
        self.code = code


class UnknownReceipt(UserError):
    """Nobody in the survey has this receipt code."""


class NotOpen(UserError):
    """The survey is not open for answers now."""


class StaleTurn(UserError):
    """The turn was computed from a revision that is no longer the current one."""


class AlreadyAnswered(UserError):
    """The device has answers of its own: it cannot share another's response unless they are erased first."""


class StatementVoted(DalalabError):
    """Somebody other than its author has voted on the statement: its text no longer changes."""


class StaleDraft(DalalabError):
    """The draft has been changed since it was read; nothing was saved."""


class ContentError(DalalabError):
    """A file an organiser wrote has problems; all of them are listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(problem.line_in("en") for problem in problems))
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...]]]:
        """As it goes from one process to another."""
        return type(self), (self.problems,)


class ConfigError(DalalabError):
    """Settings or environment are wrong; the text says what to do."""


class StoreError(DalalabError):
    """The database cannot do what was asked."""


class DatabaseHeld(StoreError):
    """Another process writes to this SQLite file."""


class NotPublished(StoreError):
    """What was to be told of a survey has not been kept as told: publish first."""


class Integrity(StoreError):
    """What is stored does not agree with itself."""
