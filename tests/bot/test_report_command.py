"""`dalalab report`: which file is written for which name, and what a mistake is told."""

from __future__ import annotations

from pathlib import Path

import pptx
import pytest
from typer.testing import CliRunner, Result

from analysis.report.writers import COATS
from bot.cli import app
from bot.commands.content import _packed

BEGINS = {
    "html": b"<!doctype html>",
    "json": b"{",
    "pptx": b"PK",
    "xlsx": b"PK",
    "pdf": b"%PDF",
    "png": b"\x89PNG",
    "png.zip": b"PK",
    "csv": b"\xef\xbb\xbfquestion;turn;",
    "csv.zip": b"PK",
    "sav": b"$FL2",
    "geojson": b"{",
    "polis": b"PK",
    "letter": b"\xef\xbb\xbf",
}


class Office:
    """A survey nobody has answered, and a folder for its reports."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        title = ("--title", "Träff 1", "--demo-notice", "--json")
        opened = self.do("survey", "open", "session_evaluation", *title)
        self.code = opened.stdout.split('"code": "')[1][:6]

    def do(self, *words: str) -> Result:
        """A command on the folder's own database."""
        database = f"sqlite:///{self.folder}/dalalab.sqlite"
        return CliRunner().invoke(app, [*words, "--database", database])

    def report(self, *words: str) -> Result:
        """The report on the survey."""
        return self.do("report", self.code, *words)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("form", list(COATS))
def test_every_format_writes_its_kind_of_file(form: str, office: Office) -> None:
    target = office.folder / f"rapport.{form}"
    done = office.report("--format", form.removesuffix(".zip"), "-o", str(target))
    assert done.exit_code == 0, done.output
    assert target.read_bytes().startswith(BEGINS[form])


def test_what_goes_to_a_pipe_or_a_named_file_is_one_table_and_a_zip_is_the_package() -> None:
    assert _packed("csv", "-") == "csv"
    assert _packed("csv", "svar.csv") == "csv"
    assert _packed("csv", "svar.zip") == "csv.zip"
    assert _packed("xlsx", "svar.zip") == "xlsx"


def test_a_template_is_for_slides_and_must_be_there(office: Office) -> None:
    wrong = office.report("--format", "xlsx", "--template", "mall.pptx")
    assert (wrong.exit_code, wrong.stderr.strip()) == (2, "--template hör till --format pptx.")
    gone = office.report("--format", "pptx", "--template", str(office.folder / "ingen.pptx"))
    assert gone.exit_code == 2
    assert "filen finns inte" in gone.stderr


def test_a_template_without_a_title_is_told_in_a_sentence(office: Office) -> None:
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name != "Blank":
            deck.slide_layouts.remove(layout)
    template = office.folder / "tom.pptx"
    deck.save(str(template))
    done = office.report("--format", "pptx", "--template", str(template))
    assert done.exit_code == 2
    assert "Ingen layout i mallen har en rubrik" in done.stderr


def test_indicators_stand_beside_the_answers_and_a_mistake_is_told(office: Office) -> None:
    file, target = office.folder / "siffror.csv", office.folder / "med-siffror.html"
    file.write_text("Indikator;Värde;År\nMatsvinn;58;2023\n", encoding="utf-8")
    wrong = office.report("--indicators", str(file), "-o", str(target))
    assert wrong.exit_code == 2
    assert "saknar: källa" in wrong.stderr
    file.write_text("Indikator;Värde;År;Källa\nMatsvinn;58;2023;Kolada\n", encoding="utf-8")
    assert office.report("--indicators", str(file), "-o", str(target)).exit_code == 0


def test_a_list_of_invited_is_for_those_whose_answers_tell_their_type(office: Office) -> None:
    file = office.folder / "inbjudna.csv"
    file.write_text("Organisation;Typ\nFalu kommun;kommun\n", encoding="utf-8")
    wrong = office.report("--roster", str(file), "-o", str(office.folder / "x.html"))
    assert wrong.exit_code == 2
    assert "säger inte vilken typ" in wrong.stderr
