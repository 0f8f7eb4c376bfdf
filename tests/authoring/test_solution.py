"""Solutions to hand out: the master's answers, run, and nothing of what marks or checks them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from small_course import course_with

from fcnkit.authoring.master import AuthoringError, Master, read
from fcnkit.authoring.places import read_master
from fcnkit.authoring.solution_notebook import count_cells, drawn, solution_cells, unmarked, write_solution
from fcnkit.course import Course
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.distributions import NotInstalled
from fcnkit.quiz.quiz_key import right_answers
from fcnkit.quiz.variants import more_variants
from fcnkit.terminology import read as read_terminology
from fcnkit.text import LANGS

COURSE = Course.find(Path(__file__))
SAMPLE = Path(__file__).parent / "sample" / "master.txt"
ALL = [COURSE.assignment(name) for name in COURSE.names()]


def _code(master: Master) -> str:
    return "\n".join(cell.source for lang in LANGS for cell in solution_cells(master, lang) if cell.kind == "code")


@pytest.mark.parametrize("assignment", ALL, ids=[each.name for each in ALL])
def test_solutions_hold_no_marks_and_no_checks(assignment) -> None:  # type: ignore[no-untyped-def]
    code = _code(read_master(assignment))
    assert not re.search(r"\b(?:BEGIN|END|SOLUTION|PROMPT|QUESTION)\b", code)
    assert not re.search(r"\bgrader\b|\botter\b|def test_|fcnkit|\bCheck\(", code)
    for question in assignment.config.questions:
        for name in (*question.functions, *question.variables):
            assert re.search(rf"^(?:def {name}\(|{name}\b.*=)", code, re.MULTILINE), name


@pytest.mark.parametrize("assignment", ALL, ids=[each.name for each in ALL])
def test_solutions_hold_nothing_of_the_hidden_suite(assignment) -> None:  # type: ignore[no-untyped-def]
    texts = "\n".join(cell.source for lang in LANGS for cell in solution_cells(read_master(assignment), lang))
    for path in assignment.paths.suite.glob("test_*.py"):
        for name in re.findall(r"def (test_\w+)|title=Text\((?:ko=)?\"([^\"]+)\"", path.read_text(encoding="utf-8")):
            title = name[0] or name[1]
            assert len(title) < 12 or title not in texts, (path.name, title)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("def f(x):\n    # BEGIN SOLUTION\n    return x\n    # END SOLUTION\n", "def f(x):\n    return x"),
        ("a = 1  # SOLUTION", "a = 1"),
        ("a = 1 # SOLUTION NO PROMPT", "a = 1"),
        ("a = ...\n# BEGIN SOLUTION NO PROMPT\na = 2\n# END SOLUTION", "a = 2"),
        (
            '# BEGIN SOLUTION NO PROMPT\na = 2\n# END SOLUTION\n""" # BEGIN PROMPT\na = ...\n"""  # END PROMPT\n',
            "a = 2",
        ),
        ("a = ...\nb = a\na = 1", "b = a\na = 1"),
        ("a = ...\nb = 1", "a = ...\nb = 1"),
    ],
)
def test_answers_are_as_written_by_hand(marked: str, plain: str) -> None:
    assert unmarked(marked).strip() == plain


def test_the_solution_is_run_in_both_languages(tmp_path: Path) -> None:
    assignment = course_with(SAMPLE, tmp_path / "course")
    run: list[None] = []
    written = write_solution(assignment, tmp_path / "out", "", None, lambda: run.append(None))
    assert len(run) == count_cells(assignment, None)
    assert [path.name for path in written] == [f"01-sample-solution.{lang}.ipynb" for lang in LANGS]
    for path in written:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
        assert notebook.metadata == {"kernelspec": notebook.metadata.kernelspec, "language_info": {"name": "python"}}


@pytest.mark.parametrize("before", ["", "get_ipython()._showtraceback = lambda *_: None\n"], ids=["shown", "not shown"])
def test_a_cell_that_raises_is_told_with_its_line(before: str, tmp_path: Path) -> None:
    master = tmp_path / "master.py"
    text = SAMPLE.read_text(encoding="utf-8")
    master.write_text(f"{text}\n\n# %%\n{before}raise ValueError('too small')\n", encoding="utf-8")
    assignment = course_with(master, tmp_path / "course")
    line = read(assignment.paths.master).cells[-1].line
    with pytest.raises(AuthoringError, match=rf"master\.py:{line}: a cell .* raises ValueError: too small"):
        write_solution(assignment, tmp_path / "out", "", None)
    assert not (tmp_path / "out").exists()


def test_a_quiz_has_a_solution_for_each_variant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quiz = COURSE.assignment("05")
    terminology = read_terminology(quiz.course.terminology)
    monkeypatch.setattr(type(quiz.paths), "variants", tmp_path / "variants.json")
    assert drawn(quiz) == {"": None}
    made = more_variants(tmp_path / "variants.json", terminology, 2)
    solutions = drawn(quiz)
    assert list(solutions) == ["-01", "-02"]
    for variant, drawn_quiz in zip(solutions.values(), made.values(), strict=True):
        answers: dict[str, dict[str, str]] = {}
        exec(_code(read_master(quiz, variant)).replace("import sys", "").replace("sys.path", "[]"), answers)  # noqa: S102
        assert answers["answers"] == right_answers(drawn_quiz, terminology)


def test_what_students_code_needs_is_asked_for_before_anything_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment = course_with(SAMPLE, tmp_path / "course")
    profile = replace(PROFILES[assignment.config.profile], distributions=("no-such-package",))
    monkeypatch.setitem(PROFILES, assignment.config.profile, profile)
    with pytest.raises(NotInstalled, match="needs no-such-package"):
        write_solution(assignment, tmp_path / "out", "", None)
