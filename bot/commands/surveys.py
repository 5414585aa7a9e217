"""`survey open|show|list|close`, `quotes`, `erase`, `purge`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from bot.commands.common import (
    CONTENT,
    Console,
    moment,
    perform,
    print_json,
    questionnaire_source,
    read_bytes,
    reading,
)
from bot.few import withheld
from bot.shapes import quotes_shape, survey_body, survey_shape, surveys_shape
from surveys.conversation.state import Key

if TYPE_CHECKING:
    from analysis.themes.quotes import QuoteCandidate
    from bot.config import Settings
    from surveys.store.store import Store
    from surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Named:
    """The files of an opening, as they were named; of the questionnaires that ship, an id."""

    questionnaire: str
    notice: Path | None
    fill: Path | None
    roster: Path | None

    @property
    def folders(self) -> dict[str, Path]:
        """Where the files lie, by name: recordings lie beside them."""
        files = [Path(self.questionnaire), *([self.fill] if self.fill is not None else [])]
        return {file.name: file.parent for file in files}


def opening_arguments(
    named: Named,
    console: Console,
    *,
    title: str,
    demo_notice: bool,
    invited: int | None,
    series: str | None,
    channels: list[str],
    opens: str | None,
    closes: str | None,
    language: str | None,
    long_code: bool,
) -> dict[str, Any]:
    """The fields of Opening, with the content of the files. Raises ContentError, ConfigError."""
    from surveys.questionnaire.loading import read_source

    notice, fill = named.notice, named.fill
    if notice is not None and demo_notice:
        raise console.refused("refused-two-notices")
    source, file = questionnaire_source(named.questionnaire)
    return {
        "title": title,
        "questionnaire": source,
        "questionnaire_file": file,
        "notice": read_source(notice) if notice is not None else None,
        "notice_file": notice.name if notice is not None else "--notice",
        "fill": read_source(fill) if fill is not None else None,
        "fill_file": fill.name if fill is not None else "fill.toml",
        "demo_notice": demo_notice,
        "invited": invited,
        "series": series,
        "channels": channels,
        "opens": moment(opens, "--opens"),
        "closes": moment(closes, "--closes"),
        "language": language,
        "long_code": long_code,
        "roster": _roster(named.roster, console),
    }


def _roster(path: Path | None, console: Console) -> list[dict[str, Any]]:
    """Who was invited, by type, from an organiser's spreadsheet. Raises ConfigError."""
    if path is None:
        return []
    from analysis.report.roster import read_roster
    from analysis.wording import Wording

    found = read_roster(read_bytes(path), Wording(console.language))
    return [each.model_dump() for each in found]


async def open_one(
    settings: Settings,
    console: Console,
    arguments: dict[str, Any],
    named: Named,
    *,
    as_json: bool,
) -> None:
    """Opens a survey and says where people join; recordings of its questions are kept first to last."""
    from bot.recordings import Recordings, for_opening

    recordings = for_opening(arguments, named.folders)
    body = await perform(settings, "open", arguments)
    Recordings(settings.recordings).keep(body["code"], recordings)
    if "telegram" in body.pop("left_out"):
        console.tell("cli-telegram-left-out")
    if as_json:
        print_json(survey_shape(body))
        return
    console.say("cli-opened", title=body["title"], code=body["code"])
    _say_join(console, body)


def _say_join(console: Console, body: dict[str, Any]) -> None:
    if body["join"]["web"]:
        console.say("cli-join", address=body["join"]["web"])
    if body["join"]["telegram"]:
        console.say("cli-join-telegram", address=body["join"]["telegram"])


async def show(settings: Settings, console: Console, code: str, *, as_json: bool) -> None:
    """How a survey stands: how many answered, never what."""
    from bot.addresses import addresses_of
    from bot.app import utc_now

    async with reading(settings) as store:
        survey = await store.survey_named(code)
        counts = await store.counts(survey)
    body = survey_body(survey, counts, addresses_of(settings), utc_now())
    if as_json:
        print_json(survey_shape(body))
    else:
        _say_survey(console, body, withheld(survey))


def _say_survey(console: Console, body: dict[str, Any], untold: frozenset[Key]) -> None:
    _say_line(console, body)
    if body["state"] != "closed":
        _say_join(console, body)
    unknown = console.words("cli-unknown")
    people = {
        name: unknown if body[name] is None else str(body[name]) for name in ("invited", "attended")
    }
    console.say("cli-invited", **people)
    answered = body["partial"] + body["complete"]
    console.say("cli-counts", answered=answered, partial=body["partial"], begun=body["begun"])
    for question in body["questions"]:
        key = Key(question["id"], question["turn"])
        name = "/".join(filter(None, key))
        if key in untold:
            console.say("cli-question-follows", id=name)
            continue
        shown = {each: question[each] for each in ("shown", "answered", "skipped")}
        console.say("cli-question", id=name, **shown)


def _say_line(console: Console, body: dict[str, Any]) -> None:
    state = console.words(f"cli-state-{body['state']}")
    answered = body["partial"] + body["complete"]
    console.say(
        "cli-survey-line", code=body["code"], state=state, answered=answered, title=body["title"]
    )


async def list_all(settings: Settings, console: Console, *, as_json: bool) -> None:
    """Every survey in this store."""
    from bot.addresses import addresses_of
    from bot.app import utc_now

    addresses = addresses_of(settings)
    async with reading(settings) as store:
        bodies = [
            survey_body(survey, await store.counts(survey), addresses, utc_now())
            for survey in await store.surveys()
        ]
    if as_json:
        print_json(surveys_shape(bodies))
        return
    if not bodies:
        console.tell("cli-no-surveys")
    for body in bodies:
        _say_line(console, body)


async def close(
    settings: Settings, console: Console, code: str, attended: int | None, *, as_json: bool
) -> None:
    """Closes a survey: nobody can connect an answer to a person any more."""
    body = await perform(settings, "close", {"code": code, "attended": attended})
    if as_json:
        print_json(survey_shape(body))
    else:
        console.say("cli-closed", title=body["title"])


async def quotes(
    settings: Settings,
    console: Console,
    code: str,
    approve: list[str],
    hide: list[str],
    *,
    as_json: bool,
) -> None:
    """Lists the quotes that could stand in the report, and takes the organiser's word on them."""
    survey, lines = await _quotes_of(settings, console, code)
    unknown = sorted({*approve, *hide} - {line.id for line in lines})
    if unknown:
        if as_json:
            print_json(quotes_shape(survey, lines))
        console.tell("cli-quotes-unknown", ids=", ".join(unknown))
        raise typer.Exit(CONTENT)
    if approve or hide:
        arguments = {"code": survey.code, "approve": approve, "hide": hide}
        await perform(settings, "decide", arguments)
        survey, lines = await _quotes_of(settings, console, code)
    if as_json:
        print_json(quotes_shape(survey, lines))
    else:
        _say_quotes(console, lines)


async def _quotes_of(
    settings: Settings, console: Console, code: str
) -> tuple[Survey, list[QuoteCandidate]]:
    from analysis.editions import text_parts
    from bot.commands.telling import told
    from bot.reports import quote_lines

    async def find(store: Store) -> tuple[Survey, list[QuoteCandidate]]:
        survey = await store.survey_named(code)
        return survey, await quote_lines(store, survey, console.language)

    async def asked(store: Store) -> list[Survey]:
        return [await store.survey_named(code)]

    return await told(settings, asked, find, text_parts)


def _say_quotes(console: Console, lines: list[QuoteCandidate]) -> None:
    if not lines:
        console.tell("cli-quotes-none")
    for line in lines:
        state = console.words(f"cli-quote-{line.state}")
        console.say("cli-quote", id=line.id, state=state, text=line.text, theme=line.theme)
        if line.warning:
            typer.echo(f"  {line.warning}")


async def erase(settings: Settings, console: Console, receipt: str, *, as_json: bool) -> None:
    """Removes the answers behind a receipt code; exit code 1 where there are none."""
    answer = await perform(settings, "erase", {"receipt": receipt})
    if as_json:
        print_json({"format": "dalalab.erase/1", **answer})
    elif answer["erased"]:
        console.say("cli-erased", n=answer["erased"])
    if not answer["erased"]:
        console.tell("cli-erased-none")
        raise typer.Exit(CONTENT)


async def purge(
    settings: Settings, console: Console, code: str, decision_ref: str | None, *, as_json: bool
) -> None:
    """Disposes of a survey's answers; only with the reference of the decision it rests on (L11)."""
    if not decision_ref:
        raise console.refused("refused-purge-reference", code=code)
    from bot.app import utc_now

    async with reading(settings) as store:
        survey = await store.survey_named(code)
    if survey.state(utc_now()) != "closed":
        raise console.refused("cli-purge-open", code=survey.code)
    removed = await perform(settings, "purge", {"code": code, "decision_ref": decision_ref})
    if as_json:
        print_json({"format": "dalalab.purge/1", "survey": code.upper(), "removed": removed})
        return
    console.say(
        "cli-purged",
        decision=decision_ref,
        answers=removed.get("answer", 0),
        responses=removed.get("response", 0),
    )
