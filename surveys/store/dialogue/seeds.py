"""What the organiser begins with: the sentences of a survey's fill become rows when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert

from surveys.statements import seeds, statement_questions
from surveys.store.columns import dump
from surveys.store.tables.statements import statement, statement_board
from surveys.store.times import day_of

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.ext.asyncio import AsyncConnection

    from surveys.questionnaire.models import Questionnaire
    from surveys.survey import Fill


async def lay_out(
    connection: AsyncConnection,
    survey_id: int,
    questionnaire: Questionnaire,
    fill: Fill,
    opened_at: dt.datetime,
) -> None:
    """A board for each question that is voted on, with its first statements."""
    for question in statement_questions(questionnaire):
        board = {
            "survey_id": survey_id,
            "question": question.id,
            "moderated": int(question.new_moderated),
            "edition": 0,
        }
        await connection.execute(insert(statement_board), [board])
        rows = [
            {
                "survey_id": survey_id,
                "question": question.id,
                "id": number,
                "text_json": dump(text),
                "origin": "organiser",
                "state": "shown",
                "reason": None,
                "edition": 0,
                "author": None,
                "said_day_ms": day_of(opened_at),
            }
            for number, text in seeds(questionnaire, fill, question)
        ]
        if rows:
            await connection.execute(insert(statement), rows)
