"""Response by type of organisation: types with few invited are told together, and never which organisation answered."""

from __future__ import annotations

import dataclasses

import pytest
from walking import opened

from analysis.disclosure import Gate
from analysis.frames import AnswerRow, SurveyData
from analysis.rates import TypeRate, type_rates
from analysis.report.build import build_report
from analysis.report.roster import rates_from, read_roster
from analysis.report.writers import COATS
from analysis.wording import Wording
from surveys.conversation.respondent import RESPONDENT
from surveys.conversation.state import Key
from surveys.conversation.values import Choice, Words
from surveys.errors import ConfigError
from surveys.roster import by_number, by_organisation, telling
from surveys.survey import Counts, InvitedType

SV = Wording("sv", "organisation")


def roster(**types: int) -> tuple[InvitedType, ...]:
    return by_organisation(
        (f"{name} {n}", name) for name, count in types.items() for n in range(1, count + 1)
    )


def answered(*names: str, invited: tuple[InvitedType, ...] = ()) -> SurveyData:
    rows = []
    for who, name in enumerate(names, start=1):
        rows += [
            AnswerRow(who, RESPONDENT, Words(name)),
            AnswerRow(who, Key("how_far"), Choice("parts")),
        ]
    survey = opened("agenda_status")
    survey = dataclasses.replace(survey, fill=survey.fill.model_copy(update={"roster": invited}))
    return SurveyData(survey, rows, Counts(begun=len(names), complete=len(names)))


def rates(data: SurveyData) -> tuple[TypeRate, ...]:
    told_by = telling(data.survey)
    assert told_by is not None
    said = told_by.count(row.value for row in data.rows if row.key == told_by.key)
    return type_rates(data.survey.fill.roster, said, Gate(), people=told_by.people)


def test_a_type_with_few_invited_is_told_together_with_others() -> None:
    invited = roster(kommun=10, region=2, statlig=4)
    data = answered("Kommun 1", "KOMMUN  2", "region 1", "statlig 4", "Okänd AB", invited=invited)
    assert rates(data) == (TypeRate("kommun", 10, 2), TypeRate("", 6, 2))


def test_a_rest_under_five_takes_the_smallest_type_with_it() -> None:
    data = answered("a 1", invited=roster(a=9, b=6, c=1))
    assert rates(data) == (TypeRate("a", 9, 1), TypeRate("", 7, 0))


def test_fewer_than_five_invited_in_all_gives_nothing() -> None:
    assert rates(answered("a 1", invited=roster(a=4))) == ()


def test_where_persons_answer_no_type_tells_that_all_or_nobody_has() -> None:
    invited = by_number([("a", 8), ("b", 6), ("c", 7)])

    def told(**said: int) -> tuple[TypeRate, ...]:
        return type_rates(invited, said, Gate(), people=True)

    assert told(a=3, b=1, c=2) == (TypeRate("a", 8, 3), TypeRate("c", 7, 2), TypeRate("b", 6, 1))
    assert told(a=3, b=0, c=2) == (TypeRate("a", 8, 3), TypeRate("", 13, 2))
    assert told(a=8, b=6, c=7) == ()


def test_the_list_is_read_from_whatever_a_spreadsheet_writes() -> None:
    text = "Organisation;Typ\nFalu kommun;kommun\nRegion Dalarna;region\nFALU  KOMMUN;Kommun\n"
    expected = (
        InvitedType(type="kommun", invited=1, organisations=("Falu kommun",)),
        InvitedType(type="region", invited=1, organisations=("Region Dalarna",)),
    )
    assert read_roster(text.encode("cp1252"), SV) == expected
    assert read_roster(text.replace(";", "\t").encode("utf-8-sig"), SV) == expected
    numbers = b"Typ,Inbjudna\nkommun,15\nregion,2\n"
    assert read_roster(numbers, SV) == by_number([("kommun", 15), ("region", 2)])
    for wrong, told in (
        (b"Kommun\nFalun\n", "organisation och typ"),
        (b"Organisation,Typ\nA,b\nC,\n", "Rad 3"),
        (b"Typ,Antal\nkommun,femton\n", "Rad 2"),
    ):
        with pytest.raises(ConfigError, match=told):
            read_roster(wrong, SV)


def test_what_was_given_at_the_opening_is_in_the_report_without_names() -> None:
    data = answered(*(f"Kommun {n}" for n in range(1, 8)), invited=roster(kommun=10))
    page = COATS["html"].write(build_report(data, language="sv")).decode()
    assert "7 av 10 inbjudna svarade (70 %)." in page
    assert "Kommun 1" not in page


def test_a_list_that_comes_with_the_report_stands_instead_of_the_one_from_the_opening() -> None:
    data = answered(*(f"Kommun {n}" for n in range(1, 8)), invited=roster(kommun=10))
    rows = "".join(f"Kommun {n};kommun\n" for n in range(1, 21))
    assert rates_from(f"Organisation;Typ\n{rows}".encode(), data, SV) == (
        TypeRate("kommun", 20, 7),
    )
    with pytest.raises(ConfigError, match="säger inte vilken typ"):
        rates_from(b"Typ;Inbjudna\nkommun;20\n", data, SV)
