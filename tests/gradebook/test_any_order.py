"""Corrections, late rules and attempts commute with regrading and resuming: any order of runs, one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from fcnkit.course import Attempts
from fcnkit.deadlines.late_work import LateWork, Terms
from fcnkit.gradebook import Gradebook, Key
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.grading.results import Outcome, QuestionResult, Review, Status, SubmissionResult
from fcnkit.reports.tables import grades_csv
from fcnkit.text import Text

RULE = LateRule(
    datetime(2026, 10, 5, 23, 59, tzinfo=ZoneInfo("Asia/Seoul")),
    LateWork.model_validate({"penalty": "10% per day", "cap": "40%", "last_day": 5}),
)
SAID = Text(ko="글", en="text")
Run = Callable[[Gradebook], object]


class Story:
    """What happens to one student, drawn from a seed: hand-ins, gradings by two suites, corrections, an extension."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._attempts = [f"attempt {n}" for n in range(random.randint(1, 4))]
        self._uploaded = {each: f"{n:05}" for n, each in enumerate(self._attempts)}
        self._times = {each: f"2026-10-{random.randint(4, 12):02} 12:00" for each in self._attempts}
        self._scores = {each: random.randint(0, 10) for each in self._attempts}
        corrected = random.choices(self._attempts, k=random.randint(0, 3))
        self.strands: list[list[Run]] = [
            *([self._grade(each, "s1"), self._grade(each, "s2")] for each in self._attempts),
            [self._correct(each, random.randint(0, 10)) for each in corrected],
            [lambda book: book.granted.record("01", {"kim": Terms(extension=random_extension)})],
        ]
        random_extension = random.choice(["1", "2 days", ""])

    def in_an_order(self, order: Random) -> list[Run]:
        """Each strand in its own order, between each other in any; the journal is opened anew now and then."""
        left, runs = [list(strand) for strand in self.strands], list[Run]()
        while any(left):
            runs.append(order.choice([strand for strand in left if strand]).pop(0))
            if order.random() < 0.3:  # the same command again
                runs.append(order.choice(runs))
        return runs

    def _result(self, attempt: str) -> SubmissionResult:
        score = self._scores[attempt]
        question = QuestionResult(
            id="q1", title=SAID, outcome=Outcome.FAILED, score=score, max_score=10, checks=(), misconceptions=()
        )
        return SubmissionResult(
            assignment="01", student="kim", identity="kim", submission=f"{attempt}.ipynb", lang="en",
            status=Status.GRADED, score=score, max_score=10, questions=(question,),
        )  # fmt: skip

    def _grade(self, attempt: str, suite: str) -> Run:
        key = Key(
            "kim", attempt, suite, "e", "cpu", attempt, uploaded=self._uploaded[attempt],
            submitted=self._times[attempt],
        )  # fmt: skip
        return lambda book: book.append(key, self._result(attempt))

    def _correct(self, attempt: str, points: int) -> Run:
        (answer,) = self._result(attempt).model_copy(update={"attempt": attempt}).answers
        review = Review(points=points, comment=f"{points} is right", by="lee")
        given = False

        def once(book: Gradebook) -> None:  # a sheet that is given again changes nothing
            nonlocal given
            if not given:
                book.given_marks.append("01", [(answer, review)])
            given = True

        return once


def table(folder: Path, runs: Sequence[Run], attempts: Attempts, order: Random) -> str:
    """What stands in `grades.csv` after these runs, each in a process of its own or not."""
    folder.mkdir()
    book = Gradebook(folder / "gradebook.sqlite", attempts, RULE)
    for run in runs:
        run(book)
        if order.random() < 0.3:
            book.__exit__()
            book = Gradebook(folder / "gradebook.sqlite", attempts, RULE)
    with book:
        return grades_csv(list(book.latest("01")), ["q1"], "en", has_late_rules=True)


@pytest.mark.parametrize("attempts", ["last", "first", "best"])
@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_runs_leads_to_the_same_table(tmp_path: Path, seed: int, attempts: Attempts) -> None:
    tables = []
    for order in map(Random, range(3)):
        runs = Story(Random(seed)).in_an_order(order)
        tables.append(table(tmp_path / str(len(tables)), runs, attempts, order))
    assert len(set(tables)) == 1, "\n".join(tables)
