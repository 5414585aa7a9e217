"""Yes and no, days, times and at least so many choices, on the pages, in the terminal and in the report."""

from __future__ import annotations

from web_room import Room, Visitor

from bot.outcomes import Who
from bot.reports import ReportRequest, published_report
from bot.terminal import Terminal
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Choices, Day, TimeOfDay
from surveys.texts import Texts

ANSWERS = {
    Key("again"): Choice("yes"),
    Key("day"): Day("2027-02-05"),
    Key("hour"): TimeOfDay("14:30"),
    Key("themes"): Choices(("money", "tools")),
}


async def test_the_pages_take_days_and_times_and_show_them_again(room: Room) -> None:
    await room.open("days", code="DAYS", fill=None)
    async with room.phone(**{"accept-language": "sv"}) as phone:
        visitor = Visitor(phone, "DAYS")
        await visitor.begin()
        await visitor.press("next", "yes")
        assert 'type="date"' in visitor.response.text
        page = await visitor.press("next", "i morgon")
        assert "Skriv en dag" in page.alert
        await visitor.press("next", "2027-02-05")
        assert 'type="time"' in visitor.response.text
        await visitor.press("next", "14:30")
        page = await visitor.press("next", "money")
        assert "Välj minst 2" in page.alert
        page = await visitor.press("next", "money", "tools")
        assert "5 februari 2027" in page.text
        token = phone.cookies["dalalab_DAYS"]
        outcome = await room.service.look(Who("DAYS", "web", token))
        assert outcome.state.answers == ANSWERS


async def test_the_terminal_takes_them_as_people_write_them(room: Room) -> None:
    await room.open("days", code="DAYS", fill=None)
    typed = iter(["ja", "5/2 2027", "kl 14.30", "1", "1 3", None])
    said: list[str] = []

    async def read() -> str | None:
        return next(typed)

    async def say(text: str) -> None:
        said.append(text)

    await Terminal(room.service, Texts("bot")).converse("DAYS", "sv", read, say)
    assert "Välj minst 2. Du har valt 1." in said[-2]
    assert "5 februari 2027" in said[-1]


async def test_the_report_counts_them(room: Room) -> None:
    await room.open("days", code="DAYS", fill=None)
    for _ in range(5):
        async with room.phone(**{"accept-language": "sv"}) as phone:
            visitor = Visitor(phone, "DAYS")
            await visitor.begin()
            for answers in (("yes",), ("2027-02-05",), ("14:30",), ("money", "tools")):
                await visitor.press("next", *answers)
    html = (
        await published_report(room.store, ReportRequest("sv", "html", code="DAYS"), room.now)
    ).decode()
    assert "Kommer du igen?" in html
    assert "Vilken dag passar dig?" in html
