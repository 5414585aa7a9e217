"""The organiser's own files, kept beside the database by survey: recordings of questions, a picture of the place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from surveys.errors import ContentError
from surveys.questionnaire.loading import load_model, load_questionnaire
from surveys.questionnaire.problems import problem
from surveys.survey import Fill

if TYPE_CHECKING:
    from surveys.questionnaire.models import Questionnaire
    from surveys.survey import Survey

MEDIA_TYPES = {
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "m4a": "audio/mp4",
}
LARGEST = 5_000_000
"""Bytes of one recording: five minutes of speech."""
POPULATION = "population.csv"
"""What the file is called that background questions are compared with."""
BACKGROUND = "background.jpg"
"""What the picture of the place is called here."""
PICTURE_SIDE = 1000
"""Pixels of its longer side as it is kept: sharp on a phone, and about 100 kB."""
_NAME = re.compile(rf"[\w-]{{1,60}}\.({'|'.join(MEDIA_TYPES)})")


def named(questionnaire: Questionnaire, fill: Fill) -> frozenset[str]:
    """The names of all recordings of a survey."""
    texts = [question.audio or {} for question in questionnaire.question]
    return frozenset(name for text in (*texts, *fill.audio.values()) for name in text.values())


def gathered(names: frozenset[str], folders: Mapping[str, Path]) -> dict[str, bytes]:
    """The recordings by name, looked for in each folder. Raises ContentError with all that are not there.

    Args:
        names: as the questionnaire and the fill name them.
        folders: where to look, by the name of the file that speaks of them.
    """
    found: dict[str, bytes] = {}
    missing = []
    for name in sorted(names):
        places = [folder / name for folder in folders.values() if _NAME.fullmatch(name)]
        place = next((place for place in places if place.is_file()), None)
        if place is None or place.stat().st_size > LARGEST:
            known = ", ".join(MEDIA_TYPES)
            missing.append(
                problem("missing_recording", next(iter(folders)), name=name, known=known)
            )
        else:
            found[name] = place.read_bytes()
    if missing:
        raise ContentError(missing)
    return found


def for_opening(arguments: Mapping[str, Any], folders: Mapping[str, Path]) -> dict[str, bytes]:
    """The recordings that the files of an opening speak of. Raises ContentError.

    Args:
        arguments: the fields of `bot.wishes.Opening`.
        folders: where each of its files lies, by file name.
    """
    file = arguments["questionnaire_file"]
    questionnaire = load_questionnaire(arguments["questionnaire"], file)
    filled = arguments.get("fill")
    fill = load_model(Fill, filled, arguments["fill_file"]) if filled else Fill()
    recordings = gathered(named(questionnaire, fill), folders)
    if fill.background is None:
        return recordings
    return {**recordings, BACKGROUND: _picture(fill.background.file, folders)}


def _picture(name: str, folders: Mapping[str, Path]) -> bytes:
    """The picture of the place, re-encoded, so that nothing but the picture is left. Raises ContentError."""
    from bot.photos import UnreadableFile, reencode

    places = [folder / name for folder in folders.values() if "/" not in name]
    place = next((place for place in places if place.is_file()), None)
    try:
        if place is not None:
            return reencode(place.read_bytes(), PICTURE_SIDE).data
    except UnreadableFile:
        pass
    raise ContentError([problem("missing_background", next(iter(folders)), name=name)])


class Recordings:
    """A folder with one folder for each survey that has such files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, code: str, files: Mapping[str, bytes]) -> None:
        """Put the files of the survey with this join code in their place."""
        folder = self._folder / code
        if files:
            folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)

    def inherit(self, code: str, before: Survey) -> None:
        """Give the survey with this join code the files of the one before it, whose fill it took over."""
        folder = self._folder / before.code
        if folder.is_dir():
            self.keep(code, {each.name: each.read_bytes() for each in folder.iterdir()})

    def forget(self, code: str) -> None:
        """Nothing is left of the survey with this join code."""
        shutil.rmtree(self._folder / code, ignore_errors=True)

    def find(self, survey: Survey, name: str) -> tuple[Path, str] | None:
        """Where a recording lies, and its media type; None for a name the survey does not have."""
        if name not in named(survey.questionnaire, survey.fill) or not _NAME.fullmatch(name):
            return None
        place = self._folder / survey.code / name
        return (place, MEDIA_TYPES[name.rpartition(".")[2]]) if place.is_file() else None

    def background(self, survey: Survey) -> Path | None:
        """Where the picture of the place lies, in a survey that has one."""
        place = self._folder / survey.code / BACKGROUND
        return place if survey.fill.background is not None and place.is_file() else None

    def aerial(self, survey: Survey) -> bytes | None:
        """The picture of the place as a JPEG; None in a survey that has none."""
        place = self.background(survey)
        return place.read_bytes() if place is not None else None

    def population(self, survey: Survey) -> bytes | None:
        """The file that background questions are compared with; None where nobody has given one."""
        place = self._folder / survey.code / POPULATION
        return place.read_bytes() if place.is_file() else None

    def keep_population(self, survey: Survey, content: bytes) -> None:
        """Puts the file in its place, over the one before it."""
        self.keep(survey.code, {POPULATION: content})

    def forget_population(self, survey: Survey) -> None:
        """Takes the file away, if there is one."""
        (self._folder / survey.code / POPULATION).unlink(missing_ok=True)
