"""Opening a survey: everything that must be in place before anyone is invited (L1, L16, L22)."""

from __future__ import annotations

import datetime as dt
import secrets
import tomllib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.wishes import Opening, check_wishes
from surveys.conversation.respondent import RESPONDENT, is_for_names, respondent_question
from surveys.errors import ContentError
from surveys.questionnaire.coverage import complete_languages
from surveys.questionnaire.languages import say
from surveys.questionnaire.loading import load_model, load_questionnaire
from surveys.questionnaire.models import Chosen, Influence, Questionnaire
from surveys.questionnaire.problems import Problem, problem
from surveys.questionnaire.toml_tables import tables_of
from surveys.roster import invited_in
from surveys.survey import Fill, Notice, Survey, withheld_channels
from surveys.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from surveys.questionnaire.languages import Text
    from surveys.store.store import Store

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 6
"""Letters of an open room's code: short, since it is read from a wall. 113 million of them."""
LONG_CODE_LENGTH = 16
"""Letters of the code of a survey for those who are sent the link: 71 bits, which nobody guesses."""

LEGAL_KEYS = {
    "controller": ("vem som ansvarar för uppgifterna", "who is responsible for the data"),
    "purpose": ("vad svaren ska användas till", "what the answers will be used for"),
    "legal_basis": (
        "rättslig grund, oftast public_interest",
        "legal basis, most often public_interest",
    ),
    "retain_until": (
        "vilken dag svaren gallras, till exempel 2027-06-30",
        "the day the answers are disposed of, for example 2027-06-30",
    ),
    "decision_ref": (
        "vilket beslut gallringen stöder sig på",
        "the decision that disposal rests on",
    ),
}
_PRACTICE = {
    "sv": "att öva på att fråga",
    "sv-x-latt": "att öva på att fråga",
    "en": "practising how to ask",
    "fi": "kyselyn harjoitteleminen",
    "ar": "التدرُّب على طرح الأسئلة",
    "so": "in lagu tababarto su'aal weydiinta",
}
INFLUENCE = ("vad invånarna kan och inte kan påverka", "what residents can and cannot influence")


@dataclass(frozen=True, slots=True)
class Ready:
    """What a survey stands on, read: from the files of an opening, or from a form."""

    questionnaire: Questionnaire
    notice: Notice
    fill: Fill


async def open_survey(
    store: Store,
    opening: Opening,
    *,
    now: dt.datetime,
    random_code: Callable[[], str] | None = None,
) -> Survey:
    """The opened survey. Raises ContentError with everything that is missing or wrong."""
    questionnaire = load_questionnaire(opening.questionnaire, opening.questionnaire_file)
    notice = _notice(opening, questionnaire, now)
    fill = load_model(Fill, opening.fill, opening.fill_file) if opening.fill else Fill()
    ready = Ready(questionnaire, notice, fill)
    return await open_ready(store, opening, ready, now=now, random_code=random_code)


async def open_ready(
    store: Store,
    opening: Opening,
    ready: Ready,
    *,
    now: dt.datetime,
    random_code: Callable[[], str] | None = None,
) -> Survey:
    """As `open_survey`, when everything has been read already; the sources of `opening` are not looked at."""
    questionnaire, notice, fill = ready.questionnaire, ready.notice, ready.fill
    if opening.roster:
        fill = fill.model_copy(update={"roster": opening.roster})
    channels = opening.channels or _own_channels(questionnaire, notice)
    fill = fill.model_copy(update={"names_shown": is_for_names(questionnaire)})
    languages = _languages(questionnaire, notice, fill, opening.language)
    problems = [
        *check_wishes(opening, languages, now),
        *_check_fill(questionnaire, fill, opening.fill_file),
        *_check_invited(opening, fill),
        *_check_law(opening, questionnaire, notice, fill, channels, now),
    ]
    if problems:
        raise ContentError(problems)
    return await store.open_survey(
        code=opening.code or await free_code(store, random_code or code_for(opening)),
        title=opening.title,
        questionnaire=questionnaire,
        notice=notice,
        fill=fill,
        series=opening.series or questionnaire.series,
        channels=channels,
        languages=languages,
        opens=opening.opens,
        closes=opening.closes,
        invited=opening.invited if opening.invited is not None else invited_in(fill.roster) or None,
        opened_at=now,
    )


def left_out(opening: Opening, survey: Survey) -> list[str]:
    """The channels its questionnaire names that the survey went without, since nobody asked for them by name."""
    withheld = withheld_channels(survey.questionnaire, survey.notice)
    return [] if opening.channels else sorted(withheld & set(survey.questionnaire.channels))


def _own_channels(questionnaire: Questionnaire, notice: Notice) -> tuple[str, ...]:
    """What the questionnaire names, but for paper, which nobody is sent to, and what the law withholds."""
    without = {"paper", *withheld_channels(questionnaire, notice)}
    return tuple(channel for channel in questionnaire.channels if channel not in without)


def new_code(length: int = CODE_LENGTH) -> str:
    """A join code of letters that are easy to say and hard to misread."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(length))


def code_for(opening: Opening) -> Callable[[], str]:
    """What makes a code of the length the opening calls for."""
    return partial(new_code, LONG_CODE_LENGTH if opening.long_code else CODE_LENGTH)


async def free_code(store: Store, make: Callable[[], str] = new_code) -> str:
    """A join code that no survey has."""
    code = make()
    while await store.survey(code) is not None:
        code = make()
    return code


def interface_languages() -> tuple[str, ...]:
    """The languages the product itself speaks to participants, in the order they are offered."""
    spoken = set(Texts("surveys").languages)
    return tuple(tag for tag in Texts("bot").languages if tag in spoken)


def _languages(
    questionnaire: Questionnaire, notice: Notice, fill: Fill, first: str | None
) -> tuple[str, ...]:
    """Languages in which everything a participant meets is written, `first` first: the questionnaire, what the
    organiser wrote, and the product's own texts.
    """
    written = complete_languages(questionnaire, [notice.purpose, *_filled(notice, fill)])
    offered = tuple(tag for tag in interface_languages() if tag in written)
    return tuple(sorted(offered, key=lambda tag: tag != first)) if first in offered else offered


def _filled(notice: Notice, fill: Fill) -> Iterator[Text]:
    """The organiser's own texts."""
    for dimension in fill.dimension.values():
        for item in dimension.items:
            yield from (text for text in (item.label, item.inline, item.help) if text is not None)
    yield from (place.label for place in fill.place)
    yield from (statement.label for statement in fill.statement)
    yield from fill.answers.values()
    declared = fill.influence or notice.influence
    if declared is not None:
        yield from (declared.can_affect, declared.cannot_affect, declared.feedback.where)


def _notice(opening: Opening, questionnaire: Questionnaire, now: dt.datetime) -> Notice:
    if opening.demo_notice:
        return demo_notice(questionnaire, now.date())
    if opening.notice is None:
        raise ContentError([_missing(key, opening.notice_file) for key in LEGAL_KEYS])
    try:
        written = tables_of(opening.notice)
    except tomllib.TOMLDecodeError:
        written = dict.fromkeys(LEGAL_KEYS, "")  # the reader below tells where the file is broken
    missing = [_missing(key, opening.notice_file) for key in LEGAL_KEYS if key not in written]
    try:
        notice = load_model(Notice, opening.notice, opening.notice_file)
    except ContentError as error:
        others = [found for found in error.problems if found.code != "missing_key"]
        raise ContentError([*missing, *others] or error.problems) from None
    return notice


def demo_notice(questionnaire: Questionnaire, today: dt.date) -> Notice:
    """A notice for practice: every page says "övning"."""
    return Notice(
        controller="Övningskommunen",
        purpose=_PRACTICE,
        legal_basis="public_interest",
        retain_until=today + dt.timedelta(days=365),
        decision_ref="Övning 1",
        influence=questionnaire.influence,
        demo=True,
    )


def unopened(questionnaire: Questionnaire, language: str, today: dt.date) -> Survey:
    """A questionnaire as a survey that nobody has opened: it has no code."""
    return Survey(
        id=0,
        code="",
        title=say(questionnaire.title, language),
        questionnaire=questionnaire,
        version=questionnaire.version(),
        notice=demo_notice(questionnaire, today),
        fill=Fill(names_shown=is_for_names(questionnaire)),
        languages=complete_languages(questionnaire),
    )


def _missing(key: str, file: str) -> Problem:
    meaning_sv, meaning_en = LEGAL_KEYS.get(key, INFLUENCE)
    return problem(
        "notice_missing_key", file, key=key, meaning_sv=meaning_sv, meaning_en=meaning_en
    )


def _check_law(
    opening: Opening,
    questionnaire: Questionnaire,
    notice: Notice,
    fill: Fill,
    channels: tuple[str, ...],
    now: dt.datetime,
) -> list[Problem]:
    found = []
    if notice.retain_until <= now.date():
        date = notice.retain_until.isoformat()
        found.append(problem("notice_retention_past", opening.notice_file, date=date))
    closes = opening.closes
    if closes and closes > (opening.opens or now) and closes.date() > notice.retain_until:
        date, day = notice.retain_until.isoformat(), closes.date().isoformat()
        found.append(problem("closes_after_retention", opening.notice_file, date=date, day=day))
    if questionnaire.purpose == "dialogue":
        influence: Influence | None = fill.influence or notice.influence
        if influence is None:
            found.append(_missing("influence", opening.notice_file))
        if set(channels) <= {"telegram"}:
            found.append(problem("only_telegram", opening.questionnaire_file))
        if withheld_channels(questionnaire, notice) & set(channels):
            found.append(problem("telegram_without_dpia", opening.notice_file))
    return found


def _check_invited(opening: Opening, fill: Fill) -> list[Problem]:
    listed = invited_in(fill.roster)
    if opening.invited is None or opening.invited >= listed:
        return []
    return [problem("fewer_invited", opening.fill_file, listed=listed, invited=opening.invited)]


def _check_fill(questionnaire: Questionnaire, fill: Fill, file: str) -> list[Problem]:
    known = {dimension.id: dimension for dimension in questionnaire.dimension}
    named = {RESPONDENT.question} if respondent_question(questionnaire, fill) is not None else set()
    listing = ", ".join((*known, *named)) or "–"
    found = [
        problem("unknown_dimension", file, dimension=name, known=listing)
        for name in fill.dimension
        if name not in {*known, *named}
    ]
    if fill.background is not None and not fill.background.has_area:
        found.append(problem("background_corners", file))
    for question in questionnaire.question:
        if isinstance(question, Chosen) and (name := question.options_from) is not None:
            filled = fill.dimension.get(name)
            items = filled.items if filled is not None and filled.items else known[name].items
            if len(items) < 2 and (items or not known[name].optional):
                found.append(problem("no_options", file, question=question.id))
    return found
