"""The organiser's hand on themes: what an organiser changes stands in every later run, and stays true (G7)."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from meetings import data_of, meeting, one_meeting_of_all, survey
from test_suggesting import about_a_place

from analysis.frames import AnswerRow, SurveyData
from analysis.report.as_json import to_json
from analysis.report.build import build_report, build_series_report, quote_candidates
from analysis.report.html import to_html
from analysis.report.model import Report
from analysis.themes.codebook import shipped
from analysis.themes.deciding import Act, Refusal, Wish, decision_for
from analysis.themes.finding import FoundTheme
from analysis.themes.workbench import Bench, BenchTheme, bench_of
from surveys.conversation.state import Key
from surveys.conversation.values import Words
from surveys.deciding import Decided, Decision, Merge, Move, Rename, Sentence, Split

DAY = dt.date(2026, 3, 4)


class Organiser:
    """Somebody at the workbench of one survey: what they decide is laid over the next run."""

    def __init__(self, data: SurveyData) -> None:
        self.data = data

    @property
    def bench(self) -> Bench:
        return bench_of(self.data, "sv")

    @property
    def report(self) -> Report:
        return build_report(self.data, language="sv")

    def wish(self, act: Act, theme: str = "", **more: object) -> Decision | Refusal:
        return decision_for(self.bench, Wish(act, theme, **more))  # type: ignore[arg-type]

    def does(self, act: Act, theme: str = "", **more: object) -> None:
        made = self.wish(act, theme, **more)
        assert not isinstance(made, Refusal), made
        self.decides(made)

    def decides(self, decision: Decision) -> None:
        number = max((one.number for one in self.data.hand), default=0) + 1
        hand = (*self.data.hand, Decided(number, decision, "Kim", DAY))
        self.data = replace(self.data, hand=hand)

    def undoes(self, number: int) -> None:
        hand = tuple(one for one in self.data.hand if one.number != number)
        self.data = replace(self.data, hand=hand)

    def answers_come(self, question: str, *texts: str) -> None:
        """More people answer, each with a number of their own."""
        last = max(row.respondent for row in self.data.rows)
        rows = [
            AnswerRow(last + place, Key(question), Words(text))
            for place, text in enumerate(texts, 1)
        ]
        counts = replace(
            self.data.counts,
            begun=self.data.counts.begun + len(rows),
            complete=self.data.counts.complete + len(rows),
        )
        self.data = replace(self.data, rows=[*self.data.rows, *rows], counts=counts)

    def theme(self, name: str) -> BenchTheme:
        found = self.bench.theme(name)
        assert found is not None, name
        return found

    def shown(self, name: str) -> FoundTheme | None:
        sides = [side for side in (self.report.keep, self.report.change) if side is not None]
        return next((one for side in sides for one in side.themes if one.id == name), None)

    def idle(self) -> list[str | None]:
        return [one.idle for one in self.bench.decisions]


@pytest.fixture
def organiser() -> Organiser:
    return Organiser(one_meeting_of_all())


def largest(organiser: Organiser) -> BenchTheme:
    return next(theme for theme in organiser.bench.themes if theme.side == "keep")


def texts_of(theme: BenchTheme) -> set[str]:
    return {answer.text for answer in theme.answers}


def test_a_renamed_theme_keeps_its_evidence_in_every_coat(organiser: Organiser) -> None:
    before = largest(organiser)
    organiser.does("rename", before.id, text="Att våga tala")
    after = organiser.theme(before.id)
    assert (after.label, texts_of(after)) == ("Att våga tala", texts_of(before))
    assert after.people == before.people
    assert organiser.report.keep is not None
    assert any("Att våga tala: " in theme.sentence for theme in organiser.report.keep.themes)
    assert "Att våga tala" in to_html(organiser.report)
    assert "Att våga tala" in str(to_json(organiser.report))
    in_english = build_report(organiser.data, language="en").keep
    assert in_english is not None
    assert "Att våga tala" in {theme.label for theme in in_english.themes}
    organiser.does("rename", before.id, text="Daring to speak", language="en")
    assert organiser.theme(before.id).label == "Att våga tala"


def test_merged_themes_count_people_and_not_answers_twice(organiser: Organiser) -> None:
    first, second = [theme for theme in organiser.bench.themes if theme.side == "keep"][:2]
    people = {first.id: texts_of(first), second.id: texts_of(second)}
    both = people[first.id] & people[second.id]
    organiser.does("merge", second.id, target=first.id)
    merged = organiser.theme(first.id)
    assert texts_of(merged) == people[first.id] | people[second.id]
    assert merged.people == first.people + second.people - len(both)
    assert organiser.bench.theme(second.theme) is None
    assert second.theme not in {name for name, _ in organiser.bench.choices}


def test_a_split_theme_takes_later_answers_by_its_words(organiser: Organiser) -> None:
    theme = organiser.theme("examples")
    chosen = theme.answers[0]
    organiser.does("split", theme.id, text="Fikat", words=("fika*", "kaffe"), answers=(chosen.id,))
    new = next(one for one in organiser.bench.themes if one.label == "Fikat")
    assert chosen.text in texts_of(new)
    assert chosen.text not in texts_of(organiser.theme(theme.id))
    before = theme.people
    organiser.answers_come("keep", "Praktiska exempel vid fikat", "Praktiska exempel")
    assert "Praktiska exempel vid fikat" in texts_of(organiser.theme(new.id))
    assert organiser.theme(theme.id).people + organiser.theme(new.id).people == before + 2


def test_a_moved_answer_stays_moved_however_the_rows_come(organiser: Organiser) -> None:
    source, target = [theme for theme in organiser.bench.themes if theme.side == "keep"][:2]
    moved = next(answer for answer in source.answers if answer.text not in texts_of(target))
    organiser.does("move", source.id, target=target.theme, answers=(moved.id,))
    rows = list(organiser.data.rows)
    random.Random(3).shuffle(rows)
    organiser.data = replace(organiser.data, rows=rows)
    assert moved.text in texts_of(organiser.theme(target.id))
    assert moved.text not in texts_of(organiser.theme(source.id))
    (there,) = [answer for answer in organiser.theme(target.id).answers if answer.id == moved.id]
    assert there.why == ("arrangören",)
    organiser.does("move", target.id, target="other", answers=(moved.id,))
    assert moved.text in {answer.text for answer in organiser.bench.other}


def test_a_seed_matches_all_answers_again(organiser: Organiser) -> None:
    theme = largest(organiser)
    organiser.answers_come("keep", "Zebrorna var randiga")
    assert "Zebrorna var randiga" in {answer.text for answer in organiser.bench.other}
    organiser.does("seed", theme.theme, text="zebror*")
    (matched,) = [
        one for one in organiser.theme(theme.id).answers if one.text == "Zebrorna var randiga"
    ]
    assert matched.why == ("zebrorna",)
    organiser.answers_come("keep", "Alla zebror")
    assert organiser.theme(theme.id).people == theme.people + 2
    organiser.undoes(1)
    assert "Zebrorna var randiga" in {answer.text for answer in organiser.bench.other}


def test_an_edited_sentence_is_marked_leads_to_its_answers_and_is_counted_by_us(
    organiser: Organiser,
) -> None:
    theme = organiser.theme("examples")
    organiser.does("sentence", theme.id, text="Exemplen gick att använda.")
    shown = organiser.shown(theme.id)
    assert shown is not None
    count = f"{shown.people} av {shown.total} svar"
    assert shown.sentence == f"Exemplen gick att använda ({count}; arrangörens mening)"
    assert (shown.edited, shown.people) == (True, theme.people)
    organiser.answers_come("keep", "Många praktiska exempel", "Konkreta exempel")
    later = organiser.shown(theme.id)
    assert later is not None
    assert f"({theme.people + 2} av {shown.total + 2} svar; arrangörens mening)" in later.sentence


def test_an_edited_sentence_with_a_number_stands_aside_when_the_number_is_another(
    organiser: Organiser,
) -> None:
    theme = largest(organiser)
    machine = organiser.shown(theme.id)
    organiser.does("sentence", theme.id, text="Hälften tyckte att samtalet var öppet")
    assert organiser.theme(theme.id).edited
    organiser.answers_come("keep", "Många praktiska exempel")
    after = organiser.shown(theme.id)
    assert machine is not None
    assert after is not None
    assert "Hälften" not in after.sentence
    assert after.label == machine.label
    assert organiser.idle() == ["count"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  ", "empty"),
        ("De sa ”öppet samtal”", "marks"),
        ("Ring 070-123 45 67 till mig", "personal"),
        ("ord " * 90, "long"),
    ],
)
def test_a_sentence_that_must_not_stand_is_refused(
    organiser: Organiser, text: str, reason: str
) -> None:
    made = organiser.wish("sentence", largest(organiser).id, text=text)
    assert isinstance(made, Refusal)
    assert made.reason == reason


def test_what_is_asked_wrongly_is_refused_with_its_reason(organiser: Organiser) -> None:
    theme = largest(organiser)
    wishes: dict[str, Decision | Refusal] = {
        "theme": organiser.wish("rename", "nothing", text="X"),
        "label": organiser.wish("rename", theme.id, text=" "),
        "same": organiser.wish("merge", theme.id, target=theme.theme),
        "target": organiser.wish("merge", theme.id, target="nothing"),
        "which": organiser.wish("split", theme.id, text="Nytt"),
        "answers": organiser.wish("move", theme.id, target="other", answers=("0" * 16,)),
        "phrase": organiser.wish("seed", theme.id, text="*"),
        "language": organiser.wish("seed", theme.id, text="ord", language="ar"),
    }
    for reason, made in wishes.items():
        assert isinstance(made, Refusal), reason
        assert made.reason == reason


@pytest.mark.parametrize("act", ["rename", "split"])
def test_no_theme_gets_the_name_of_another(organiser: Organiser, act: Act) -> None:
    first, second = [theme for theme in organiser.bench.themes if theme.side == "keep"][:2]
    answers = (first.answers[0].id,)
    made = organiser.wish(act, first.id, text=f" {second.label.upper()}", answers=answers)
    assert isinstance(made, Refusal)
    assert made.reason == "taken"
    organiser.does(act, first.id, text="Något eget", answers=answers)


def test_decisions_in_any_order_of_undoing_leave_what_the_others_say(organiser: Organiser) -> None:
    first, second = [theme for theme in organiser.bench.themes if theme.side == "keep"][:2]
    organiser.does("rename", first.id, text="Ett")
    organiser.does("merge", second.id, target=first.id)
    organiser.does("sentence", first.id, text="Så här var det")
    organiser.undoes(2)
    assert organiser.theme(first.id).label == "Ett"
    assert organiser.theme(second.id).people == second.people
    assert organiser.theme(first.id).edited


def test_a_decision_that_no_longer_applies_is_said_and_changes_nothing(
    organiser: Organiser,
) -> None:
    theme = largest(organiser)
    before = to_json(organiser.report)
    organiser.decides(Rename("gone", "Borta", "sv"))
    organiser.decides(Move(theme.theme, "gone", (theme.answers[0].id,)))
    organiser.decides(Move("", theme.theme, ("0" * 16,)))
    organiser.decides(Merge(theme.theme, "gone"))
    organiser.decides(Sentence("gone", "Borta", 3, 9))
    assert organiser.idle() == ["theme", "theme", "answers", "theme", "theme"]
    assert to_json(organiser.report) == before


def test_a_theme_of_two_stays_unshown_however_it_is_made(organiser: Organiser) -> None:
    organiser.answers_come("keep", "Zebrorna var randiga", "Giraffen var lång")
    two = [answer for answer in organiser.bench.other if answer.question == "keep"][:2]
    organiser.does("split", "other", text="Två röster", answers=tuple(one.id for one in two))
    made = next(theme for theme in organiser.bench.themes if theme.label == "Två röster")
    assert not made.shown
    assert "Två röster" not in {theme.label for theme in organiser.report.keep.themes}  # type: ignore[union-attr]
    assert isinstance(organiser.wish("sentence", made.id, text="Två sa så"), Refusal)


def test_few_answers_stay_unread_by_the_organiser_too() -> None:
    four = [(who, "keep", Words(f"Öppet samtal {who}")) for who in range(1, 5)]
    bench = bench_of(data_of(four, survey()), "sv")
    assert (bench.waits, bench.themes, bench.other) == (1, (), ())
    made = decision_for(bench, Wish("rename", "climate", text="X"))
    assert made == Refusal("waits", "1")


def test_a_series_lays_each_meetings_own_hand() -> None:
    first, second = Organiser(meeting(1)), Organiser(meeting(2))
    theme = largest(first)
    first.does("rename", theme.theme, text="Att våga tala")
    first.does("move", theme.id, target="other", answers=(theme.answers[0].id,))
    alone = build_series_report([first.data, second.data], language="sv")
    untouched = build_series_report([meeting(1), meeting(2)], language="sv")
    assert alone.keep is not None
    assert untouched.keep is not None
    by_id = {one.id: one for one in untouched.keep.themes}
    renamed = next(one for one in alone.keep.themes if one.id == theme.id)
    assert renamed.answers == by_id[theme.id].answers - 1
    assert renamed.label == "Att våga tala", "the second meeting left it as it was"


def test_a_suggestion_that_is_named_is_a_theme_from_then_on() -> None:
    texts = [text for _, text in about_a_place(60)]
    data = data_of([(who, "keep", Words(text)) for who, text in enumerate(texts, 1)], survey())
    book = shipped("evaluation").only(("climate",))
    suggested = next(theme for theme in bench_of(data, "sv", book).themes if theme.suggested)
    made = decision_for(bench_of(data, "sv", book), Wish("rename", suggested.id, text="Ljuset"))
    assert isinstance(made, Split)
    data = replace(data, hand=(Decided(1, made, "Kim", DAY),))
    theme = next(one for one in bench_of(data, "sv", book).themes if one.label == "Ljuset")
    assert (theme.suggested, theme.shown) == (False, True)
    assert texts_of(theme) == texts_of(suggested)
    report = build_report(data, language="sv", codebook=book)
    (told,) = [one for one in to_json(report)["themes"] if one["label"] == "Ljuset"]
    assert told["origin"] == "codebook"
    assert not told["sentence"].startswith("Förslag")


def test_an_answer_moved_without_a_source_leaves_every_theme(organiser: Organiser) -> None:
    organiser.answers_come("keep", "Öppna samtal, och praktiska exempel")
    both = [
        (theme.id, answer)
        for theme in organiser.bench.themes
        for answer in theme.answers
        if answer.text == "Öppna samtal, och praktiska exempel"
    ]
    assert len(both) > 1
    organiser.does("move", target="other", answers=(both[0][1].id,))
    assert both[0][1].text in {answer.text for answer in organiser.bench.other}


def test_the_method_note_says_that_a_hand_was_laid_on(organiser: Organiser) -> None:
    assert not any("Arrangören har ändrat" in line for line in organiser.report.method)
    organiser.does("rename", largest(organiser).theme, text="Att våga tala")
    assert any("ändrat bland temana en gång" in line for line in organiser.report.method)


def test_quotes_follow_the_theme_they_are_moved_to(organiser: Organiser) -> None:
    theme = largest(organiser)
    organiser.does("rename", theme.theme, text="Att våga tala")
    labels = {quote.theme for quote in quote_candidates(organiser.data, "sv")}
    assert "Att våga tala" in labels
    assert theme.label not in labels
