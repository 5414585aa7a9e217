"""What a person holds: tapping instead of typing, changing what was said, seeing what was sent, no needless words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.telegram.screens.codec import Does, decode
from surveys.conversation.values import Amount, Choice, Day, Picture, TimeOfDay, Words
from surveys.questionnaire.loading import load_questionnaire
from surveys.questionnaire.models import Questionnaire
from tests.bot.telegram.telegram_people import asking, begin, do, drawn, notice, write

EVERY_KIND = Path(__file__).parents[2] / "data" / "every_kind.toml"


def questionnaire(*questions: dict[str, object]) -> Questionnaire:
    """One with these questions; their texts are their kinds."""
    text = {"sv": "Fråga", "en": "Question", "ar": "سؤال"}
    return Questionnaire.model_validate(
        {
            "format": 1,
            "id": "hand",
            "purpose": "evaluation",
            "unit": "person",
            "anonymity": "confidential",
            "channels": ["telegram", "web"],
            "max_seconds": 60,
            "title": text,
            "intro": text,
            "question": [
                {"id": f"q{place}", "text": text, **each}
                for place, each in enumerate(questions, start=1)
            ],
        }
    )


def options(*labels: str) -> list[dict[str, object]]:
    return [{"id": f"o{n}", "label": {"sv": each, "en": each}} for n, each in enumerate(labels)]


async def asked(house, *questions: dict[str, object], code: str = "HAND22"):
    await house.open(questionnaire(*questions), code)
    return await begin(house, code=code)


def picture() -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(body, "JPEG")
    return body.getvalue()


# Tapping


async def test_a_day_is_tapped_in_a_month_that_can_be_turned(house) -> None:
    phone = await asked(
        house, {"kind": "date", "earliest": "2027-01-10", "latest": "2027-02-03"}, {"kind": "note"}
    )
    assert drawn(phone.last).splitlines()[-8:] == [
        "  [I dag] [I går]",
        "  [←] [februari 2027] [·]",
        "  [må] [ti] [on] [to] [fr] [lö] [sö]",
        "  [1] [2] [3] [·] [·] [·] [·]",
        *["  [·] [·] [·] [·] [·] [·] [·]"] * 3,
        "  [Hoppa över]",
    ]
    await do(phone, "←")
    assert "[januari 2027] [→]" in drawn(phone.last)
    before = len(phone.messages)
    await do(phone, "·")
    assert len(phone.messages) == before
    await do(phone, "25")
    assert (await house.answers("HAND22"))["q1"] == Day("2027-01-25")
    phone.tap("Ändra")
    await phone.settled()
    assert "[✓25]" in "".join(drawn(message) for message in asking(phone))


async def test_yesterday_is_one_touch_away(house) -> None:
    phone = await asked(house, {"kind": "date"}, {"kind": "note"})
    await do(phone, "I går")
    assert (await house.answers("HAND22"))["q1"] == Day("2027-01-31")


async def test_a_time_is_an_hour_and_then_its_quarter(house) -> None:
    phone = await asked(house, {"kind": "time"}, {"kind": "note"})
    assert "[18] [19] [20] [21] [22] [23]" in drawn(phone.last)
    await do(phone, "14")
    assert "[14:00] [14:15] [14:30] [14:45]" in drawn(phone.last)
    await do(phone, "En annan timme", "09", "09:45")
    assert (await house.answers("HAND22"))["q1"] == TimeOfDay("09:45")


async def test_small_numbers_are_tapped_and_large_ones_typed(house) -> None:
    phone = await asked(
        house,
        {"kind": "number", "min": 0, "max": 10},
        {"kind": "number", "min": 0, "max": 500},
        {"kind": "note"},
    )
    assert "  [0] [1] [2] [3] [4] [5]\n  [6] [7] [8] [9] [10]\n" in drawn(phone.last)
    old = phone.last
    data = {button["text"]: button["callback_data"] for row in old.rows for button in row}
    await do(phone, "10")
    assert "[1]" not in drawn(phone.last)
    phone.press(data["10"], old)
    await phone.settled()
    assert phone.toasts[-1] == "Det svaret är redan sparat."
    phone.press(data["3"], old)
    await phone.settled()
    assert phone.toasts[-1].startswith("Den frågan har du svarat på.")
    assert (await house.answers("HAND22"))["q1"] == Amount("10")


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (["1", "2", "3", "4", "5"], ["[1] [2] [3] [4] [5]"]),
        ([str(n) for n in range(11)], ["[0] [1] [2] [3] [4] [5]", "[6] [7] [8] [9] [10]"]),
        (["Dåligt", "Sådär", "Bra"], ["[Dåligt] [Sådär] [Bra]"]),
        (["Inte alls", "I viss grad", "I hög grad"], ["[Inte alls] [I viss grad] [I hög grad]"]),
        (["I liten grad", "I mycket hög grad", "x"], ["[I liten grad]", "[I mycket hög grad]"]),
    ],
)
async def test_a_scale_is_one_row_where_its_labels_can_be_read(house, labels, rows) -> None:
    phone = await asked(house, {"kind": "scale", "options": options(*labels)})
    assert "\n".join(f"  {row}" for row in rows) in drawn(phone.last)


async def test_sixty_options_are_turned_page_by_page_and_ticks_stay(house) -> None:
    labels = [f"Svar {n}" for n in range(60)]
    phone = await asked(house, {"kind": "multi", "options": options(*labels)}, {"kind": "note"})
    assert "del 1 av 2" in phone.last.text
    await do(phone, "☐ Svar 7", "Fler att välja på", "☐ Svar 44")
    assert "del 2 av 2" in phone.last.text
    assert "Ditt svar: Svar 7, Svar 44" in phone.last.text
    await do(phone, "De föregående")
    assert "[☑ Svar 7]" in drawn(phone.last)
    await do(phone, "Klar")
    assert (await house.answers("HAND22"))["q1"].options == ("o7", "o44")


# Changing


async def test_an_answered_question_is_changed_where_it_stands(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "I viss grad")
    told = phone.replies[1]
    assert drawn(told).endswith("✓ I hög grad\n  [Ändra]")
    phone.tap("Ändra", message=told)
    await phone.settled()
    assert [message.id for message in asking(phone)] == [told.id]
    assert "[✓ I hög grad]" in drawn(told)
    phone.tap("Inte alls", message=told)
    await phone.settled()
    assert "✓ Inte alls" in told.text
    assert "Fråga 3 av 5" in phone.last.text
    assert (await house.answers("TRAFF1"))["usefulness"] == Choice("not_at_all")


async def test_every_kind_leaves_one_line_and_a_way_to_change_it(house) -> None:
    source = EVERY_KIND.read_text(encoding="utf-8")
    await house.open(load_questionnaire(source, EVERY_KIND.name), "SLAG22")
    phone = await begin(house, code="SLAG22")
    await do(phone, "Fortsätt", "I hög grad", "Besökare")
    await write(phone, "Rättvik")
    await do(phone, "Samtalen", "Klar")
    await write(phone, "12 (2021)")
    await write(phone, "Mer tid")
    phone.location(60.6, 15.6)
    await phone.settled()
    phone.photo(picture())
    await phone.settled()
    await do(phone, "Ja")
    left = [message for message in phone.replies if message.labels == ["Ändra"]]
    assert len(left) == 9
    assert all("✓" in message.text for message in left)
    assert "Tack!" in phone.last.text


async def test_editing_a_message_changes_the_answer_it_gave_and_says_so(house) -> None:
    phone = await asked(house, {"kind": "text"}, {"kind": "text"})
    await write(phone, "Mer tit")
    wrote = phone.messages[-2].id
    phone.edit(wrote, "Mer tid")
    await phone.settled()
    assert (await house.answers("HAND22"))["q1"] == Words("Mer tid")
    assert phone.last.text.startswith("Vi har sparat ditt ändrade svar.\n\nFråga 2 av 2")
    assert "✓ Mer tid" in phone.replies[-2].text
    assert asking(phone) == [phone.last]


async def test_editing_what_was_refused_answers_the_question(house) -> None:
    phone = await asked(house, {"kind": "number", "max": 100}, {"kind": "text"})
    await write(phone, "tolv")
    number = next(message.id for message in phone.messages if message.text == "tolv")
    phone.edit(number, "tusen")
    await phone.settled()
    assert "Skriv ett tal med siffror" in phone.last.text
    assert "sparat" not in phone.last.text
    phone.edit(number, "12")
    await phone.settled()
    assert (await house.answers("HAND22"))["q1"] == Amount("12")


async def test_editing_a_message_from_before_a_restart_is_met_with_a_word(house) -> None:
    phone = await asked(house, {"kind": "text"}, {"kind": "text"})
    await write(phone, "Mer tit")
    wrote = next(message.id for message in phone.messages if message.text == "Mer tit")
    await house.stop()
    await house.start()
    phone.edit(wrote, "Mer tid")
    await phone.settled()
    assert "Tryck på Ändra vid svaret" in phone.last.text
    assert (await house.answers("HAND22"))["q1"] == Words("Mer tit")


# Receipts, and what no question takes


async def test_words_get_a_silent_receipt_and_refused_ones_none(house) -> None:
    phone = await asked(house, {"kind": "text", "max_chars": 10}, {"kind": "note"})
    await write(phone, "Alldeles för långt")
    assert phone.reactions == {}
    await write(phone, "Lagom")
    words = next(message.id for message in phone.messages if message.text == "Lagom")
    assert phone.reactions == {words: "✍"}


async def test_of_an_album_one_picture_is_kept_and_that_is_said_once(house) -> None:
    phone = await asked(house, {"kind": "photo"}, {"kind": "text"})
    phone.media_group(b"no picture", picture(), picture(), picture())
    await phone.settled()
    assert isinstance((await house.answers("HAND22"))["q1"], Picture)
    told = [m for m in phone.replies if "Vi har sparat det första" in m.text]
    assert told == [phone.last]
    assert "Fråga 2 av 2" in phone.last.text


async def test_an_album_where_words_are_asked_for_is_refused_once(house) -> None:
    phone = await asked(house, {"kind": "text"})
    phone.media_group(picture(), picture(), picture())
    await phone.settled()
    assert sum("Det kan vi inte ta emot här" in m.text for m in phone.replies) == 1


async def test_a_recording_a_contact_and_stickers_are_met_with_a_word_once(house) -> None:
    phone = await asked(house, {"kind": "text"}, {"kind": "text"})
    for send, said in (
        (phone.voice, "Vi kan inte lyssna på inspelningar här. Skriv i stället."),
        (phone.contact, "Vi har inte sparat det."),
        (phone.sticker, "Det kan vi inte ta emot här."),
    ):
        send()
        await phone.settled()
        assert said in phone.last.text
        assert "Fråga 1 av 2" in phone.last.text
    before = len(phone.replies)
    phone.sticker()
    await phone.settled()
    assert len(phone.replies) == before


# What was sent, help, menus


async def test_a_person_sees_and_erases_what_they_sent(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad")
    await write(phone, "/minadata")
    assert "Det här har du skickat in i ”Träff 1”:" in phone.last.text
    assert "dagens träff i ditt arbete?\nI hög grad" in phone.last.text
    assert "Vi sparar också chattens nummer" in phone.last.text
    assert "Vi noterar om du har fått en påminnelse" in phone.last.text
    assert "Din kvittokod är" in phone.last.text
    await do(phone, "Ta bort mina svar", "Ta bort svaren")
    await write(phone, "/mydata")
    assert phone.last.text.startswith("Du svarar inte på några frågor just nu.")


async def test_who_has_sent_nothing_is_told_so(house) -> None:
    phone = house.phone()
    phone.start("TRAFF1")
    await phone.settled()
    await write(phone, "/minadata")
    assert phone.last.text == "Du har inte skickat in något i ”Träff 1”."


async def test_what_no_longer_counts_is_seen_too(house) -> None:
    source = EVERY_KIND.read_text(encoding="utf-8")
    await house.open(load_questionnaire(source, EVERY_KIND.name), "SLAG22")
    phone = await begin(house, code="SLAG22")
    await do(phone, "Fortsätt", "I hög grad", "Besökare")
    await write(phone, "Rättvik")
    await do(phone, "Tillbaka", "Tillbaka", "Boende")
    await write(phone, "/minadata")
    kept = phone.last.text.partition("Gäller inte längre")[2]
    assert "Rättvik" in kept
    assert "Boende" not in kept


async def test_much_that_was_sent_is_turned_in_the_same_message(house) -> None:
    phone = await asked(house, *[{"kind": "text", "max_chars": 4000}] * 30)
    for place in range(30):
        await write(phone, f"{place} " + "ord " * 60)
    await write(phone, "/minadata")
    shown = phone.last
    assert "0 ord" in shown.text
    await do(phone, "Fler svar")
    assert phone.last.id == shown.id
    assert "\n\n1. " not in phone.last.text
    assert "Föregående svar" in phone.last.labels


async def test_help_and_unknown_commands_tell_what_can_be_done(house) -> None:
    stranger = house.phone(7, language="en")
    await write(stranger, "/help")
    assert "/mydata – See what you have sent" in stranger.last.text
    phone = await begin(house)
    await write(phone, "/kaffe")
    assert phone.last.text.startswith("Det kommandot finns inte.")
    assert "/minadata – Se vad du har skickat in" in phone.last.text
    assert asking(phone)


async def test_menus_and_descriptions_are_set_where_they_differ_and_the_name_is_the_operators(
    new_house, told_before
) -> None:
    async with new_house() as house:
        world = house.world
        await house.start()
        await world.until(lambda: ("short_description", "so") in world.profile)
        assert {command["command"] for command in world.commands["sv"]} >= {"minadata", "hjalp"}
        assert world.profile["description", "ar"].startswith("هنا تجيب")
        assert world.profile == told_before
        assert world.count("setMyName") == 0
        world.calls.clear()
        await house.stop()
        await house.start()
        await world.until(lambda: world.count("getMyShortDescription") == 6)
        assert [name for name, _ in world.calls if name.lower().startswith("setmy")] == []
        await house.stop()


# From the right


async def test_buttons_of_a_language_from_the_right_begin_at_the_right(house) -> None:
    await house.store.open_survey(
        code="YAMIN2",
        title="Träff",
        questionnaire=questionnaire({"kind": "scale", "options": options(*"12345")}),
        notice=notice(),
        fill=None,
        opened_at=house.now,
        channels=("telegram",),
        languages=("sv", "ar"),
        closes=None,
    )
    phone = house.phone(5, language="ar")
    phone.start("YAMIN2")
    await phone.settled()
    way_in = phone.last.rows[0][0]
    assert decode(way_in["callback_data"]).does is Does.BEGIN
    phone.press(way_in["callback_data"], phone.last)
    await phone.settled()
    assert phone.last.labels[:5] == [*"54321"]
    assert decode(phone.last.rows[0][-1]["callback_data"]).number == 0


# Old buttons


async def test_any_old_button_is_met_with_a_toast_and_changes_nothing(house) -> None:
    await house.open(questionnaire({"kind": "text"}), "ANNAN2")
    phone = await begin(house)
    await do(phone, "I hög grad")
    told, data = phone.replies[1], phone.replies[1].rows[0][0]["callback_data"]
    answers = await house.answers("TRAFF1")
    for old in ("1.TRAFF1.0..0.c0", "garbage", "2.ANNAN2.9.zzz.0.c1", "2.INGEN2.0.aaa.0.c1"):
        phone.press(old, told)
        await phone.settled()
        assert phone.toasts[-1].startswith("Den knappen är gammal.")
        assert "Fråga 2 av 5" in phone.last.text
    assert await house.answers("TRAFF1") == answers
    await write(phone, "/radera")
    await do(phone, "Ta bort svaren")
    phone.press(data, told)
    await phone.settled()
    assert "Tryck på Börja" in told.text
    assert await house.answers("TRAFF1") == {}
