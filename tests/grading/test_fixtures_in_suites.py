"""What pytest offers works in hidden suites, too, beside checks that ask for the student alone."""

from course_copy import copy_of_course

from fcnkit.course import Course
from fcnkit.grading.examiner.pytest_plugin import with_suite
from fcnkit.grading.results import Outcome

HERE = Course.find()
NAME = "01-transposed-convolution"
SUITE = """
import pytest
from fcnkit.suite import Text, check

TITLE = Text(ko="제목", en="title")
PREPARED = []


@pytest.fixture
def two():
    return 2


@check("q6", points=2, title=TITLE)
def test_alone(student):
    assert not PREPARED


@check("q6", points=2, title=TITLE)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_numbers(student, number, two):
    assert number <= two


class TestTogether:
    @pytest.fixture(autouse=True)
    def prepare(self):
        PREPARED.append(1)

    @check("q6", points=2, title=TITLE)
    def test_prepared(self, student):
        assert PREPARED
"""


class Nobody:
    """A student of whom nothing is asked."""

    def set_question(self, question: str, asked: object) -> None: ...

    def take_afterwards(self) -> None: ...

    def take_remark(self) -> None: ...

    def take_calls(self) -> list[object]:
        return []


def test_fixtures_parameters_and_classes_are_pytests_own(tmp_path, monkeypatch):
    (root := tmp_path / "2026 [딥러닝]::1 $HOME").mkdir()  # which pytest would take for a test's parts
    copy_of_course(root, f"autograder/suites/{NAME}", f"solutions/{NAME}")
    monkeypatch.chdir(root)
    path = root / "autograder" / "suites" / NAME / "test_q6_bilinear_kernel.py"
    path.write_text(SUITE, encoding="utf-8")
    outcomes = [
        (check.name.partition("::")[2], check.outcome)
        for judged in with_suite(Course(root).assignment("01"), lambda suite: suite.run(Nobody(), "q6")).values()
        for check in judged.checks
    ]
    assert outcomes == [
        ("test_alone", Outcome.PASSED),
        ("test_numbers[1]", Outcome.PASSED),
        ("test_numbers[2]", Outcome.PASSED),
        ("test_numbers[3]", Outcome.FAILED),
        ("TestTogether::test_prepared", Outcome.PASSED),
    ]
