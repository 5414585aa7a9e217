"""What a report's JSON says, in words for its page: the base, what was found, and what was held back and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Say = Callable[..., str]
FINDINGS = 12
"""Sentences of a preview: enough to recognise the report by."""


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that is not shown, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The report's page before anything is downloaded. `findings` are (question, sentence); `kept` are the questions
    that are shown as they were shown before.
    """

    base: Mapping[str, Any]
    findings: tuple[tuple[str, str], ...]
    more: int
    themes: tuple[str, ...]
    held: tuple[Held, ...]
    kept: tuple[str, ...]
    notes: tuple[str, ...]


def preview_of(report: Mapping[str, Any], asked: Mapping[str, str], say: Say) -> Preview:
    """From `report --format json`; `asked` gives the text of each question by id."""
    sentences = [
        (question["text"], question["sentence"])
        for question in report["questions"]
        if question["sentence"]
    ]
    sentences = [*_agreed(report, say), *sentences]
    kept = _kept(report)
    hidden = [entry for entry in report["suppressed"] if not _stands(entry, kept)]
    held = dict.fromkeys(_held(entry, asked, say) for entry in hidden)
    return Preview(
        base=report["base"],
        findings=tuple(sentences[:FINDINGS]),
        more=max(0, len(sentences) - FINDINGS),
        themes=(*(theme["sentence"] for theme in report["themes"]), *_of_meetings(report)),
        held=tuple(held),
        kept=tuple(dict.fromkeys(kept.values())),
        notes=tuple(report["notes"]),
    )


def _kept(report: Mapping[str, Any]) -> dict[str, str]:
    """Place -> text of the questions that are told of although few have answered since: as they stood before."""
    told = {
        f"question:{question['id']}"
        + (f":{question['turn']}" if question["turn"] else ""): question
        for question in report["questions"]
    }
    since = [one["where"] for one in report["suppressed"] if one["reason"] == "since_last"]
    return {where: told[where]["text"] for where in told if where in since}


def _stands(entry: Mapping[str, str], kept: Mapping[str, str]) -> bool:
    return entry["reason"] == "since_last" and entry["where"] in kept


def _of_meetings(report: Mapping[str, Any]) -> list[str]:
    """In a series: what the organiser has written of single meetings."""
    return [
        f"{meeting['title']}: {theme['sentence']}"
        for meeting in report.get("meetings", ())
        for theme in meeting["themes"]
    ]


def _agreed(report: Mapping[str, Any], say: Say) -> list[tuple[str, str]]:
    """What people agree on, what divides them, and what groups there are."""
    found = [
        (say(f"live-report-{kind}"), statement["sentence"])
        for kind in ("consensus", "divided")
        for statement in report["statements"]
        if statement["class"] == kind
    ]
    groups = report["groups"].get("sentences", ())
    return [*found, *((say("live-report-groups"), sentence) for sentence in groups)]


def _held(entry: Mapping[str, str], asked: Mapping[str, str], say: Say) -> Held:
    kind, _, rest = entry["where"].partition(":")
    if kind == "survey" and ":" in rest:  # one of a series
        kind, _, rest = rest.partition(":")[2].partition(":")
    name = rest.split(":")[0]
    why = say(f"live-held-{entry['reason'].replace('_', '-')}")
    match kind:
        case "question":
            what = say("live-held-question", text=asked.get(name, name))
        case "statement":
            what = say("live-held-groups" if rest.endswith(":groups") else "live-held-statements")
        case "quotes" | "breakdown" | "map" | "conflict":
            what = say(f"live-held-{kind}", text=asked.get(name, name))
        case "response_by_type":
            what = say("live-held-by-type")
        case "survey" | "themes" | "cloud":
            what = say(f"live-held-{kind}")
        case _:
            what = say("live-held-part", name=entry["where"])
    return Held(what, why)
