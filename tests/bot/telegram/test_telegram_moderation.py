"""The organiser's chat hears that statements wait: from the day after, once a day, by day, and never what they say."""

from __future__ import annotations

import datetime as dt

from bot.telegram.outreach.nudging import nudge
from surveys.questionnaire.loading import load_questionnaire
from tests.bot.telegram.conftest import House
from tests.bot.telegram.telegram_people import begin, do, write
from tests.web_room import DATA


async def test_the_organisers_chat_is_reminded_once_a_day_while_something_waits(
    house: House,
) -> None:
    source = (DATA / "square_statements.toml").read_text(encoding="utf-8")
    survey = await house.open(load_questionnaire(source, "square.toml"), "TORGET")
    await house.store.invite_organiser(
        survey.id, house.service.keyring.organiser_code_hash("org-AAAA"), house.now, dt.timedelta(1)
    )
    organiser = house.phone(70)
    organiser.start("org-AAAA")
    await organiser.settled()
    phone = await begin(house, code="TORGET")
    await do(phone, *["Håller med"] * 4)
    await write(phone, "Torget behöver en scen för musik.")

    def heard() -> list[str]:
        return [m.text for m in organiser.replies if "väntar på att läsas" in m.text]

    counts = []
    noon = house.now.replace(hour=11)
    for house.now in (
        noon,
        *(noon + dt.timedelta(days=n, hours=h) for n, h in ((1, 0), (1, 3), (2, 0))),
    ):
        await nudge(house.channel.chores.telling)
        counts.append(len(heard()))
    assert counts == [0, 1, 1, 2]
    assert "arrangor/TORGET/pastaenden" in heard()[0]
    assert "scen" not in " ".join(heard())
    (own,) = [one for one in await house.store.statements(survey.id) if one.state == "waiting"]
    await house.store.judge_statement(
        survey.id, own.question, own.id, "approve", seen="waiting", by="Mo", at=house.now
    )
    house.now += dt.timedelta(days=1)
    await nudge(house.channel.chores.telling)
    assert len(heard()) == 2
    log = await house.store.moderation_log(survey.id)
    assert [deed.what for deed in log] == ["remind", "remind", "approve"]
