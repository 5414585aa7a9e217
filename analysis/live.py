"""What a room may see while it answers: from running tallies to slides with bars, in any of the survey's languages.

Nothing here reads an answer: tallies are kept with each write. Order and labels come from the questionnaire, so that
nothing on a screen changes its place; only released frames are drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analysis.asking import asked, is_tabled, texts_of
from analysis.disclosure import PERCENT_FROM
from analysis.frames import SurveyData
from analysis.holding import sources_of
from analysis.live_votes import ORDER, on_screen, part_of_statement, vote_frames, votes_in_words
from analysis.releasing import Frame, Tallies
from analysis.tables import top_of
from surveys.conversation.choosing import options_of, outside_of
from surveys.conversation.plan import plan_of
from surveys.questionnaire.languages import say
from surveys.questionnaire.models import Consent, File, FreeText, Photo, Rank
from surveys.statements import statement_questions
from surveys.survey import Counts

if TYPE_CHECKING:
    from surveys.conversation.slot import Slot
    from surveys.conversation.state import Key
    from surveys.questionnaire.models import AnyQuestion
    from surveys.statements import Statement
    from surveys.survey import Survey

Shape = Literal["bars", "rows", "words", "count", "votes"]
AXES = (5, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80)
"""Where the longest bar's axis may end, times powers of ten: it moves seldom, so that bars are seen to grow."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing that a screen shows at a time: a question, or the rows of one table together."""

    id: str
    shape: Shape
    slots: tuple[Slot, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that are released for it."""
        return tuple(part_of(slot.key) for slot in self.slots)

    def holds(self, part: str) -> bool:
        """Whether a part is released for it; of statements, each is a part."""
        if self.shape == "votes":
            return part.startswith(f"{self.id}/")
        return part in self.parts


@dataclass(frozen=True, slots=True)
class Bar:
    """One option: `n` people, `length` percent of the axis, `share` percent of the base.

    `share` is None where too few answered for percentages. `outside`: it stands beside the scale. `first`: of a
    ranking, how many put it first, where `n` counts the first few places; else None.
    """

    id: str
    label: str
    n: int
    length: int
    share: int | None
    outside: bool = False
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of bars with its own base; `label` is '' where the slide has only one. No bars: not released.

    `theirs`: a participant has said it.
    """

    label: str
    base: int
    bars: tuple[Bar, ...]
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A slide in words and numbers. `top`: how many first places of a ranking count together, else 0."""

    id: str
    shape: Shape
    text: str
    rows: tuple[Row, ...]
    top: int = 0

    @property
    def shown(self) -> bool:
        """Whether anything of it has been released."""
        return any(row.base for row in self.rows)


def part_of(key: Key) -> str:
    """The name of a question in a turn, as publications know it."""
    return f"{key.question}/{key.turn}" if key.turn else key.question


def words_part(part: str) -> str:
    """The name of the field of words of a free-text question: its base are the answers somebody has approved."""
    return f"{part}#words"


def hidden_word(part: str, word: str) -> str:
    """The name under which one word of a field is hidden."""
    return f"{words_part(part)}:{word}"


def slides(survey: Survey) -> tuple[Slide, ...]:
    """What can be shown of a survey, in the order of the questionnaire."""
    grouped: dict[str, list[Slot]] = {}
    for slot in _slots(survey):
        grouped.setdefault(_slide_id(survey, slot), []).append(slot)
    found = [Slide(name, _shape(survey, slots), tuple(slots)) for name, slots in grouped.items()]
    found += [Slide(slot.key.question, "votes", (slot,)) for slot in _voted_on(survey)]
    places = {question.id: at for at, question in enumerate(survey.questionnaire.question)}
    return tuple(sorted(found, key=lambda slide: places[slide.slots[0].key.question]))


def frames_of(survey: Survey, tallies: Tallies) -> dict[str, Frame]:
    """Everything as it is counted now, a part after those that decide whether it is asked."""
    frames = {part_of(slot.key): _frame(survey, slot, tallies) for slot in publishable(survey)}
    return {**frames, **vote_frames(survey, tallies)}


def follows(survey: Survey, parts: Collection[str] = ()) -> dict[str, frozenset[str]]:
    """For each part on a condition, the parts whose answers decide who is asked it.

    `parts`: what there is; statements are known by nothing else.
    """
    plan, slots = plan_of(survey), publishable(survey)
    known = {part_of(slot.key) for slot in slots}
    found = {
        part_of(slot.key): frozenset(part_of(source.key) for source in sources_of(plan, slot))
        for slot in slots
    }
    for slot in _voted_on(survey):
        sources = frozenset(part_of(source.key) for source in sources_of(plan, slot))
        prefix = part_of_statement(slot.key.question, "")
        found |= {part: sources for part in parts if part.startswith(prefix)}
    return {part: sources & known for part, sources in found.items() if sources & known}


def vote_chart(
    survey: Survey,
    slide: Slide,
    released: Mapping[str, Frame],
    language: str,
    statements: Sequence[Statement],
) -> Chart:
    """How people vote on the statements of a slide, from released frames alone."""
    labels = votes_in_words(survey, slide.id, language)
    rows = tuple(
        Row(say(one.text, language), frame.base, _votes(frame, labels), one.origin == "participant")
        for one, frame in on_screen(slide.id, statements, released)
    )
    return Chart(slide.id, slide.shape, texts_of(survey, slide.slots[0], language).full, rows)


def _votes(frame: Frame, labels: Mapping[str, str]) -> tuple[Bar, ...]:
    if not frame.base:
        return ()
    return tuple(
        Bar(vote, labels[vote], n, round(100 * n / frame.base), _percent(n, frame.base))
        for vote, n in ((vote, frame.cells.get(vote, 0)) for vote in ORDER)
    )


def chart(
    survey: Survey,
    slide: Slide,
    released: Mapping[str, Frame],
    language: str,
    hidden: Collection[str] = (),
) -> Chart:
    """A slide as it may be shown, from released frames alone; without `hidden` words."""
    first = slide.slots[0]
    texts = texts_of(survey, first, language)
    rows = [_row(survey, slot, released.get(part_of(slot.key)), language) for slot in slide.slots]
    if slide.shape == "words":
        field = released.get(words_part(slide.parts[0]))
        rows = [_words(slide.parts[0], field, hidden) if field is not None else rows[0]]
    if len(slide.slots) == 1:
        rows = [replace(rows[0], label="")]
        return Chart(slide.id, slide.shape, texts.full, tuple(rows), _top(survey, first.question))
    return Chart(slide.id, slide.shape, texts.together, tuple(rows))


def axis(most: int) -> int:
    """How many people the longest bar could stand for when the largest count is `most`."""
    scale = 1
    while most > AXES[-1] * scale:
        scale *= 10
    return next(step * scale for step in AXES if step * scale >= most)


def publishable(survey: Survey) -> tuple[Slot, ...]:
    """Everything that somebody is asked and a publication may tell of."""
    return tuple(slot for slot in asked(SurveyData(survey, (), Counts())) if slot.asked)


def _slots(survey: Survey) -> tuple[Slot, ...]:
    """What a screen shows; whether somebody consented or sent a picture is nobody else's business."""
    return tuple(
        slot
        for slot in publishable(survey)
        if not isinstance(slot.question, Consent | Photo | File)
    )


def _voted_on(survey: Survey) -> tuple[Slot, ...]:
    """The questions of statements."""
    plan = plan_of(survey)
    asked_about = statement_questions(survey.questionnaire)
    return tuple(slot for question in asked_about for slot in plan.turns.get(question.id, ()))


def _slide_id(survey: Survey, slot: Slot) -> str:
    if not is_tabled(slot, len(options_of(slot.question, survey))):
        return part_of(slot.key)
    outer = slot.key.turn.rpartition("/")[0]
    return f"{slot.key.question}/{outer}" if outer else slot.key.question


def _shape(survey: Survey, slots: Sequence[Slot]) -> Shape:
    question = slots[0].question
    if isinstance(question, FreeText):
        return "words"
    if not _cells(survey, question):
        return "count"
    return "rows" if len(slots) > 1 else "bars"


def _cells(survey: Survey, question: AnyQuestion) -> tuple[str, ...]:
    """What the tallies count of a question, in order; () where they only count who answered."""
    if question.kind in {"allocate", "indicator"}:
        return ()
    return tuple(option.id for option in options_of(question, survey))


def _frame(survey: Survey, slot: Slot, tallies: Tallies) -> Frame:
    question, key = slot.question, slot.key
    outside = {each.id: tallies.get((*key, each.id), 0) for each in outside_of(question)}
    base = tallies.get((*key, "=answered"), 0) - sum(outside.values())
    cells = _cells(survey, question)
    if isinstance(question, Rank):
        return Frame(base, _places(cells, _top(survey, question), key, tallies))
    return Frame(base, {**{each: tallies.get((*key, each), 0) for each in cells}, **outside})


def _places(cells: Sequence[str], top: int, key: Key, tallies: Tallies) -> dict[str, int]:
    """By option how many placed it among the first `top`, and by `option:1` how many put it first."""
    found: dict[str, int] = {}
    for cell in cells:
        places = [tallies.get((*key, f"{cell}:{place}"), 0) for place in range(1, top + 1)]
        found |= {cell: sum(places), f"{cell}:1": places[0]}
    return found


def _top(survey: Survey, question: AnyQuestion) -> int:
    if not isinstance(question, Rank):
        return 0
    return max(top_of(question, len(options_of(question, survey))), 1)


def _row(survey: Survey, slot: Slot, frame: Frame | None, language: str) -> Row:
    label = texts_of(survey, slot, language).row
    if frame is None:
        return Row(label, 0, ())
    question = slot.question
    if isinstance(question, FreeText):
        return Row(label, frame.base, ())
    outside = frozenset(each.id for each in outside_of(question))
    options = (*options_of(question, survey), *outside_of(question))
    end = axis(max(frame.cells.values(), default=0))
    bars = tuple(
        Bar(
            id=each.id,
            label=say(each.label, language),
            n=frame.cells[each.id],
            length=round(100 * frame.cells[each.id] / end),
            share=_percent(frame.cells[each.id], frame.base) if each.id not in outside else None,
            outside=each.id in outside,
            first=frame.cells.get(f"{each.id}:1"),
        )
        for each in options
        if each.id in frame.cells
    )
    return Row(label, frame.base, bars)


def _words(part: str, field: Frame, hidden: Collection[str]) -> Row:
    """Words in the order in which they first came: later ones never push earlier ones away."""
    most = max(field.cells.values(), default=1)
    bars = tuple(
        Bar(word, word, n, round(100 * n / most), None)
        for word, n in field.cells.items()
        if hidden_word(part, word) not in hidden
    )
    return Row("", field.base, bars)


def _percent(n: int, base: int) -> int | None:
    return round(100 * n / base) if base >= PERCENT_FROM else None
