"""From state to screen: what a person sees now, in their language."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from surveys.conversation.choosing import options_of, outside_of
from surveys.conversation.describing import describe, words
from surveys.conversation.path import Path, current, path
from surveys.conversation.rounds import Round, own_role, time_of
from surveys.conversation.screens import (
    Button,
    Clock,
    EndScreen,
    GridRow,
    NoticeScreen,
    QuestionScreen,
    ReviewLine,
    Screen,
    ShutScreen,
)
from surveys.conversation.stating import (
    NO_POOLS,
    UNCOUNTED,
    Pools,
    Stated,
    part_line,
    part_screen,
)
from surveys.conversation.ticking import writing
from surveys.conversation.values import Choice, Outside, Skipped
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Allocate, Consent, Location, Note, Number, Option
from surveys.questionnaire.piping import filled
from surveys.texts import decimal_text

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Context, Key, State
    from surveys.conversation.values import Value
    from surveys.questionnaire.languages import Text
    from surveys.questionnaire.models import AnyQuestion
    from surveys.survey import Survey

__all__ = ["describe", "screen"]
IN_ROWS = "…"
"""What stands in a table's text instead of the dimension that its rows name."""


def screen(state: State, context: Context, along: Path | None = None) -> Screen:
    """The screen for `state` at `context.now`. Pure: the same state always gives the same screen.

    `along` is the state's path, where a step has just worked it out.
    """
    survey = context.survey
    shut = survey.state(context.now)
    if shut != "open":
        return ShutScreen(survey, state.language, shut)
    if not state.begun:
        return _notice(survey, state.language)
    along = along if along is not None else path(survey, state)
    here = current(state, along)
    if here is None:
        return _end(survey, state, along, context.pools)
    shown = question_screen(survey, state, along, here, context.pools)
    return replace(shown, clock=_clock(along.slot(here), state, context.now))


def _notice(survey: Survey, language: str) -> NoticeScreen:
    """The way in, with what the organiser has already answered."""
    questionnaire = survey.questionnaire
    told = [
        f"{say(question.text, language)}\n{say(survey.fill.answers[question.id], language)}"
        for question in questionnaire.question
        if question.role == "organiser" and question.id in survey.fill.answers
    ]
    return NoticeScreen(
        survey=survey,
        language=language,
        title=survey.title,
        intro="\n\n".join((say(questionnaire.intro, language), *told)),
    )


def question_screen(
    survey: Survey, state: State, along: Path, here: Key, pools: Pools = NO_POOLS
) -> QuestionScreen:
    """The screen of the question at `here`, which stands on the path."""
    shown = _question_screen(survey, state, along, here)
    if not along.slot(here).part:
        return shown
    return part_screen(Stated(survey, state, pools), along.slot(here), shown)


def _question_screen(survey: Survey, state: State, along: Path, here: Key) -> QuestionScreen:
    language = state.language
    number = along.screen_of(here)
    slots = along.screens[number]
    slot = slots[0] if slots[0].table is not None else along.slot(here)
    question = along.question(slot)
    asked = [_counts(screen[0]) for screen in along.screens]
    options = _shown_options(question, survey)
    value = state.answers.get(slot.key)
    opened = writing(question, state.draft, options)
    places = survey.fill.place if isinstance(question, Location) else ()
    return QuestionScreen(
        survey=survey,
        language=language,
        key=slot.key,
        question=question,
        text=question_text(survey, state, along, slot),
        help=_help(survey, state, along, slot),
        index=0 if isinstance(slot.question, Note) else max(1, sum(asked[: number + 1])),
        total=sum(asked),
        options=_buttons(options, _every_option(slot, question, survey), language),
        outside=_buttons(outside_of(question), outside_of(question), language),
        places=tuple(Button(place.id, say(place.label, language)) for place in places),
        value=value if slot.table is None else None,
        draft=state.draft,
        unit=_unit(question, survey, state, along, slot),
        can_go_back=number > 0,
        changing=state.changing,
        revision=state.revision,
        rows=_rows(slots, state) if slot.table is not None else (),
        writing=Button(opened.id, say(opened.label, language)) if opened is not None else None,
        audio=(survey.fill.audio.get(question.id) or question.audio or {}).get(language),
    )


def _help(survey: Survey, state: State, along: Path, slot: Slot) -> str | None:
    """A question's help; of a round of talk what the person at this very device does in it, where that is known."""
    question = slot.question
    if isinstance(question, Round) and (own := own_role(question, state.seat, state.seats)):
        return say(own, state.language)
    return _piped(question.help, survey, state, along, slot) if question.help else None


def _clock(slot: Slot, state: State, now: dt.datetime) -> Clock | None:
    ends = time_of(slot, state.clocks)
    if ends is None:
        return None
    return Clock(ends, max(0, math.ceil((ends - now).total_seconds())))


def _counts(slot: Slot) -> bool:
    """Whether a screen is one of those that are counted."""
    return not isinstance(slot.question, Note) and slot.part not in UNCOUNTED


def _rows(slots: tuple[Slot, ...], state: State) -> tuple[GridRow, ...]:
    rows = []
    for slot in slots:
        assert slot.row is not None
        value = state.answers.get(slot.key)
        chosen = value.option if isinstance(value, Choice | Outside) else None
        label = say(slot.row.label, state.language)
        rows.append(GridRow(slot.key, label, chosen, isinstance(value, Skipped)))
    return tuple(rows)


def question_text(
    survey: Survey, state: State, along: Path, slot: Slot, *, row: bool = False
) -> str:
    """A question's text with everything put in; of a table the table's, or its row's with `row`."""
    question, wave = slot.question, survey.fill.wave
    text = (question.variants or {}).get(wave, question.text) if wave else question.text
    return _piped(text, survey, state, along, slot, row=row)


def _piped(
    text: Text, survey: Survey, state: State, along: Path, slot: Slot, *, row: bool = False
) -> str:
    language = state.language

    def find(name: str) -> str | None:
        item = slot.items.get(name)
        if item is not None:
            return (
                IN_ROWS
                if item is slot.row and not row
                else say(item.inline or item.label, language)
            )
        if (given := survey.fill.answers.get(name)) is not None:
            return say(given, language)
        told = [
            describe(question, value, survey, language)
            for question, value in along.around(slot).values(name)
            if question is not None
        ]
        if said := [each for each in told if each is not None]:
            return ", ".join(said)
        computed = along.around(slot).computed(name)
        return (
            decimal_text(f"{computed:f}", language) if isinstance(computed, Decimal) else computed
        )

    return filled(say(text, language), find)


def _unit(
    question: AnyQuestion, survey: Survey, state: State, along: Path, slot: Slot
) -> str | None:
    if isinstance(question, Number | Allocate) and question.unit:
        return say(question.unit, state.language)
    if not isinstance(question, Number) or question.unit_from is None:
        return None
    for about, value in along.around(slot).values(question.unit_from):
        dimension = getattr(about, "options_from", None)
        if isinstance(value, Choice) and dimension is not None:
            items = survey.items(dimension)
            return next((item.measure for item in items if item.id == value.option), None)
    return None


def _every_option(slot: Slot, question: AnyQuestion, survey: Survey) -> tuple[Option, ...]:
    """Those that are not offered now included; a part of a question of statements has no others."""
    return _shown_options(question if slot.part else slot.question, survey)


def _shown_options(question: AnyQuestion, survey: Survey) -> tuple[Option, ...]:
    if not isinstance(question, Consent):
        return options_of(question, survey)
    return tuple(
        Option(
            id=answer,
            label={tag: words().say(tag, f"answer-{answer}") for tag in words().languages},
        )
        for answer in ("yes", "no")
    )


def _buttons(
    options: tuple[Option, ...], every: tuple[Option, ...], language: str
) -> tuple[Button, ...]:
    numbers = {option.id: number for number, option in enumerate(every)}
    return tuple(
        Button(
            option.id,
            say(option.label, language),
            option.exclusive,
            option.open_text,
            numbers[option.id],
        )
        for option in options
    )


def reviewed(survey: Survey, state: State, pools: Pools = NO_POOLS) -> list[Key]:
    """What the last screen tells of, in order: whoever numbers its lines numbers these."""
    return [slot.key for slot in _reviewed(Stated(survey, state, pools), path(survey, state))]


def _reviewed(stated: Stated, along: Path) -> list[Slot]:
    return [
        slot for slot in along.slots if not isinstance(slot.question, Note) and stated.reviews(slot)
    ]


def _end(survey: Survey, state: State, along: Path, pools: Pools) -> EndScreen:
    stated = Stated(survey, state, pools)
    lines = tuple(_line(stated, along, slot) for slot in _reviewed(stated, along))
    return EndScreen(survey, state.language, lines, state.revision)


def review_line(survey: Survey, state: State, key: Key, pools: Pools = NO_POOLS) -> ReviewLine:
    """One question and what was answered to it, on the path or not. Raises KeyError for an unknown key."""
    along = path(survey, state)
    return _line(Stated(survey, state, pools), along, along.slot(key))


def _line(stated: Stated, along: Path, slot: Slot) -> ReviewLine:
    survey, state = stated.survey, stated.state
    if slot.part:
        return part_line(stated, slot)
    value: Value | None = state.answers.get(slot.key)
    said = describe(slot.question, value, survey, state.language) if value is not None else None
    text = question_text(survey, state, along, slot, row=True)
    line = ReviewLine(slot.key, text, said, slot.question.private)
    if slot.row is None:
        return line
    asked = question_text(survey, state, along, slot)
    return replace(line, table=asked, row=say(slot.row.label, state.language))
