"""Codebooks: the themes an organiser looks for, with the words and phrases that say so."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from surveys.errors import ConfigError
from surveys.files import unreadable
from surveys.questionnaire.languages import Text
from surveys.questionnaire.models import Identifier, Model, Questionnaire, content_hash

PhraseLists = dict[str, tuple[str, ...]]


class Theme(Model):
    """One theme. `words` and `never` may begin or end with `*` for any letters."""

    id: Identifier
    label: Text
    seeds: PhraseLists
    words: PhraseLists = {}
    never: PhraseLists = {}
    stance: Literal["keep", "change"] | None = None

    def languages(self) -> frozenset[str]:
        """Languages the theme can be recognised in."""
        return frozenset(self.seeds)


class Codebook(Model):
    """Themes in the order they were written; `id` only names it."""

    format: Literal[1] = 1
    id: Identifier = "own"
    theme: tuple[Theme, ...]

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
    source = files("analysis") / "codebooks" / f"{name}.toml"
    return Codebook.model_validate(tomllib.loads(source.read_text(encoding="utf-8")))


def codebook_for(questionnaire: Questionnaire) -> Codebook:
    """The shipped codebook that fits: places for dialogues, evaluation for everything else."""
    return shipped("place" if questionnaire.purpose == "dialogue" else "evaluation")
