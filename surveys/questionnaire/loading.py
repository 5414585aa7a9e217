"""From TOML to models: questionnaires, notices and fills, with every problem found at once."""

from __future__ import annotations

import difflib
import re
import tomllib
import types
import typing
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from surveys.errors import ContentError
from surveys.files import unreadable
from surveys.questionnaire.checks import check
from surveys.questionnaire.expected import expected, syntax
from surveys.questionnaire.languages import is_language
from surveys.questionnaire.lines import LineIndex, Place
from surveys.questionnaire.linting import lint
from surveys.questionnaire.models import AnyQuestion, Item, Option, Questionnaire
from surveys.questionnaire.problems import Problem, problem
from surveys.questionnaire.toml_tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

Loaded = TypeVar("Loaded", bound=BaseModel)
Raw = dict[str, Any]

VOTES = "vote3"
"""The scale of statements, where none is named."""
REMEMBERED = 64
"""Texts whose questionnaires are kept: one that ships, or a draft in work, is read again and again."""


@cache
def kinds() -> Mapping[str, type[BaseModel]]:
    """The model of each kind of question."""
    union = typing.get_args(AnyQuestion)[0]
    models: tuple[type[BaseModel], ...] = typing.get_args(union)
    return types.MappingProxyType(
        {typing.get_args(model.model_fields["kind"].annotation)[0]: model for model in models}
    )


@cache
def scales() -> Raw:
    """The shared answer scales and the answers that stand outside them."""
    source = (files("surveys") / "library" / "_scales.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def library_ids() -> tuple[str, ...]:
    """Ids of the questionnaires that ship, in alphabetical order."""
    folder = files("surveys") / "library"
    names = (entry.name for entry in folder.iterdir())
    return tuple(
        sorted(n.removesuffix(".toml") for n in names if n[0] != "_" and n.endswith(".toml"))
    )


def library_questionnaire(questionnaire_id: str) -> Questionnaire:
    """A questionnaire that ships. Raises KeyError for an id that does not."""
    if questionnaire_id not in library_ids():
        raise KeyError(questionnaire_id)
    name = f"{questionnaire_id}.toml"
    source = (files("surveys") / "library" / name).read_text(encoding="utf-8")
    return load_questionnaire(source, name)


def read_source(path: Path) -> str:
    """The text of a file. Raises ConfigError when it cannot be read, ContentError when it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError([problem("unreadable_file", path.name)]) from None
    except OSError as error:
        raise unreadable(path, error) from None


def load_questionnaire(source: str, file: str) -> Questionnaire:
    """The questionnaire in `source`. Raises ContentError with every error in it."""
    questionnaire, problems = check_questionnaire(source, file)
    errors = [found for found in problems if found.severity == "error"]
    if questionnaire is None or errors:
        raise ContentError(errors)
    return questionnaire


def check_questionnaire(source: str, file: str) -> tuple[Questionnaire | None, list[Problem]]:
    """The questionnaire, None when it cannot be built, and everything wrong with it, in file order."""
    questionnaire, problems = _checked(source, file)
    return questionnaire, [*problems]


@lru_cache(maxsize=REMEMBERED)
def _checked(source: str, file: str) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """Neither can be changed, so whoever asks about the same text may share them."""
    raw, lines, problems = _parse(source, file)
    if raw is None:
        return None, tuple(problems)
    body = _normal(raw)
    if isinstance(questions := raw.get("question"), list):
        body["question"] = [
            _normal_question(question, index, file, lines, problems)
            for index, question in enumerate(questions)
        ]
    questionnaire, invalid = _validated(Questionnaire, body, file, lines)
    problems += invalid
    if questionnaire is not None:
        problems += check(questionnaire, file, lines)
        problems += lint(questionnaire, source, file, lines)
    return questionnaire, tuple(sorted(problems, key=lambda found: found.line or 0))


def load_model(model: type[Loaded], source: str, file: str) -> Loaded:
    """A notice or a fill. Raises ContentError with every problem in it."""
    raw, lines, problems = _parse(source, file)
    if raw is not None:
        loaded, problems = _validated(model, _normal(raw), file, lines)
        if loaded is not None and not problems:
            return loaded
    raise ContentError(problems)


def _parse(source: str, file: str) -> tuple[Raw | None, LineIndex, list[Problem]]:
    lines = LineIndex(source)
    try:
        return tables_of(source), lines, []
    except tomllib.TOMLDecodeError as error:
        match = re.search(r"\(at line (\d+)", str(error))
        why = str(error).split(" (at ", maxsplit=1)[0].lower()
        return (
            None,
            lines,
            [problem("toml_syntax", file, int(match[1]) if match else None, **syntax(why))],
        )


def _normal(raw: Raw) -> Raw:
    """Options, items, statements and places with their texts gathered under `label`."""
    body = dict(raw)
    if isinstance(dimensions := raw.get("dimension"), list):
        body["dimension"] = [_normal_dimension(dimension) for dimension in dimensions]
    elif isinstance(dimensions, dict):
        body["dimension"] = {name: _normal_dimension(filled) for name, filled in dimensions.items()}
    for name in ("statement", "place"):
        if isinstance(raw.get(name), list):
            body[name] = [labelled(entry) for entry in raw[name]]
    if isinstance(answers := raw.get("answers"), dict):
        body["answers"] = {key: _as_text(text) for key, text in answers.items()}
    return body


def _normal_dimension(dimension: Any) -> Any:
    if not isinstance(dimension, dict):
        return dimension
    body = dict(dimension)
    if isinstance(body.get("items"), list):
        body["items"] = [labelled(item) for item in body["items"]]
    if "always_last" in body:
        body["always_last"] = labelled(body["always_last"])
    return body


def _normal_question(
    question: Any, index: int, file: str, lines: LineIndex, problems: list[Problem]
) -> Any:
    """A question with its scale's options written out; an unknown kind or scale is told here."""
    if not isinstance(question, dict):
        return question
    body = dict(question)
    if isinstance(body.get("loop"), str):
        body["loop"] = [body["loop"]]
    for part in ("options", "outside", "rows"):
        if isinstance(body.get(part), list):
            body[part] = [labelled(entry) for entry in body[part]]
    _fill_in(body)
    line = lines.line(("question", index, "kind"))
    kind = body.get("kind")
    if isinstance(kind, str) and kind not in kinds():
        problems.append(problem("kind_unknown", file, line, kind=kind, known=", ".join(kinds())))
    if not isinstance(name := body.get("scale"), str):
        return body
    known = scales()["scale"]
    if name not in known:
        line = lines.line(("question", index, "scale"))
        problems.append(problem("unknown_scale", file, line, scale=name, known=", ".join(known)))
        return body
    body["options"] = [labelled(option) for option in known[name]["options"]]
    if isinstance(kind, str) and kind in {"scale", "matrix"}:
        body["outside"] = [labelled(option) for option in scales()["skip"]["options"]]
    return body


def _fill_in(body: dict[str, Any]) -> None:
    """The answers of kinds that have their own."""
    if body.get("kind") == "yes_no":
        body["options"] = [labelled(option) for option in scales()["yes_no"]["options"]]
    if body.get("kind") == "statements" and not {"scale", "options"} & body.keys():
        body["scale"] = VOTES


def labelled(entry: Any) -> Any:
    """An inline table with its language keys moved into `label`; anything else as it is."""
    if not isinstance(entry, dict) or "label" in entry:
        return entry
    known = {*Option.model_fields, *Item.model_fields}
    tags = [key for key in entry if key not in known and is_language(key)]
    rest = {key: value for key, value in entry.items() if key not in tags}
    return {**rest, "label": {tag: entry[tag] for tag in tags}} if tags else rest


def _as_text(text: Any) -> Any:
    return {"sv": text} if isinstance(text, str) else text


def _validated(
    model: type[Loaded], body: Raw, file: str, lines: LineIndex
) -> tuple[Loaded | None, list[Problem]]:
    try:
        return model.model_validate(body), []
    except ValidationError as error:
        return None, [
            _from_pydantic(model, details, file, lines)
            for details in error.errors()
            if not _told_before(details)
        ]


def _told_before(details: ErrorDetails) -> bool:
    """An unknown kind is told with its line; what is no text at all is not."""
    given = details["input"]
    kind = given.get("kind") if isinstance(given, dict) else None
    return details["type"] == "union_tag_invalid" and isinstance(kind, str)


def _from_pydantic(
    model: type[BaseModel], details: ErrorDetails, file: str, lines: LineIndex
) -> Problem:
    place = _file_place(details["loc"])
    key = str(next((part for part in reversed(place) if isinstance(part, str)), ""))
    line = lines.line(place)
    if details["type"] == "extra_forbidden":
        suggestion = _suggestion(key, _known_keys(model, details["loc"]))
        return problem("unknown_key", file, line, key=key, **suggestion)
    if details["type"] in {"missing", "union_tag_not_found"}:
        if key == "label":
            return problem("missing_swedish", file, line, where=_name(details["input"]))
        missing = "kind" if details["type"] == "union_tag_not_found" else key
        return problem("missing_key", file, line, key=missing)
    value = repr(details["input"])[:60]
    facts = expected(details["type"], details.get("ctx", {}))
    return problem("wrong_value", file, line, key=key, value=value, **facts)


def _name(entry: Any) -> str:
    """What an option or item is called in the file."""
    return str(entry.get("id", "label")) if isinstance(entry, dict) else "label"


def _file_place(location: tuple[int | str, ...]) -> Place:
    """Pydantic's location without the kind it puts after a question's number."""
    if len(location) > 2 and location[0] == "question" and location[2] in kinds():
        return (*location[:2], *location[3:])
    return location


def _known_keys(model: type[BaseModel], location: tuple[int | str, ...]) -> set[str]:
    if len(location) == 4 and location[0] == "question":
        return set(kinds()[str(location[2])].model_fields)
    if len(location) == 1:
        return set(model.model_fields)
    return {*Option.model_fields, *Item.model_fields, "sv", "en"} - {"label"}


def _suggestion(key: str, known: set[str]) -> dict[str, str | int]:
    near = difflib.get_close_matches(key, sorted(known), n=1)
    if near:
        return {
            "suggestion_sv": f"Menade du ”{near[0]}”?",
            "suggestion_en": f"Did you mean “{near[0]}”?",
        }
    listing = ", ".join(sorted(known))
    return {
        "suggestion_sv": f"Här får stå: {listing}.",
        "suggestion_en": f"Allowed here: {listing}.",
    }
