"""What `bench/themes.py` measures: the data at hand, and a function for each row."""

from __future__ import annotations

import csv
import importlib.util
import json
import multiprocessing
import multiprocessing.connection
import random
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.themes.backend import Backend
from analysis.themes.codebook import Codebook, Theme, shipped
from analysis.themes.compounds import parts
from analysis.themes.empty import is_empty
from analysis.themes.language import language_of
from analysis.themes.suggesting import divide_all
from analysis.themes.theming import Plan, theme_texts

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
STOCK = ROOT / "bench" / "stock"
SEEDS = {
    "klimat": ("öppet samtalsklimat", "ärliga samtal", "god stämning, trygghet", "alla får komma till tals"),
    "natverk": ("nätverkande med kollegor", "nya kontakter", "erfarenhetsutbyte med andra", "träffa andra i samma roll"),
    "exempel": ("praktiska exempel från andra kommuner", "konkreta tips och verktyg", "goda exempel", "modeller att använda"),
    "tid": ("för lite tid", "stressigt schema", "vi hann inte"),
    "teori": ("för teoretiskt", "abstrakt och svårt att förstå", "saknar koppling till praktiken"),
}  # fmt: skip


LOOK = 0.05
"""Seconds between two looks at the memory held."""


class Bench:
    """The data at hand."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        rows = _rows("planted_evaluation.csv", ",")
        self.eval = [(row["text"], row["theme"]) for row in rows if row["theme"] != "brus"]
        self.noise = [row["text"] for row in rows if row["theme"] == "brus"]
        self.comments = _rows("evaluation_comments.csv", ";")

    def questions(self) -> list[tuple[str, str]] | None:
        """Swedish questions about building and their categories; None without the package."""
        found = importlib.util.find_spec("zaragoza_construction_faq")
        if found is None or not found.submodule_search_locations:
            return None
        path = Path(found.submodule_search_locations[0]) / "data" / "faq.csv"
        return [(row["q"], row["category"]) for row in csv.DictReader(path.open(encoding="utf-8"))]

    def largest(self, categories: int) -> list[tuple[str, str]] | None:
        """The questions of the largest categories."""
        rows = self.questions()
        if rows is None:
            return None
        kept = {name for name, _ in Counter(name for _, name in rows).most_common(categories)}
        return [row for row in rows if row[1] in kept]

    def file(self, name: str) -> list[tuple[str, str]] | None:
        """A set of texts and labels somebody has put in the folder."""
        path = None if self.folder is None else self.folder / f"{name}.csv"
        if path is None or not path.is_file():
            return None
        return [(row["text"], row["label"]) for row in csv.DictReader(path.open(encoding="utf-8"))]


def _rows(name: str, delimiter: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened, delimiter=delimiter))


def book(seeds: dict[str, Sequence[str]]) -> Codebook:
    """A codebook of seeds alone."""
    return Codebook(
        theme=tuple(
            Theme(id=f"t{number}", label={"sv": name}, seeds={"sv": tuple(said)})
            for number, (name, said) in enumerate(seeds.items())
        )
    )


def accuracy(
    backend: Backend, seeds: dict[str, Sequence[str]], rows: Sequence[tuple[str, str]]
) -> float:
    """Forced choice, one theme a text."""
    found = backend.match(book(seeds), [(text, "sv") for text, _ in rows], every_answer=True)
    names = list(seeds)
    right = sum(
        names[int(ties[0].theme[1:])] == label for ties, (_, label) in zip(found, rows, strict=True)
    )
    return right / len(rows)


def ami(
    backend: Backend, rows: Sequence[tuple[str, str]], language: str = "sv", k: int | None = None
) -> float:
    """How much found groups tell of the true ones, corrected for chance."""
    from sklearn.metrics import adjusted_mutual_info_score

    labels = [label for _, label in rows]
    texts = [(text, language) for text, _ in rows]
    groups = dict(grouped(backend, texts, k or len(set(labels))))
    return float(adjusted_mutual_info_score(labels, [groups[n] for n in range(len(rows))]))


def grouped(
    backend: Backend, texts: Sequence[tuple[str, str]], k: int
) -> Iterator[tuple[int, str]]:
    """Each text's place and its group."""
    for theme in divide_all(texts, backend, k).themes:
        for place, _ in theme.members:
            yield place, theme.id


def planted_codebook(bench: Bench, backend: Backend) -> float:
    """With the seeds of a few minutes' work."""
    return accuracy(backend, SEEDS, bench.eval)


def empty_rows(bench: Bench, _: Backend) -> float:
    """Rows without content that are found, less others that are called so."""
    found = sum(is_empty(text, "sv") for text in bench.noise)
    return found - sum(is_empty(text, "sv") for text, _ in bench.eval)


def category_names(bench: Bench, backend: Backend) -> float | None:
    """With nothing but the category's name."""
    rows = bench.largest(20)
    if rows is None:
        return None
    return accuracy(backend, {name: (name.replace("-", " "),) for _, name in rows}, rows)


def few_shot(bench: Bench, backend: Backend) -> float | None:
    """Five coded answers a theme beside the theme's name, twenty draws."""
    rows = bench.largest(12)
    if rows is None:
        return None
    names = sorted({name for _, name in rows})
    total = 0.0
    for draw in range(20):
        chance = random.Random(draw)
        coded = {
            name: chance.sample([text for text, label in rows if label == name], 5)
            for name in names
        }
        left = [row for row in rows if row[0] not in coded[row[1]]]
        total += accuracy(backend, {n: (*coded[n], n.replace("-", " ")) for n in names}, left)
    return total / 20


def discovery(bench: Bench, backend: Backend) -> float | None:
    """At the true number of groups."""
    rows = bench.largest(20)
    return None if rows is None else ami(backend, rows)


def banking(bench: Bench, backend: Backend) -> float | None:
    """English customer questions by intent."""
    rows = bench.file("banking77")
    if rows is None:
        return None
    some = random.Random(0).sample(rows, min(5_000, len(rows)))
    return ami(backend, some, "en", 77)


def news(bench: Bench, backend: Backend) -> float | None:
    """Sentences by topic."""
    rows = bench.file("sib-sv")
    return None if rows is None else ami(backend, rows)


def news_in_five(bench: Bench, backend: Backend) -> float | None:
    """The same in five languages at once."""
    from sklearn.metrics import adjusted_mutual_info_score

    sets = {tag: bench.file(f"sib-{tag}") for tag in ("sv", "en", "fi", "ar", "so")}
    if any(rows is None for rows in sets.values()):
        return None
    rows = [
        (text, label, tag) for tag, found in sets.items() for text, label in (found or [])[:160]
    ]
    groups = dict(grouped(backend, [(text, tag) for text, _, tag in rows], 7))
    found = [groups[n] for n in range(len(rows))]
    by_language = adjusted_mutual_info_score([tag for *_, tag in rows], found)
    print(f"    T8: groups tell this much of the language (want 0): {by_language:.3f}")
    return float(adjusted_mutual_info_score([label for _, label, _ in rows], found))


def heads(_: Bench, __: Backend) -> float:
    """Compounds whose last part is right."""
    words = tomllib.loads((STOCK / "apart.toml").read_text(encoding="utf-8"))
    right = sum(parts(word, "sv")[-1:] == (head,) for word, head in words["compound"].items())
    return right / len(words["compound"])


def false_splits(_: Bench, __: Backend) -> float:
    """Words that are none and were taken apart."""
    words = tomllib.loads((STOCK / "apart.toml").read_text(encoding="utf-8"))["other"]["words"]
    return sum(bool(parts(word, "sv")) for word in words) / len(words)


def languages(bench: Bench, _: Backend) -> float:
    """With Swedish, English and Finnish to choose from."""
    texts = [text for text, _ in bench.eval] + bench.noise
    return sum(language_of(text, ("sv", "en", "fi"), "sv") == "sv" for text in texts) / len(texts)


def languages_of_news(bench: Bench, _: Backend) -> float | None:
    """Six words, five languages to choose from."""
    sets = {tag: bench.file(f"sib-{tag}") for tag in ("sv", "en", "fi", "ar", "so")}
    if any(rows is None for rows in sets.values()):
        return None
    said = [(" ".join(t.split()[:6]), tag) for tag, rows in sets.items() for t, _ in rows or []]
    return sum(language_of(text, tuple(sets), "sv") == tag for text, tag in said) / len(said)


def many_texts(n: int) -> list[str]:
    """Made up of the planted answers' parts and words, with a made-up word in every fifth."""
    bench, chance = Bench(None), random.Random(1)
    said = [text for text, _ in bench.eval] + [row["text"] for row in bench.comments]
    words = [word for text in said for word in text.split()]
    made = []
    for _ in range(n):
        one = chance.choice(said).split()
        start = chance.randrange(max(1, len(one) - 3))
        some = one[start : start + chance.randint(2, 9)]
        some += chance.choices(words, k=chance.randint(0, 6))
        if chance.random() < 0.2:
            some.append("".join(chance.choices("abdefgiklmnoprstuväö", k=chance.randint(4, 10))))
        made.append(" ".join(some))
    return made


def _hundred_thousand(sent: multiprocessing.connection.Connection) -> None:
    texts = many_texts(100_000)
    start, cpu = time.perf_counter(), time.process_time()
    theme_texts(texts, Plan(shipped("evaluation"), "auto", languages=("sv", "en")))
    sent.send((time.perf_counter() - start, time.process_time() - cpu + _children()))


def seconds_for_many(_: Bench, backend: Backend) -> float | None:
    """In a process of its own, from texts to themes, words, quotes and suggestions. Memory: with its helper's."""
    if backend.name != "lex":
        return None
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    child = context.Process(target=_hundred_thousand, args=(theirs,))
    child.start()
    peak = 0.0
    while not mine.poll(LOOK):
        peak = max(peak, _held(child.pid) / 1e6)
    wall, cpu = mine.recv()
    child.join()
    print(f"    T11: {wall:.1f} s by the clock, {cpu:.1f} s of processor, {peak:.2f} GB at most")
    return wall if peak < 1 else float("inf")


def _held(pid: int | None) -> int:
    """Memory of a process and those it started, in kB; a process that has just ended holds none."""
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        started = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    own = next((line.split()[1] for line in told.splitlines() if line.startswith("VmRSS")), 0)
    return int(own) + sum(_held(int(each)) for each in started)


def embedding(_: Bench, backend: Backend) -> float | None:
    """Embedded and divided."""
    if backend.name == "lex":
        return None
    texts = [(text, "sv") for text in many_texts(5_000)]
    start = time.perf_counter()
    divide_all(texts, backend, 8)
    return time.perf_counter() - start


def dealt(texts: Sequence[str], seed: int) -> list[str]:
    """The same words in answers of the same lengths, by chance."""
    words = [word for text in texts for word in text.split()]
    random.Random(seed).shuffle(words)
    left = iter(words)
    return [" ".join(next(left) for _ in text.split()) for text in texts]


def shuffled(bench: Bench, backend: Backend) -> float:
    """Share of twenty shuffles that are refused, or marked as suggestions throughout."""
    texts = [text for text, _ in bench.eval][:40]
    plans = [Plan(discover="auto", languages=("sv",), backend=backend)] * 20
    found = [theme_texts(dealt(texts, seed), plan) for seed, plan in enumerate(plans)]
    print(f"    T12: {sum(one.refused is not None for one in found)} of 20 are refused")
    kept = sum(bool(one.refused) or all(t.suggested for t in one.themes) for one in found)
    return kept / 20


def as_json(texts: Sequence[str], plan: Plan) -> bytes:
    """What the command would print."""
    from bot.commands.theming import themes_body

    return json.dumps(themes_body(theme_texts(texts, plan), plan.backend.name)).encode()


def same_twice(bench: Bench, backend: Backend) -> float:
    """1 when two runs give the same bytes and mixed rows the same groups."""
    texts = [text for text, _ in bench.eval]
    plan = Plan(shipped("evaluation"), "auto", languages=("sv",), backend=backend)
    same = as_json(texts, plan) == as_json(texts, plan)
    mixed = random.Random(5).sample(texts, len(texts))

    def groups(order: Sequence[str]) -> set[frozenset[str]]:
        found = divide_all([(text, "sv") for text in order], backend, 5).themes
        return {frozenset(order[place] for place, _ in theme.members) for theme in found}

    return float(same and groups(texts) == groups(mixed))


def traced_quotes(bench: Bench, backend: Backend) -> float:
    """Share of quotes that are part of exactly one answer."""
    found = []
    for texts in ([t for t, _ in bench.eval], [row["text"] for row in bench.comments]):
        for plan in (
            Plan(shipped("evaluation"), languages=("sv", "en", "fi"), backend=backend),
            Plan(discover=6, every_answer=True, languages=("sv",), backend=backend),
        ):
            for theme in theme_texts(texts, plan).themes:
                found += [sum(quote in text for text in texts) == 1 for _, quote in theme.quotes]
    return sum(found) / len(found)


def seconds_for_a_room(bench: Bench, backend: Backend) -> float:
    """24 answers, by the command, cold."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.csv"
        texts = [text for text, _ in bench.eval][:24]
        with file.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows([["text"], *([text] for text in texts)])
        words = ["themes", str(file), "--text-column", "text", "--codebook", "evaluation"]
        start, cpu = time.perf_counter(), _children()
        subprocess.run(
            [sys.executable, "-m", "bot", *words, "--backend", backend.name, "--json"],
            check=True, cwd=ROOT, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        print(f"    T15 ({backend.name}): {_children() - cpu:.1f} s of processor")
        return time.perf_counter() - start


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
