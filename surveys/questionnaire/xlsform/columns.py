"""The names that columns and types have had through the years, and the languages that columns are in."""

from __future__ import annotations

import re

from surveys.questionnaire.languages import NAMES, is_language

COLUMNS = {
    "command": "type",
    "tag": "name",
    "value": "name",
    "caption": "label",
    "requiredmsg": "required_message",
    "relevance": "relevant",
    "skip": "skip",
    "constraining_message": "constraint_message",
    "constraint_msg": "constraint_message",
    "calculate": "calculation",
    "read_only": "readonly",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "list": "list_name",
    "listname": "list_name",
    "list_name": "list_name",
    "set_form_title": "form_title",
    "set_form_id": "form_id",
    "title": "form_title",
    "id_string": "form_id",
}
_BOUND = {
    "relevant": "relevant",
    "constraint": "constraint",
    "jr:constraintmsg": "constraint_message",
    "jr:requiredmsg": "required_message",
    "calculate": "calculation",
    "required": "required",
    "readonly": "readonly",
    "appearance": "appearance",
}
SPOKEN = ("label", "hint", "guidance_hint", "constraint_message", "required_message")

TYPES = {
    "string": "text",
    "int": "integer",
    "gps": "geopoint",
    "location": "geopoint",
    "photo": "image",
    "datetime": "datetime",
    "trigger": "acknowledge",
    "select1": "select_one",
    "select_one_from": "select_one",
    "select_all_that_apply": "select_multiple",
    "select_all_that_apply_from": "select_multiple",
    "add_select_one_prompt_using": "select_one",
    "add_select_multiple_prompt_using": "select_multiple",
    "add_text_prompt": "text",
    "add_integer_prompt": "integer",
    "add_decimal_prompt": "decimal",
    "add_note_prompt": "note",
    "add_image_prompt": "image",
    "add_date_prompt": "date",
    "add_time_prompt": "time",
    "begin_looped_group": "begin_repeat",
    "end_looped_group": "end_repeat",
    "begin_lgroup": "begin_repeat",
    "end_lgroup": "end_repeat",
}
META = frozenset(
    {
        *("start", "end", "today", "deviceid", "device_id", "phonenumber", "phone_number"),
        *("simserial", "subscriberid", "username", "email", "audit", "start_geopoint"),
        *("imei", "sim_id", "subscriber_id", "background_audio", "start-geopoint"),
        *("background-audio", "uri:deviceid", "uri:phonenumber", "uri:username", "uri:email"),
        *("get_start_time", "get_end_time", "get_today", "get_device_id", "get_phone_number"),
    }
)
LISTED = ("select_one", "select_multiple", "rank")
REFUSED = frozenset(
    {
        *("audio", "video", "barcode", "geotrace", "geoshape", "select_one_external"),
        *("select_one_from_file", "select_multiple_from_file", "rank_from_file", "osm"),
        *("xml-external", "csv-external", "start-geotrace", "loop", "begin_loop", "end_loop"),
    }
)
PLAIN = frozenset(
    {
        *("text", "integer", "decimal", "percentage", "range", "note", "date", "time", "datetime"),
        *("geopoint", "image", "file", "acknowledge", "calculate", "hidden"),
        *("begin_group", "end_group", "begin_repeat", "end_repeat"),
        *META,
        *REFUSED,
    }
)

_NAMED = {
    **{name.casefold(): tag for tag, name in NAMES.items()},
    "english": "en", "swedish": "sv", "french": "fr", "spanish": "es", "arabic": "ar",
    "portuguese": "pt", "finnish": "fi", "somali": "so", "german": "de", "russian": "ru",
    "ukrainian": "uk", "farsi": "fa", "persian": "fa", "dari": "prs", "pashto": "ps",
    "tigrinya": "ti", "amharic": "am", "turkish": "tr", "thai": "th", "vietnamese": "vi",
    "chinese": "zh", "danish": "da", "norwegian": "nb", "norsk": "nb", "dutch": "nl",
    "italian": "it", "polish": "pl", "romanian": "ro", "albanian": "sq", "serbian": "sr",
    "croatian": "hr", "bosnian": "bs", "greek": "el", "hungarian": "hu", "kurdish": "ku",
    "francais": "fr", "espanol": "es", "engelska": "en", "arabiska": "ar",
}  # fmt: skip


def column_name(tidy: str) -> str:
    """The name a column has today; `label:English` as `label::English`."""
    if bound := re.fullmatch(r"(?:bind|body|control)::?(.+)", tidy):
        return _BOUND.get(bound[1].lower(), tidy)
    kind, mark, language = tidy.partition("::")
    if not mark and ":" in tidy and not tidy.startswith(("jr:", "bind:", "body:", "media:")):
        old, _, rest = tidy.partition(":")
        if old in SPOKEN:
            kind, mark, language = old, "::", rest
    kind = COLUMNS.get(kind, kind)
    return f"{kind}::{language.strip()}" if mark else kind


def language_tag(written: str) -> str | None:
    """`Svenska (sv)`, `English` or `fr` as a tag we know; None for another language."""
    match = re.search(r"\(([A-Za-z][A-Za-z0-9-]*)\)\s*$", written)
    for tag in (str(match[1]) if match else "", written.strip()):
        for form in (tag, tag.lower(), tag.lower().split("-")[0]):
            if is_language(form):
                return form
    name = re.sub(r"\s*\([^)]*\)\s*$", "", written).strip().casefold()
    return _NAMED.get(name)


def split_type(written: str) -> tuple[str, str, bool]:
    """A type with the list it names, and whether it adds "other": `select_one yn or_other`."""
    words, other = written.split(), False
    joined = " ".join(words).lower()
    for ending in (" or_other", " or specify other", " or other"):
        if joined.endswith(ending):
            words, other = words[: -len(ending.split())], True
            break
    for length in range(min(len(words), 6), 0, -1):
        kind = "_".join(words[:length]).lower()
        kind = TYPES.get(kind, kind)
        if kind in PLAIN and length == len(words):
            return kind, "", other
        if kind in LISTED and length < len(words):
            return kind, " ".join(words[length:]), other
    return (words[0].lower(), " ".join(words[1:]), other) if words else ("", "", other)
