"""Codebooks: the themes an organiser looks for, with the words and phrases that say so."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from surveys.errors import ConfigError
from surveys.files import unreadable
from surveys.questionnaire.languages import Text
from surveys.questionnaire.models import Identifier, Model, Questionnaire, content_hash

PhraseLists = dict[str, tuple[str, ...]]
Seeds = dict[str, Annotated[tuple[str, ...], Field(min_length=1)]]
"""A language that is there has a phrase to compare with."""


class Theme(Model):
    """One theme. `words`, `faint` and `never` may begin or end with `*` for any letters.

    `faint` words tell the theme only where nothing else in an answer does. `answers` are whole ones that belong to it.
    `own` are the organiser's: they count wherever they stand (G7).
    """

    id: Identifier
    label: Text
    seeds: Seeds
    words: PhraseLists = {}
    own: PhraseLists = {}
    faint: PhraseLists = {}
    answers: PhraseLists = {}
    never: PhraseLists = {}
    stance: Literal["keep", "change"] | None = None

    def languages(self) -> frozenset[str]:
        """Languages the theme can be recognised in."""
        return frozenset(self.seeds)

    def known_by(self, language: str) -> tuple[tuple[str, ...], ...]:
        """All phrases it is recognised by in a language."""
        lists = self.seeds, self.words, self.own, self.faint, self.never, self.answers
        return tuple(tuple(each.get(language, ())) for each in lists)


class Codebook(Model):
    """Themes in the order they were written; `id` only names it. `neither`: answers about none of them."""

    format: Literal[1] = 1
    id: Identifier = "own"
    theme: tuple[Theme, ...]
    neither: PhraseLists = {}

    def version(self) -> str:
        """Content hash; a report names its first eight digits."""
        return content_hash(self.model_dump(mode="json"))

    def languages(self) -> tuple[str, ...]:
        """Languages in which any theme has seeds, sorted."""
        return tuple(sorted({tag for theme in self.theme for tag in theme.seeds}))

    def only(self, ids: tuple[str, ...]) -> Codebook:
        """The same codebook with some of its themes."""
        kept = tuple(theme for theme in self.theme if theme.id in ids)
        return self.model_copy(update={"theme": kept})


def read_codebook(path: Path) -> Codebook:
    """A codebook file an organiser wrote.

    Raises:
        ConfigError: unreadable, no TOML, or keys that do not fit; the text names what.
    """
    try:
        return Codebook.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        raise _refused("codebook-toml", file=path.name, line=line[1] if line else "?") from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise _refused("codebook-key", file=path.name, where=where) from error


def _refused(text_id: str, **facts: str) -> ConfigError:
    return ConfigError.of(text_id, package="analysis", **facts)


@cache
def shipped(name: Literal["evaluation", "place"]) -> Codebook:
    """One of the codebooks that come with the product."""
    folder = files("analysis") / "codebooks"
    read = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    more = folder / f"{name}.answers.toml"
    for language, answers in tomllib.loads(more.read_text(encoding="utf-8")).items():
        read.setdefault("neither", {})[language] = answers.pop("neither", [])
        for theme in read["theme"]:
            theme.setdefault("answers", {})[language] = answers.get(theme["id"], [])
    return Codebook.model_validate(read)


def codebook_for(questionnaire: Questionnaire) -> Codebook:
    """The shipped codebook that fits: places for dialogues, evaluation for everything else."""
    return shipped("place" if questionnaire.purpose == "dialogue" else "evaluation")
