"""In a group the bot posts the way in and how many have answered, when asked, and says nothing else."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.botapi.faults import Fault
from bot.botapi.group import Group
from bot.telegram.incoming.reading import Unintelligible
from bot.telegram.outgoing.pacing import Pace
from bot.telegram.outreach.groups import Asked, Chatter, PutOut, Renumbered, read_group
from tests.bot.telegram.telegram_people import begin, do, notice

COUNTS = dt.timedelta(seconds=4)


async def asked(house, text: str = "/start@dalalab_test_bot TRAFF1", chat: int = -1001) -> Group:
    """Somebody in a group writes it."""
    group, phone = Group(house.world, chat), house.phone(90)
    group.say(phone, text)
    await phone.settled()
    return group


async def round_(house) -> None:
    """Some seconds later the posts are looked at."""
    house.now += COUNTS
    await house.channel.chores.posting.round()


async def answer(house, number: int, code: str = "TRAFF1") -> None:
    await do(await begin(house, number, code), "I hög grad")


async def test_the_post_has_the_way_in_and_how_many_have_answered(house) -> None:
    await answer(house, 1)
    group = await asked(house)
    assert group.last.text == (
        "Träff 1\n\n"
        "Tryck på knappen och svara i en egen chatt med mig. Ingen här ser vad du svarar.\n\n"
        "Du kan lika gärna svara på webben: https://x.test/TRAFF1\n\n"
        "1 har svarat"
    )
    assert group.last.rows == [
        [{"text": "Svara", "url": "https://t.me/dalalab_test_bot?start=TRAFF1"}]
    ]


async def test_the_count_follows_in_the_same_message_of_those_who_were_invited(house) -> None:
    await house.open(code="ANDRA", title="Träff 2", invited=24)
    group = await asked(house, "/enkat andra")
    assert group.last.text.endswith("0 av 24 har svarat")
    for number in (1, 2, 3):
        await answer(house, number, "ANDRA")
    edits = house.world.count("editMessageText")
    await round_(house)
    await round_(house)
    assert group.last.text.endswith("3 av 24 har svarat")
    assert len(group.replies) == 1
    assert house.world.count("editMessageText") == edits + 1
    assert group.last.labels == ["Svara"]


@pytest.mark.parametrize(
    "text",
    [
        *("Hej allihop", "/start", "/start@dalalab_test_bot", "/start@other_bot TRAFF1", "/help"),
        *(
            "TRAFF1",
            "/status",
            "/radera",
            "/stopp",
            "/start TRAFF1 nu",
            "/start org-K7PQ2M9XWDAB x",
        ),
    ],
)
async def test_whatever_else_is_said_gets_no_answer(house, text: str) -> None:
    group = await asked(house, text)
    assert group.replies == []
    assert (await house.store.pending_updates(house.world.bot_id, -1, 10)) == []


async def test_coming_and_going_presses_and_pictures_get_no_answer(house) -> None:
    group, phone = Group(house.world), house.phone(90)
    group.add_bot(phone)
    group.promote_bot(phone)
    group.join(house.phone(91))
    group.leave(house.phone(91))
    group[phone].photo(b"picture")
    group[phone].sticker()
    await phone.settled()
    assert group.replies == []
    await asked(house)
    phone.pressed(group.chat, "2.TRAFF1....g", _message(house, group))
    await phone.settled()
    assert (len(group.replies), phone.toasts) == (1, [])


def _message(house, group: Group):
    from bot.botapi.showing import shown

    return shown(house.world, group.chat, group.last)


async def test_asked_again_the_post_comes_below_and_the_old_one_loses_its_button(house) -> None:
    await asked(house)
    group = await asked(house)
    assert len(group.replies) == 2
    assert group.live == [group.last]
    await answer(house, 1)
    await round_(house)
    assert group.replies[0].text.endswith("0 har svarat")
    assert group.last.text.endswith("1 har svarat")


async def test_a_group_that_goes_on_asking_is_not_answered_for_a_while(house) -> None:
    for _ in range(9):
        group = await asked(house)
        await round_(house)
    assert len(group.replies) == 6
    house.now += dt.timedelta(minutes=1)
    await asked(house)
    assert len(group.replies) == 7
    assert group.live == [group.last]


async def test_several_groups_and_surveys_have_a_post_each(house) -> None:
    await house.open(code="ANDRA", title="Träff 2")
    first = await asked(house)
    await asked(house, "/start ANDRA")
    second = await asked(house, chat=-1002)
    await answer(house, 1)
    await round_(house)
    counts = [message.text[-12:] for message in (*first.replies, *second.replies)]
    assert counts == ["1 har svarat", "0 har svarat", "1 har svarat"]


async def test_a_code_that_is_none_and_a_survey_elsewhere_get_a_sentence(house) -> None:
    group = await asked(house, "/start FINNSEJ")
    assert group.last.text.startswith("Den koden finns inte.")
    unassessed = notice().model_copy(update={"dpia_ref": None})
    await house.open("place_dialogue", "TORGET", title="Torget", given=unassessed)
    await asked(house, "/start TORGET")
    assert group.last.text.endswith("Svara här i stället: https://x.test/TORGET")
    await house.store.close_survey("TRAFF1", house.now)
    await asked(house)
    assert group.last.text == "Det går inte längre att svara."
    assert group.live == []


async def test_a_code_for_organisers_is_not_taken_in_a_group(house) -> None:
    survey = await house.store.survey("TRAFF1")
    code = house.service.keyring.organiser_code()
    hashed = house.service.keyring.organiser_code_hash(code)
    await house.store.invite_organiser(survey.id, hashed, house.now, dt.timedelta(minutes=15))
    group = await asked(house, f"/start {code}")
    assert group.last.text.startswith("Den koden finns inte.")
    assert await house.store.redeem_organiser(hashed, 1, "anna", house.now) == "TRAFF1"


async def test_closing_ends_the_post_with_the_last_count_and_forgets_the_group(house) -> None:
    group = await asked(house)
    await answer(house, 1)
    await answer(house, 2)
    await house.store.close_survey("TRAFF1", house.now)
    await round_(house)
    assert group.last.text == "Träff 1\n\nEnkäten är stängd. 2 svarade."
    assert group.live == []
    assert await house.store.group_posts(house.world.bot_id) == []


async def test_the_last_edit_comes_also_when_telegram_was_away(house) -> None:
    group = await asked(house)
    await house.store.close_survey("TRAFF1", house.now)
    house.world.faults.plan(Fault("editMessageText", status=502))
    await round_(house)
    assert group.live == [group.last]
    await round_(house)
    assert group.live == []
    assert len(group.replies) == 1


async def test_posts_survive_a_restart_and_so_does_what_was_asked_for(house) -> None:
    group = await asked(house)
    await answer(house, 1)
    await house.stop()
    await house.start()
    await round_(house)
    assert group.last.text.endswith("1 har svarat")
    post = (await house.store.group_posts(house.world.bot_id))[0][1]
    await house.store.want_group_post(post)  # asked for, and then the power went
    await house.stop()
    await house.start()
    await round_(house)
    assert len(group.replies) == 2


async def test_a_group_that_becomes_a_supergroup_keeps_its_post(house) -> None:
    group = await asked(house, chat=-50)
    phone = house.phone(90)
    new = group.migrate(phone, -1050)
    await phone.settled()
    assert len(new.replies) == 1
    await answer(house, 1)
    await round_(house)
    assert new.last.text.endswith("1 har svarat")
    posts = [post for _, post in await house.store.group_posts(house.world.bot_id)]
    assert [post.chat_id for post in posts] == [-1050]


async def test_a_new_number_is_also_learnt_from_telegrams_refusal(house) -> None:
    await asked(house, chat=-50)
    new = Group(house.world, -1050)
    house.world.faults.plan(Fault.migrated("editMessageText", -50, -1050))
    await answer(house, 1)
    await round_(house)
    await round_(house)
    assert new.last.text.endswith("1 har svarat")


async def test_a_group_that_put_the_bot_out_is_forgotten(house) -> None:
    group = await asked(house)
    phone = house.phone(90)
    group.remove_bot(phone)
    await phone.settled()
    assert await house.store.group_posts(house.world.bot_id) == []


@pytest.mark.parametrize("status", [400, 403])
async def test_a_post_that_can_no_longer_be_edited_is_let_go(house, status: int) -> None:
    group = await asked(house)
    description = "Bad Request: message to edit not found" if status == 400 else "Forbidden: kicked"
    house.world.faults.plan(
        Fault("editMessageText", None, status=status, description=description, chat=group.chat.id)
    )
    await answer(house, 1)
    await round_(house)
    assert await house.store.group_posts(house.world.bot_id) == []
    assert len(group.replies) == 1


async def test_a_post_that_may_be_out_is_not_sent_again(house) -> None:
    group = Group(house.world)
    house.world.faults.plan(Fault("sendMessage", kind="cut_after", chat=group.chat.id))
    await asked(house)
    await round_(house)
    assert len(group.replies) == 1


async def test_a_429_for_the_group_delays_its_post_and_nobody_else(house) -> None:
    group = await asked(house)
    limited = Fault(
        "editMessageText",
        status=429,
        description="Too Many Requests",
        retry_after=30,
        chat=group.chat.id,
    )
    house.world.faults.plan(limited)
    await answer(house, 1)
    await round_(house)
    await round_(house)
    assert group.last.text.endswith("0 har svarat")
    await answer(house, 2)
    house.now += dt.timedelta(seconds=30)
    await round_(house)
    assert group.last.text.endswith("2 har svarat")


@pytest.mark.slow
async def test_at_most_twenty_messages_a_minute_go_to_a_group(house) -> None:
    await asked(house)
    house.channel.chores.posting.pace = Pace(now=lambda: house.now.timestamp(), pause=house.pause)
    before = house.world.count("editMessageText")
    people = [await begin(house, number) for number in range(1, 31)]
    for phone in people:
        await do(phone, "I hög grad")
        house.now += dt.timedelta(seconds=2)
        await house.channel.chores.posting.round()
    edits = [
        fields
        for name, fields in house.world.calls[before:]
        if name == "editMessageText" and int(fields["chat_id"]) < 0
    ]
    assert 10 <= len(edits) <= 20


async def test_the_menu_in_groups_has_only_what_works_there(new_house) -> None:
    async with new_house() as house:

        def menus() -> dict[str, list[str]]:
            profile = house.world.profile
            found = {key[-1]: menu for key, menu in profile.items() if "group" in key[1]}
            return {code: [command["command"] for command in menu] for code, menu in found.items()}

        assert menus() == {}
        await house.start()
        wanted = {key: ["enkat"] for key in ("", "sv", "en", "fi", "ar", "so")}
        await house.world.until(lambda: menus() == wanted)
        await house.stop()


def message(text: str, kind: str = "supergroup", **more: object) -> dict[str, object]:
    chat = {"id": -5, "type": kind}
    return {"message": {"chat": chat, "from": {"language_code": "fi"}, "text": text, **more}}


def test_groups_are_read_without_looking_at_anything_else() -> None:
    assert read_group(message("/start@Bot abc"), "bot") == Asked(-5, "ABC", "fi")
    assert read_group(message("/enkät  abc"), None) == Asked(-5, "ABC", "fi")
    assert read_group(message("/start@bot abc"), None) == Chatter()
    assert read_group(message("/start abc", "private"), "bot") is None
    assert read_group(message("/start abc", "channel"), "bot") is None
    assert read_group(message("", migrate_to_chat_id=-7), "bot") == Renumbered(-5, -7)
    assert read_group(message("", migrate_from_chat_id=-3), "bot") == Renumbered(-3, -5)
    assert read_group({"poll": {}}, "bot") is None
    gone = {"chat": {"id": -5, "type": "group"}, "new_chat_member": {"status": "left"}}
    assert read_group({"my_chat_member": gone}, "bot") == PutOut(-5)
    with pytest.raises(Unintelligible):
        read_group({"message": {"chat": {"type": "group"}}}, "bot")
