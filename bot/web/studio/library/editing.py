"""What a form does to one question or to the whole of a draft: tables and fields in, new tables out. Pure.

Whatever was typed is kept, also what cannot be right: a number that is none stays as text, and `check` says so
beside its field. An empty translation is no translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.web.studio.library.drafted import LISTS, Raw, ordered
from bot.web.studio.library.ruling import condition_of
from surveys.questionnaire.languages import is_language
from surveys.questionnaire.loading import kinds
from surveys.questionnaire.xlsform.naming import Ids, ascii_name

NUMBERS = frozenset(
    {
        *("min_choices", "max_choices", "max_chars", "total", "max_mb", "precision_m"),
        *("min", "max", "decimals", "max_seconds", "value"),
    }
)
OFFERED = (
    *("single", "multi", "scale", "yes_no", "text", "number", "rank", "matrix", "allocate"),
    *("date", "time", "location", "photo", "file", "consent", "note"),
)
"""The kinds that a form can add, in the order they are offered."""
LIMITS: Mapping[str, tuple[str, ...]] = {
    "multi": ("min_choices", "max_choices"),
    "rank": ("max_choices",),
    "number": ("min", "max", "decimals"),
    "text": ("max_chars",),
    "allocate": ("total",),
    "file": ("max_mb",),
    "location": ("precision_m",),
    "date": ("earliest", "latest"),
}
LISTED: Mapping[str, str] = {
    **dict.fromkeys(("single", "multi", "rank", "allocate", "scale"), "options"),
    "matrix": "rows",
}
"""Which list a form edits of a kind."""
_UNNAMED = re.compile(r"nytt\d+")
_ENTRY = re.compile(r"(options|rows|items)\.(\d+)\.id")


def new_question(kind: str, number: int) -> Raw:
    """A question to begin from; it says what is missing by what `check` tells."""
    question: Raw = {"id": f"fraga{number}", "kind": kind, "text": {"sv": ""}}
    if kind == "scale":
        question["scale"] = "degree5"
    if kind == "matrix":
        question["scale"] = "degree5"
        question["rows"] = [{"id": "nytt1"}, {"id": "nytt2"}]
    elif kind in LISTED and kind != "scale":
        question["options"] = [{"id": "nytt1"}, {"id": "nytt2"}]
    return ordered(question)


def edited_question(before: Raw, form: Mapping[str, str], questions: Iterable[Raw]) -> Raw:
    """The question as a form wants it. `questions` are all of the draft's, for its conditions."""
    question = dict(before)
    for group in ("text", "help", "unit", "valid_text"):
        _set(question, group, _texts(before.get(group, {}), group, form))
    question.setdefault("text", {})
    _set_lines(question, form)
    for box in form.get("boxes", "").split():
        _set(question, box, form.get(box) == "1")
    for part in ("options", "rows"):
        entries = _entries(before, part, form)
        if entries is not None:
            question[part] = entries
    if question.get("scale"):
        question.pop("options", None)
    if "when" in form:
        known = {str(each.get("id")): str(each.get("kind")) for each in questions}
        _set(question, "show_if", condition_of(form, known))
    kind = form.get("kind", "")
    return ordered(_of_kind(question, kind) if kind in kinds() else question)


def _set_lines(question: Raw, form: Mapping[str, str]) -> None:
    """What stands on a line of its own in the form, where the form has it."""
    for name in ("id", "scale", "valid_if", *LIMITS.get(question.get("kind", ""), ())):
        if name in form:
            _set(question, name, _typed(name, form[name]))
    if "loop" in form:
        _set(question, "loop", form["loop"].split() or None)


def edited_whole(before: Raw, form: Mapping[str, str]) -> Raw:
    """The draft with another heading: texts and rules of the whole questionnaire."""
    raw = dict(before)
    for group in ("title", "intro"):
        raw[group] = _texts(before.get(group, {}), group, form)
    for name in ("id", "purpose", "unit", "anonymity", "series", "max_seconds"):
        if name in form:
            _set(raw, name, _typed(name, form[name]))
    if "channels" in form.get("boxes", "").split():
        wanted, had = form.get("channels", "").split(), before.get("channels", [])
        kept = [name for name in had if name in wanted]
        raw["channels"] = [*kept, *(name for name in wanted if name not in kept)]
    if "level" in form:
        _set(raw, "influence", _influence(before.get("influence", {}), form))
    return raw


def _influence(before: Raw, form: Mapping[str, str]) -> Raw:
    """What a dialogue can and cannot change, and when and where the answer back is given; empty where nothing is said."""
    influence, feedback = dict(before), dict(before.get("feedback", {}))
    _set(influence, "level", form["level"])
    for group in ("can_affect", "cannot_affect"):
        _set(influence, group, _texts(before.get(group, {}), group, form))
    _set(feedback, "date", form.get("date", "").strip())
    _set(feedback, "where", _texts(feedback.get("where", {}), "where", form))
    _set(influence, "feedback", feedback)
    return influence


def edited_list(before: Raw, form: Mapping[str, str]) -> Raw:
    """A list of the draft's own, a dimension, as a form wants it."""
    dimension = dict(before)
    entries = _entries(before, "items", form)
    if entries is not None:
        dimension["items"] = entries
    if before.get("filled_by") in (None, "organiser"):  # whatever it is
        _set(dimension, "filled_by", "organiser" if form.get("organiser") == "1" else "")
    _set(dimension, "optional", form.get("optional") == "1")
    return dimension


def act_on(table: Raw, act: str) -> Raw:
    """One button of a list: `add-options`, `up-items-2`, `down-rows-0`, `remove-options-1`."""
    doing, _, rest = act.partition("-")
    part, _, place = rest.partition("-")
    if part not in {*LISTS, "items"}:
        return table
    entries = list(table.get(part, ()))
    if doing == "add":
        taken = {str(entry.get("id")) for entry in entries}
        free = next(f"nytt{n}" for n in range(1, len(entries) + 2) if f"nytt{n}" not in taken)
        entries.append({"id": free})
    elif place.isdigit():
        entries = moved(entries, doing, int(place))
    return {**table, part: entries}


def moved(entries: list[Raw], doing: str, place: int) -> list[Raw]:
    """The list with one entry removed, or up or down one step; the same where that cannot be."""
    made = list(entries)
    if not 0 <= place < len(made):
        return made
    entry = made.pop(place)
    if doing == "up":
        made.insert(max(0, place - 1), entry)
    elif doing == "down":
        made.insert(place + 1, entry)
    elif doing != "remove":
        made.insert(place, entry)
    return made


def _set(table: Raw, name: str, value: Any) -> None:
    """Nothing is written as nothing."""
    if value is False or value in ("", None, {}):  # nought is something
        table.pop(name, None)
    else:
        table[name] = value


def _texts(before: Mapping[str, str], group: str, form: Mapping[str, str]) -> dict[str, str]:
    texts = dict(before)
    for name, said in form.items():
        start, _, tag = name.partition(".")
        if start == group and is_language(tag):
            _set(texts, tag, said.strip().replace("\r\n", "\n"))
    return texts


def _typed(name: str, text: str) -> Any:
    """A number where one is meant and one is there."""
    plain = text.strip()
    if name not in NUMBERS:
        return plain
    if re.fullmatch(r"-?\d{1,15}", plain):
        return int(plain)
    decimal = plain.replace(",", ".")
    return float(decimal) if re.fullmatch(r"-?\d{1,15}\.\d{1,6}", decimal) else plain


def _entries(before: Raw, part: str, form: Mapping[str, str]) -> list[Raw] | None:
    """The list as the form has it; None when the form shows none."""
    places = [
        int(match[2]) for name in form if (match := _ENTRY.fullmatch(name)) and match[1] == part
    ]
    if not places:
        return None
    known = {str(entry.get("id")): entry for entry in before.get(part, ())}
    entries = []
    for place in sorted(places):
        start = f"{part}.{place}."
        fields = {
            name.removeprefix(start): said for name, said in form.items() if name.startswith(start)
        }
        entries.append(_entry(known.get(fields["id"], {}), fields))
    return _named(entries)


def _entry(before: Raw, fields: Mapping[str, str]) -> Raw:
    entry = {**before, "id": fields["id"]}
    for name, said in fields.items():
        if is_language(name):
            _set(entry, name, said.strip())
    if "value" in fields:
        entry.pop("value", None)
        if (value := _typed("value", fields["value"])) != "":
            entry["value"] = value
    if "wish" in fields:
        _set(entry, "wish", fields["wish"])
    for box in fields.get("boxes", "").split():
        _set(entry, box, fields.get(box) == "1")
    return entry


def _named(entries: list[Raw]) -> list[Raw]:
    """New entries get an id after what they say, once they say something."""
    ids = Ids()
    for entry in entries:
        if not _UNNAMED.fullmatch(str(entry["id"])):
            ids.give(str(entry["id"]), "svar")
    return [
        {**entry, "id": ids.give(ascii_name(str(entry["sv"]), "svar").lower(), "svar")}
        if _UNNAMED.fullmatch(str(entry["id"])) and entry.get("sv")
        else entry
        for entry in entries
    ]


def _of_kind(question: Raw, kind: str) -> Raw:
    """The question as another kind: what that kind does not know goes, what it needs comes."""
    if kind == question.get("kind"):
        return question
    fields = kinds()[kind].model_fields
    kept = {key: value for key, value in question.items() if key in fields}
    fresh = new_question(kind, 0)
    if kind == "yes_no":
        kept.pop("options", None)
    if kept.get("options") and "options" in fields:
        fresh.pop("scale", None)
    return {**fresh, **kept, "kind": kind}
