"""One step of a conversation: state and input in, new state and events out. No await, clock, SQL or random."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from surveys.conversation.changes import CellChange, Proposal, Step, changes_between, left_by
from surveys.conversation.evaluating import holds
from surveys.conversation.handing import (
    Instead,
    Laid,
    New,
    Similar,
    another_round,
    lay_before,
    new_statement,
    read_own,
)
from surveys.conversation.parts import GO_ON, MORE, OWN, VOTE
from surveys.conversation.path import Given, Path, current, first_open, path
from surveys.conversation.reading import read, read_rows
from surveys.conversation.refusing import No
from surveys.conversation.respondent import RESPONDENT, must_be_named
from surveys.conversation.rounds import BEGINS, TALK, begun
from surveys.conversation.state import (
    Accepted,
    Arrive,
    Back,
    Begin,
    Change,
    Choose,
    Event,
    FillIn,
    Finished,
    Handed,
    Input,
    Key,
    NoLongerApplies,
    Refused,
    Rejected,
    SendDraft,
    Skip,
    Speak,
    State,
    Tick,
    Unreadable,
    Write,
)
from surveys.conversation.ticking import draft_of, drafted, ticked, written_beside
from surveys.conversation.values import Choice, Seen, Skipped, is_answer
from surveys.questionnaire.expressions import parse
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Statements
from surveys.statements import AGREE, PASS

if TYPE_CHECKING:
    import datetime as dt

    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Act, Context
    from surveys.conversation.values import Value
    from surveys.questionnaire.models import Questionnaire
    from surveys.survey import Survey


def step(questionnaire: Questionnaire, state: State, given: Input) -> Step:
    """What becomes of `state` when `given` happens.

    Args:
        questionnaire: the published version the person began on; it is the survey's.
        state: everything remembered so far.
        given: the act and its context (survey, time, what chance drew).
    """
    context = given.context
    assert context.survey.questionnaire is questionnaire
    shut = context.survey.state(context.now)
    if shut != "open":
        return _Walk(context, state).stand(Refused(shut))
    match given.act:
        case Arrive(language=language) | Speak(language=language):
            return _Walk(context, _speaking(state, language, context)).stand()
        case Begin(language=language):
            return _Walk(context, _begun(_speaking(state, language, context), context)).stand()
    if not state.begun:
        return _Walk(context, state).stand(Rejected(None, "first-begin"))
    return _Walk(context, state).take(given.act)


def _begun(state: State, context: Context) -> State:
    """The beginning; what chance drew is written down once and never drawn again."""
    if state.begun or not context.drawn:
        return replace(state, begun=True)
    drawn = {dimension: list(items) for dimension, items in context.drawn.items()}
    return replace(state, begun=True, facts={**state.facts, "drawn": drawn})


def _speaking(state: State, language: str | None, context: Context) -> State:
    return replace(state, language=language) if language in context.survey.languages else state


class _Walk:
    """One step of somebody who has begun: the state, and the path it stands on."""

    def __init__(self, context: Context, state: State, along: Path | None = None) -> None:
        self._context = context
        self._survey: Survey = context.survey
        self._state = state
        self._path = along if along is not None else path(context.survey, state)

    def take(self, act: Act) -> Step:
        """What an act leads to."""
        if isinstance(act, Back):
            return self._back(act.key)
        key = getattr(act, "key", None) or current(self._state, self._path)
        if key is None:
            return self.stand(Rejected(None, "finished"))
        if key not in self._path:
            return self.stand(Refused("unknown_question"))
        match act:
            case Change():
                return self._moved(self._focused(key, changing=True)).stand()
            case Unreadable():
                return self.stand(Rejected(key, "unreadable"))
            case Tick(option=option):
                return self._tick(key, option)
            case SendDraft():
                act = drafted(self._state, key)
            case Write(text=text) if (sent := self._written_beside(key, text)) is not None:
                act = sent
        return self._answer(key, act)

    def stand(self, *events: Event, changes: tuple[CellChange, ...] = ()) -> Step:
        """The step that ends here, with what comes next laid before the person."""
        if self._state.begun and self._context.survey.state(self._context.now) == "open":
            laid = lay_before(self._context, self._state, self._path)
            if laid.state is not self._state:
                return self._laid(laid, events, changes)
        return self._end(events, changes)

    def _laid(self, laid: Laid, events: tuple[Event, ...], changes: tuple[CellChange, ...]) -> Step:
        """What was drawn is a fact from now on: whoever stepped from before must look again."""
        rises = not changes and (laid.changes or laid.handed)
        state = replace(laid.state, revision=laid.state.revision + bool(rises))
        if laid.changes and first_open(state.answers, laid.along) is None:
            events = (*events, Finished())
        walk = _Walk(self._context, state, laid.along)
        return replace(walk._end(events, (*changes, *laid.changes)), handed=laid.handed)

    def _end(self, events: tuple[Event, ...], changes: tuple[CellChange, ...]) -> Step:
        state = self._state
        here = current(state, self._path) if state.begun else None
        complete = state.begun and self._complete()
        return Step(state, events, changes, here, complete, along=self._path)

    def _complete(self) -> bool:
        """Every shared question has been answered or skipped; a private one keeps nobody from the end."""
        return all(
            slot.key in self._state.answers or slot.question.private for slot in self._path.slots
        )

    def _moved(self, state: State) -> _Walk:
        """The same path with another focus, draft or language."""
        return _Walk(self._context, state, self._path)

    # Answers

    def _answer(self, key: Key, act: Act) -> Step:
        slot = self._path.slot(key)
        if slot.part in (OWN, MORE):
            return self._answer_part(slot, act)
        if slot.table is not None and not isinstance(act, Choose):
            return self._answer_table(slot, act)
        reading = self._read(slot, act)
        if isinstance(reading, No):
            return self.stand(Rejected(key, reading.reason, reading.hint))
        return self._accept({key: reading}, key)

    def _answer_part(self, slot: Slot, act: Act) -> Step:
        """What lies between the votes: a sentence of one's own, and whether to go on."""
        question, key = slot.question, slot.key
        assert isinstance(question, Statements)
        if slot.part == MORE:
            reading = self._read(slot, act)
            if isinstance(reading, No):
                return self.stand(Rejected(key, reading.reason, reading.hint))
            if reading == Choice(GO_ON):
                return self._stepped(another_round(self._context, self._state, question))
            return self._accept({key: Seen()}, key)
        match read_own(self._context, self._state, question, act):
            case No() as no:
                return self.stand(Rejected(key, no.reason, no.hint))
            case Similar(text=text, statement=statement):
                return self._moved(replace(self._state, draft=(text, statement))).stand()
            case Instead(statement=statement):
                return self._instead(Key(question.id, statement))
            case New(text=text):
                return self._propose(question, text)
        return self._accept({key: Seen()}, key)

    def _instead(self, key: Key) -> Step:
        """A similar statement is voted on instead, or looked at again where it has been."""
        state = replace(self._state, draft=())
        if key in state.handed:
            return self._stepped(replace(state, focus=key, changing=True))
        handed = {**state.handed, key: Handed(None)}
        stepped = self._stepped(
            replace(state, handed=handed, revision=state.revision + 1, focus=key)
        )
        return replace(stepped, handed=(key, *stepped.handed))

    def _propose(self, question: Statements, text: str) -> Step:
        """A new statement, which its writer agrees with."""
        state = self._state
        key = new_statement(self._context, question, len(state.handed))
        own = Handed(None, own=True)
        written = replace(state, handed={**state.handed, key: own}, draft=())
        walk = _Walk(self._context, written)
        made = walk._accept({key: Choice(AGREE)}, key)
        proposal = Proposal(key, text, state.language)
        return replace(made, handed=(key, *made.handed), proposed=(proposal,))

    def _stepped(self, state: State) -> Step:
        """Another state, whose path has to be found anew."""
        return _Walk(self._context, state).stand()

    def _read(self, slot: Slot, act: Act) -> Value | No:
        question = self._path.question(slot)
        reading = read(question, act, self._state.language, self._context)
        if isinstance(reading, No):
            return reading
        if isinstance(reading, Skipped) and slot.part == VOTE:
            return Choice(PASS)
        if isinstance(reading, Skipped) and slot.key == RESPONDENT:
            return No("name-first") if must_be_named(self._survey.questionnaire) else reading
        if question.valid_if is None or not is_answer(reading):
            return reading
        scope = Given(self._path, slot, reading, self._context.now.date())
        if holds(parse(question.valid_if), scope):
            return reading
        why = question.valid_text
        return No("not-valid", {"text": say(why, self._state.language)}) if why else No("pattern")

    def _answer_table(self, slot: Slot, act: Act) -> Step:
        """Several rows of a table at once, or the rows still open passed over."""
        rows = self._path.screens[self._path.screen_of(slot.key)]
        if isinstance(act, Skip):
            opened = [row.key for row in rows if row.key not in self._state.answers]
            return self._accept(dict.fromkeys(opened, Skipped()), slot.key, leaving=True)
        if isinstance(act, FillIn):
            acts: Mapping[Key, Act] = _acts_by_row(rows, act)
        else:
            acts = read_rows(rows, slot, act)
        leaving = len(acts) == len(rows)
        values: dict[Key, Value] = {}
        for row, row_act in acts.items():
            reading = self._read(self._path.slot(row), row_act)
            if isinstance(reading, No):
                return self.stand(Rejected(row, reading.reason, reading.hint))
            values[row] = reading
        return self._accept(values, slot.key, leaving=leaving)

    def _accept(self, values: Mapping[Key, Value], key: Key, *, leaving: bool = False) -> Step:
        state, before = self._state, self._path
        answers = {**state.answers, **values}
        after = before.changed(replace(state, answers=answers), values)
        changes = changes_between(state.answers, before, answers, after)
        rounds = self._rounds_begun(values)
        focus = _next_focus(state, key, answers, before, after, leaving=leaving)
        moved = replace(
            state,
            answers=answers,
            clocks={**state.clocks, **rounds},
            revision=state.revision + bool(changes or rounds),
            draft=(),
            focus=focus,
            changing=state.changing and focus is not None,
        )
        events: list[Event] = [Accepted(each, value) for each, value in values.items()]
        if gone := left_by(changes):
            events.append(NoLongerApplies(gone))
        if first_open(answers, after) is None and first_open(state.answers, before) is not None:
            events.append(Finished())
        opened = _Walk(self._context, moved, after)._with_draft()
        made = _Walk(self._context, opened, after).stand(*events, changes=changes)
        talked = tuple(each.turn for each in values if each.question == TALK)
        return replace(made, rounds=tuple(rounds), talked=talked) if rounds or talked else made

    def _rounds_begun(self, values: Mapping[Key, Value]) -> Mapping[str, dt.datetime]:
        """When the rounds of talk that begin here are over. One that runs begins anew only where somebody has gone back
        to it: else two phones in a group would set the clock twice.
        """
        begins = [key for key in values if key.question == BEGINS]
        if not begins:
            return {}
        here = current(self._state, self._path)
        anew = (key for key in begins if key.turn not in self._state.clocks or key == here)
        return begun(map(self._path.slot, anew), self._context.now)

    # Moving about

    def _back(self, key: Key | None) -> Step:
        """To the screen before."""
        here = key if key is not None and key in self._path else current(self._state, self._path)
        screens = self._path.screens
        place = self._path.screen_of(here) if here is not None else len(screens)
        if place == 0:
            return self.stand()
        return self._moved(self._focused(screens[place - 1][0].key, changing=False)).stand()

    def _focused(self, key: Key, *, changing: bool) -> State:
        moved = replace(self._state, focus=key, changing=changing, draft=())
        return self._moved(moved)._with_draft()

    def _with_draft(self) -> State:
        """A question with ticks that is opened again starts from what was chosen before."""
        here = current(self._state, self._path)
        value = self._state.answers.get(here) if here is not None else None
        draft = draft_of(value) if value is not None else ()
        return replace(self._state, draft=draft) if draft else self._state

    # Ticks

    def _tick(self, key: Key, option: str) -> Step:
        if key != current(self._state, self._path):
            return self._moved(self._focused(key, changing=True))._tick(key, option)
        question = self._path.question(self._path.slot(key))
        draft = ticked(question, self._state, option, self._survey)
        if isinstance(draft, No):
            return self.stand(Rejected(key, draft.reason, draft.hint))
        return self._moved(replace(self._state, draft=draft)).stand()

    def _written_beside(self, key: Key, text: str) -> Choose | None:
        """Words for the open line of an option that has been ticked; None when they are something else."""
        if key != current(self._state, self._path) or not self._state.draft:
            return None
        question = self._path.question(self._path.slot(key))
        return written_beside(question, self._state, key, text, self._survey)


def _acts_by_row(rows: tuple[Slot, ...], act: FillIn) -> dict[Key, Act]:
    return {
        row.key: Choose((act.chosen[row.key.turn],), row.key)
        if row.key.turn in act.chosen
        else Skip(row.key)
        for row in rows
    }


def _next_focus(
    state: State,
    key: Key,
    answers: Mapping[Key, Value],
    before: Path,
    after: Path,
    *,
    leaving: bool,
) -> Key | None:
    """After an answer: walking back leads forward one screen at a time, changing leads to the end.

    One row of a table leaves the person at the table until every row has been answered or passed over.
    """
    if state.focus is None or state.focus not in before:
        return None
    if before.screen_of(state.focus) != before.screen_of(key):
        return state.focus
    slot = before.slot(key)
    if slot.table is not None and not leaving:
        return state.focus
    if state.changing or key not in after:
        return None
    following = after.screens[after.screen_of(key) + 1 :]
    return following[0][0].key if following and following[0][0].key in answers else None
