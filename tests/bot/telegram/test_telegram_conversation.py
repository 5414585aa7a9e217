"""A survey answered on a telephone, from the link to the receipt, against a Bot API server over HTTP."""

from __future__ import annotations

import datetime as dt

from surveys.conversation.values import Choice, Choices, Skipped, Words
from tests.bot.telegram.telegram_people import asking, begin, do, write


async def test_the_link_shows_the_notice_with_the_way_in_and_the_languages(house) -> None:
    phone = house.phone()
    phone.start("TRAFF1")
    await phone.settled()
    text = phone.last.text
    assert "Exempelkommunen frågar." in text
    assert "utanför EU" in text
    assert "https://x.test/TRAFF1" in text
    assert phone.last.labels == ["Börja", "English"]
    assert house.channel.deep_link("TRAFF1") == "https://t.me/dalalab_test_bot?start=TRAFF1"


async def test_five_questions_by_buttons_and_words_end_in_thanks_and_a_receipt(house) -> None:
    phone = await begin(house)
    assert "Fråga 1 av 5" in phone.last.text
    await do(phone, "I hög grad", "I viss grad", "Övningarna", "Tid att tänka", "Klar")
    assert "Fråga 4 av 5" in phone.last.text
    await write(phone, "Samtalen <b>i par</b> & pauserna 👩‍🏫")
    await write(phone, "Kortare dagar")
    assert "Tack!" in phone.last.text
    assert "kvittokod" in phone.last.text
    assert "Samtalen <b>i par</b> & pauserna 👩‍🏫" in phone.last.text
    assert await house.answers("TRAFF1") == {
        "usefulness": Choice("high"),
        "could_speak": Choice("some"),
        "most_valuable": Choices(("exercises", "reflection")),
        "keep": Words("Samtalen <b>i par</b> & pauserna 👩‍🏫"),
        "change": Words("Kortare dagar"),
    }
    counts = await house.store.counts(await house.store.survey("TRAFF1"))
    assert (counts.begun, counts.complete) == (1, 1)


async def test_answered_messages_collapse_and_only_the_newest_has_buttons(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "Inte alls")
    assert "✓ I hög grad" in phone.replies[-3].text
    assert "✓ Inte alls" in phone.replies[-2].text
    assert asking(phone) == [phone.last]


async def test_a_tick_edits_the_message_and_the_third_tick_is_refused_with_a_reason(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "I hög grad")
    before = len(phone.replies)
    await do(phone, "Övningarna", "Tid att tänka")
    assert "☑ Övningarna" in phone.last.labels
    await do(phone, "Föreläsningarna")
    assert "Du kan välja högst 2" in phone.last.text
    assert "☐ Föreläsningarna" in phone.last.labels
    await do(phone, "Övningarna")
    assert "☐ Övningarna" in phone.last.labels
    assert len(phone.replies) == before
    assert len({query for name, query in _answered(house)}) == len(_answered(house))


def _answered(house) -> list[tuple[str, str]]:
    return [
        (name, fields["callback_query_id"])
        for name, fields in house.world.calls
        if name == "answerCallbackQuery"
    ]


async def test_skip_back_and_change_lead_where_they_say(house) -> None:
    phone = await begin(house)
    await do(phone, "Hoppa över")
    assert (await house.answers("TRAFF1"))["usefulness"] == Skipped()
    await do(phone, "Tillbaka")
    assert "Fråga 1 av 5" in phone.last.text
    await do(phone, "I liten grad", "I hög grad", "Hoppa över", "Hoppa över", "Hoppa över")
    assert "Tack!" in phone.last.text
    await do(phone, "Ändra 2")
    assert "Fråga 2 av 5" in phone.last.text
    assert "✓ I hög grad" in phone.last.labels
    await do(phone, "Inte alls")
    assert "Tack!" in phone.last.text
    assert (await house.answers("TRAFF1"))["could_speak"] == Choice("not_at_all")


async def test_words_where_a_button_is_asked_and_stickers_get_a_clear_sentence(house) -> None:
    phone = await begin(house)
    await write(phone, "ganska bra")
    assert phone.last.text.startswith("Välj ett av svaren här under.")
    assert "Fråga 1 av 5" in phone.last.text
    phone.sticker()
    await phone.settled()
    assert "Det kan vi inte ta emot här" in phone.last.text
    assert await house.answers("TRAFF1") == {}


async def test_ten_thousand_characters_are_refused_with_their_number(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "I hög grad", "Övningarna", "Klar")
    await write(phone, "å" * 4096)
    assert "4\u00a0096 tecken" in phone.last.text
    assert "keep" not in await house.answers("TRAFF1")


async def test_an_old_button_changes_nothing_and_shows_the_question_again(house) -> None:
    phone = await begin(house)
    first = phone.last
    data = {button["text"]: button["callback_data"] for row in first.rows for button in row}
    await do(phone, "I hög grad", "I viss grad")
    phone.press(data["Inte alls"], first)
    await phone.settled()
    assert phone.toasts == [
        "Den frågan har du svarat på. Tryck på Ändra vid svaret om du vill ändra."
    ]
    assert "Fråga 3 av 5" in phone.last.text
    assert (await house.answers("TRAFF1"))["usefulness"] == Choice("high")


async def test_words_sent_twice_do_not_answer_the_question_that_was_not_shown_yet(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "I viss grad", "Exempel från andra", "Klar")
    phone.send("Grums")
    phone.send("Grums")
    await phone.settled()
    assert "Fråga 5 av 5" in phone.last.text
    phone.send("Grums")
    await phone.settled()
    answers = await house.answers("TRAFF1")
    assert (answers["keep"], answers["change"]) == (Words("Grums"), Words("Grums"))


async def test_a_copy_with_other_ticks_is_drawn_again_as_things_are(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad", "I viss grad")
    copy = phone.last
    data = {button["text"]: button["callback_data"] for row in copy.rows for button in row}
    await do(phone, "Exempel från andra")
    phone.press(data["☐ Exempel från andra"], copy)
    await phone.settled()
    assert "☑ Exempel från andra" in phone.last.labels


async def test_two_presses_on_one_button_are_one_answer_and_one_new_question(house) -> None:
    phone = await begin(house)
    first = phone.last
    data = {button["text"]: button["callback_data"] for row in first.rows for button in row}
    phone.press(data["I hög grad"], first)
    phone.press(data["I hög grad"], first)
    await phone.settled()
    assert phone.toasts == ["Det svaret är redan sparat."]
    assert sum("Fråga 2 av 5" in message.text for message in phone.replies) == 1
    await do(phone, "I hög grad")
    ticks = phone.last
    on = ticks.rows[0][0]["callback_data"]
    phone.press(on, ticks)
    phone.press(on, ticks)
    await phone.settled()
    assert "☑ Exempel från andra" in phone.last.labels


async def test_a_button_that_is_not_ours_is_met_with_a_kind_word(house) -> None:
    phone = await begin(house)
    for data in (
        "9.x",
        "1.TRAFF1.zz..0.c0",
        "1.NOSUCH.0..0.c0",
        "1.TRAFF1.0..0.cz",
        "",
        "1.TRAFF1.0..0.?",
    ):
        phone.press(data or "-", phone.last)
        await phone.settled()
    assert len(phone.toasts) == 6
    assert "Fråga 1 av 5" in phone.last.text


async def test_erasing_asks_first_and_then_removes_everything(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad")
    await write(phone, "/radera")
    assert "Vill du ta bort alla dina svar i ”Träff 1”?" in phone.last.text
    await do(phone, "Behåll svaren")
    assert phone.last.text == "Dina svar finns kvar."
    await write(phone, "/delete")
    asked = phone.last
    data = asked.rows[0][0]["callback_data"]
    await do(phone, "Ta bort svaren")
    assert phone.last.text.startswith("Klart. Vi har tagit bort 1 svar.\n\n")
    phone.press(data, asked)
    await phone.settled()
    assert "Vi hittar inga svar att ta bort" in phone.last.text
    assert await house.answers("TRAFF1") == {}


async def test_the_language_can_be_chosen_before_and_during_the_survey(house) -> None:
    phone = house.phone()
    phone.start("TRAFF1")
    await phone.settled()
    await do(phone, "English")
    assert "is asking." in phone.last.text
    await do(phone, "Begin")
    assert "Question 1 of 5" in phone.last.text
    await write(phone, "/sprak")
    await do(phone, "Svenska")
    assert "Fråga 1 av 5" in phone.last.text


async def test_an_english_telephone_is_met_in_english(house) -> None:
    phone = house.phone(language="en-GB")
    phone.start("TRAFF1")
    await phone.settled()
    assert "is asking." in phone.last.text
    assert "(the United Arab Emirates)" in phone.last.text


async def test_privacy_shows_the_whole_notice_again(house) -> None:
    phone = await begin(house)
    await write(phone, "/integritet")
    assert "Rättslig grund: allmänt intresse. Beslut: KS 2027/1." in phone.last.text
    assert phone.last.labels == []


async def test_start_without_code_or_with_an_unknown_one_gets_a_clear_sentence(house) -> None:
    phone = house.phone()
    phone.start()
    await phone.settled()
    assert phone.last.text.startswith("Hej! För att svara på frågor behöver du en kod")
    phone.start("NOSUCH")
    await phone.settled()
    assert phone.last.text.startswith("Den koden finns inte.")
    await write(phone, "hej på er")
    assert phone.last.text.startswith("Du svarar inte på några frågor just nu.")
    await write(phone, "traff1")
    assert "Exempelkommunen frågar." in phone.last.text


async def test_start_again_goes_on_where_the_person_was(house) -> None:
    phone = await begin(house)
    await do(phone, "I hög grad")
    phone.start("TRAFF1")
    await phone.settled()
    assert "Fråga 2 av 5" in phone.last.text
    assert asking(phone) == [phone.last]


async def test_a_closed_survey_says_so_to_words_buttons_and_newcomers(house) -> None:
    phone = await begin(house)
    question = phone.last
    await house.store.close_survey("TRAFF1", house.now)
    house.service.forget()
    phone.press(question.rows[0][0]["callback_data"], question)
    await phone.settled()
    [late] = phone.toasts
    assert "Det du skickade nu är inte sparat" in late
    assert "det du har svarat tidigare är sparat" in late
    skip = next(row[0] for row in question.rows if row[0]["text"] == "Hoppa över")
    phone.press(skip["callback_data"], question)
    await phone.settled()
    assert phone.toasts[1:] == ["Det går inte längre att svara."]
    await write(phone, "Mer tid för samtal")
    assert "Det du skickade är inte sparat." in phone.last.text
    assert "det du har svarat tidigare sparat" in phone.last.text
    other = house.phone(2)
    other.start("TRAFF1")
    await other.settled()
    assert other.last.text == "Det går inte längre att svara. 0 personer svarade."


async def test_words_that_come_after_the_hour_of_closing_are_told_apart(house) -> None:
    await house.open(code="KORT", title="Kort", closes=house.now + dt.timedelta(hours=1))
    phone = await begin(house, code="KORT")
    house.now += dt.timedelta(hours=2)
    await write(phone, "Mer tid")
    assert phone.last.text.startswith("Frågorna hann stänga. Det du skickade nu är inte sparat")
    assert "Det går inte längre att svara." in phone.last.text
    phone.start("KORT")
    await phone.settled()
    assert phone.last.text.startswith("Det går inte längre att svara.")


async def test_a_survey_that_is_not_offered_in_telegram_points_to_the_web(house) -> None:
    await house.open(code="WEBB22", channels=("web",))
    phone = house.phone()
    phone.start("WEBB22")
    await phone.settled()
    assert "https://x.test/WEBB22" in phone.last.text


async def test_two_surveys_in_one_chat_keep_apart(house) -> None:
    await house.open(code="TRAFF2", title="Träff 2")
    phone = await begin(house)
    first = phone.last
    phone.start("TRAFF2")
    await phone.settled()
    await do(phone, "Börja", "Inte alls")
    phone.press(first.rows[3][0]["callback_data"], first)
    await phone.settled()
    assert (await house.answers("TRAFF1")) == {"usefulness": Choice("high")}
    assert (await house.answers("TRAFF2")) == {"usefulness": Choice("not_at_all")}


async def test_two_people_answer_at_once_without_meeting(house) -> None:
    one, two = await begin(house, 1), await begin(house, 2)
    one.tap("Inte alls")
    two.tap("I hög grad")
    await one.settled()
    await two.settled()
    assert (await house.answers("TRAFF1", 1)) == {"usefulness": Choice("not_at_all")}
    assert (await house.answers("TRAFF1", 2)) == {"usefulness": Choice("high")}


async def test_every_message_kept_within_telegrams_limits(house) -> None:
    """The stand-in refuses what Telegram refuses, so a refused call would show here."""
    phone = await begin(house)
    await do(phone, "I hög grad", "I hög grad", "Övningarna", "Klar")
    await write(phone, "<&>" * 160)
    await write(phone, "😀" * 400)
    assert "Tack!" in phone.last.text
