"""`dalalab answer` and `dalalab overdue`: du sa – vi gjorde from the command line."""

from __future__ import annotations

from tests.bot.office import NOTICE, Office

INFLUENCE = """
[influence]
level = "dialogue"
can_affect.sv = "Hur torget ska se ut."
cannot_affect.sv = "Bussen går kvar."
feedback = {date = "2020-03-01", where = {sv = "på webben"}}
"""
MARKDOWN = """# Svar om torget

Tack för svaren.

## Fler bänkar
Status: klart
Datum: 2027-04-12
Sex bänkar står på plats.

Fyra till kommer.

## Ta bort bussen
Status: gör inte
Linjen behövs.

## Kontakt
torget@example.se
"""
ENGLISH = """## More benches
Status: done
Six benches are in place.
## Remove the bus
Status: declined
The line is needed.
## Contact
torget@example.se
"""


def promised(office: Office, *, closed: bool = True) -> str:
    """A survey whose answer back was promised long ago."""
    notice = office.folder / "promise.toml"
    notice.write_text(NOTICE + INFLUENCE, encoding="utf-8")
    words = ("--title", "Torget", "--notice", str(notice))
    code = str(office.json("survey", "open", "session_evaluation", *words)["code"])
    if closed:
        office.json("survey", "close", code)
    return code


def written(office: Office, text: str, name: str = "svar.md") -> str:
    path = office.folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_closed_dialogue_is_overdue_until_it_is_answered(office: Office) -> None:
    promised(office, closed=False)
    assert office.json("overdue") == {"format": "dalalab.overdue/1", "surveys": []}
    code = promised(office)
    (late,) = office.json("overdue")["surveys"]
    assert (late["code"], late["promised"], late["where"]) == (
        code,
        "2020-03-01",
        {"sv": "på webben"},
    )
    assert late["days"] > 365
    assert code in office.do("overdue").stdout
    assert office.json("answer", code)["overdue"] is True
    office.json("answer", code, "--file", written(office, MARKDOWN))
    assert office.json("overdue")["surveys"] == []


def test_markdown_is_published_as_a_version_and_another_language_is_laid_beside_it(
    office: Office,
) -> None:
    code = promised(office)
    first = office.json("answer", code, "--file", written(office, MARKDOWN))
    assert (first["version"], first["waiting"], first["overdue"]) == (1, 0, False)
    assert first["answer"]["intro"] == {"sv": "Tack för svaren."}
    bench, bus = first["answer"]["point"]
    assert bench == {
        "said": {"sv": "Fler bänkar"},
        "status": "done",
        "did": {"sv": "Sex bänkar står på plats.\n\nFyra till kommer."},
        "date": "2027-04-12",
    }
    assert (bus["status"], bus["date"]) == ("declined", None)
    english = written(office, ENGLISH, "answer.md")
    second = office.json("answer", code, "--file", english, "--language", "en")
    assert [each["number"] for each in second["versions"]] == [2, 1]
    assert second["answer"]["point"][0]["did"]["en"] == "Six benches are in place."
    assert second["answer"]["point"][0]["date"] == "2027-04-12"
    assert (
        "More benches\n  Done, 2027-04-12" in office.do("answer", code, "--language", "en").stdout
    )


def test_toml_holds_every_language(office: Office) -> None:
    code = promised(office)
    toml = """
contact = "torget@example.se"
shown_until = 2029-01-01
[[point]]
said = {sv = "Fler bänkar", fi = "Lisää penkkejä"}
status = "underway"
did = {sv = "Vi köper in.", fi = "Ostamme."}
"""
    body = office.json("answer", code, "--file", written(office, toml, "svar.toml"))
    assert body["answer"]["point"][0]["said"]["fi"] == "Lisää penkkejä"
    assert body["lacks"] == []  # the survey is offered in Swedish only: its notice is
    assert office.json("answer", code) == body


def test_everything_wrong_is_told_at_once_and_nothing_is_published(office: Office) -> None:
    code = promised(office)
    wrong = "## Fler bänkar\nSex bänkar.\n\n## Bussen\nStatus: kanske\nDatum: i maj\n"
    result = office.do("answer", code, "--file", written(office, wrong))
    assert result.exit_code == 1
    told = result.stderr.splitlines()
    assert [line.split(": ", 1)[0] for line in told] == [
        "svar.md", "svar.md:1", "svar.md:4", "svar.md:4", "svar.md:4"
    ]  # fmt: skip
    assert office.json("answer", code)["version"] is None


def test_an_open_survey_is_closed_before_it_is_answered(office: Office) -> None:
    code = promised(office, closed=False)
    result = office.do("answer", code, "--file", written(office, MARKDOWN))
    assert result.exit_code == 2
    assert f"dalalab survey close {code}" in result.stderr


def test_a_preview_and_a_beginning_publish_nothing(office: Office) -> None:
    code = promised(office)
    shown = office.do("answer", code, "--file", written(office, MARKDOWN), "--preview")
    assert "Fler bänkar\n  Klart, 2027-04-12" in shown.stdout
    begun = office.do("answer", code, "--begin").stdout
    assert begun.startswith("Tack till er 0 som svarade.\n")
    assert "## Kontakt" in begun
    assert office.json("answer", code)["version"] is None


def test_a_promise_without_a_date_is_late_when_the_answers_are_to_go(office: Office) -> None:
    notice = office.folder / "vague.toml"
    vague = INFLUENCE.replace("2020-03-01", "till våren")
    notice.write_text(NOTICE + vague, encoding="utf-8")
    words = ("--title", "Torget", "--notice", str(notice))
    code = str(office.json("survey", "open", "session_evaluation", *words)["code"])
    office.json("survey", "close", code)
    assert office.json("overdue")["surveys"] == []  # NOTICE keeps the answers until 2099
    assert office.json("answer", code)["promised"] == "till våren"
