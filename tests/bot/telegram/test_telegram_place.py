"""A dialogue about a place: positions, named places, long lists, a photo."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.botapi.markup import plain
from bot.telegram.outgoing.intents import note
from bot.telegram.screens.markup import LONGEST_TEXT, units
from bot.telegram.screens.rendering import Renderer
from surveys.conversation.screens import EndScreen, NoticeScreen, QuestionScreen, ReviewLine
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, NamedPlace, Picture, Position, Words
from surveys.questionnaire.models import (
    Consent,
    Feedback,
    Influence,
    Item,
    Note,
    Number,
    Option,
    Questionnaire,
    Single,
)
from surveys.survey import Fill, Place, Survey
from surveys.texts import Texts
from tests.bot.telegram.telegram_people import begin, do, notice, write

INFLUENCE = Influence(
    level="consultation",
    can_affect={"sv": "Hur torget ska användas."},
    cannot_affect={"sv": "Bussen går kvar."},
    feedback=Feedback(date="2027-09-01", where={"sv": "på webbplatsen"}),
)
PLACES = (
    Place(id="square", label={"sv": "Torget", "en": "The square"}, lat=57.7, lon=11.97),
    Place(id="park", label={"sv": "Parken", "en": "The park"}),
)


@pytest.fixture
async def phone(house):
    fill = Fill(place=PLACES, influence=INFLUENCE)
    await house.open("place_dialogue", "TORGET", fill=fill, title="Torget")
    return await begin(house, code="TORGET")


async def test_the_notice_tells_what_can_be_influenced(phone) -> None:
    assert "Det här kan du påverka: Hur torget ska användas." in phone.replies[0].text
    assert "Senast 1 september 2027" in phone.replies[0].text


async def test_a_place_is_shared_pressed_or_written(house, phone) -> None:
    assert "dela en position" in phone.last.text
    phone.location(57.70716, 11.96679)
    await phone.settled()
    position = (await house.answers("TORGET"))["place"]
    assert isinstance(position, Position)
    assert "✓ Position" in phone.replies[-2].text
    await do(phone, "Tillbaka", "Parken")
    assert (await house.answers("TORGET"))["place"] == NamedPlace("park")
    await do(phone, "Tillbaka")
    await write(phone, "vid bron")
    assert (await house.answers("TORGET"))["place"] == Words("vid bron")


async def test_a_photo_is_taken_in_where_one_is_asked_for_and_nowhere_else(house, phone) -> None:
    phone.photo(_picture())
    await phone.settled()
    assert "Det kan vi inte ta emot här" in phone.last.text
    assert house.world.count("getFile") == 0
    while "Hur gammal" not in phone.last.text:
        await do(phone, "Hoppa över")
    await do(phone, "20–39 år")
    assert "Skicka en bild" in phone.last.text
    phone.photo(b"no picture at all")
    await phone.settled()
    assert "Det gick inte att läsa bilden" in phone.last.text
    phone.photo(_picture())
    await phone.settled()
    stored = (await house.answers("TORGET"))["photo"]
    assert isinstance(stored, Picture)
    assert (stored.width, stored.height) == (40, 30)
    assert await house.store.file(stored.file) is not None


async def test_a_photo_that_cannot_be_fetched_is_asked_for_again(house, phone) -> None:
    while "Hur gammal" not in phone.last.text:
        await do(phone, "Hoppa över")
    await do(phone, "20–39 år")
    phone.photo(_picture())
    house.world.files.clear()
    await phone.settled()
    assert "Något gick fel hos oss." in phone.last.text
    assert "Fråga" in phone.last.text


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return out.getvalue()


# What is drawn, by itself


async def test_all_kinds_of_questions_are_answered_with_buttons_and_words(house) -> None:
    text = {"sv": "Fråga", "en": "Question"}
    questions = (
        Note(id="hello", kind="note", text={"sv": "Läs det här.", "en": "Read this."}),
        Consent(id="agree", kind="consent", text=text),
        Number(id="how_many", kind="number", text=text, unit={"sv": "personer", "en": "people"}),
        Single(id="from_list", kind="single", text=text, options_from="areas"),
    )
    questionnaire = Questionnaire.model_validate(
        {
            "format": 1,
            "id": "kinds",
            "purpose": "evaluation",
            "unit": "person",
            "anonymity": "confidential",
            "channels": ["telegram", "web"],
            "max_seconds": 60,
            "title": text,
            "intro": text,
            "dimension": [{"id": "areas", "items": [Item(id="a", label=text)]}],
            "question": questions,
        }
    )
    await house.open(questionnaire, "ALLA")
    phone = await begin(house, code="ALLA")
    assert phone.last.text == "Läs det här."
    await do(phone, "Fortsätt")
    assert "Fråga 1 av 3" in phone.last.text
    await do(phone, "Nej")
    assert "(personer)" in phone.last.text
    await write(phone, "tolv")
    assert "Skriv ett tal med siffror" in phone.last.text
    await write(phone, "12")
    await do(phone, "Fråga")
    assert "Tack!" in phone.last.text
    answers = await house.answers("ALLA")
    assert answers["from_list"] == Choice("a")
    assert set(answers) == {"hello", "agree", "how_many", "from_list"}


async def test_the_longest_texts_stay_within_telegrams_limits(house) -> None:
    long = {"sv": "Å😀 & <b> " * 400, "en": "x" * 4000}
    options = tuple(Option(id=f"o{number}", label=long) for number in range(30))
    question = Single(id="a" * 40, kind="single", text=long, help=long, options=options)
    base = (await house.store.survey("TRAFF1")).questionnaire
    survey = _survey(base.model_copy(update={"question": (question,) * 40}), long)
    renderer = Renderer(Texts("bot"), "https://x.test", "Förenade Arabemiraten")
    key = Key(question.id)
    lines = tuple(ReviewLine(key, long["sv"], long["sv"]) for _ in range(40))
    screens = (
        NoticeScreen(survey, "sv", long["sv"], long["sv"]),
        QuestionScreen(
            survey,
            "sv",
            key,
            question,
            long["sv"],
            long["sv"],
            1,
            40,
            options=tuple(_button(option) for option in options),
            can_go_back=True,
            revision=99_999,
        ),
        EndScreen(survey, "sv", lines, 99_999),
    )
    told = note("rejected-exclusive", label=long["sv"])
    for screen in screens:
        notes = (told,) if screen is not screens[0] else ()
        shown = renderer.render(screen, notes=notes, receipt="K7PQ2-M9XWD")
        assert 0 < units(plain(shown.text, "HTML")) <= LONGEST_TEXT
        for row in shown.rows:
            for button in row:
                assert 0 < len(button.data.encode()) <= 64
                assert 0 < units(button.text) <= 64
        assert sum(len(row) for row in shown.rows) <= 100


def _button(option: Option):
    from surveys.conversation.screens import Button

    return Button(option.id, option.label["sv"])


def _survey(questionnaire: Questionnaire, long: dict[str, str]) -> Survey:
    given = notice().model_copy(
        update={
            "controller": long["sv"],
            "purpose": long,
            "legal_basis": long["sv"],
            "decision_ref": long["sv"],
            "influence": Influence(
                level="consultation",
                can_affect=long,
                cannot_affect=long,
                feedback=Feedback(date="2027-09-01", where=long),
            ),
        }
    )
    return Survey(
        id=1,
        code="LANGSTKOD1",
        title=long["sv"],
        questionnaire=questionnaire,
        version="v",
        notice=given,
        channels=("telegram", "web"),
        languages=("sv", "en"),
    )


async def test_a_dialogue_that_nobody_assessed_leads_to_the_web_also_when_it_is_open_already(
    house,
) -> None:
    unassessed = notice().model_copy(update={"dpia_ref": None})
    await house.open("place_dialogue", "TORGET", title="Torget", given=unassessed)
    phone = house.phone()
    phone.start("TORGET")
    await phone.settled()
    assert phone.last.text == (
        "De här frågorna besvaras inte i Telegram. Svara här i stället: https://x.test/TORGET"
    )
