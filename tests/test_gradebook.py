"""The journal: nothing is lost, the newest counts, and only the same key spares a second grading."""

import pytest

from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.results import Status, SubmissionResult

KEY = Key(student="kim", digest="d", suite="s", environment="e")


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
    for other in (
        Key("lee", "d", "s", "e"),
        Key("kim", "x", "s", "e"),
        Key("kim", "d", "x", "e"),
        Key("kim", "d", "s", "x"),
    ):
        assert gradebook.find("01", other) is None


def test_what_was_our_fault_is_not_found_and_so_run_again(gradebook):
    gradebook.append(KEY, result(status=Status.UNGRADED))
    assert gradebook.find("01", KEY) is None


def test_the_newest_result_of_each_student_counts(gradebook):
    for one in (result("lee", 3), result("kim", 1), result("kim", 2)):
        gradebook.append(KEY, one)
    assert list(gradebook.latest("01")) == [result("kim", 2), result("lee", 3)]


def test_history_is_kept(gradebook, tmp_path):
    for score in (1, 2, 3):
        gradebook.append(KEY, result(score=score))
    with Gradebook(tmp_path / "gradebook.sqlite") as again:
        assert [score for (score,) in again._database.execute("SELECT score FROM result ORDER BY id")] == [1, 2, 3]
