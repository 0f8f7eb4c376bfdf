"""The question that the documentation adds, added to a copy of the course."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from course_copy import copy_of_course
from documents import in_language, page, read
from proof import one_in
from steps import change, steps
from typer.testing import CliRunner

from fcnkit.authoring import master, master_blocks, verification
from fcnkit.cli import app
from fcnkit.course import Assignment, Course

PAGE = "docs/how-to/add-a-question.md"
ADDED = "stamp_count"
CHANGES = [step for step in steps(page(PAGE)) if step.path]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("course")
    copy_of_course(root, "assignments", "autograder", "shared", "solutions", "tests/suites")
    for step in CHANGES:
        change(step, root)
    return root


def test_a_question_is_six_files_each_of_which_the_page_lists() -> None:
    changed = {step.path.rpartition("/")[2] for step in CHANGES if step.path}
    listed = re.findall(r"^\| `(?:solutions|autograder/suites)/NN-topic/([^`]+)`", page(PAGE), re.MULTILINE)
    patterns = [name.replace("qN_name", "q*").replace("…", "*") for name in listed]
    assert sorted(fnmatch(name, pattern) for name in changed for pattern in patterns).count(True) == len(changed)
    assert len(changed) == len(patterns) == 6


def test_the_korean_page_names_the_same_files_in_the_same_order() -> None:
    korean = read(in_language(PAGE, "ko"))
    found = -1
    for step in CHANGES:
        found = korean.find(f"`{step.path}`", found + 1)
        assert found >= 0, step.path


def test_the_master_can_be_built(course: Path) -> None:
    assignment = Course(course).assignment("01")
    assert "q8" in master_blocks.check(master.read(assignment.paths.master), assignment.config)
    assert assignment.scores.max_score == 103


expectations_of = verification.expectations_of


def _part(assignment: Assignment) -> Iterator[verification.Expectation]:
    """What is expected of right answers and of the new question, and a part of the rest; all of it in `make prove`."""
    claims = list(expectations_of(assignment))
    rest = [claim for claim in claims if claim.answer not in (None, ADDED)]
    chosen = one_in(24, rest)
    return (claim for claim in claims if claim not in rest or claim in chosen)


def test_verify_passes(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "expectations_of", _part)
    monkeypatch.chdir(course)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    done = CliRunner().invoke(app, ["verify", "01"])
    assert done.exit_code == 0, done.output
    promised = [step.body.strip() for step in steps(page(PAGE)) if step.language == "text"]
    assert promised
    assert set(promised) <= {line.rstrip() for line in done.output.splitlines()}
