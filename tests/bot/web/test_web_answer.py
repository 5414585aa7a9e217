"""After closing the same address tells what came of it: how many, the result, the answer back or when it comes."""

from __future__ import annotations

import datetime as dt

from surveys.answer_back import AnswerBack, Point
from surveys.store.publications import Wall
from tests.web_room import INFLUENCE, Page, Room, Visitor

ANSWER = AnswerBack(
    intro={"sv": "Tack för alla svar.", "en": "Thank you for every answer."},
    point=(
        Point(
            said={"sv": "Fler bänkar", "en": "More benches"},
            status="done",
            did={"sv": "Sex bänkar står på plats.", "en": "Six benches are in place."},
            date=dt.date(2027, 2, 12),
        ),
        Point(said={"sv": "Ta bort bussen"}, status="declined", did={"sv": "linjen behövs."}),
    ),
    contact={"sv": "torget@example.se"},
)


async def closed(room: Room, answers: int = 0, **more: str) -> None:
    """A dialogue with a promise, answered and closed."""
    survey = await room.open("session_evaluation", "TORGET", fill=None, influence=INFLUENCE, **more)
    for _ in range(answers):
        async with room.phone() as phone:
            visitor = Visitor(phone, "TORGET")
            await visitor.begin()
            await visitor.press("next", "high")
    await room.store.set_wall(survey.id, Wall(opened=bool(answers)))
    await room.store.close_survey(survey.code, room.now)
    room.service.forget()


async def seen(room: Room, query: str = "", **headers: str) -> tuple[str, Page]:
    async with room.phone(**headers) as phone:
        response = await phone.get(f"/TORGET{query}")
        assert response.status_code == 200
        return response.text, Page(response.text)


async def publish(room: Room, answer: AnswerBack = ANSWER) -> None:
    survey = await room.store.survey("TORGET")
    assert survey is not None
    await room.store.publish_answer(survey.id, answer, "Kim", room.now)


async def test_the_promise_stands_there_until_it_is_kept_or_broken(room: Room) -> None:
    await closed(room)
    _, page = await seen(room)
    assert "0 personer svarade." in page.text
    assert "Svaret kommer senast 1 mars 2027: på webben." in page.text
    room.now = dt.datetime(2027, 3, 2, 9, tzinfo=dt.UTC)
    _, page = await seen(room)
    assert "Svaret skulle ha kommit 1 mars 2027: på webben. Det är försenat." in page.text
    await publish(room)
    _, page = await seen(room)
    assert "försenat" not in page.text
    assert "Publicerat 2 mars 2027" in page.text


async def test_the_answer_is_read_in_the_readers_language_and_says_what_is_not(room: Room) -> None:
    await closed(room)
    await publish(room)
    html, page = await seen(room, "?lang=en")
    assert page.language == "en"
    assert "You said – we did" in page.text
    assert "Six benches are in place." in page.text
    assert '<span dir="auto" lang="sv">Ta bort bussen</span>' in html
    assert '<span dir="auto">More benches</span>' in html
    _, page = await seen(room, "?lang=ar")
    assert page.direction == "rtl"
    assert "أنتم قلتم" in page.text


async def test_a_change_is_a_new_version_and_both_can_be_read(room: Room) -> None:
    await closed(room)
    await publish(room)
    room.now += dt.timedelta(days=30)
    await publish(room, ANSWER.model_copy(update={"contact": {"sv": "Kontaktcenter"}}))
    html, page = await seen(room)
    assert "Ändrat 23 december 2026" in page.text
    assert "Tidigare svar, från 23 november 2026" in page.text
    assert html.index("Kontaktcenter") < html.index("torget@example.se")


async def test_the_result_is_there_when_it_has_been_opened_and_passes_the_gate(room: Room) -> None:
    await closed(room, answers=5)
    _, page = await seen(room)
    assert "5 personer svarade." in page.text
    assert "Så har gruppen svarat" in page.text


async def test_no_result_of_fewer_than_five(room: Room) -> None:
    await closed(room, answers=4)
    _, page = await seen(room)
    assert "4 personer svarade." in page.text
    assert "Så har gruppen svarat" not in page.text


async def test_after_disposal_the_answer_stays_until_its_own_day(room: Room) -> None:
    await closed(room, answers=5)
    await publish(room, ANSWER.model_copy(update={"shown_until": dt.date(2027, 6, 30)}))
    await room.store.purge("TORGET", "RD 2026/124", room.now)
    _, page = await seen(room)
    assert "Sex bänkar står på plats." in page.text
    assert "Så har gruppen svarat" not in page.text
    assert "Svaren är borttagna enligt beslut." in page.text
    room.now = dt.datetime(2027, 7, 1, 9, tzinfo=dt.UTC)
    _, page = await seen(room)
    assert "Sex bänkar" not in page.text
    assert "Fråga Region Dalarna om du vill läsa det." in page.text


async def test_thanks_says_where_the_answer_will_be(room: Room) -> None:
    await room.open("dialogue_evaluation", "TORGET", influence=INFLUENCE, fill=None)
    async with room.phone() as phone:
        visitor = Visitor(phone, "TORGET")
        await visitor.begin()
        while visitor.page.forms[0].value("question"):
            await visitor.press("skip")
        assert "Svaret kommer senast 1 mars 2027 på samma adress: test/TORGET" in visitor.page.text
