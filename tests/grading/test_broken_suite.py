"""A hidden suite that is wrong: said before anything is graded, with its place, and never at a student's cost."""

import re
import tempfile

import pytest
from course_copy import copy_of_course

from fcnkit.course import Course, ScoreSheet
from fcnkit.engines.local import EngineError, LocalEngine
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.suite_loading import SuiteFault, check_points, load_misconceptions
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import CheckResult, Outcome
from fcnkit.grading.sandbox.level import choose
from fcnkit.text import Text

HERE = Course.find()
NAME = "01-transposed-convolution"


@pytest.fixture
def course(tmp_path):
    """A copy whose suite may be broken."""
    copy_of_course(tmp_path, f"autograder/suites/{NAME}", f"solutions/{NAME}")
    (tmp_path / "shared").symlink_to(HERE.root / "shared")
    return Course(tmp_path)


@pytest.fixture(scope="module")
def level():
    return choose("auto")


def suite(course):
    return course.root / "autograder" / "suites" / NAME


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("test_q7.py", "x = 1\ndef test_x(: pass\n", "test_q7.py:2: SyntaxError: invalid syntax"),
        ("test_q7.py", "def test_x(): pass\n", "test_q7.py::test_x: no @check"),
        ("test_q7.py", "import cases\n", "No module named 'cases'; write `from . import cases`"),
        ("misconceptions.py", "import spec\n", "No module named 'spec'; write `from . import spec`"),
        ("misconceptions.py", "1 / 0\n", "misconceptions.py:1: ZeroDivisionError"),
        ("cases.py", "\nimport numpyy\n", "cases.py:2: ModuleNotFoundError: No module named 'numpyy'"),
    ],
)
def test_it_is_said_before_grading_starts(course, level, name, source, said):
    (suite(course) / name).write_text(source, encoding="utf-8")
    with pytest.raises(EngineError, match=re.escape(said)), LocalEngine(course.assignment("01"), level):
        pass


def test_what_it_leaves_in_the_folder_for_temporary_files_is_removed(course, level, tmp_path, monkeypatch):
    """As an examiner does that is ended while it asks a spec about a photo."""
    (temporary := tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    (suite(course) / "cases.py").write_text("import tempfile\nraise ValueError(tempfile.mkdtemp())\n", encoding="utf-8")
    with pytest.raises(EngineError, match="ValueError"), LocalEngine(course.assignment("01"), level):
        pass
    assert list(temporary.iterdir()) == []


def test_it_is_said_by_the_first_job_where_none_was_needed_before(course, level):
    (suite(course) / "cases.py").write_text("1 / 0\n", encoding="utf-8")
    with LocalEngine(course.assignment("01"), level, when_asked=True) as engine:
        for _ in range(2):
            with pytest.raises(EngineError, match="ZeroDivisionError"):
                engine.examine(Job(cells=[Cell(number=1, source="x = 1")]))


def test_misconceptions_that_cannot_be_told_apart_are_refused(tmp_path):
    source = """
from fcnkit.suite import Misconception, Text
WORDS = Text(ko="말", en="words")
MISCONCEPTIONS = tuple(Misconception(id="one", name=WORDS, text=WORDS, answers={}) for _ in range(2))
"""
    (tmp_path / "misconceptions.py").write_text(source, encoding="utf-8")
    with pytest.raises(SuiteFault) as fault:
        load_misconceptions(tmp_path)
    assert "id가 one인 오개념이 둘 이상입니다" in fault.value.text.ko


def test_checks_of_no_question_are_told_with_the_questions_there_are(course):
    assignment = course.assignment("01")
    with pytest.raises(SuiteFault, match=r"checks belong to q99, but .*there are: q1, q2"):
        check_points(assignment.scores, assignment.paths, [("q99", 5)])


def test_points_in_tenths_add_up_as_on_paper(course):
    assignment = course.assignment("01")
    questions = [each.model_copy(update={"points": 0.3}) for each in assignment.config.questions]
    halves = [(each.id, points) for each in questions for points in (0.1, 0.2)]
    scores = ScoreSheet(tuple(questions))
    check_points(scores, assignment.paths, halves)
    assert scores.max_score == round(0.3 * len(questions), 9)
    title = Text(ko="검사", en="check")
    checks = [
        CheckResult(name=str(points), question="q1", title=title, points=points, outcome=Outcome.PASSED)
        for points in (0.1, 0.2)
    ]
    assert Judged(checks).score == 0.3, "full marks"
    with pytest.raises(SuiteFault, match=r"add up to 0\.3 points, but .* has 0\.30001"):
        check_points(ScoreSheet((questions[0].model_copy(update={"points": 0.30001}),)), assignment.paths, halves[:2])


def test_what_is_wrong_is_said_in_korean_too(course, level):
    (suite(course) / "test_q6_bilinear_kernel.py").write_text("", encoding="utf-8")
    with pytest.raises(EngineError) as error, LocalEngine(course.assignment("01"), level):
        pass
    assert "the checks of q6 add up to 0 points, but " in str(error.value)
    assert "q6 문제의 검사는 모두 0점인데" in error.value.text.ko


def test_a_check_that_breaks_down_leaves_the_student_ungraded_and_is_told_with_its_line(course, level):
    path = suite(course) / "cases.py"
    source = path.read_text(encoding="utf-8")
    path.write_text(f"{source}\n\ndef factors_even(_):\n    return 1 / 0\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    with LocalEngine(course.assignment("01"), level) as engine:
        examination = engine.examine(Job(cells=[Cell(number=1, source="x = 1")]))
    why = "ZeroDivisionError: division by zero"
    assert examination.fault == f"SuiteFault: cases.py:{line}: {why} (in test_even_factors)"
    assert examination.questions == ()


def test_what_whoever_grades_has_set_for_tests_of_their_own_does_not_matter(monkeypatch, level):
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    with LocalEngine(HERE.assignment(NAME), level) as engine:
        assert engine.examine(Job(cells=[Cell(1, "")])).fault is None
