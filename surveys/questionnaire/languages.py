"""Languages a text may be written in, and how to pick one.

A text is a mapping from language tag to string, Swedish first. Tags are those of BCP 47 that are spoken in
Sweden, plus `sv-x-latt` (lätt svenska), which is a language of its own here.
"""

from __future__ import annotations

from collections.abc import Mapping

Text = dict[str, str]

NAMES: Mapping[str, str] = {
    "sv": "Svenska",
    "sv-x-latt": "Lätt svenska",
    "en": "English",
    "fi": "Suomi",
    "ar": "العربية",
    "so": "Soomaali",
    "sma": "Åarjelsaemien",
    "se": "Davvisámegiella",
    "smj": "Julevsámegiella",
    "fit": "Meänkieli",
    "yi": "ייִדיש",
    "rom": "Romani",
    "da": "Dansk",
    "nb": "Norsk bokmål",
    "nn": "Norsk nynorsk",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pl": "Polski",
    "uk": "Українська",
    "ru": "Русский",
    "fa": "فارسی",
    "prs": "دری",
    "ps": "پښتو",
    "ckb": "کوردیی ناوەندی",
    "kmr": "Kurmancî",
    "ku": "Kurdî",
    "ti": "ትግርኛ",
    "am": "አማርኛ",
    "tr": "Türkçe",
    "th": "ไทย",
    "vi": "Tiếng Việt",
    "zh": "中文",
    "bs": "Bosanski",
    "hr": "Hrvatski",
    "sr": "Српски",
    "sq": "Shqip",
    "ro": "Română",
    "pt": "Português",
    "it": "Italiano",
    "nl": "Nederlands",
    "et": "Eesti",
    "lv": "Latviešu",
    "lt": "Lietuvių",
    "hu": "Magyar",
    "el": "Ελληνικά",
}

RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ckb", "yi"})


def is_language(tag: str) -> bool:
    """Whether `tag` is a language a text may be written in."""
    return tag in NAMES


def direction(language: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` wants it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def say(text: Mapping[str, str], language: str) -> str:
    """The text in `language`, else in its base language, else Swedish, else whatever there is (L21)."""
    for tag in (language, language.split("-", maxsplit=1)[0], "sv"):
        if tag in text:
            return text[tag]
    return next(iter(text.values()), "")


def best_language(wanted: str | None, offered: tuple[str, ...]) -> str:
    """The offered language nearest to a BCP 47 tag; the first one offered when none fits.

    >>> best_language("en-GB", ("sv", "en"))
    'en'
    """
    for tag in (wanted or "", (wanted or "").split("-", maxsplit=1)[0]):
        if tag in offered:
            return tag
    return offered[0]
