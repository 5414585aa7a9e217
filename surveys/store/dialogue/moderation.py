"""Statements as the studio, the wall and the analysis see them, and what moderators do with them.

Several moderators may work at once: each says what they saw, and whoever was slower changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import insert, select, update

from surveys.errors import StatementVoted, StoreError
from surveys.statements import ModerationDeed, Statement, StatementState, VoteRow
from surveys.store.columns import dump
from surveys.store.dialogue import board
from surveys.store.dialogue.handouts import bump, take_back
from surveys.store.erasing import lock_surveys
from surveys.store.lifetime import Lifetime
from surveys.store.schema import survey
from surveys.store.tables.statements import statement, statement_board, statement_deed
from surveys.store.times import day_of, from_ms, to_ms
from surveys.store.writer import each

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.questionnaire.languages import Text

Verdict = Literal["approve", "hide"]
_BECOMES: Mapping[str, StatementState] = {"approve": "shown", "hide": "hidden"}
_PLACE = (statement.c.survey_id, statement.c.question, statement.c.id)


@dataclass(frozen=True, slots=True)
class _Judging:
    place: tuple[int, str, str]
    verdict: Verdict
    seen: StatementState
    reason: str | None
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class _Editing:
    place: tuple[int, str, str]
    text_json: str
    edition: int
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class _Switching:
    survey_id: int
    question: str
    moderated: bool
    by: str
    at_ms: int


class Dialogue(Lifetime):
    """The verbs. Writing ones return after their COMMIT."""

    async def statements(self, survey_id: int) -> list[Statement]:
        """Every statement of a survey with its votes: by question and id, the organiser's before participants'."""
        return await self._read(board.statements, survey_id, None, 0)

    async def votes(self, survey_id: int) -> list[VoteRow]:
        """Every vote that counts, on whatever statement; respondents are numbered as `answers` numbers them."""
        return await self._read(board.votes, survey_id)

    async def board(self, survey_id: int, question: str, since: dt.datetime) -> board.Board | None:
        """A question's board; hand-outs without an answer count from `since` on. None: it is not voted on."""
        return await self._read(board.board, survey_id, question, to_ms(since))

    async def board_edition(self, survey_id: int, question: str) -> int | None:
        """Which edition a board has come to."""
        return await self._find(board.edition, survey_id, question)

    async def moderated(self, survey_id: int) -> dict[str, bool]:
        """For each question that is voted on, whether new statements wait for a moderator."""
        return await self._read(board.moderated, survey_id)

    async def judge_statement(
        self,
        survey_id: int,
        question: str,
        number: str,
        verdict: Verdict,
        *,
        seen: StatementState,
        by: str,
        at: dt.datetime,
        reason: str | None = None,
    ) -> bool:
        """Show or hide a statement that was `seen` in this state; False when it is in another by now.

        Raises StoreError when there is no such statement, or when one is hidden without a reason.
        """
        if verdict == "hide" and not reason:
            raise StoreError("a statement is hidden for a reason: say which")
        place = (survey_id, question, number)
        wish = _Judging(place, verdict, seen, reason, by, to_ms(at))
        return await self._alone(_judge, wish)

    async def edit_statement(
        self,
        survey_id: int,
        question: str,
        number: str,
        text: Text,
        *,
        edition: int,
        by: str,
        at: dt.datetime,
    ) -> bool:
        """Change the words of a statement that was seen in this edition; False when it has changed since.

        Raises StatementVoted once anybody but its author has voted, StoreError when there is no such statement.
        """
        wish = _Editing((survey_id, question, number), dump(text), edition, by, to_ms(at))
        return await self._alone(_edit, wish)

    async def set_moderated(
        self, survey_id: int, question: str, moderated: bool, *, by: str, at: dt.datetime
    ) -> None:
        """From now on new statements wait for a moderator, or do not; those that wait go on waiting."""
        await self._alone(_switch, _Switching(survey_id, question, moderated, by, to_ms(at)))

    async def moderation_log(self, survey_id: int) -> list[ModerationDeed]:
        """What moderators did, the oldest first."""
        return await self._read(_log, survey_id)


@each
async def _judge(connection: AsyncConnection, wish: _Judging) -> bool:
    found = await _held(connection, wish.place)
    becomes = _BECOMES[wish.verdict]
    if found["state"] != wish.seen or wish.seen in (becomes, "erased"):
        return False
    await _change(
        connection, wish.place, state=becomes, reason=wish.reason if becomes == "hidden" else None
    )
    if becomes == "hidden":
        await take_back(connection, wish.place)
    await _note(connection, wish.place, wish.verdict, wish.reason, wish.by, wish.at_ms)
    return True


@each
async def _edit(connection: AsyncConnection, wish: _Editing) -> bool:
    found = await _held(connection, wish.place)
    if found["edition"] != wish.edition or found["state"] == "erased":
        return False
    survey_id, question, number = wish.place
    tallied = await board.tallied(connection, survey_id)
    own = 1 if found["author"] is not None else 0
    if sum(tallied.get((question, number), {}).values()) > own:
        raise StatementVoted("somebody else has voted on it: its words stay as they are")
    await _change(connection, wish.place, text_json=wish.text_json, edition=wish.edition + 1)
    await take_back(connection, wish.place)
    await _note(connection, wish.place, "edit", None, wish.by, wish.at_ms)
    return True


@each
async def _switch(connection: AsyncConnection, wish: _Switching) -> None:
    await lock_surveys(connection, [wish.survey_id])
    changed = await connection.execute(
        update(statement_board)
        .where(
            statement_board.c.survey_id == wish.survey_id,
            statement_board.c.question == wish.question,
            statement_board.c.moderated != int(wish.moderated),
        )
        .values(moderated=int(wish.moderated), edition=statement_board.c.edition + 1)
    )
    if changed.rowcount:
        what = "moderated" if wish.moderated else "unmoderated"
        place = (wish.survey_id, wish.question, None)
        await _note(connection, place, what, None, wish.by, wish.at_ms)


def _at(place: tuple[int, str, str]) -> list[Any]:
    return [column == part for column, part in zip(_PLACE, place, strict=True)]


async def _held(connection: AsyncConnection, place: tuple[int, str, str]) -> Any:
    """The statement's row, with its survey held against everybody who votes meanwhile."""
    await lock_surveys(connection, [place[0]])
    found = await connection.execute(select(statement).where(*_at(place)))
    row = found.mappings().first()
    if row is None:
        raise StoreError(f"the question {place[1]} has no statement {place[2]}")
    return row


async def _change(connection: AsyncConnection, place: tuple[int, str, str], **values: Any) -> None:
    await connection.execute(update(statement).where(*_at(place)).values(**values))
    await bump(connection, {place[:2]})


async def _note(
    connection: AsyncConnection,
    place: tuple[int, str, str | None],
    what: str,
    reason: str | None,
    by: str,
    at_ms: int,
) -> None:
    """In a closed survey no moment is finer than a day."""
    closed = select(survey.c.closed_ms).where(survey.c.id == place[0])
    if (await connection.execute(closed)).scalar_one() is not None:
        at_ms = day_of(from_ms(at_ms))
    row = {
        "survey_id": place[0],
        "question": place[1],
        "statement": place[2],
        "what": what,
        "reason": reason,
        "by_whom": by,
        "at_ms": at_ms,
    }
    await connection.execute(insert(statement_deed), [row])


async def _log(connection: AsyncConnection, survey_id: int) -> list[ModerationDeed]:
    query = (
        select(statement_deed)
        .where(statement_deed.c.survey_id == survey_id)
        .order_by(statement_deed.c.id)
    )
    return [
        ModerationDeed(
            row["question"],
            row["statement"],
            row["what"],
            row["reason"],
            row["by_whom"],
            from_ms(row["at_ms"]),
        )
        for row in (await connection.execute(query)).mappings()
    ]
