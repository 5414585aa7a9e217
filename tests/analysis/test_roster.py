"""Response by type of organisation: types with few invited are told together, and never which organisation answered."""

from __future__ import annotations

import dataclasses

import pytest
from walking import opened

from analysis.disclosure import Gate
from analysis.frames import AnswerRow, SurveyData
from analysis.report.build import build_report
from analysis.report.roster import TypeRate, read_roster, type_rates
from analysis.report.writers import COATS
from analysis.wording import Wording
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Words
from surveys.errors import ConfigError
from surveys.survey import Counts

SV = Wording("sv", "organisation")


def roster(**types: int) -> dict[str, str]:
    return {f"{name} {n}": name for name, count in types.items() for n in range(1, count + 1)}


def answered(*names: str) -> SurveyData:
    rows = []
    for who, name in enumerate(names, start=1):
        rows += [
            AnswerRow(who, RESPONDENT, Words(name)),
            AnswerRow(who, Key("how_far"), Choice("parts")),
        ]
    return SurveyData(opened("agenda_status"), rows, Counts(begun=len(names), complete=len(names)))


def test_a_type_with_few_invited_is_told_together_with_others() -> None:
    invited = roster(kommun=10, region=2, statlig=4)
    data = answered("Kommun 1", "KOMMUN  2", "region 1", "statlig 4", "Okänd AB")
    assert type_rates(data, invited, Gate()) == (TypeRate("kommun", 10, 2), TypeRate("", 6, 2))


def test_a_rest_under_five_takes_the_smallest_type_with_it() -> None:
    rates = type_rates(answered("a 1"), roster(a=9, b=6, c=1), Gate())
    assert rates == (TypeRate("a", 9, 1), TypeRate("", 7, 0))


def test_fewer_than_five_invited_in_all_gives_nothing() -> None:
    assert type_rates(answered("a 1"), roster(a=4), Gate()) == ()


def test_the_list_is_read_from_whatever_a_spreadsheet_writes() -> None:
    text = "Organisation;Typ\nFalu kommun;kommun\nRegion Dalarna;region\n"
    expected = {"falu kommun": "kommun", "region dalarna": "region"}
    assert read_roster(text.encode("cp1252"), SV) == expected
    assert read_roster(text.replace(";", "\t").encode("utf-8-sig"), SV) == expected
    with pytest.raises(ConfigError, match="organisation och typ"):
        read_roster(b"Kommun\nFalun\n", SV)
    with pytest.raises(ConfigError, match="Rad 3"):
        read_roster(b"Organisation,Typ\nA,b\nC,\n", SV)


def test_no_file_names_an_organisation() -> None:
    data = answered(*(f"Kommun {n}" for n in range(1, 8)))
    rates = type_rates(data, roster(kommun=10), Gate())
    report = dataclasses.replace(build_report(data, language="sv"), rates=rates)
    page = COATS["html"].write(report).decode()
    assert "7 av 10 inbjudna organisationer svarade (70 %)." in page
    assert "Kommun 1" not in page
