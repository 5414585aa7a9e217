"""The command line, as scripts rely on it: shapes, exit codes, and sentences that say what to do."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from typer.testing import CliRunner

from bot.cli import app, spread
from tests.bot.office import NOTICE, Office

FOLLOWED_UP = """
format = 1
id = "followed_up"
purpose = "evaluation"
unit = "person"
anonymity = "confidential"
channels = ["web"]
max_seconds = 60
title.sv = "Träffen"
intro.sv = "Några frågor."

[[question]]
id = "useful"
kind = "yes_no"
text.sv = "Var träffen till nytta?"

[[question]]
id = "why"
kind = "text"
text.sv = "Vad hade du nytta av?"
show_if = "useful == 'yes'"
"""
SURVEY_KEYS = [
    *("format", "code", "state", "title", "questionnaire", "series", "unit", "k", "invited"),
    *("attended", "join", "opens", "closes", "retain_until", "begun", "partial", "complete"),
    "questions",
]


def test_how_many_were_asked_a_follow_up_is_not_told_person_by_person(office: Office) -> None:
    """Only whoever thought it useful is asked why: that one more has been asked it is their answer."""
    asked = office.folder / "asked.toml"
    asked.write_text(FOLLOWED_UP, encoding="utf-8")
    notice = office.folder / "notice.toml"
    notice.write_text(NOTICE, encoding="utf-8")
    words = ("survey", "open", str(asked), "--title", "Träff", "--notice", str(notice))
    code = office.json(*words)["code"]
    for _ in range(6):
        office.chat(code, "börja\n1\nbra\n")
    told = office.do("survey", "show", code).stdout
    assert "useful: visad 6, besvarad 6" in told
    assert "why: visad" not in told
    assert "why: en följdfråga" in told


def test_opening_gives_the_survey_as_every_command_shows_it(office: Office) -> None:
    code = office.open("--invited", "24", "--series", "Dalalab")
    body = office.json("survey", "show", code)
    assert list(body) == SURVEY_KEYS
    assert body["format"] == "dalalab.survey/1"
    assert (body["state"], body["invited"], body["series"], body["k"]) == ("open", 24, "Dalalab", 5)
    assert body["questionnaire"]["id"] == "session_evaluation"
    assert re.fullmatch(r"[0-9a-f]{64}", body["questionnaire"]["version"])
    assert body["join"]["web"].endswith(f"/{code}")
    assert body["join"]["telegram"] is None
    listed = office.json("survey", "list")
    assert (listed["format"], [s["code"] for s in listed["surveys"]]) == (
        "dalalab.surveys/1",
        [code],
    )


def test_a_dialogue_needs_its_influence_and_another_channel_than_telegram(office: Office) -> None:
    notice = office.folder / "notice.toml"
    notice.write_text(NOTICE, encoding="utf-8")
    result = office.do(
        *("survey", "open", "place_dialogue", "--title", "T", "--notice", str(notice)),
        *("--channel", "telegram"),
    )
    assert result.exit_code == 1
    assert "influence" in result.stderr
    assert "Telegram" in result.stderr


def test_the_fill_belongs_to_the_survey_and_not_to_the_questionnaire(office: Office) -> None:
    fill = office.folder / "fill.toml"
    fill.write_text('[[place]]\nid = "square"\nsv = "Torget"\n', encoding="utf-8")
    plain = office.json("survey", "show", office.open())
    filled = office.json("survey", "show", office.open("--fill", str(fill)))
    assert plain["questionnaire"] == filled["questionnaire"]


def test_how_many_answered_is_shown_and_never_what(office: Office) -> None:
    code = office.open()
    office.chat(code, "4\n5\n1 2\nGrums målkort\n/hoppa\n")
    office.chat(code, "4\n")
    body = office.json("survey", "show", code)
    assert (body["begun"], body["complete"], body["partial"]) == (2, 1, 1)
    assert body["questions"][0] == {
        "id": "usefulness",
        "turn": "",
        "shown": 2,
        "answered": 2,
        "skipped": 0,
    }
    assert body["questions"][4] == {
        "id": "change",
        "turn": "",
        "shown": 1,
        "answered": 0,
        "skipped": 1,
    }
    assert "Grums" not in json.dumps(body)


def test_closing_keeps_the_counts_and_takes_no_more_answers(office: Office) -> None:
    code = office.open("--invited", "24")
    office.chat(code, "4\n5\n1\nbra\nmer tid\n")
    closed = office.json("survey", "close", code, "--attended", "20")
    assert (closed["state"], closed["attended"], closed["complete"]) == ("closed", 20, 1)
    assert "Det går inte längre att svara." in office.chat(code, "4\n").stdout
    assert office.json("survey", "close", code)["complete"] == 1


def test_a_conversation_is_recorded_as_a_scenario_without_the_receipt(office: Office) -> None:
    code = office.open()
    result = office.do(
        "chat", code, "--record", "talk.toml", typed="4\nkanske\n/tillbaka\n/sprak en\n/vad\n"
    )
    assert result.exit_code == 0
    receipt = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", result.stdout)
    written = (office.folder / "talk.toml").read_text(encoding="utf-8")
    assert receipt is not None  # whoever stops in the middle is told how to go on
    assert receipt.group() not in written
    assert f"/continue {receipt.group()}" in result.stdout
    assert written.count("[[turn]]") == 5
    assert "/fortsatt " not in office.chat(code, "kanske\n").stdout.rpartition("Fråga 1 av 5")[2]
    assert "Välj ett av svaren här under." in written
    assert "Question 1 of 5" in written


def test_purging_needs_its_decision(office: Office) -> None:
    code = office.open()
    office.chat(code, "4\n5\n1\nbra\nmer tid\n")
    refused = office.do("purge", code)
    assert (refused.exit_code, "--decision-ref" in refused.stderr) == (2, True)
    office.do("survey", "close", code)
    assert office.do("purge", code, "--decision-ref", "KS 2026/12").exit_code == 0
    assert office.json("survey", "show", code)["complete"] == 1


def test_erasing_by_receipt(office: Office) -> None:
    code = office.open()
    said = office.chat(code, "4\n5\n1\nbra\nmer tid\n").stdout
    receipt = re.search(r"[A-Z2-9]{5}-[A-Z2-9]{5}", said)
    assert receipt is not None
    assert office.json("erase", receipt[0])["erased"] == 5
    assert office.do("erase", receipt[0]).exit_code == 1
    assert office.do("db", "verify").exit_code == 0


def test_check_tells_every_problem_as_json(office: Office) -> None:
    broken = office.folder / "q.toml"
    broken.write_text('format = 1\nid = "x"\n[[question]]\nkind = "txt"\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(broken), "--json"])
    body = json.loads(result.stdout)
    assert (result.exit_code, body["format"]) == (1, "dalalab.check/1")
    assert set(body["problems"][0]) == {"code", "severity", "file", "line", "text", "remedy"}


def test_help_imports_nothing_heavy() -> None:
    heavy = ["pandas", "matplotlib", "sklearn", "telegram", "sqlalchemy", "starlette", "pydantic"]
    script = (
        "import sys\nfrom typer.testing import CliRunner\nfrom bot.cli import app\n"
        "CliRunner().invoke(app, ['--help'])\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_several_quotes_are_approved_with_one_option() -> None:
    words = ["quotes", "CODE", "--approve", "a", "b", "--hide", "c", "--json"]
    assert spread(words, frozenset({"--approve", "--hide"})) == [
        *("quotes", "CODE", "--approve", "a", "--approve", "b", "--hide", "c", "--json")
    ]


def test_a_language_is_offered_only_when_the_fill_is_written_in_it_too(office: Office) -> None:
    notice = office.folder / "dialogue.toml"
    influence = (
        '\n[influence]\nlevel = "dialogue"\ncan_affect = {sv = "Torget.", en = "The square."}\n'
        'cannot_affect = {sv = "Bussen.", en = "The bus."}\n'
        'feedback = {date = "2030-01-01", where = {sv = "här", en = "here"}}\n'
    )
    notice.write_text(NOTICE + influence, encoding="utf-8")
    fill = office.folder / "fill.toml"
    opening = ("survey", "open", "place_dialogue", "--title", "T", "--notice", str(notice))
    for english, offered in (("", False), (', en = "The square"', True)):
        place = f'[[place]]\nid = "square"\nsv = "Torget"{english.replace(", ", chr(10))}\n'
        fill.write_text(place, encoding="utf-8")
        code = office.json(*opening, "--fill", str(fill))["code"]
        said = office.do("chat", code, "--language", "en", typed="").stdout
        assert ("Question 1 of" in said) == offered


def test_who_was_invited_comes_as_a_list_and_is_counted(office: Office) -> None:
    file = office.folder / "inbjudna.csv"
    file.write_text("Typ;Inbjudna\nkommun;15\nregion;2\n", encoding="utf-8")
    code = office.open("--roster", str(file))
    assert office.json("survey", "show", code)["invited"] == 17
    notice = ("--title", "T", "--notice", str(office.folder / "notice.toml"))
    few = office.do(
        *("survey", "open", "session_evaluation", *notice, "--roster", str(file), "--invited", "3")
    )
    assert (few.exit_code, "17" in few.stderr) == (1, True)
    assert len(office.open("--long-code")) == 16


def test_a_fresh_survey_lists_every_turn_and_statement_that_the_fill_knows(office: Office) -> None:
    questionnaire = office.folder / "q.toml"
    questionnaire.write_text(
        'format = 1\nid = "varje"\npurpose = "evaluation"\nunit = "person"\nanonymity = "confidential"\nchannels = ["web"]\nmax_seconds = 600\nintro = {sv = "Hej."}\ntitle = {sv = "Varje"}\n'
        '[[dimension]]\nid = "plats"\nitems = [{id = "a", sv = "A"}, {id = "b", sv = "B"}]\n'
        '[[question]]\nid = "hur"\nkind = "text"\nloop = ["plats"]\ntext = {sv = "Hur är {plats}?"}\n'
        '[[question]]\nid = "tyck"\nkind = "statements"\ntext = {sv = "Vad tycker du?"}\n',
        encoding="utf-8",
    )
    fill = office.folder / "fill.toml"
    fill.write_text('[[statement]]\nid = "buss"\nsv = "Fler bussar."\n', encoding="utf-8")
    opening = ("--title", "T", "--demo-notice", "--fill", str(fill))
    body = office.json("survey", "open", str(questionnaire), *opening)
    asked = [(each["id"], each["turn"], each["shown"]) for each in body["questions"]]
    assert asked == [("hur", "a", 0), ("hur", "b", 0), ("tyck", "buss", 0)]
    assert "hur/b: " in office.do("survey", "show", body["code"]).stdout
