"""Polis' layout out: counts for everybody, rows for whoever answers for them, and both read back by our own command."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from voting import planted, voted

from analysis.opinion.exporting import votes_in_polis
from analysis.opinion.groups import Plan
from analysis.opinion.judging import judge
from analysis.opinion.tables import read_groups, read_votes
from analysis.report.as_json import to_json
from analysis.report.build import build_report
from analysis.report.writers import COATS

TWO = planted((60, 40), 12, seed=3, seen=0.8)


def rows(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode())))


def test_the_published_file_has_the_reports_counts_and_no_person() -> None:
    report = build_report(voted(TWO), language="sv")
    package = zipfile.ZipFile(io.BytesIO(COATS["polis"].write(report)))
    assert sorted(package.namelist()) == ["comments.csv", "las-forst.txt", "summary.csv"]
    told = to_json(report)["statements"]
    found = rows(package.read("comments.csv"))
    assert [row["statement-id"] for row in found] == [one["id"] for one in told]
    assert [(int(row["agrees"]), int(row["disagrees"]), int(row["passes"])) for row in found] == [
        (one["agree"], one["disagree"], one["pass"]) for one in told
    ]
    assert {row["author-id"] + row["timestamp"] for row in found} == {""}


@pytest.mark.slow
def test_handed_out_votes_are_read_back_to_the_same_classes_and_groups(tmp_path: Path) -> None:
    data = voted(TWO)
    files = votes_in_polis(data, Plan())
    file = tmp_path / "participants-votes.csv"
    file.write_bytes(files["participants-votes.csv"])
    back = judge(read_votes(file), Plan())
    first = judge(TWO, Plan())
    number = {row["statement-id"]: row["comment-id"] for row in rows(files["comments.csv"])}
    classes = dict(zip(back.votes.statements, back.judged.classes, strict=True))
    assert {id_: classes[number[id_]] for id_ in first.votes.statements} == dict(
        zip(first.votes.statements, first.judged.classes, strict=True)
    )
    assert back.groups.p == first.groups.p
    assert sorted((back.groups.members or {}).values()) == sorted(
        (first.groups.members or {}).values()
    )
    assert set(read_groups(file).values()) == {"0", "1"}


def test_rows_are_in_the_order_of_their_content_whoever_came_first() -> None:
    forwards = votes_in_polis(voted(TWO), Plan(0))
    backwards = votes_in_polis(voted(TWO.rows(range(99, -1, -1))), Plan(0))
    assert forwards == backwards
