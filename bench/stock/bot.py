"""The other side of `bench/telegram.py`: the same five questions as the library's documentation would have them.

ConversationHandler, PicklePersistence and the library's own polling and requests; nothing of Dalalab is imported.
It makes the same calls per turn: the press is answered, the question that was answered tells its answer, and the
next question is sent.

    python bench/stock/bot.py API_BASE TOKEN FOLDER sequential|concurrent
"""

from __future__ import annotations

import logging
import sys
import tomllib
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

QUESTIONS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("evaluation.toml").read_text(encoding="utf-8")
)["question"]
CHANGE = InlineKeyboardMarkup([[InlineKeyboardButton("Ändra", callback_data="change")]])
Context = ContextTypes.DEFAULT_TYPE


def keyboard(place: int) -> InlineKeyboardMarkup:
    """The options of a question, and skip and back, as Dalalab shows them."""
    rows = [
        [InlineKeyboardButton(option["label"]["sv"], callback_data=f"{place}:{option['id']}")]
        for option in QUESTIONS[place].get("options", [])
    ]
    rows.append(
        [
            InlineKeyboardButton("Tillbaka", callback_data=f"{place}:back"),
            InlineKeyboardButton("Hoppa över", callback_data=f"{place}:skip"),
        ]
    )
    return InlineKeyboardMarkup(rows)


async def ask(message: Message, context: Context, place: int) -> int:
    """Sends a question, or the end; the next state of the conversation."""
    if place == len(QUESTIONS):
        await message.reply_text("Tack! Dina svar är sparade.")
        return ConversationHandler.END
    text = f"Fråga {place + 1} av {len(QUESTIONS)}\n\n<b>{QUESTIONS[place]['text']['sv']}</b>"
    sent = await message.reply_text(text, parse_mode="HTML", reply_markup=keyboard(place))
    assert context.user_data is not None
    context.user_data["asked"] = sent.message_id
    return place


async def start(update: Update, context: Context) -> int:
    """What it is about, and the way in."""
    assert update.message is not None
    begin = InlineKeyboardMarkup([[InlineKeyboardButton("Börja", callback_data="begin")]])
    await update.message.reply_text("Fem korta frågor om dagens träff.", reply_markup=begin)
    return len(QUESTIONS)


async def begin(update: Update, context: Context) -> int:
    """The first question."""
    query = update.callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    await query.answer()
    await query.edit_message_reply_markup()
    return await ask(query.message, context, 0)


async def pressed(update: Update, context: Context) -> int:
    """An option."""
    query = update.callback_query
    assert query is not None
    assert query.data is not None
    assert isinstance(query.message, Message)
    place, _, option = query.data.partition(":")
    await query.answer()
    keep(context, int(place), option)
    told = f"{QUESTIONS[int(place)]['text']['sv']}\n✓ {option}"
    await query.edit_message_text(told, reply_markup=CHANGE)
    return await ask(query.message, context, int(place) + 1)


async def wrote(update: Update, context: Context) -> int:
    """Words for the question that was asked last."""
    message = update.message
    assert message is not None
    assert message.text is not None
    assert context.user_data is not None
    place = len(context.user_data["answers"])
    keep(context, place, message.text)
    await context.bot.edit_message_text(
        f"{QUESTIONS[place]['text']['sv']}\n✓ {message.text}",
        chat_id=message.chat_id,
        message_id=context.user_data["asked"],
        reply_markup=CHANGE,
    )
    following = await ask(message, context, place + 1)
    await message.set_reaction("✍")
    return following


def keep(context: Context, place: int, answer: str) -> None:
    """Into the library's own user data."""
    assert context.user_data is not None
    context.user_data.setdefault("answers", {})[place] = answer


def main() -> None:
    """Runs until a signal comes."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    api_base, token, folder, mode = sys.argv[1:]
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{api_base}/bot")
        .base_file_url(f"{api_base}/file/bot")
        .persistence(PicklePersistence(Path(folder) / "stock.pickle"))
        .concurrent_updates(mode == "concurrent")
        .build()
    )
    states: dict[object, list[Any]] = {
        place: [
            CallbackQueryHandler(pressed, pattern=rf"^{place}:")
            if "options" in question
            else MessageHandler(filters.TEXT & ~filters.COMMAND, wrote)
        ]
        for place, question in enumerate(QUESTIONS)
    }
    states[len(QUESTIONS)] = [CallbackQueryHandler(begin, pattern="^begin$")]
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states=states,
            fallbacks=[CommandHandler("start", start)],
            name="evaluation",
            persistent=True,
        )
    )
    application.run_polling(poll_interval=0.0, timeout=25)


if __name__ == "__main__":
    main()
