"""kill -9 while an answer back goes out: everybody who asked hears it, a kill makes one copy too many at most, and all is forgotten."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import signal
from pathlib import Path

import pytest
from test_kill import SECRET, Killable, free_port

from bot.botapi.phone import Phone
from bot.botapi.server import BotApi
from bot.botapi.world import World
from bot.keys import Keyring
from surveys.answer_back import AnswerBack, Point
from surveys.questionnaire.loading import library_questionnaire
from surveys.store.store import Store
from surveys.store.subscribing import Subscription
from surveys.survey import Notice

PEOPLE, KILLS = 15, 3
ANSWER = AnswerBack(
    point=(Point(said={"sv": "Fler bänkar"}, status="done", did={"sv": "Sex står på plats."}),),
    contact={"sv": "torget@example.se"},
)


async def waiting(database: str, bot_id: int) -> int:
    """A closed survey with an answer, and people who wait for it; the survey's number."""
    now, keyring = dt.datetime.now(dt.UTC), Keyring(SECRET.encode())
    async with await Store.open(database) as store:
        survey = await store.open_survey(
            code="TORGET",
            title="Stortorget",
            questionnaire=library_questionnaire("session_evaluation"),
            notice=Notice(
                controller="Exempelkommunen",
                purpose={"sv": "att planera torget"},
                legal_basis="public_interest",
                retain_until=now.date() + dt.timedelta(days=365),
                decision_ref="KS 2027/1",
            ),
            opened_at=now,
            channels=("telegram", "web"),
        )
        for chat in range(PEOPLE):
            key = keyring.subscription_key(survey.id, bot_id, str(chat + 1))
            wish = Subscription(key, survey.id, bot_id, str(chat + 1), "sv")
            await store.subscribe(wish, now.date() + dt.timedelta(days=30))
        await store.close_survey("TORGET", now)
        await store.publish_answer(survey.id, ANSWER, "Kim", now)
        return survey.id


def letters(phone: Phone) -> int:
    return sum("Fler bänkar" in message.text for message in phone.replies)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_everybody_hears_it_whenever_the_sender_is_killed(tmp_path: Path) -> None:
    database, moments = f"sqlite:///{tmp_path}/dalalab.sqlite", random.Random(3)
    async with BotApi(World()) as api:
        bot_id = int(api.world.token.partition(":")[0])
        survey_id = await waiting(database, bot_id)
        phones = [Phone(api.world, chat + 1) for chat in range(PEOPLE)]
        for phone in phones:
            phone.send("hej")  # a chat that has spoken to the bot can be written to
        server = Killable(tmp_path, database, free_port(), api.url, api.world.token)
        try:
            await server.start()
            for kill in range(1, KILLS + 1):
                told = min(kill * 4, PEOPLE)
                await api.world.until(
                    lambda told=told: sum(map(letters, phones)) >= told, within=60
                )
                await asyncio.sleep(moments.uniform(0, 0.05))
                await server.end(signal.SIGKILL)
                await server.start()
            await api.world.until(lambda: all(map(letters, phones)), within=60)
            await asyncio.sleep(0.5)
            assert await server.end(signal.SIGTERM) == 0
        finally:
            if server.process is not None and server.process.returncode is None:
                await server.end(signal.SIGKILL)
        counts = [letters(phone) for phone in phones]
        assert max(counts) <= 2
        assert sum(counts) <= PEOPLE + KILLS
    async with await Store.open(database) as store:
        assert await store.count_subscriptions(survey_id) == 0
        assert (await store.verify()).differences == ()
    print(f"\n{KILLS} kills, {PEOPLE} wishes, {sum(counts)} letters, {counts.count(0)} not told")
