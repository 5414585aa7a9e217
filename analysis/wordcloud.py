"""The word cloud: decoration that tells no lie. People, not tokens, and the ranked table stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts import BLUE, ORANGE, accessible
from analysis.disclosure import MIN_CLOUD_ANSWERS, Gate
from analysis.themes.answers import Answer
from analysis.themes.labels import Spoken, given_back, spoken_words

MOST = 24
"""Words in the cloud."""
LEAST = 5
"""Words below which there is no picture, only the table."""
_WIDTH, _HEIGHT = 640, 400
_SIZES = (72, 62, 54, 47, 41, 36, 31, 27)
"""Letter sizes of the most common word, in the picture's units; shown at half that on a phone."""


@dataclass(frozen=True, slots=True)
class RankedWord:
    """A word or phrase as most people wrote it, how many people, and where most of them said it."""

    word: str
    people: int
    wish: bool


def cloud_words(
    answers: Sequence[Answer], gate: Gate, *, least: int = MIN_CLOUD_ANSWERS
) -> tuple[RankedWord, ...]:
    """Words of at least two people, most people first; () when there are fewer answers than `least`.

    `answers` are those with content. Phrases keep their negation or measure and take their words with them.
    """
    spoken = _merged(answers)
    people = {word: len(said.people) for word, said in spoken.items()}
    shown = gate.words("cloud", len(answers), people, least=least)
    rows = [_row(spoken[word]) for word in shown]
    return tuple(sorted(rows, key=lambda row: (-row.people, row.word)))[:MOST]


def _merged(answers: Sequence[Answer]) -> dict[str, Spoken]:
    """Words and shared phrases together, by family."""
    words = given_back(spoken_words(answers))
    both = (*words.described.items(), *words.other.items())
    phrased = {f"phrase {name}": said for name, said in words.phrased.items()}
    return {f"word {name}": said for name, said in both} | phrased


def _row(spoken: Spoken) -> RankedWord:
    wish = 2 * spoken.wishes > spoken.forms.total()
    return RankedWord(spoken.form(), len(spoken.people), wish)


def cloud_svg(words: Sequence[RankedWord], title: str, description: str) -> str:
    """The picture as SVG paths; the same words give the same bytes.

    Size grows with the root of the number of people. Blue: mostly in what is valued; orange with a
    broken line under the word: mostly in what should change.
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    font = FontProperties(family="DejaVu Sans", weight="bold")
    by_word = {row.word: row for row in words}
    parts = []
    for (word, _), size, (top, left), _, _ in _layout(words):
        path = TextPath((0, 0), word, size=size, prop=font)
        box = path.get_extents()
        shape = _path(path, left - box.x0, top + box.y1)
        wish = by_word[word].wish
        parts.append(f'<path fill="{ORANGE if wish else BLUE}" d="{shape}"/>')
        if wish:
            below = top + box.height + 3
            parts.append(
                f'<path stroke="{ORANGE}" stroke-width="2" stroke-dasharray="4 3" '
                f'd="M{left:.1f} {below:.1f}h{box.width:.1f}"/>'
            )
    svg = f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}">{"".join(parts)}</svg>'
    return accessible(svg, title, description)


Placed = tuple[tuple[str, float], int, tuple[int, int], object, object]
"""A placed word: (word, weight), letter size, (top, left), direction, colour."""


def _layout(words: Sequence[RankedWord]) -> list[Placed]:
    """Placed words at the largest letters at which equal words stay equal and all have room."""
    placed: list[Placed] = []
    for largest in _SIZES:
        placed = _placed(words, largest)
        sizes = {(weight, size) for (_, weight), size, _, _, _ in placed}
        if len(placed) == len(words) and len(sizes) == len({weight for weight, _ in sizes}):
            return placed
    return placed


def _placed(words: Sequence[RankedWord], largest: int) -> list[Placed]:
    from matplotlib.font_manager import FontProperties, findfont
    from wordcloud import WordCloud

    most = max(row.people for row in words)
    cloud = WordCloud(
        font_path=findfont(FontProperties(family="DejaVu Sans", weight="bold")),
        width=_WIDTH,
        height=_HEIGHT,
        prefer_horizontal=1.0,
        random_state=18,
        min_font_size=8,
        max_font_size=largest,
        relative_scaling=1.0,
        margin=12,
        stopwords=set(),
    )
    cloud.generate_from_frequencies({row.word: (row.people / most) ** 0.5 for row in words})
    placed: list[Placed] = cloud.layout_
    return placed


def _path(path: object, right: float, baseline: float) -> str:
    """A text path as SVG commands, turned so that y grows downwards, to a tenth of a unit."""
    letters = {1: "M", 2: "L", 3: "Q", 4: "C", 79: "Z"}
    commands = []
    for vertices, code in path.iter_segments(simplify=False):  # type: ignore[attr-defined]
        points = zip(vertices[::2], vertices[1::2], strict=True)
        numbers = " ".join(f"{x + right:.1f} {baseline - y:.1f}" for x, y in points)
        commands.append("Z" if code == 79 else letters[int(code)] + numbers)
    return "".join(commands)
