"""The journal: nothing is lost, the newest counts, and only the same key spares a second grading."""

import dataclasses
import sqlite3
from contextlib import closing

import pytest

from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.results import Status, SubmissionResult

KEY = Key(identity="kim", digest="d", suite="s", environment="e", device="d")


def result(student="kim", score=1.0, status=Status.GRADED):
    return SubmissionResult(
        assignment="01", student=student, submission="kim.ipynb", lang="ko", status=status, score=score, max_score=100
    )


@pytest.fixture
def gradebook(tmp_path):
    with Gradebook(tmp_path / "gradebook.sqlite") as book:
        yield book


def test_a_result_is_found_under_its_own_key_only(gradebook):
    gradebook.append(KEY, result())
    assert gradebook.find("01", KEY) == result()
    assert gradebook.find("02", KEY) is None
    for changed in ({"identity": "lee"}, {"digest": "x"}, {"suite": "x"}, {"environment": "x"}, {"device": "x"}):
        assert gradebook.find("01", dataclasses.replace(KEY, **changed)) is None


def test_what_was_our_fault_is_not_found_and_so_run_again(gradebook):
    gradebook.append(KEY, result(status=Status.UNGRADED))
    assert gradebook.find("01", KEY) is None


def test_the_newest_result_of_each_student_counts(gradebook):
    for digest, one in enumerate((result("lee", 3), result("kim", 1), result("kim", 2))):
        gradebook.append(dataclasses.replace(KEY, identity=one.student, digest=str(digest)), one)
    assert list(gradebook.latest("01")) == [result("kim", 2), result("lee", 3)]


def test_history_is_kept(gradebook, tmp_path):
    for score in (1, 2, 3):
        gradebook.append(KEY, result(score=score), after=gradebook.last())
    assert scores(tmp_path) == [1, 2, 3]


def test_two_runs_at_once_write_a_result_once(gradebook, tmp_path):
    with Gradebook(tmp_path / "gradebook.sqlite") as other:
        for book in (gradebook, other):
            book.append(KEY, result())
        assert scores(tmp_path) == [1]
        start = gradebook.last()  # both are told to grade all again
        for book in (gradebook, other):
            book.append(KEY, result(score=2), after=start)
    assert scores(tmp_path) == [1, 2]


def test_an_earlier_result_counts_again_once_it_is_what_is_handed_in(gradebook, tmp_path):
    other = dataclasses.replace(KEY, digest="other")
    for key, score in ((KEY, 1), (other, 2), (KEY, 1), (KEY, 1)):
        gradebook.append(key, result(score=score))
    assert scores(tmp_path) == [1, 2, 1]
    assert [newest.score for newest in gradebook.latest("01")] == [1]


def test_what_was_our_fault_is_followed_by_the_mark(gradebook, tmp_path):
    gradebook.append(KEY, result(score=0, status=Status.UNGRADED))
    gradebook.append(KEY, result(score=5))
    assert scores(tmp_path) == [0, 5]


ATTEMPTS = [("a", 3, Status.GRADED), ("b", 9, Status.GRADED), ("c", 5, Status.GRADED), ("d", 0, Status.INVALID)]


@pytest.mark.parametrize(("attempts", "score"), [("last", 0), ("first", 3), ("best", 9)])
def test_of_several_attempts_the_one_counts_that_the_course_says_and_it_is_said(tmp_path, attempts, score):
    with Gradebook(tmp_path / "gradebook.sqlite", attempts) as book:
        for attempt, points, status in ATTEMPTS * 2:
            key = dataclasses.replace(KEY, digest=attempt, attempt=attempt)
            counted = book.append(key, result(score=points, status=status))
        (latest,) = book.latest("01")
    assert latest == counted
    assert latest.score == score
    assert f"Handed in 4 times; the {attempts}" in latest.notes[0].en


def test_an_attempt_that_is_graded_again_takes_its_old_marks_place(tmp_path):
    with Gradebook(tmp_path / "gradebook.sqlite", "best") as book:
        for suite, score in (("old", 9), ("new", 4)):
            book.append(dataclasses.replace(KEY, suite=suite, attempt="a"), result(score=score))
        (latest,) = book.latest("01")
    assert (latest.score, latest.notes) == (4, ())


def test_a_platforms_older_upload_that_is_graded_later_does_not_count(gradebook):
    newer, older = (dataclasses.replace(KEY, digest=one, attempt=one, uploaded=one) for one in ("5", "1"))
    gradebook.append(newer, result(score=9))
    assert gradebook.append(older, result(score=0)).score == 9
    assert gradebook.append(dataclasses.replace(KEY, digest="mail", attempt="mail"), result(score=4)).score == 4
    assert gradebook.append(dataclasses.replace(older, uploaded="7"), result(score=0)).score == 0


def scores(folder):
    with closing(sqlite3.connect(folder / "gradebook.sqlite")) as database:
        return [score for (score,) in database.execute("SELECT score FROM result ORDER BY id")]
