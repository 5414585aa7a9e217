"""Every refusal the stand-in knows, in one table: what Telegram would refuse, a test must see refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.botapi.group import Group
from bot.botapi.phone import Phone
from tests.bot.botapi.client import Client, buttons

LONG = "a" * 4097
GROUP = -1001


def keyboard(button: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendMessage", {"chat_id": 5}, 400, "message text is empty"),
    ("sendMessage", {"text": "a"}, 400, "parameter 'chat_id' is missing"),
    ("sendMessage", {"chat_id": "five", "text": "a"}, 400, "parameter chat_id must be a number"),
    ("sendMessage", {"chat_id": 9, "text": "a"}, 400, "chat not found"),
    ("sendMessage", {"chat_id": 5, "text": " \n"}, 400, "message text is empty"),
    ("sendMessage", {"chat_id": 5, "text": LONG}, 400, "message is too long"),
    ("sendMessage", {"chat_id": 6, "text": "a"}, 403, "bot can't initiate conversation with a user"),
    ("sendMessage", {"chat_id": 7, "text": "a"}, 403, "user is deactivated"),
    ("sendMessage", {"chat_id": 5, "text": "a", "parse_mode": "BBCode"}, 400, "unsupported parse_mode"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": "{"}, 400, "can't parse reply keyboard markup"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": "[1]"}, 400, "object expected as reply markup"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": buttons([("x", "d" * 65)])}, 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": buttons([("x", "å" * 33)])}, 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": buttons([("x", "")])}, 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": buttons([("", "d")])}, 400, "text buttons are unallowed"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": keyboard({"text": "x"})}, 400, "text buttons are unallowed"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": keyboard({"text": "x", "url": "nowhere"})}, 400, "Wrong HTTP URL"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": keyboard({"text": "x", "callback_data": "d", "style": "loud"})}, 400, "wrong button style"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": buttons([("x", "d")] * 9)}, 400, "reply markup is too long"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": buttons(*[[("x", "d")] * 8] * 12, [("x", "d")] * 5)}, 400, "reply markup is too long"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_markup": {"force_reply": True, "input_field_placeholder": "p" * 65}}, 400, "placeholder is too long"),
    ("sendMessage", {"chat_id": GROUP, "text": "a", "reply_markup": {"keyboard": [[{"text": "x", "request_location": True}]]}}, 400, "can't request location"),
    ("sendMessage", {"chat_id": 5, "text": "a", "reply_parameters": {"message_id": 99}}, 400, "message to be replied not found"),
    ("sendMessage", {"chat_id": 5, "text": "a", "receiver_user_id": 5}, 400, "ephemeral messages can be sent only in groups"),
    ("sendMessage", {"chat_id": GROUP, "text": "a", "receiver_user_id": 77}, 400, "user not found"),
    ("sendPhoto", {"chat_id": 5, "photo": "unknown"}, 400, "wrong file identifier"),
    ("sendPhoto", {"chat_id": 5}, 400, "parameter 'photo' is missing"),
    ("sendPhoto", {"chat_id": 5, "photo": "picture", "caption": "c" * 1025}, 400, "message caption is too long"),
    ("sendLocation", {"chat_id": 5, "latitude": 91, "longitude": 0}, 400, "wrong latitude or longitude"),
    ("sendMediaGroup", {"chat_id": 5, "media": [{"type": "photo", "media": "picture"}]}, 400, "there must be 2-10"),
    ("sendPoll", {"chat_id": 5, "question": "q" * 301, "options": ["a"]}, 400, "poll question"),
    ("sendPoll", {"chat_id": 5, "question": "q", "options": ["a"] * 13}, 400, "at most 12"),
    ("sendPoll", {"chat_id": 5, "question": "q", "options": ["a" * 101]}, 400, "poll options length"),
    ("sendPoll", {"chat_id": 5, "question": "q", "options": ["a"], "explanation": "e" * 201}, 400, "explanation is too long"),
    ("sendPoll", {"chat_id": 5, "question": "q", "options": ["a"], "open_period": 4}, 400, "open period"),
    ("sendPoll", {"chat_id": 5, "question": "q", "options": ["a"], "open_period": 9, "close_date": 9}, 400, "together"),
    ("sendPoll", {"chat_id": 5, "question": "q", "options": ["a"], "type": "quiz"}, 400, "wrong correct option"),
    ("stopPoll", {"chat_id": 5, "message_id": 2}, 400, "message with poll to stop not found"),
    ("editMessageText", {"chat_id": 5, "message_id": 1, "text": "b"}, 400, "message can't be edited"),
    ("editMessageText", {"chat_id": 5, "message_id": 99, "text": "b"}, 400, "message to edit not found"),
    ("editMessageText", {"chat_id": 5, "message_id": 2, "text": "mine"}, 400, "message is not modified"),
    ("editMessageText", {"chat_id": 5, "message_id": 2, "text": LONG}, 400, "message is too long"),
    ("editMessageCaption", {"chat_id": 5, "message_id": 2, "caption": "b"}, 400, "there is no caption"),
    ("editMessageReplyMarkup", {"chat_id": 5, "message_id": 2}, 400, "message is not modified"),
    ("deleteMessage", {"chat_id": 5, "message_id": 99}, 400, "message to delete not found"),
    ("deleteMessages", {"chat_id": 5, "message_ids": []}, 400, "not specified"),
    ("copyMessage", {"chat_id": 5, "from_chat_id": 5, "message_id": 99}, 400, "message to copy not found"),
    ("forwardMessage", {"chat_id": 5, "from_chat_id": 5, "message_id": 99}, 400, "message to forward not found"),
    ("pinChatMessage", {"chat_id": 5, "message_id": 99}, 400, "message to pin not found"),
    ("unpinChatMessage", {"chat_id": 5}, 400, "message to unpin not found"),
    ("answerCallbackQuery", {"callback_query_id": "no"}, 400, "query is too old"),
    ("answerWebAppQuery", {"web_app_query_id": "no", "result": {}}, 400, "query is too old"),
    ("setMessageReaction", {"chat_id": 5, "message_id": 99}, 400, "message to react not found"),
    ("setMessageReaction", {"chat_id": 5, "message_id": 1, "reaction": [{"emoji": "🧀"}]}, 400, "REACTION_INVALID"),
    ("setMessageReaction", {"chat_id": 5, "message_id": 1, "reaction": [{"emoji": "👍"}] * 2}, 400, "REACTIONS_TOO_MANY"),
    ("sendChatAction", {"chat_id": 5, "action": ""}, 400, "wrong parameter action"),
    ("getFile", {"file_id": "unknown"}, 400, "wrong file_id"),
    ("getFile", {"file_id": "large"}, 400, "file is too big"),
    ("getChat", {"chat_id": 9}, 400, "chat not found"),
    ("getChatMember", {"chat_id": GROUP, "user_id": 77}, 400, "user not found"),
    ("leaveChat", {"chat_id": 5}, 400, "private chat"),
    ("createForumTopic", {"chat_id": GROUP, "name": ""}, 400, "topic name"),
    ("setMyCommands", {}, 400, "parameter 'commands' is missing"),
    ("setMyCommands", {"commands": [{"command": "Åka", "description": "a"}]}, 400, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "c" * 33, "description": "a"}]}, 400, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, 400, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": "d" * 257}]}, 400, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": "d"}] * 101}, 400, "more than 100"),
    ("setMyCommands", {"commands": [], "language_code": "swe"}, 400, "invalid language code"),
    ("setMyName", {"name": "n" * 65}, 400, "name is too long"),
    ("setMyDescription", {"description": "d" * 513}, 400, "description is too long"),
    ("setMyShortDescription", {"short_description": "d" * 121}, 400, "short description is too long"),
    ("setChatMenuButton", {"menu_button": {"type": "door"}}, 400, "invalid type"),
    ("setWebhook", {"url": "http://x.test/hook"}, 400, "An HTTPS URL must be provided"),
    ("setWebhook", {"url": "https://x.test", "secret_token": "å"}, 400, "unallowed characters"),
    ("setWebhook", {"url": "https://x.test", "max_connections": 101}, 400, "max_connections"),
    ("sendMessageDraft", {"chat_id": 5, "draft_id": 0, "text": "a"}, 400, "draft_id must be non-zero"),
    ("sendMessageDraft", {"chat_id": GROUP, "draft_id": 1, "text": "a"}, 400, "private chats only"),
    ("sendChecklist", {"checklist": {"title": "t", "tasks": []}}, 400, "1-30 tasks"),
    ("sendChecklist", {"checklist": {"title": "t", "tasks": [{"id": 1, "text": "a"}]}, "business_connection_id": "b"}, 400, "business connection not found"),
    ("sendRichMessage", {"chat_id": 5, "rich_message": {}}, 400, "exactly one of"),
    ("sendRichMessage", {"chat_id": 5, "rich_message": {"markdown": "a" * 32769}}, 400, "too long"),
    ("editEphemeralMessageText", {"chat_id": GROUP, "receiver_user_id": 5, "ephemeral_message_id": 3, "text": "a"}, 400, "message to edit not found"),
    ("sendTelepathy", {"chat_id": 5}, 404, "Not Found"),
]  # fmt: skip


@pytest.fixture
async def peopled(bot: Client) -> Client:
    """Person 5 has written message 1 and the bot message 2; message 3 is the bot's in a group."""
    Phone(bot.world, 5).send("hej")
    Phone(bot.world, 6, started=False)
    Phone(bot.world, 7).leave_telegram()
    Group(bot.world, GROUP)
    bot.world.files |= {"picture": b"p", "large": bytes(20 * 1024 * 1024 + 1)}
    await bot("sendMessage", chat_id=5, text="mine")
    await bot("sendMessage", chat_id=GROUP, text="ours")
    return bot


async def test_what_telegram_refuses_is_refused_with_its_status_and_its_words(peopled) -> None:
    wrong = []
    for method, fields, status, words in REFUSED:
        got = await peopled(method, **fields)
        if got[0] != status or words not in str(got[1]):
            wrong.append((method, got))
    assert wrong == []


async def test_a_refused_call_changes_nothing(peopled) -> None:
    before = Phone(peopled.world, 5).transcript()
    for method, fields, _, _ in REFUSED:
        await peopled(method, **fields)
    assert Phone(peopled.world, 5).transcript() == before


async def test_what_just_fits_is_accepted(peopled) -> None:
    fits = [
        {"text": "a" * 4096},
        {"text": "<b>" + "a" * 4096 + "</b>", "parse_mode": "HTML"},
        {"text": "a", "reply_markup": buttons([("x", "å" * 32)] * 8)},
        {"text": "a", "reply_markup": buttons(*[[("x", "d")] * 8] * 12, [("x", "d")] * 4)},
        {"text": "a", "reply_parameters": json.dumps({"message_id": 1})},
        {
            "text": "a",
            "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True},
        },
    ]
    for fields in fits:
        assert (await peopled("sendMessage", chat_id=5, **fields))[0] == 200, fields
    assert (await peopled("sendPhoto", chat_id=5, photo="picture", caption="c" * 1024))[0] == 200


async def test_more_than_a_hundred_entities_are_passed_over(peopled) -> None:
    many = "".join("<b>a</b> " for _ in range(101))
    _, sent = await peopled("sendMessage", chat_id=5, text=many, parse_mode="HTML")
    assert len(sent["entities"]) == 100


async def test_after_two_days_a_message_cannot_be_deleted(peopled) -> None:
    peopled.now[0] += 48 * 3600 + 1
    told = await peopled("deleteMessage", chat_id=5, message_id=2)
    assert told == (400, "Bad Request: message can't be deleted")


async def test_a_toast_has_at_most_two_hundred_characters(peopled) -> None:
    phone = Phone(peopled.world, 5)
    await peopled("sendMessage", chat_id=5, text="a", reply_markup=buttons([("Ja", "d")]))
    phone.tap("Ja")
    query = list(peopled.world.presses)[-1]
    told = await peopled("answerCallbackQuery", callback_query_id=query, text="t" * 201)
    assert told == (400, "Bad Request: MESSAGE_TOO_LONG")
    assert (await peopled("answerCallbackQuery", callback_query_id=query, text="t" * 200))[0] == 200


async def test_a_group_that_has_become_a_supergroup_says_its_new_number(peopled) -> None:
    phone = Phone(peopled.world, 5)
    group = Group(peopled.world, -7, kind="group")
    group.migrate(phone, -1007)
    status, told = await peopled("sendMessage", chat_id=-7, text="a")
    assert (status, told) == (400, "Bad Request: group chat was upgraded to a supergroup chat")
    assert (await peopled("sendMessage", chat_id=-1007, text="a"))[0] == 200
    group.migrate(phone, -1008)
    Group(peopled.world, -1007).remove_bot(phone)
    status, told = await peopled("sendMessage", chat_id=-1007, text="a")
    assert (status, told) == (403, "Forbidden: bot was kicked from the supergroup chat")
