"""What people do reaches the bot as Telegram writes it, and what the bot does is what people see."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, Update

from bot.botapi import oddities
from bot.botapi.group import Group, in_group
from bot.botapi.phone import Phone
from bot.botapi.rates import rates
from bot.botapi.server import BotApi
from bot.botapi.world import World
from bot.telegram.incoming.reading import Unintelligible, read
from bot.telegram.outgoing.request import AiohttpRequest
from tests.bot.botapi.client import Client, buttons


async def waiting(bot: Client) -> list[dict[str, Any]]:
    """What the bot has not fetched yet, fetched."""
    updates = (await bot("getUpdates"))[1]
    if updates:
        await bot("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


def send_everything(world: World, phone: Phone, group: Group, asked: int) -> None:
    """One of everything that a person, a group, a channel and time can send."""
    phone.start("TRAFF1")
    phone.edit(phone.messages[-1].id, "ändrat")
    phone.send("svar", reply_to=asked)
    phone.location(60.6, 15.6)
    phone.venue(60.6, 15.6, "Torget")
    phone.contact()
    phone.photo(b"p", caption="vid bron")
    phone.media_group(b"p", b"q")
    phone.document(b"d", "svar.pdf")
    phone.sticker()
    phone.voice()
    phone.dice()
    phone.web_app_data("{}")
    phone.tap("Ja")
    phone.press_inaccessible("d", 1)
    phone.react(asked, "👍")
    phone.block()
    phone.unblock()
    group.add_bot(phone)
    group.say(phone, "/start@dalalab_test_bot")
    group[phone].send("i tråden", thread=4)
    group.join(Phone(world, 6))
    group.leave(Phone(world, 6))
    oddities.business_message(world, phone)
    oddities.inline_query(world, phone)
    oddities.channel_post(world)
    oddities.from_the_future(world, phone)


async def test_whatever_a_person_sends_the_library_can_read(bot) -> None:
    phone = Phone(bot.world, 5)
    group = in_group(phone, -1001)
    _, asked = await bot("sendMessage", chat_id=5, text="?", reply_markup=buttons([("Ja", "d")]))
    await bot("getUpdates", allowed_updates=["message", "edited_message", "callback_query",
              "message_reaction", "chat_member", "my_chat_member"])  # fmt: skip
    send_everything(bot.world, phone, group, asked["message_id"])
    raw = await waiting(bot)
    read_by_library = [Update.de_json(each, None) for each in raw]
    assert [u.update_id for u in read_by_library] == [each["update_id"] for each in raw]
    kinds = {name for each in raw for name in each if name != "update_id"}
    assert kinds == {
        "message", "edited_message", "callback_query", "message_reaction", "my_chat_member",
        "chat_member", "business_message", "inline_query", "channel_post", "telepathy",
    }  # fmt: skip
    assert len(raw) == 31


async def test_what_is_broken_or_unknown_never_gets_past_our_reading(bot) -> None:
    phone = Phone(bot.world, 5)
    for oddity in oddities.ODDITIES:
        oddity(bot.world, phone)
    *unknown, broken = await waiting(bot)
    assert [read(each) for each in unknown] == [None] * 4
    with pytest.raises(Unintelligible):
        read(broken)


async def test_kinds_that_are_not_asked_for_do_not_come(bot) -> None:
    phone = Phone(bot.world, 5)
    assert phone.react(1, "👍") == 0
    await bot("getUpdates", allowed_updates='["message_reaction"]')
    assert phone.send("hej") == 0
    reacted = phone.react(1, "👍")
    assert [each["update_id"] for each in await waiting(bot)] == [reacted]
    await bot("getUpdates", allowed_updates=[])
    assert phone.react(1, "👍") == 0
    assert phone.send("hej") != 0


async def test_updates_come_twice_in_another_order_after_a_gap_and_with_lower_numbers(bot) -> None:
    phone = Phone(bot.world, 5)
    first, second = phone.send("ett"), phone.send("två")
    oddities.swap(bot.world, first, second)
    raw = await waiting(bot)
    assert [(u["update_id"], u["message"]["text"]) for u in raw] == [
        (first, "två"),
        (second, "ett"),
    ]
    assert oddities.again(bot.world, raw[0]) == first
    assert oddities.again(bot.world, raw[0], new_id=True) > second
    assert [u["message"]["text"] for u in await waiting(bot)] == ["två", "två"]
    bot.world.skip_ids(500)
    assert phone.send("efter en lucka") > second + 500
    bot.world.skip_ids(-1000)
    assert phone.send("åter från början") < first
    bot.world.order = lambda ids: sorted(ids, reverse=True)
    texts = [u["message"]["text"] for u in (await bot("getUpdates"))[1]]
    assert texts == ["efter en lucka", "åter från början"]


async def test_an_offset_below_zero_counts_from_the_end(bot) -> None:
    phone = Phone(bot.world, 5)
    sent = [phone.send(str(n)) for n in range(4)]
    raw = (await bot("getUpdates", offset=-2))[1]
    assert [u["update_id"] for u in raw] == sent[2:]
    assert bot.world.confirmed == sent[1]
    repeated = (await bot("getUpdates", offset=1))[1]
    assert [u["update_id"] for u in repeated] == sent[2:]


async def test_a_group_is_seen_by_its_members_and_its_toasts_come_to_who_pressed(bot) -> None:
    one, other = Phone(bot.world, 5), Phone(bot.world, 6)
    group = in_group(one, -1001)
    group.say(one, "hej")
    group.say(other, "/status")
    _, sent = await bot("sendMessage", chat_id=-1001, text="?", reply_markup=buttons([("Ja", "d")]))
    assert sent["chat"] == {"id": -1001, "type": "supergroup", "title": "Grupp"}
    group.press(other, "Ja")
    press = (await waiting(bot))[-1]["callback_query"]
    assert press["from"]["id"] == 6
    assert press["message"]["chat"]["id"] == -1001
    await bot("answerCallbackQuery", callback_query_id=press["id"], text="Tack")
    assert (one.toasts, other.toasts) == ([], ["Tack"])
    assert group.transcript() == ["> hej", "> /status", "< ? [Ja]"]
    assert (await bot("getChatMemberCount", chat_id=-1001))[1] == 3


async def test_a_bot_without_rights_is_told_of_commands_and_answers_only(bot) -> None:
    phone = Phone(bot.world, 5)
    group = Group(bot.world, -1001)
    group.privacy = True
    _, sent = await bot("sendMessage", chat_id=-1001, text="?")
    assert group.say(phone, "bara prat") == 0
    assert group.say(phone, "/start") != 0
    assert group.say(phone, "svar", reply_to=sent["message_id"]) != 0
    group.promote_bot(phone)
    assert group.say(phone, "mer prat") != 0
    group.remove_bot(phone)
    assert group.say(phone, "/start") == 0


async def test_what_is_for_one_member_alone_the_others_do_not_see(bot) -> None:
    one, other = Phone(bot.world, 5), Phone(bot.world, 6)
    group = in_group(one, -1001)
    in_group(other, -1001)
    only = {"chat_id": -1001, "receiver_user_id": 5}
    _, sent = await bot("sendMessage", text="hemligt", **only)
    number = {"ephemeral_message_id": sent["ephemeral_message_id"], **only}
    assert (await bot("editEphemeralMessageText", text="ändrat", **number)) == (200, True)
    assert [m.text for m in group.seen_by(one)] == ["ändrat"]
    assert group.seen_by(other) == []
    assert (await bot("deleteEphemeralMessage", **number)) == (200, True)
    assert group.messages == []


async def test_a_poll_is_voted_in_changed_and_stopped(bot) -> None:
    phone = Phone(bot.world, 5)
    poll = {"chat_id": 5, "question": "?", "options": ["a", {"text": "b"}], "is_anonymous": False}
    _, sent = await bot("sendPoll", **poll)
    oddities.vote(bot.world, phone, sent["message_id"], 1)
    oddities.vote(bot.world, phone, sent["message_id"], 0)
    oddities.vote(bot.world, phone, sent["message_id"])
    raw = await waiting(bot)
    answers = [u["poll_answer"]["option_ids"] for u in raw if "poll_answer" in u]
    assert answers == [[1], [0], []]
    oddities.vote(bot.world, phone, sent["message_id"], 1)
    _, ended = await bot("stopPoll", chat_id=5, message_id=sent["message_id"])
    assert [option["voter_count"] for option in ended["options"]] == [0, 1]
    with pytest.raises(ValueError, match="takes no vote"):
        oddities.vote(bot.world, phone, sent["message_id"], 0)


async def test_pictures_and_recordings_are_seen_and_can_be_fetched(bot) -> None:
    phone = Phone(bot.world, 5)
    _, sent = await bot.upload("sendPhoto", {"photo": b"bild"}, chat_id=5, caption="<b>Kod</b>",
                               parse_mode="HTML")  # fmt: skip
    assert (phone.last.photo, phone.last.caption, phone.last.text) == (b"bild", "Kod", "Kod")
    caption = {"chat_id": 5, "message_id": sent["message_id"], "caption": "ny"}
    assert (await bot("editMessageCaption", **caption))[0] == 200
    assert phone.last.caption == "ny"
    group = {
        "chat_id": 5,
        "media": '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://b"}]',
    }
    _, both = await bot.upload("sendMediaGroup", {"a": b"1", "b": b"2"}, **group)
    assert [phone.chat.messages[m["message_id"]].photo for m in both] == [b"1", b"2"]
    await bot.upload("sendVoice", {"voice": b"OggS"}, chat_id=5)
    await bot.upload("sendDocument", {"document": b"pdf"}, chat_id=5)
    file_id = phone.last.content["document"]["file_id"]
    _, found = await bot("getFile", file_id=file_id)
    address = f"{bot.api.url}/file/bot{bot.world.token}/{found['file_path']}"
    async with bot.session.get(address) as response:
        assert await response.read() == b"pdf"
    phone.photo(b"person")
    sizes = (await waiting(bot))[-1]["message"]["photo"]
    assert bot.world.files[sizes[-1]["file_id"]] == b"person"


async def test_reactions_pins_copies_and_threads(bot) -> None:
    phone = Phone(bot.world, 5)
    phone.send("tack")
    number = {"chat_id": 5, "message_id": phone.messages[0].id}
    react = {"reaction": [{"type": "emoji", "emoji": "❤️"}], **number}
    assert (await bot("setMessageReaction", **react))[0] == 200
    assert (phone.reactions, bot.world.reactions) == ({1: "❤"}, {(5, 1): "❤"})
    assert (await bot("setMessageReaction", **number))[0] == 200
    assert phone.reactions == {}
    assert (await bot("pinChatMessage", **number))[0] == 200
    assert (await bot("getChat", chat_id=5))[1]["pinned_message"]["text"] == "tack"
    assert (await bot("copyMessage", from_chat_id=5, **number))[0] == 200
    assert phone.transcript() == ["> tack", "< tack"]
    thread = (await bot("createForumTopic", chat_id=5, name="Enkät"))[1]["message_thread_id"]
    _, sent = await bot("sendMessage", chat_id=5, text="a", message_thread_id=thread)
    assert sent["message_thread_id"] == thread


async def test_the_profile_is_kept_by_language_and_scope(bot) -> None:
    start = [{"command": "start", "description": "Börja"}]
    await bot("setMyCommands", commands=start, language_code="sv")
    scope = {"type": "chat", "chat_id": 5}
    await bot("setMyCommands", commands=start, scope=scope)
    assert (await bot("getMyCommands", language_code="sv"))[1] == start
    assert (await bot("getMyCommands"))[1] == []
    assert (await bot("getMyCommands", scope=scope))[1] == start
    assert bot.world.commands == {"sv": start}
    await bot("deleteMyCommands", scope=scope)
    assert (await bot("getMyCommands", scope=scope))[1] == []
    await bot("setMyName", name="Fråga")
    await bot("setMyName", name="Ask", language_code="en")
    assert (await bot("getMyName", language_code="en"))[1] == {"name": "Ask"}
    assert (await bot("getMyName", language_code="fi"))[1] == {"name": "Fråga"}
    assert (await bot("getMyShortDescription"))[1] == {"short_description": ""}


async def test_get_post_query_form_and_any_case_are_the_same_call(bot) -> None:
    phone = Phone(bot.world, 5)
    fields = {"chat_id": "5", "text": "hej"}
    async with bot.session.get(f"{bot.base}/sendmessage", params=fields) as response:
        assert response.status == 200
    async with bot.session.post(f"{bot.base}/SENDMESSAGE", data=fields) as response:
        assert response.status == 200
    async with bot.session.post(f"{bot.base}/sendMessage?chat_id=5", json={"text": "hej"}) as ok:
        assert ok.status == 200
    async with bot.session.post(
        f"{bot.base}/sendMessage", data="{", headers={"Content-Type": "application/json"}
    ) as response:
        assert response.status == 400
    assert [m.text for m in phone.replies] == ["hej"] * 3


async def test_the_log_tells_how_fast_the_bot_was(bot) -> None:
    for number in (5, 6):
        Phone(bot.world, number)
    for at, chat in enumerate((5, 5, 6, 5)):
        bot.now[0] = 1000 + at * 0.4
        await bot("sendMessage", chat_id=chat, text="a")
    await bot("sendMessage", chat_id=9, text="a")
    told = rates(bot.world.log)
    assert (told.calls, told.statuses) == (5, {200: 4, 400: 1})
    assert (told.overall, told.chat, told.group) == (3, 2, 0)


async def test_two_presses_on_one_button_are_two_updates_with_an_answer_each(bot) -> None:
    phone = Phone(bot.world, 5)
    await bot("sendMessage", chat_id=5, text="?", reply_markup=buttons([("Ja", "d")]))
    first, second = phone.double_tap("Ja")
    assert second == first + 1
    queries = [u["callback_query"]["id"] for u in await waiting(bot)]
    answers = [await bot("answerCallbackQuery", callback_query_id=query) for query in queries]
    assert answers == [(200, True), (200, True)]


async def test_only_so_many_calls_are_remembered_when_asked_and_all_are_counted() -> None:
    world = World(keep=10)
    for _ in range(50):
        world.record("sendMessage", {})
    assert len(world.calls) <= 20
    assert world.count("sendmessage") == world.total_calls == 50
    queries = [world.press(5, 5) for _ in range(50)]
    assert len(world.presses) == len(world.pressing) <= 20
    assert queries[-1] in world.presses


@pytest.mark.parametrize("request_class", ["the library's own", "ours"])
async def test_the_librarys_own_bot_works_against_it(bot, request_class: str) -> None:
    request = (
        {}
        if request_class == "the library's own"
        else {"request": AiohttpRequest(), "get_updates_request": AiohttpRequest()}
    )
    api: BotApi = bot.api
    phone = Phone(bot.world, 5)
    library = Bot(
        bot.world.token, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot", **request
    )
    async with library:
        assert library.username == "dalalab_test_bot"
        phone.photo(b"bild")
        (update,) = await library.get_updates(timeout=0)
        file = await library.get_file(update.message.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == b"bild"
        sent = await library.send_message(
            5, "<b>hej</b>", parse_mode="HTML", reply_markup=buttons([("Ja", "d")])
        )
        assert [(e.type, e.length) for e in sent.entities] == [("bold", 3)]
        phone.tap("Ja")
        (press,) = await library.get_updates(offset=update.update_id + 1, timeout=0)
        assert await press.callback_query.answer("Tack")
        edited = await press.callback_query.edit_message_text("klart")
        assert (edited.text, edited.edit_date is not None) == ("klart", True)
        assert await library.set_message_reaction(5, 1, "👍")
        picture = await library.send_photo(5, b"svar", caption="c")
        assert picture.photo[-1].file_size == 4
        assert (await library.get_chat(5)).first_name == "Person"
        assert await library.set_my_commands([("start", "Börja")], language_code="sv")
    assert (phone.toasts, phone.reactions) == (["Tack"], {1: "👍"})
