"""From what an organiser asks for to a decision, or the reason why not: the same in the studio and on the command line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from analysis.themes.hand import own_theme
from analysis.themes.personal import is_personal
from analysis.themes.workbench import Bench, BenchTheme
from surveys.deciding import EVERYWHERE, OTHER, Decision, Merge, Move, Rename, Seed, Sentence, Split

Act = Literal["rename", "merge", "split", "move", "seed", "sentence"]
OTHERS = "other"
"""How an organiser names what has no theme."""
LONGEST_LABEL, LONGEST_PHRASE, LONGEST_SENTENCE = 60, 80, 240
MOST_WORDS = 30
_MARKS = re.compile(r"[\"”“„«»]")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, as it was typed. `theme` may be `other`; `text` is a label, a phrase or a sentence.

    A move without a theme is from every theme the answers are in.
    """

    act: Act
    theme: str = ""
    target: str = ""
    text: str = ""
    language: str = "sv"
    words: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was decided; `reason` names a text, `about` what it is about."""

    reason: Literal[
        "theme", "suggested", "target", "same", "answers", "which", "label", "long", "phrase", "few", "marks",
        "personal", "empty", "language", "waits", "taken", "unchosen",
    ]  # fmt: skip
    about: str = ""


Made: TypeAlias = Decision | Refusal


def decision_for(bench: Bench, wish: Wish) -> Made:
    """The decision a wish comes to, given what is on the workbench now."""
    if bench.waits:
        return Refusal("waits", str(bench.waits))
    if wish.language not in bench.languages:
        return Refusal("language", ", ".join(bench.languages))
    theme = bench.theme(wish.theme)
    if wish.act == "move" and wish.theme == "":
        return _move(bench, EVERYWHERE, wish)
    if wish.theme == OTHERS:
        return _from_other(bench, wish)
    known = {name for name, _ in bench.choices}
    if theme is None and wish.theme not in known:
        return Refusal("theme", wish.theme)
    if theme is not None and theme.suggested:
        return _of_suggested(bench, theme, wish)
    return _of_theme(bench, theme.theme if theme else wish.theme, theme, wish)


def _of_theme(bench: Bench, name: str, theme: BenchTheme | None, wish: Wish) -> Made:
    match wish.act:
        case "rename":
            refused = _labelled(wish) or _taken(bench, name, wish)
            return refused or Rename(name, _tidy(wish.text), wish.language)
        case "merge":
            return _into(bench, name, wish) or Merge(name, _known(bench, wish.target))
        case "split":
            return _split(bench, name, wish)
        case "move":
            return _move(bench, name, wish)
        case "seed":
            return _phrase(wish.text) or Seed(name, _tidy(wish.text), wish.language)
        case "sentence":
            return _sentence(theme, wish)


def _from_other(bench: Bench, wish: Wish) -> Made:
    """What has no theme can be moved into one, or be one; it has no label or sentence to change."""
    if wish.act == "move":
        return _move(bench, OTHER, wish)
    return _split(bench, OTHER, wish) if wish.act == "split" else Refusal("theme", OTHERS)


def _of_suggested(bench: Bench, theme: BenchTheme, wish: Wish) -> Made:
    """A suggestion that is named becomes a theme by decision: the next run might suggest something else."""
    members = tuple(answer.id for answer in theme.answers)
    match wish.act:
        case "rename":
            named = Wish("split", text=wish.text, language=wish.language, answers=members)
            return _taken(bench, theme.theme, wish) or _split(bench, OTHER, named)
        case "merge":
            return _move(bench, OTHER, Wish("move", target=wish.target, answers=members))
        case "split":
            return _split(bench, OTHER, wish)
        case "move":
            return _move(bench, OTHER, wish)
    return Refusal("suggested", theme.label)


def _split(bench: Bench, source: str, wish: Wish) -> Made:
    words = tuple(dict.fromkeys(tidy for word in wish.words if (tidy := _tidy(word))))[:MOST_WORDS]
    refused = _labelled(wish) or _unknown(bench, wish.answers)
    refused = refused or next((no for word in words if (no := _phrase(word))), None)
    if refused:
        return refused
    if not words and not wish.answers:
        return Refusal("which")
    label = _tidy(wish.text)
    own = own_theme(label)
    return _taken(bench, own, wish) or Split(source, own, label, wish.language, words, wish.answers)


def _move(bench: Bench, source: str, wish: Wish) -> Made:
    if not wish.answers:
        return Refusal("which")
    refused = _unknown(bench, wish.answers)
    if refused:
        return refused
    target = OTHER if wish.target == OTHERS else _known(bench, wish.target)
    if target == OTHER and wish.target != OTHERS:
        return _no_target(wish)
    return Refusal("same") if source == target else Move(source, target, wish.answers)


def _sentence(theme: BenchTheme | None, wish: Wish) -> Made:
    text = _tidy(wish.text).rstrip(".")
    if not text:
        return Refusal("empty")
    if len(text) > LONGEST_SENTENCE:
        return Refusal("long", str(LONGEST_SENTENCE))
    if _MARKS.search(text):
        return Refusal("marks")
    if is_personal(text):
        return Refusal("personal")
    if theme is None or not theme.shown:
        return Refusal("few")
    return Sentence(theme.id, text, theme.people, theme.total)


def _labelled(wish: Wish) -> Refusal | None:
    label = _tidy(wish.text)
    if not label:
        return Refusal("label")
    if len(label) > LONGEST_LABEL:
        return Refusal("long", str(LONGEST_LABEL))
    if _MARKS.search(label):
        return Refusal("marks")
    return Refusal("personal") if is_personal(label) else None


def _phrase(text: str) -> Refusal | None:
    """A phrase has letters: `*` alone would be in every answer."""
    tidy = _tidy(text)
    if sum(letter.isalnum() for letter in tidy) < 2:
        return Refusal("phrase")
    return Refusal("long", str(LONGEST_PHRASE)) if len(tidy) > LONGEST_PHRASE else None


def _into(bench: Bench, name: str, wish: Wish) -> Refusal | None:
    into = _known(bench, wish.target)
    if into == OTHER:
        return _no_target(wish)
    return Refusal("same") if into == name else None


def _no_target(wish: Wish) -> Refusal:
    return Refusal("target", wish.target) if wish.target else Refusal("unchosen")


def _taken(bench: Bench, name: str, wish: Wish) -> Refusal | None:
    """Two themes of one name would stand beside each other in every chart: they are merged instead."""
    label = _tidy(wish.text).casefold()
    found = [other for other, called in bench.choices if called.casefold() == label]
    return Refusal("taken", _tidy(wish.text)) if found and name not in found else None


def _known(bench: Bench, name: str) -> str:
    """The theme as decisions name it, whichever of its sides was named; `OTHER` where there is none."""
    known = {choice for choice, _ in bench.choices}
    theme = bench.theme(name)
    found = theme.theme if theme is not None else name
    return found if found in known else OTHER


def _unknown(bench: Bench, answers: Sequence[str]) -> Refusal | None:
    missing = [name for name in answers if bench.answer(name) is None]
    return Refusal("answers", ", ".join(missing)) if missing else None


def _tidy(text: str) -> str:
    return " ".join(text.split())
