"""What an organiser decides about themes and translates: kept by whom and on which day, and gone with the answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from store_people import NOW, Person, open_survey
from store_rows import dump

from surveys.conversation.state import Key
from surveys.conversation.values import Words
from surveys.deciding import Merge, Move, Rename, Split, Translation, answer_id
from surveys.editions import Decision as Edition
from surveys.errors import StoreError
from surveys.store.acting import Deed, acting
from surveys.store.store import Store
from surveys.survey import Survey


def words(text: str) -> str:
    return answer_id("TRAFF", "words", "", text)


async def told(store: Store, **said: str) -> tuple[Survey, dict[str, Person]]:
    """A survey in which people have said these words."""
    survey = await open_survey(store)
    people = {name: Person(store, survey, name) for name in said}
    for name, text in said.items():
        await people[name].begin()
        await people[name].say(words=Words(text))
    return survey, people


async def test_decisions_stand_in_their_order_with_who_and_the_day_and_each_can_be_undone(
    store: Store,
) -> None:
    survey, _ = await told(store, anna="Mer tid")
    rename = Rename("talk", "Tid att tala", "sv")
    first = await store.decide_theme(survey.id, rename, "Kim", NOW)
    split = Split("talk", "own_1", "Paus", "sv", ("paus*",), (words("Mer tid"),))
    second = await store.decide_theme(survey.id, split, "Ola", NOW + timedelta(days=1))
    found = await store.theme_decisions(survey.id)
    assert [(one.number, one.decision, one.who) for one in found] == [
        (first, rename, "Kim"),
        (second, split, "Ola"),
    ]
    assert found[1].day - found[0].day == timedelta(days=1)
    await store.undo_theme(survey.id, first)
    other = await open_survey(store, "OTHER")
    for survey_id, number in ((survey.id, first), (other.id, second)):
        with pytest.raises(StoreError, match="nothing was undone"):
            await store.undo_theme(survey_id, number)
    assert [one.number for one in await store.theme_decisions(survey.id)] == [second]


async def test_closing_carries_over_what_was_decided(store: Store, store_url: str) -> None:
    survey, _ = await told(store, anna="Mer tid", bo="شكرا")
    move = Move("", "talk", (words("Mer tid"),))
    await store.decide_theme(survey.id, move, "Kim", NOW)
    await store.translate(survey.id, {words("شكرا"): Translation("Tack", "sv")}, "Kim", NOW)
    before = await store.theme_decisions(survey.id), await store.translations(survey.id)
    await store.close_survey("TRAFF", NOW)
    assert (await store.theme_decisions(survey.id), await store.translations(survey.id)) == before
    assert before[1][words("شكرا")].who == "Kim"
    assert (await store.verify()).differences == ()
    await store.purge("TRAFF", "KS 2026/18", NOW)
    tables = await dump(store_url)
    assert not tables["theme_decision"] + tables["decided_answer"] + tables["translation"]
    assert (await store.verify()).differences == ()


async def test_an_erased_answer_takes_its_moves_and_its_translation_with_it(store: Store) -> None:
    survey, people = await told(store, anna="Tack", bo="شكرا", cai="Tack")
    both = Move("", "talk", (words("Tack"), words("شكرا")))
    await store.decide_theme(survey.id, both, "Kim", NOW)
    alone = await store.decide_theme(survey.id, Move("", "food", (words("شكرا"),)), "Kim", NOW)
    await store.translate(survey.id, {words("شكرا"): Translation("Tack", "sv")}, "Kim", NOW)
    await store.erase(survey.id, people["anna"].address, NOW)
    assert len(await store.theme_decisions(survey.id)) == 2, "somebody else says the same"
    await store.erase(survey.id, people["bo"].address, NOW)
    (left,) = await store.theme_decisions(survey.id)
    assert left.decision == Move("", "talk", (words("Tack"),))
    assert left.number != alone
    assert await store.translations(survey.id) == {}


async def test_nothing_is_kept_about_words_that_were_erased_while_somebody_translated_them(
    store: Store,
) -> None:
    survey, people = await told(store, anna="شكرا")
    await store.erase(survey.id, people["anna"].address, NOW)
    late = {words("شكرا"): Translation("Tack", "sv")}
    assert await store.translate(survey.id, late, "Kim", NOW) == 0
    await store.decide_theme(survey.id, Move("", "talk", (words("شكرا"),)), "Kim", NOW)
    assert await store.translations(survey.id) == {}
    assert [one.decision for one in await store.theme_decisions(survey.id)] == [
        Move("", "talk", ())
    ]


async def test_what_was_edited_away_is_forgotten_at_closing(store: Store, store_url: str) -> None:
    survey, people = await told(store, bo="شكرا")
    await store.translate(survey.id, {words("شكرا"): Translation("Tack", "sv")}, "Kim", NOW)
    await people["bo"].say(words=Words("Tack själv"))
    await store.close_survey("TRAFF", NOW)
    assert (await dump(store_url))["translation"] == []


async def test_what_a_publication_rests_on_is_still_said(store: Store) -> None:
    """Else the next report would count a theme anew because somebody changed their mind."""
    survey, people = await told(store, anna="Mer tid", bo="شكرا")
    await store.translate(survey.id, {words("شكرا"): Translation("Tack", "sv")}, "Kim", NOW)
    out = Edition(moved={"words": 2}, states={Key("words"): "told"})
    await store.publish_edition(survey, (), lambda _: out, NOW)
    await people["bo"].say(words=Words("Tack själv"))
    await store.erase(survey.id, people["anna"].address, NOW)
    assert words("شكرا") in await store.translations(survey.id)
    await store.erase(survey.id, people["bo"].address, NOW)
    assert await store.translations(survey.id) == {}


async def test_a_translation_is_corrected_and_taken_back(store: Store) -> None:
    survey, _ = await told(store, bo="شكرا")
    name = words("شكرا")
    assert await store.translate(survey.id, {name: Translation("Tak", "sv")}, "Kim", NOW) == 1
    await store.translate(survey.id, {name: Translation("Tack", "sv")}, "Ola", NOW)
    kept = (await store.translations(survey.id))[name]
    assert (kept.text, kept.who) == ("Tack", "Ola")
    await store.translate(survey.id, {name: None}, "Ola", NOW)
    assert await store.translations(survey.id) == {}


async def test_a_quote_is_approved_by_somebody_and_closing_keeps_who(store: Store) -> None:
    survey, _ = await told(store, anna="Mer tid")
    with acting(Deed("Kim", "organiser", "quotes-decide", NOW, "TRAFF")):
        await store.decide_quotes(survey.id, ["q1"], ["q2"], NOW)
    await store.decide_quotes(survey.id, ["q3"], [], NOW)
    await store.close_survey("TRAFF", NOW)
    found = await store.quote_decisions(survey.id)
    assert [(one.quote, one.who) for one in found] == [("q1", "Kim"), ("q2", "Kim"), ("q3", None)]


async def test_the_log_says_who_decided_and_never_what(store: Store, store_url: str) -> None:
    survey, _ = await told(store, anna="Mer tid")
    with acting(Deed("Kim", "organiser", "themes-act", NOW, "TRAFF")):
        await store.decide_theme(survey.id, Merge("talk", "food"), "Kim", NOW)
    (deed,) = (await dump(store_url))["studio_deed"]
    assert (deed["name"], deed["what"], deed["survey_code"]) == ("Kim", "themes-act", "TRAFF")
    assert "talk" not in str(deed)
