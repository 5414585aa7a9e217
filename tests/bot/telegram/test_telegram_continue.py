"""Going on: where somebody was, on another telephone, and with words or files that came twice or are wrong."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from bot.recordings import Recordings
from surveys.conversation.values import Choice, Document, Picture
from surveys.questionnaire.models import File, Option, Photo, Questionnaire, Single, Text
from surveys.survey import Fill
from tests.bot.telegram.telegram_people import asking, begin, do, write

TEXT: Text = {"sv": "Fråga", "en": "Question"}


async def test_continue_tells_how_far_the_receipt_and_the_question(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad")
    await write(phone, "/fortsatt")
    told = phone.last.text.split("\n\n")
    assert told[0] == "Du har svarat på 1 av 5 frågor."
    assert re.fullmatch(r"Din kvittokod är \w{5}-\w{5}\. .* /fortsatt \w{5}-\w{5}", told[1])
    assert told[2] == "Fråga 2 av 5"
    assert asking(phone) == [phone.last]


async def test_a_receipt_goes_on_with_the_same_answers_on_another_telephone(house) -> None:
    first = await begin(house)
    await do(first, "I hög grad")
    receipt = await _receipt(first)
    second = await begin(house, 2)
    await write(second, f"/fortsatt {receipt.lower()}")
    assert second.last.text.startswith(
        "Nu fortsätter du där du slutade.\n\nDu har svarat på 1 av 5 frågor.\n\nFråga 2 av 5"
    )
    assert asking(second) == [second.last]
    await do(second, "I viss grad")
    assert (await house.answers("TRAFF1", 1)) == {
        "usefulness": Choice("high"),
        "could_speak": Choice("some"),
    }
    await write(first, "/continue")
    assert "Fråga 3 av 5" in first.last.text
    counts = await house.store.counts(await house.store.survey("TRAFF1"))
    assert counts.begun == 1


async def test_a_receipt_that_is_wrong_or_comes_too_late_gets_a_clear_sentence(house) -> None:
    first = await begin(house)
    receipt = await _receipt(first)
    second = house.phone(2)
    second.send(f"/fortsatt {receipt}")
    await second.settled()
    assert second.last.text.startswith("Öppna först frågorna: skriv /start och koden")
    second = await begin(house, 2)
    await write(second, "/fortsatt AAAAA-BBBBB")
    assert second.last.text.startswith("Vi hittar inga svar med den kvittokoden.")
    await do(second, "Inte alls")
    await write(second, f"/fortsatt {receipt}")
    assert second.last.text.startswith("Du har egna svar här.")
    assert (await house.answers("TRAFF1", 2)) == {"usefulness": Choice("not_at_all")}


async def _receipt(phone) -> str:
    await write(phone, "/fortsatt")
    return phone.last.text.rpartition("/fortsatt ")[2].split()[0]


@pytest.fixture
async def asked_for_files(house):
    """A photo, a document of one megabyte at most, and an option with an open line before another."""
    options = (
        Option(id="a", label=TEXT),
        Option(id="b", label={"sv": "Annat", "en": "Other"}, open_text=True),
    )
    questions = (
        Photo(id="photo", kind="photo", text=TEXT),
        File(id="plan", kind="file", text=TEXT, types=("pdf", "jpg"), max_mb=1),
        Single(id="why", kind="single", text=TEXT, options=options),
        Single(id="why_not", kind="single", text=TEXT, options=options),
    )
    body = {
        "format": 1,
        "id": "files",
        "purpose": "evaluation",
        "unit": "person",
        "max_seconds": 60,
    }
    told = {"anonymity": "confidential", "channels": ["telegram"], "title": TEXT, "intro": TEXT}
    await house.open(
        Questionnaire.model_validate({**body, **told, "question": questions}), "FILER2"
    )
    return await begin(house, code="FILER2")


async def test_documents_are_taken_in_where_one_is_asked_for(house, asked_for_files) -> None:
    phone = asked_for_files
    phone.document(b"%PDF-1.7", "plan.pdf")
    await phone.settled()
    assert phone.last.text.startswith("Det kan vi inte ta emot här.")
    phone.document(_picture(), "torget.jpg", "image/jpeg")  # a photo sent as a document
    await phone.settled()
    assert "Fråga 2 av 4" in phone.last.text
    downloads = house.world.count("getFile")
    phone.document(b"%PDF-" + b"x" * 1_000_000, "stor.pdf")
    await phone.settled()
    assert phone.last.text.startswith("Dokumentet är för stort. Det får vara högst 1 MB.")
    assert house.world.count("getFile") == downloads
    phone.document(b"MZ", "plan.pdf")
    await phone.settled()
    assert phone.last.text.startswith("Det gick inte att läsa dokumentet.")
    phone.document(b"%PDF-1.7", "../plan för torget.pdf")
    await phone.settled()
    assert "✓ plan för torget.pdf" in "\n".join(phone.transcript())
    answers = await house.answers("FILER2")
    assert isinstance(answers["photo"], Picture)
    assert isinstance(answers["plan"], Document)
    assert answers["plan"].name == "plan för torget.pdf"
    assert await house.store.file(answers["plan"].file) is not None


async def test_a_photo_is_a_document_where_pictures_are_asked_for(house, asked_for_files) -> None:
    phone = asked_for_files
    await do(phone, "Hoppa över")
    phone.photo(_picture())
    await phone.settled()
    assert "Fråga 3 av 4" in phone.last.text
    assert isinstance((await house.answers("FILER2"))["plan"], Document)


async def test_words_on_an_open_line_sent_twice_are_one_answer(house, asked_for_files) -> None:
    phone = asked_for_files
    await do(phone, "Hoppa över", "Hoppa över", "Annat")
    assert "Skriv vad du menar med ”Annat”, eller tryck på Klar." in phone.last.text
    phone.send("Fråga")
    phone.send("Fråga")
    await phone.settled()
    assert "Fråga 4 av 4" in phone.last.text
    assert await house.answers("FILER2") == {
        **await house.answers("FILER2"),
        "why": Choice("b", "Fråga"),
    }
    assert "why_not" not in await house.answers("FILER2")


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return out.getvalue()


async def test_a_question_with_a_recording_is_read_aloud_once(house, tmp_path) -> None:
    house.service.recordings = Recordings(tmp_path)
    fill = Fill(audio={"usefulness": {"sv": "ett.ogg"}})
    survey = await house.open(code="LJUDET", fill=fill)
    house.service.recordings.keep(survey.code, {"ett.ogg": b"OggS"})
    phone = await begin(house, code="LJUDET")
    assert [message.text for message in phone.replies].count("(voice)") == 1
    assert b"OggS" in house.world.files.values()
    phone.tap("I hög grad")
    await phone.settled()
    assert [message.text for message in phone.replies].count("(voice)") == 1
    assert "Fråga 2 av 5" in phone.last.text
