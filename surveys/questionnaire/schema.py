"""The format as JSON Schema, for editors that complete and check while one writes TOML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.questionnaire.languages import NAMES
from surveys.questionnaire.loading import kinds, scales
from surveys.questionnaire.models import Questionnaire

Schema = dict[str, Any]

_WITHOUT_TEXT = frozenset({"calculate", "hidden"})


def file_schema() -> Schema:
    """JSON Schema (draft 2020-12) of a questionnaire file as people write it.

    The models say what a questionnaire is once it is read: here labels stand beside ids, one dimension may
    stand without brackets, and a shared scale is one of those that ship.
    """
    made: Schema = Questionnaire.model_json_schema()
    definitions = made["$defs"]
    for name in ("Option", "Item"):
        definitions[name] = _labelled(definitions[name])
    for model in kinds().values():
        definitions[model.__name__] = _question(definitions[model.__name__])
    written: Schema = _texts(made)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dalalab questionnaire",
        **{key: value for key, value in written.items() if key != "title"},
    }


def _languages() -> Schema:
    return {tag: {"type": "string", "description": name} for tag, name in NAMES.items()}


def _labelled(schema: Schema) -> Schema:
    """Texts beside the id, Swedish required, in place of `label`."""
    properties = {key: each for key, each in schema["properties"].items() if key != "label"}
    required = [key for key in schema.get("required", ()) if key != "label"]
    return {
        **schema,
        "properties": {**properties, **_languages()},
        "required": [*required, "sv"],
    }


def _question(schema: Schema) -> Schema:
    properties = dict(schema["properties"])
    kind = properties["kind"]["const"]
    loop = properties["loop"]
    one = {key: value for key, value in loop["items"].items() if key != "title"}
    properties["loop"] = {"anyOf": [one, {"type": "array", "items": loop["items"]}]}
    if "scale" in properties:
        properties["scale"] = {"enum": sorted(scales()["scale"])}
    required = {*schema["required"], *(() if kind in _WITHOUT_TEXT else ("text",))}
    return {**schema, "properties": properties, "required": sorted(required)}


def _texts(schema: Any) -> Any:
    """A mapping of strings is a text: languages we know, Swedish required."""
    if isinstance(schema, list):
        return [_texts(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    if schema.get("additionalProperties") == {"type": "string"}:
        return {
            "type": "object",
            "properties": _languages(),
            "required": ["sv"],
            "additionalProperties": False,
        }
    return {key: _texts(value) for key, value in schema.items()}
