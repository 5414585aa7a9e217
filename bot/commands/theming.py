"""`themes`: what the texts of one column of somebody's file say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.commands.common import Console, print_json

if TYPE_CHECKING:
    from analysis.themes.backend import Backend
    from analysis.themes.codebook import Codebook
    from analysis.themes.theming import Plan, Progress, Themed

MOST_THEMES = 200


def themes(
    console: Console,
    file: Path,
    column: str,
    *,
    language: str | None,
    backend: str,
    codebook: str | None,
    discover: str | None,
    every_answer: bool,
    as_json: bool,
) -> None:
    """Reads the file, finds its themes, and tells them. Raises ContentError and ConfigError."""
    from analysis.intake.problems import refused
    from analysis.intake.tables import read_table
    from analysis.themes.theming import theme_texts

    plan = plan_from(console, language, backend, codebook, discover, every_answer=every_answer)
    table = read_table(file)
    texts = table.cells(table.column(column))
    if table.shortened:
        console.tell("analyse-shortened", n=table.shortened)
    spoken = plan.languages[0] if plan.languages else console.language
    try:
        with progress(console, "themes-reading", len(texts)) as told:
            found = theme_texts(texts, plan, language=spoken, progress=told)
    except ValueError:
        distinct = len({text.casefold() for text in texts if text})
        raise refused("texts_few", table.name, distinct=distinct, wanted=discover) from None
    if as_json:
        print_json({"format": "dalalab.themes/1", **themes_body(found, backend)})
    else:
        _tell(console, file.name, found)


def plan_from(
    console: Console,
    language: str | None,
    backend: str,
    codebook: str | None,
    discover: str | None,
    *,
    every_answer: bool,
) -> Plan:
    """What the options ask for. Raises ConfigError for options that make no sense."""
    from analysis.themes.theming import Plan

    if codebook is None and discover is None:
        raise console.refused("themes-which")
    return Plan(
        codebook=None if codebook is None else codebook_named(codebook),
        discover=None if discover is None else _wanted(console, discover),
        every_answer=every_answer,
        languages=languages_from(console, language),
        backend=backend_from(console, backend),
    )


def codebook_named(wanted: str) -> Codebook:
    """A codebook file, or one of those that ship: `evaluation`, `place`. Raises ConfigError."""
    from analysis.themes.codebook import read_codebook, shipped

    if wanted in {"evaluation", "place"} and not Path(wanted).exists():
        return shipped("place" if wanted == "place" else "evaluation")
    return read_codebook(Path(wanted))


def backend_from(console: Console, wanted: str) -> Backend:
    """The backend by its name. Raises ConfigError for one that is unknown or not installed."""
    from analysis.themes.backend import NAMES
    from analysis.themes.backends import backend_named

    known = next((name for name in NAMES if name == wanted), None)
    if known is None:
        raise console.refused("themes-backend", wanted=wanted, known=", ".join(NAMES))
    return backend_named(known)


def _wanted(console: Console, discover: str) -> int | Literal["auto"]:
    if discover == "auto":
        return "auto"
    if discover.isdecimal() and 1 <= int(discover) <= MOST_THEMES:
        return int(discover)
    raise console.refused("themes-discover")


def languages_from(console: Console, written: str | None) -> tuple[str, ...]:
    """The languages of `--language sv,en`; () when it is not given. Raises ConfigError."""
    from surveys.questionnaire.languages import NAMES

    found = tuple(dict.fromkeys(tag.strip() for tag in (written or "").split(",") if tag.strip()))
    for tag in found:
        if tag not in NAMES:
            known = f"{', '.join(list(NAMES)[:6])} …"
            raise console.refused("themes-language", wanted=tag[:20], known=known)
    return found


def themes_body(found: Themed, backend: str) -> dict[str, Any]:
    """The themes object of `themes` and `analyse`, without its `format`."""
    return {
        "backend": backend,
        "answers": [
            {
                "row": answer.row,
                "language": answer.language,
                "status": answer.status,
                "themes": [
                    {"id": tie.theme, "score": round(tie.score, 4), "why": list(tie.why)}
                    for tie in answer.ties
                ],
            }
            for answer in found.answers
        ],
        "themes": [
            {
                "id": theme.id,
                "label": theme.label,
                "answers": theme.answers,
                "suggested": theme.suggested,
                "stability": theme.stability,
                "words": list(theme.words),
                "quotes": [{"row": row, "text": text} for row, text in theme.quotes],
            }
            for theme in found.themes
        ],
        "refused": None if found.refused is None else {"reason": found.refused},
    }


def _tell(console: Console, name: str, found: Themed) -> None:
    from analysis.themes.suggesting import stability_word
    from analysis.themes.theming import refusal

    statuses = [answer.status for answer in found.answers]
    console.say(
        "themes-head",
        n=len(statuses),
        file=name,
        empty=statuses.count("empty"),
        other=statuses.count("other"),
    )
    for theme in found.themes:
        word = "none" if theme.stability is None else stability_word(theme.stability)
        console.say("themes-line", answers=theme.answers, label=theme.label, stability=word)
        if theme.words and not theme.suggested:
            console.say("themes-words", words=", ".join(theme.words))
        for row, text in theme.quotes:
            console.say("themes-quote", row=row, text=" ".join(text.split()))
    if found.refused is not None:
        console.tell("themes-refused", why=refusal(found.refused, console.language))


@contextmanager
def progress(console: Console, text_id: str, total: int) -> Iterator[Progress]:
    """A bar on stderr, when that is a terminal and there is much to read."""
    import sys

    if total < 2_000 or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console as RichConsole
    from rich.progress import Progress as Bar

    with Bar(console=RichConsole(stderr=True), transient=True) as bar:
        task = bar.add_task(console.words(text_id), total=total)
        yield lambda count: bar.advance(task, count)
