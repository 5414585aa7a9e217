"""What a publication may rest on: the releasing rule for a whole survey, whoever publishes (G6, L7).

A report, a wall and a thanks page publish parts: every question in its turn, and how many people answered. A part's
answers are copied when it is told, and everything that is counted from them, now or later, is counted from the copy.
It moves when k more people have answered it; what is counted over several parts together must move so, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from analysis import live
from analysis.frames import Edition
from analysis.joints import joints
from analysis.releasing import Frame, content_of, frames_in, release
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.state import Key
from surveys.conversation.values import Choice
from surveys.editions import Decision, Standing, State
from surveys.questionnaire.models import FreeText
from surveys.statements import VOTES, VoteRow, statement_questions
from surveys.survey import K_MIN, Counts

if TYPE_CHECKING:
    from analysis.frames import Row
    from surveys.survey import Survey

PEOPLE = "=people"
"""The part that tells how many answered, and how many of them to the end."""


def text_parts(survey: Survey) -> frozenset[str]:
    """What people write, and what decides who is asked to."""
    sources = live.follows(survey)
    waiting = [
        live.part_of(slot.key)
        for slot in live.publishable(survey)
        if isinstance(slot.question, FreeText)
    ]
    found: set[str] = set()
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += sources.get(part, ())
    return frozenset(found)


def frames_now(survey: Survey, standing: Standing) -> dict[str, Frame]:
    """Every part as it is counted now."""
    counts = standing.counts
    people = Frame(counts.answered, {"complete": counts.complete})
    return {**live.frames_of(survey, standing.tallies), PEOPLE: people}


def _voted(survey: Survey, standing: Standing) -> list[Key]:
    """The statements somebody has voted on: each is a part of its own."""
    questions = {question.id for question in statement_questions(survey.questionnaire)}
    found = {
        Key(question, turn)
        for question, turn, cell in standing.tallies
        if question in questions and turn and cell in VOTES
    }
    return sorted(found)


def parts_in(survey: Survey, standing: Standing) -> tuple[Key, ...]:
    """Every question in its turn that a publication may tell of."""
    slots = tuple(slot.key for slot in live.publishable(survey))
    return (*slots, *_voted(survey, standing))


def decide(survey: Survey, standing: Standing, wanted: Collection[str] | None = None) -> Decision:
    """What may be published now. `wanted`: the parts somebody is to see; None for a report, which tells all."""
    told, now = frames_in(standing.told), frames_now(survey, standing)
    sources, asked = live.follows(survey, now), set(now if wanted is None else wanted)
    while True:
        moved = release(told, now, follows=sources, wanted=asked)
        if PEOPLE in asked and _finished(told.get(PEOPLE), now[PEOPLE]):
            moved[PEOPLE] = now[PEOPLE]
        few: set[str] = set()
        if moved and wanted is None:
            few = {part for part in asked if _is_few(part, told, now, moved, sources)}
        broken = [
            joint
            for joint in joints(survey)
            if any(map(joint.concerns, asked))
            and not joint.holds(standing, moved.keys() | few, K_MIN)
        ]
        if not broken:
            break
        asked -= {part for part in asked if any(joint.concerns(part) for joint in broken)}
    contents = {part: content_of(frame) for part, frame in moved.items()}
    if wanted is not None:
        keys = parts_in(survey, standing)
        return Decision(contents, {key: "told" for key in keys if live.part_of(key) in moved})
    return Decision(contents, _states(survey, standing, told, now, moved, few))


def _finished(told: Frame | None, now: Frame) -> bool:
    """Nobody new, but k more have come to the end."""
    if told is None or told.base != now.base:
        return False
    return now.cells["complete"] - told.cells["complete"] >= K_MIN


def _is_few(
    part: str,
    told: Mapping[str, Frame],
    now: Mapping[str, Frame],
    moved: Mapping[str, Frame],
    sources: Mapping[str, Collection[str]],
) -> bool:
    """Whether only a part's number of answers is told: under k, and what decides who is asked is told as it is."""
    if part in told or now[part].base >= K_MIN or part == PEOPLE:
        return False
    return all(
        source in moved or told.get(source, Frame()) == now[source] or now[source].base < K_MIN
        for source in sources.get(part, ())
    )


def _states(
    survey: Survey,
    standing: Standing,
    told: Mapping[str, Frame],
    now: Mapping[str, Frame],
    moved: Collection[str],
    few: Collection[str],
) -> dict[Key, State]:
    """What becomes of each question. What nobody new has answered stands as what a few have: which of the two it is
    would tell what those few were asked, and so what they answered.
    """
    states: dict[Key, State] = {}
    if PEOPLE in moved and _asked_anybody(standing, RESPONDENT):
        states[RESPONDENT] = "told"
    for key in parts_in(survey, standing):
        part = live.part_of(key)
        if part in moved:
            states[key] = "told"
        elif part in few:
            states[key] = "few"
        elif part in told or standing.states.get(key) == "few":
            states[key] = "kept"
        else:
            states[key] = "held"
    return states


def _asked_anybody(standing: Standing, key: Key) -> bool:
    return any(standing.tallies.get((*key, cell), 0) for cell in ("=answered", "=skipped"))


def is_due(survey: Survey, standing: Standing, wanted: Collection[str] | None = None) -> bool:
    """Whether there is something to keep before anything is shown.

    Not of a survey that has been disposed of. A closed survey of which nothing has been told gives the same report for
    ever, from its answers.
    """
    if survey.purged or (wanted is None and is_final(survey, standing)):
        return False
    return bool(decide(survey, standing, wanted).moved)


def is_final(survey: Survey, standing: Standing) -> bool:
    """Nothing has been told and nothing more will be answered: every report is of all there is."""
    return survey.purged or (survey.closed_at is not None and standing.number == 0)


def edition_of(survey: Survey, standing: Standing) -> Edition:
    """How what has been told differs from what has been answered.

    Of a single question nothing is compared: that a follow-up stands still while the question it follows does not
    tells what the last one answered. When anybody came after the last publication, all that was told before is of then.
    """
    told, now = frames_in(standing.told)[PEOPLE], frames_now(survey, standing)[PEOPLE]
    closed = survey.closed_at is not None
    later = closed and told != now
    held, kept = set(), set()
    for key in parts_in(survey, standing):
        state = standing.states.get(key)
        if state == "held" or (state is None and live.part_of(key) in standing.told):
            held.add(key)
        elif key in standing.kept or (later and state is not None):
            kept.add(key)
    late = max(now.base - told.base, 0) if closed else 0
    return Edition(not closed, frozenset(held), frozenset(kept), late)


def people_in(standing: Standing, rows: Iterable[Row]) -> Counts:
    """How many have answered by now, told or not: it says that somebody answered, never what.

    Never fewer than were told, all in all or of one question: whoever has erased their answers is counted on.
    """
    people = frames_in(standing.told)[PEOPLE]
    answers = Counter(row.key for row in rows)
    answered = max(people.base, standing.counts.answered, *answers.values())
    complete = max(people.cells["complete"], standing.counts.complete)
    return Counts(answered, answered - complete, complete)


def votes_in(survey: Survey, rows: Iterable[Row]) -> list[VoteRow]:
    """The votes among answers that have been told. How they were drawn is not kept with them."""
    questions = {question.id for question in statement_questions(survey.questionnaire)}
    return [
        VoteRow(row.respondent, row.key.question, row.key.turn, row.value.option, None)
        for row in rows
        if row.key.question in questions
        and isinstance(row.value, Choice)
        and row.value.option in VOTES
    ]
