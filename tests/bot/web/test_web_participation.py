"""The participation at one address: notice, questions, thanks; every act is a form."""

from __future__ import annotations

import asyncio
import datetime as dt
import io

import pytest
from PIL import Image
from web_room import Page, Room, Visitor

from bot import outcomes

ANSWERS: list[tuple[str, ...]] = [
    (),
    ("high",),
    ("resident",),
    ("talks", "food"),
    ("12 (2021)",),
    ("Samtalen",),
    ("square",),
]


async def answer_until(visitor: Visitor, question: str) -> Page:
    await visitor.begin()
    for answers in ANSWERS:
        if visitor.page.forms[0].value("question") == question:
            return visitor.page
        await visitor.press("next", *answers)
    assert visitor.page.forms[0].value("question") == question
    return visitor.page


async def finish(visitor: Visitor) -> Page:
    await answer_until(visitor, "picture")
    await visitor.press("skip")
    return await visitor.press("next", "yes")


async def test_the_notice_comes_first_and_says_what_the_law_wants(visitor: Visitor) -> None:
    page = await visitor.look()
    for said in ("Region Dalarna frågar", "frivilligt", "30 juni 2027", "allmän handling"):
        assert said in page.text
    assert [form.method for form in page.forms] == ["post"]
    assert ("action", "next") in page.forms[0].buttons


async def test_looking_stores_nothing(room: Room, visitor: Visitor) -> None:
    await visitor.look()
    await visitor.look("?lang=en")
    assert (await room.desk.counts("ABCDEF")).begun == 0


async def test_a_client_that_fills_four_hidden_fields_and_an_answer_gets_to_the_end(
    room: Room, visitor: Visitor
) -> None:
    page = await finish(visitor)
    assert "Tack! Dina svar är sparade." in page.heading
    counts = await room.desk.counts("ABCDEF")
    assert (counts.begun, counts.complete) == (1, 1)


async def test_the_last_page_shows_every_answer_and_a_receipt(visitor: Visitor) -> None:
    page = await finish(visitor)
    for said in ("I hög grad", "Samtalen, Maten", "12 (2021)", "Stora torget", "Inget svar", "Ja"):
        assert said in page.text
    assert "Din kvittokod" in page.text


async def test_a_form_posted_twice_changes_nothing(room: Room, visitor: Visitor) -> None:
    await answer_until(visitor, "comment")
    fields = {**dict(visitor.page.forms[0].fields), "action": "next", "answer": "En gång"}
    first = await visitor.phone.post("/ABCDEF", data=fields)
    second = await visitor.phone.post("/ABCDEF", data=fields)
    assert (first.status_code, second.status_code) == (303, 303)
    await visitor.look()
    assert visitor.page.forms[0].value("question") == "where"
    assert sum(c.answered for c in (await room.desk.counts("ABCDEF")).questions) == 5


async def test_an_answer_makes_one_screen_which_is_the_next_page(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A redirect shows nothing: a screen made for it cost a room an eighth of its answers (decision 0028)."""
    await visitor.begin()
    made = []
    whole = outcomes.screen
    monkeypatch.setattr(outcomes, "screen", lambda *given: made.append(given) or whole(*given))
    await visitor.press("next", "high")
    assert len(made) == 1


async def test_an_old_page_from_another_tab_changes_that_answer(visitor: Visitor) -> None:
    await visitor.begin()
    await visitor.press("next")
    old = {**dict(visitor.page.forms[0].fields), "action": "next"}
    await visitor.press("next", "high")
    page = await visitor.send({**old, "answer": "small"})
    assert page.forms[0].value("question") == "role"
    page = await visitor.press("back")
    assert page.checked == ["small"]


async def test_back_shows_the_question_before_with_its_answer(visitor: Visitor) -> None:
    await answer_until(visitor, "role")
    page = await visitor.press("back")
    assert page.forms[0].value("question") == "usefulness"
    assert page.checked == ["high"]


async def test_an_answer_can_be_changed_from_the_last_page_and_leads_back_there(
    visitor: Visitor,
) -> None:
    page = await finish(visitor)
    form = next(form for form in page.forms if form.fields[0][1] == "usefulness")
    await visitor.send({**dict(form.fields), "action": "change"})
    page = await visitor.press("next", "not_at_all")
    assert "Tack!" in page.heading
    assert "Inte alls" in page.text


async def test_the_same_link_resumes(visitor: Visitor) -> None:
    await answer_until(visitor, "people")
    page = await visitor.resume()
    assert page.forms[0].value("question") == "people"
    assert "Fråga 4 av 8" in page.text


async def test_choosing_nothing_is_told_on_the_page_and_in_its_title(visitor: Visitor) -> None:
    await answer_until(visitor, "usefulness")
    page = await visitor.press("next")
    assert visitor.response.status_code == 422
    assert page.title.startswith("Fel:")
    assert page.alert == "Välj ett av svaren här under."
    assert "aria-describedby" in visitor.response.text


async def test_ten_thousand_characters_are_refused_with_a_sentence_and_kept(
    visitor: Visitor,
) -> None:
    await answer_until(visitor, "comment")
    written = "Åäö 🙂 " * 1667
    page = await visitor.press("next", written[:10_000])
    assert visitor.response.status_code == 422
    assert "högst 500" in page.alert
    assert page.written.strip() == written[:10_000].strip()
    assert 'aria-invalid="true"' in visitor.response.text


async def test_a_refused_answer_from_an_old_page_is_shown_at_its_own_question(
    visitor: Visitor,
) -> None:
    await answer_until(visitor, "comment")
    old = {**dict(visitor.page.forms[0].fields), "action": "next"}
    await visitor.press("next", "Kort")
    page = await visitor.send({**old, "answer": "x" * 600})
    assert page.forms[0].value("question") == "comment"
    assert page.written.strip() == "x" * 600


@pytest.mark.parametrize(
    ("question", "answers", "told"),
    [
        ("best", ("talks", "food", "rest"), "högst 2"),
        ("best", ("talks", "none"), "kombinera"),
        ("best", ("other",), "finns inte"),
        ("people", ("många",), "siffror"),
        ("people", ("200 2021",), "högst 100"),
        ("people", ("12",), "vilket år"),
        ("people", ("12,5 2021",), "heltal"),
    ],
)
async def test_an_answer_that_does_not_fit_is_told(
    visitor: Visitor, question: str, answers: tuple[str, ...], told: str
) -> None:
    await answer_until(visitor, question)
    page = await visitor.press("next", *answers)
    assert visitor.response.status_code == 422
    assert told in page.alert


async def test_a_number_and_its_year_may_stand_in_two_fields(visitor: Visitor) -> None:
    await answer_until(visitor, "people")
    page = await visitor.press("next", "12", year="2021")
    assert page.forms[0].value("question") == "comment"
    page = await visitor.press("back")
    assert dict(page.forms[0].fields)["year"] == "2021"


async def test_the_open_line_is_kept_with_its_option(visitor: Visitor) -> None:
    await answer_until(visitor, "role")
    await visitor.press("next", "other", **{"other-other": "Sommargäst"})
    page = await visitor.press("back")
    assert dict(page.forms[0].fields)["other-other"] == "Sommargäst"


async def test_a_written_place_wins_over_a_ticked_one(visitor: Visitor) -> None:
    await answer_until(visitor, "where")
    await visitor.press("next", "square", "Bryggan")
    page = await visitor.press("back")
    assert page.checked == []
    assert dict(page.forms[0].fields)["answer"] == "Bryggan"


async def test_answers_that_no_longer_apply_are_told_once(visitor: Visitor) -> None:
    await answer_until(visitor, "role")
    await visitor.press("next", "visitor")
    await visitor.press("next", "Mora")
    await visitor.press("back")
    await visitor.press("back")
    page = await visitor.press("next", "resident")
    assert "gäller inte längre" in page.text
    assert "gäller inte längre" not in (await visitor.look()).text


async def test_a_photo_is_taken_in(visitor: Visitor) -> None:
    await answer_until(visitor, "picture")
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "#1d5548").save(picture, "JPEG")
    page = await visitor.press("next", files={"answer": ("torget.jpg", picture.getvalue())})
    assert page.forms[0].value("question") == "contact"
    assert "Bild skickad" in (await visitor.press("back")).text


async def test_a_file_that_is_no_picture_is_told(visitor: Visitor) -> None:
    await answer_until(visitor, "picture")
    page = await visitor.press("next", files={"answer": ("dikt.txt", b"ingen bild")})
    assert visitor.response.status_code == 422
    assert "Det gick inte att läsa bilden" in page.alert


async def test_no_file_at_all_is_told(visitor: Visitor) -> None:
    await answer_until(visitor, "picture")
    page = await visitor.press("next")
    assert "Skicka en bild" in page.alert


async def test_the_language_of_the_notice_is_the_language_of_the_questions(
    visitor: Visitor,
) -> None:
    await visitor.look("?lang=en")
    page = await visitor.press("next", language="en")
    assert page.language == "en"
    assert "Here it begins." in page.heading


async def test_the_language_can_be_changed_in_the_middle_without_losing_what_is_written(
    visitor: Visitor,
) -> None:
    await answer_until(visitor, "comment")
    page = await visitor.press("language", "Half a thought", language="en")
    assert page.heading == "What should we keep?"
    assert page.written.strip() == "Half a thought"
    page = await visitor.press("language", language="ar")
    assert (page.language, page.direction) == ("ar", "rtl")


@pytest.mark.parametrize(
    "path", ["/ABCDEF/paus", "/ABCDEF/radera", "/ABCDEG", "/radera", "/kvitto"]
)
async def test_pages_beside_the_questions_can_be_read_in_another_language_too(
    visitor: Visitor, path: str
) -> None:
    await visitor.begin()
    swedish = await visitor.phone.get(path)
    assert Page(swedish.text).language == "sv"
    assert 'href="?lang=en"' in swedish.text
    english = await visitor.phone.get(f"{path}?lang=en")
    assert Page(english.text).language == "en"


async def test_the_browser_chooses_the_first_language_it_knows(room: Room) -> None:
    async with room.phone(**{"accept-language": "fi, de;q=0.9, en-GB;q=0.8"}) as phone:
        assert (await Visitor(phone).look()).language == "en"


async def test_small_letters_in_the_code_lead_to_the_same_survey(room: Room) -> None:
    async with room.phone() as phone:
        visitor = Visitor(phone, "abcdef")
        await visitor.look()
        assert str(visitor.response.url).endswith("/ABCDEF")


async def test_a_closed_survey_says_so_and_takes_nothing(room: Room, visitor: Visitor) -> None:
    await answer_until(visitor, "comment")
    await room.store.close_survey("ABCDEF", room.now)
    room.service.forget()
    page = await visitor.press("next", "För sent")
    assert "Det går inte längre att svara." in page.heading
    assert "Det du skickade nu är inte sparat" in page.text
    assert "inte sparat" not in (await visitor.look()).text, "told once"


async def test_a_title_in_another_language_says_which(visitor: Visitor) -> None:
    await visitor.look("?lang=en")
    assert '<h1 lang="sv" dir="auto">Träff 2: Att mötas</h1>' in visitor.response.text
    await visitor.press("next", language="en")
    assert '<span class="survey" lang="sv" dir="auto">' in visitor.response.text


async def test_who_opens_a_closed_survey_has_lost_nothing(room: Room, visitor: Visitor) -> None:
    await visitor.look()
    await room.store.close_survey("ABCDEF", room.now)
    room.service.forget()
    page = await visitor.press("next")
    assert "Det går inte längre att svara." in page.heading
    assert "inte sparat" not in page.text


async def test_a_survey_that_opens_later_says_when(room: Room) -> None:
    await room.open(code="SENARE", opens=room.now + dt.timedelta(days=3))
    async with room.phone() as phone:
        page = await Visitor(phone, "SENARE").look()
    assert "26 november 2026" in page.heading


async def test_nothing_that_is_typed_becomes_markup(visitor: Visitor) -> None:
    await answer_until(visitor, "comment")
    await visitor.press("next", "<script>alert(1)</script>")
    await visitor.press("back")
    assert "<script>" not in visitor.response.text


async def test_24_phones_answer_at_once_and_every_answer_is_counted(room: Room) -> None:
    async def one() -> str:
        async with room.phone(**{"accept-language": "sv"}) as phone:
            return (await finish(Visitor(phone))).heading

    headings = await asyncio.gather(*(one() for _ in range(24)))
    assert all("Tack!" in heading for heading in headings)
    counts = await room.desk.counts("ABCDEF")
    assert (counts.complete, {c.answered for c in counts.questions if c.id == "comment"}) == (
        24,
        {24},
    )
