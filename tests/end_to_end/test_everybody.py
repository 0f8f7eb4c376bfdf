"""Classes of every platform, in two runs (of 60 with `make prove`): all of `fcnkit grade` but the sandbox.

In its place an engine counts; `test_people.py` has the real one.
"""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from classes import NAME, rows
from downloads import PLATFORMS, WITHOUT_IDS, download, handed, letters, partner_of
from proof import IS_FULL

from fcnkit.commands import grade as command
from fcnkit.commands.engine_options import Begun, EngineOptions
from fcnkit.course import Assignment, Course
from fcnkit.grading.messages import Examination, Job, OnSleep
from fcnkit.grading.results import Outcome, QuestionResult
from fcnkit.text import Text

SIZE = 60 if IS_FULL else 16


class Counting:
    """Gives each notebook the marks that stand in it."""

    device = "cpu"
    room = 1

    def examine(self, job: Job, _on_sleep: OnSleep = lambda _: None) -> Examination:
        score = float(job.cells[0].source.partition(" = ")[2])
        question = QuestionResult(
            id="q1", title=Text("하나", "one"), outcome=Outcome.PASSED, score=score, max_score=100, checks=()
        )
        return Examination(questions=(question,))


class Counted(Begun):
    """Grading that counts."""

    def __init__(self, assignment: Assignment) -> None:
        super().__init__(EngineOptions("local", "none", 1), assignment, None, None)

    @contextmanager
    def open(self) -> Iterator[tuple[Counting, int]]:
        yield Counting(), 1


def notebook(number: int) -> bytes:
    cell = {"cell_type": "code", "source": f"score = {number}", "metadata": {}, "outputs": []}
    metadata = {"fcnkit": {"assignment": NAME, "lang": "ko"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": [cell]}).encode()


def grade(folder: Path, out: Path, roster: Path | None = None) -> None:
    assignment = Course.find().assignment(NAME)
    begun = Counted(assignment)
    assert not command.grade(
        assignment, [folder], out, begun=begun, lang=None, regrade=False, reviews=None, roster=roster
    )


def check(platform: str, out: Path, numbers: range) -> dict[str, str]:
    """Everybody has a row with their own marks, name and id, and pages that say the same; returns ids by label."""
    table = rows(out)
    by_file = {unicodedata.normalize("NFC", row["submission"]): [] for row in table.values()}
    for label, row in table.items():
        by_file[unicodedata.normalize("NFC", row["submission"])].append((label, row))
    assert len(table) == len(numbers) * (2 if platform == "gradescope-groups" else 1)
    for number in numbers:
        one = handed(platform, number)
        those = by_file[unicodedata.normalize("NFC", one.source or one.path)]
        ids = [one.id, str(20231300 + partner_of(number))][: len(those)]
        assert sorted(row["id"] for _, row in those) == sorted(ids), one
        for label, row in those:
            assert float(row["score"]) == number
            if row["id"] == one.id:
                assert letters(label).startswith(letters(one.name))
            result = json.loads((out / "results" / f"{label}.json").read_text(encoding="utf-8"))
            assert result["score"] == number
            assert (out / "feedback" / f"{label}.html").is_file()
    return {label: row["id"] for label, row in table.items()}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_each_has_the_marks_the_name_and_the_id_that_are_theirs(
    platform: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, half = tmp_path / "out", SIZE // 2
    first = {number: notebook(number) for number in range(1, half + 1)}
    grade(download(platform, tmp_path / "class", first), out)
    before = check(platform, out, range(1, half + 1))
    late = {number: notebook(number) for number in range(half + 1, SIZE + 1)}
    if platform in WITHOUT_IDS or platform.startswith("gradescope"):
        grade(download(platform, tmp_path / "class", first | late), out)  # in the same folder
    else:
        grade(download(platform, tmp_path / "late", late), out)
    after = check(platform, out, range(1, SIZE + 1))
    assert {label: after[label] for label in before} == before
    assert "README.txt" in capsys.readouterr().err


def test_each_of_a_group_is_found_on_a_roster_and_has_its_marks(tmp_path: Path) -> None:
    numbers = range(1, 5)
    roster = tmp_path / "roster.csv"
    with roster.open("w", encoding="utf-8", newline="") as file:
        everybody = [number for one in numbers for number in (one, partner_of(one))]
        csv.writer(file).writerows(
            [("학번", "이름"), *((20231300 + each, f"학생{each}") for each in (*everybody, 900))]
        )
    folder = download("gradescope-groups", tmp_path / "class", {number: notebook(number) for number in numbers})
    grade(folder, tmp_path / "out", roster)
    table = rows(tmp_path / "out")
    scores = {row["id"]: row["score"] for row in table.values()}
    expected = {str(20231300 + each): str(one) for one in numbers for each in (one, partner_of(one))}
    assert scores == expected | {"20232200": ""}
