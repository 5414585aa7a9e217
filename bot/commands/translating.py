"""`translations`: answers in languages without a codebook, out to whoever translates them and in again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.common import Console, perform, print_json, reading, write_file
from bot.shapes import translations_shape
from surveys.errors import ConfigError
from surveys.files import unreadable
from surveys.questionnaire.languages import NAMES

if TYPE_CHECKING:
    from analysis.themes.translating import Incoming, Queue
    from bot.config import Settings
    from surveys.survey import Survey


async def translations(
    settings: Settings,
    console: Console,
    code: str,
    *,
    out: Path | None,
    incoming: Path | None,
    remove: tuple[str, ...],
    language: str,
    as_json: bool,
) -> None:
    """Takes in a filled-in file, takes translations back, writes the queue to a file, and says how it stands.

    Raises ConfigError for a file that cannot be read or written, an unknown answer or language; ContentError for a file
    that is no filled-in queue. Then nothing is kept.
    """
    survey, queue = await _queue_of(settings, code)
    _check(console, queue, language, remove)
    came = None if incoming is None else _read(incoming, queue)
    texts: dict[str, str | None] = dict.fromkeys(remove) | (came.texts if came else {})
    kept = 0
    if texts:
        wish = {"code": survey.code, "texts": texts, "language": language}
        kept = (await perform(settings, "translate", wish))["kept"]
        survey, queue = await _queue_of(settings, code)
    written = _write(out, queue, survey, console) if out is not None else None
    if as_json:
        print_json(translations_shape(survey, queue, came, kept, written))
    else:
        _say(console, queue, came, kept, written)


async def _queue_of(settings: Settings, code: str) -> tuple[Survey, Queue]:
    from bot.hand import translation_queue

    async with reading(settings) as store:
        survey = await store.survey_named(code)
        return survey, await translation_queue(store, survey)


def _check(console: Console, queue: Queue, language: str, remove: tuple[str, ...]) -> None:
    def say(text_id: str, about: str) -> ConfigError:
        return console.refused(text_id, about=about)

    if not queue.waits and language not in queue.languages:
        raise say("hand-refused-language", ", ".join(queue.languages))
    unknown = sorted(set(remove) - {one.id for one in queue.answers})
    if unknown:
        raise say("hand-refused-answers", ", ".join(unknown))


def _read(file: Path, queue: Queue) -> Incoming:
    from analysis.intake.problems import refused
    from analysis.themes.translating import LARGEST_FILE, from_workbook

    try:
        if file.is_file() and file.stat().st_size > LARGEST_FILE:
            raise refused("table_too_large", file.name, limit=f"{LARGEST_FILE // 1_000_000} MB")
        content = file.read_bytes()
    except OSError as error:
        raise unreadable(file, error) from None
    return from_workbook(queue, content, file.name)


def _write(out: Path, queue: Queue, survey: Survey, console: Console) -> str | None:
    """Where the queue was written; None where there is nothing to translate."""
    from analysis.themes.translating import to_workbook

    if not queue.answers:
        return None
    write_file(out, to_workbook(queue, survey.title, console.language))
    return str(out)


def _say(
    console: Console, queue: Queue, came: Incoming | None, kept: int, written: str | None
) -> None:
    if queue.waits:
        console.tell("hand-refused-waits", about=str(queue.waits))
        return
    if came is not None:
        console.say("translate-came", kept=kept, unchanged=came.unchanged, empty=came.empty)
        for row, why in came.left_out:
            console.tell(f"translate-left-{why}", row=row)
    waiting: Counter[str] = Counter()
    for one in queue.waiting:
        waiting[NAMES.get(one.language, one.language)] += one.people
    translated = sum(one.people for one in queue.answers if one.translation is not None)
    console.say("translate-state", waiting=waiting.total(), translated=translated)
    for name, n in sorted(waiting.items()):
        console.say("translate-language", name=name, n=n)
    if written is not None:
        console.say("translate-written", file=written)
