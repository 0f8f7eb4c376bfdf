"""What pytest offers works in hidden suites, too, beside checks that ask for the student alone."""

import pytest
from course_copy import copy_of_course

from fcnkit.course import Course
from fcnkit.grading.examiner.pytest_plugin import NOT_MET, with_suite
from fcnkit.grading.results import Outcome
from fcnkit.text import Text

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
    student.remark = TITLE
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
    """A student of whom nothing is asked, with a remark on what was right."""

    def set_question(self, question: str, asked: object) -> None: ...

    def take_afterwards(self) -> None: ...

    remark: Text | None = None

    def take_remark(self) -> Text | None:
        remark, self.remark = self.remark, None
        return remark

    def take_calls(self) -> list[object]:
        return []


@pytest.fixture
def checks(tmp_path, monkeypatch):
    """What comes of the checks above, in a course below a folder whose name pytest would take for a test's parts."""
    (root := tmp_path / "2026 [딥러닝]::1 $HOME").mkdir()
    copy_of_course(root, f"autograder/suites/{NAME}", f"solutions/{NAME}")
    monkeypatch.chdir(root)
    path = root / "autograder" / "suites" / NAME / "test_q6_bilinear_kernel.py"
    path.write_text(SUITE, encoding="utf-8")
    (judged,) = with_suite(Course(root).assignment("01"), lambda suite: suite.run(Nobody(), "q6")).values()
    return judged.checks


def test_fixtures_parameters_and_classes_are_pytests_own_and_each_check_has_its_own_remark(checks):
    title = Text(ko="제목", en="title")
    assert [(each.name.partition("::")[2], each.outcome, each.message) for each in checks] == [
        ("test_alone", Outcome.PASSED, None),
        ("test_numbers[1]", Outcome.PASSED, title),
        ("test_numbers[2]", Outcome.PASSED, title),
        ("test_numbers[3]", Outcome.FAILED, NOT_MET),
        ("TestTogether::test_prepared", Outcome.PASSED, None),
    ]
