"""The small parts by themselves: buttons, updates, limits, pace, turns at the counter."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.incoming.dispatch import Dispatcher
from bot.telegram.incoming.reading import (
    Commanded,
    Heard,
    Moved,
    Pinned,
    Sent,
    SentSomething,
    Started,
    Unintelligible,
    Wrote,
    chat_of,
    read,
)
from bot.telegram.outgoing.request import method_of
from bot.telegram.screens.codec import ButtonTooLong, Does, OldButton, Press, decode
from bot.telegram.screens.markup import cut, escape, label, units
from bot.telegram.screens.spots import press_on, slot_of
from surveys.conversation.plan import plan_of
from surveys.errors import StaleTurn, StoreError
from surveys.questionnaire.models import FreeText, Item, Questionnaire
from surveys.store.records import InboxUpdate
from surveys.survey import Survey
from surveys.texts import Texts
from tests.bot.telegram.telegram_people import notice

NUMBERED = (Does.CHOOSE, Does.OUTSIDE, Does.PLACE, Does.TICK, Does.UNTICK, Does.PAGE)
ABOUT_A_QUESTION = (Does.SEND, Does.SKIP, Does.BACK, Does.CHANGE, Does.AGREE, Does.REFUSE, Does.ROW)

codes = st.text("ABCDEFGHJKMNPQRSTVWXYZ23456789", min_size=1, max_size=10)
places = {
    "code": codes,
    "place": st.integers(0, 1_000_000),
    "check": st.from_regex(r"\A[0-9a-z]{1,3}\Z"),
    "revision": st.integers(0, 1_000_000),
}
presses = st.one_of(
    st.builds(Press, does=st.sampled_from(NUMBERED), number=st.integers(0, 9999), **places),
    st.builds(Press, does=st.sampled_from(ABOUT_A_QUESTION), **places),
    st.builds(Press, code=codes, does=st.just(Does.PAGE), number=st.integers(0, 99)),
    st.builds(Press, code=codes, does=st.just(Does.LANGUAGE), word=st.just("sv-x-latt")),
    st.builds(Press, code=codes, does=st.sampled_from([Does.BEGIN, Does.ERASE, Does.KEEP])),
)


@given(presses)
def test_a_button_comes_back_as_it_was_sent_within_64_bytes(press) -> None:
    data = press.encode()
    assert len(data.encode()) <= 64
    assert decode(data) == press


@given(st.text(max_size=80))
def test_any_other_data_is_an_old_button(text) -> None:
    try:
        decoded = decode(text)
    except OldButton:
        return
    assert text.startswith("2.")
    assert decoded.code == text.split(".")[1]


def test_buttons_of_the_version_before_are_old() -> None:
    with pytest.raises(OldButton):
        decode("1.TRAFF1.0..0.c0")


def test_data_that_would_be_too_long_is_refused_before_it_is_sent() -> None:
    with pytest.raises(ButtonTooLong):
        Press("A" * 60, Does.BEGIN).encode()


names = st.from_regex(r"\A[a-z][a-z0-9_]{0,39}\Z")


@given(
    st.lists(names, min_size=2, max_size=6, unique=True),
    st.lists(names, min_size=1, max_size=8, unique=True),
)
def test_a_button_finds_its_question_and_turn_and_notices_when_they_have_moved(ids, items) -> None:
    survey = looped(ids, items)
    slots = plan_of(survey).slots
    for slot in slots:
        press = press_on(survey, slot.key, Does.CHOOSE, revision=40_000, number=500)
        assert len(press.encode().encode()) <= 64
        assert slot_of(survey, decode(press.encode())).key == slot.key
    press = press_on(survey, slots[0].key, Does.SKIP)
    with pytest.raises(OldButton):
        slot_of(looped(ids[1:], items), press)
    with pytest.raises(OldButton):
        slot_of(survey, replace(press, place=len(slots)))


def looped(ids: list[str], items: list[str]) -> Survey:
    """A survey with a question for each id, asked about each item and its pair in a second dimension."""
    text = {"sv": "Fråga", "en": "Question"}
    known = [Item(id=each, label=text) for each in items]
    questionnaire = Questionnaire.model_validate(
        {
            "format": 1,
            "id": "looped",
            "purpose": "evaluation",
            "unit": "person",
            "anonymity": "confidential",
            "channels": ["telegram", "web"],
            "max_seconds": 60,
            "title": text,
            "intro": text,
            "dimension": [{"id": "one", "items": known}, {"id": "two", "items": known}],
            "question": [
                FreeText(id=each, kind="text", text=text, loop=("one", "two")) for each in ids
            ],
        }
    )
    return Survey(1, "ABCDEFGHJK", "", questionnaire, "v", notice())


@given(st.text(max_size=200), st.integers(2, 60))
def test_cutting_keeps_the_limit_and_no_half_signs(text, longest) -> None:
    short = cut(text, longest)
    assert units(short) <= longest
    assert short == text or short.endswith("…")
    short.encode("utf-8", "strict" if text.isprintable() else "surrogatepass")


def test_texts_are_escaped_and_labels_are_one_line() -> None:
    assert escape("<b>&</b>") == "&lt;b&gt;&amp;&lt;/b&gt;"
    assert label("en\n  rad") == "en rad"
    assert label("   ") == "–"


PRIVATE = {"id": 7, "type": "private"}


@pytest.mark.parametrize(
    ("message", "deed"),
    [
        ({"text": "/start ABC"}, Started("ABC")),
        ({"text": "/start@bot ABC "}, Started("ABC")),
        ({"text": "/start"}, Started(None)),
        ({"text": "/Radera nu"}, Commanded("radera", "nu")),
        ({"text": "/fortsätt K7PQ2-M9XWD "}, Commanded("fortsätt", "K7PQ2-M9XWD")),
        ({"text": "/ 3"}, Wrote("/ 3")),
        ({"text": "hej"}, Wrote("hej")),
        ({"location": {"latitude": 57.7, "longitude": 12}}, Pinned(57.7, 12.0)),
        (
            {
                "photo": [
                    {"file_id": "s", "width": 1, "height": 1},
                    {"file_id": "l", "width": 9, "height": 9},
                ]
            },
            Sent("l", "photo.jpg", is_picture=True),
        ),
        ({"sticker": {}}, SentSomething()),
        ({"contact": {}}, SentSomething("contact")),
        (
            {"document": {"file_id": "d", "file_name": "plan.pdf", "file_size": 9}},
            Sent("d", "plan.pdf", 9),
        ),
        ({"document": {"file_id": "d", "mime_type": "image/png"}}, Sent("d", "", 0, True)),
        ({"document": {"file_id": "d"}, "animation": {}}, SentSomething("video")),
    ],
)
def test_a_message_is_read_as_what_the_person_did(message, deed) -> None:
    update = {
        "update_id": 1,
        "message": {"chat": PRIVATE, "from": {"language_code": "sv"}, **message},
    }
    assert read(update) == Heard(7, "sv", deed)
    assert chat_of(update) == 7


def test_blocking_and_letting_in_again_are_read() -> None:
    change = {"chat": PRIVATE, "from": {}, "new_chat_member": {"status": "kicked"}}
    assert read({"my_chat_member": change}) == Heard(7, None, Moved(False))
    change = {**change, "new_chat_member": {"status": "member"}}
    assert read({"my_chat_member": change}) == Heard(7, None, Moved(True))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "chat", "from", "text", "type", "message", "data", "photo", "location"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.sampled_from(["message", "callback_query", "my_chat_member", "x"]), json_values)
def test_no_update_however_odd_does_more_than_being_unintelligible(kind, content) -> None:
    chat_of({kind: content})
    with contextlib.suppress(Unintelligible):
        read({kind: content})


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a/bot1:SECRET/sendMessage", "sendMessage"),
        ("https://a/bot1:SECRET/getUpdates?offset=1", "getUpdates"),
        ("https://a/file/bot1:SECRET/photos/x.jpg", "download"),
    ],
)
def test_only_the_methods_name_of_an_address_is_ever_told(url, name) -> None:
    assert method_of(url) == name


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    async def pause(self, seconds: float) -> None:
        self.now += seconds


class Inbox:
    """Updates that wait, as the store keeps them."""

    def __init__(self, *numbers: int) -> None:
        self.waiting = {number: InboxUpdate(1, number, b"%d" % (number % 10)) for number in numbers}
        self.aside: list[int] = []

    async def pending(self, limit: int) -> list[InboxUpdate]:
        await asyncio.sleep(0)
        return [self.waiting[number] for number in sorted(self.waiting)][:limit]

    async def set_aside(self, update: InboxUpdate) -> None:
        self.aside.append(update.update_id)
        del self.waiting[update.update_id]


def counter(inbox: Inbox, handle, **options: int) -> Dispatcher:
    """Lanes by the last digit of the number."""

    async def settle(update: InboxUpdate) -> None:
        await handle(update)
        del inbox.waiting[update.update_id]

    return Dispatcher(settle, inbox, lambda update: update.payload, pause=Clock().pause, **options)


async def test_one_person_is_served_in_order_and_many_at_once_in_bounded_room() -> None:
    inbox = Inbox(*range(500))
    served: list[int] = []
    running: set[bytes] = set()
    most = 0

    async def handle(update: InboxUpdate) -> None:
        nonlocal most
        assert update.payload not in running
        running.add(update.payload)
        most = max(most, len(running))
        assert len(desk._held) <= 20
        await asyncio.sleep(0)
        running.discard(update.payload)
        served.append(update.update_id)

    desk = counter(inbox, handle, room=20, parallel=4)
    await desk.start()
    for number in range(500):
        desk.offer(inbox.waiting[number])
    await desk.idle()
    assert sorted(served) == list(range(500))
    for lane in range(10):
        mine = [number for number in served if number % 10 == lane]
        assert mine == sorted(mine)
    assert most == 4


async def test_an_update_that_fails_is_set_aside_and_blocks_nobody() -> None:
    inbox = Inbox(1, 11, 2)
    served = []

    async def handle(update: InboxUpdate) -> None:
        if update.update_id == 1:
            raise RuntimeError("hemligt")
        served.append(update.update_id)

    desk = counter(inbox, handle)
    await desk.start()
    await desk.idle()
    assert sorted(served) == [2, 11]
    assert inbox.aside == [1]


async def test_what_comes_while_the_inbox_is_read_does_not_overtake_what_lies_in_it() -> None:
    inbox = Inbox(1, 11)
    served = []

    async def handle(update: InboxUpdate) -> None:
        served.append(update.update_id)

    desk = counter(inbox, handle)
    await desk.start()
    await asyncio.sleep(0)
    inbox.waiting[21] = InboxUpdate(1, 21, b"1")
    desk.offer(inbox.waiting[21])
    await desk.idle()
    assert served == [1, 11, 21]


@pytest.mark.parametrize("error", [StaleTurn, StoreError])
async def test_a_lost_race_or_a_busy_store_is_tried_again(error) -> None:
    inbox = Inbox(1)
    tries = []

    async def handle(update: InboxUpdate) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise error

    desk = counter(inbox, handle)
    await desk.start()
    await desk.idle()
    assert len(tries) == 3
    assert inbox.aside == []


async def test_stopping_leaves_what_has_not_begun_in_the_inbox() -> None:
    inbox = Inbox(1, 11, 21)
    begun = asyncio.Event()
    go_on = asyncio.Event()

    async def handle(update: InboxUpdate) -> None:
        begun.set()
        await go_on.wait()

    desk = counter(inbox, handle)
    await desk.start()
    await begun.wait()
    stopping = asyncio.create_task(desk.stop())
    await asyncio.sleep(0)
    go_on.set()
    await stopping
    assert sorted(inbox.waiting) == [11, 21]


def test_the_channels_own_texts_exist_in_both_languages() -> None:
    from importlib.resources import files

    folder = files("bot") / "texts"
    ids = [
        {
            line.split(" =")[0]
            for line in (folder / name).read_text("utf-8").splitlines()
            if " = " in line
        }
        for name in ("telegram.sv.ftl", "telegram.en.ftl")
    ]
    assert ids[0] == ids[1]
    assert Texts("bot").say("sv", "telegram-change-line", n=1) == "Ändra 1"
