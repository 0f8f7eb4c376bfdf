"""What the grader image is built from grades as the checkout does, and holds nothing that solves an assignment."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from fcnkit.course import Course
from fcnkit.grading.fingerprint import suite_digest
from fcnkit.grading.intake import handed_out

ROOT = Path(__file__).resolve().parents[2]
PATTERNS = [
    line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line and not line.startswith("#")
]


def is_sent(place: str) -> bool:
    """Whether Docker reads a file: the last pattern decides that fits its path or a folder above it."""
    return next(pattern for pattern in reversed(PATTERNS) if _fits(pattern.removeprefix("!"), place))[0] == "!"


def _fits(pattern: str, place: str) -> bool:
    parts = re.split(r"(\*\*/|\*)", pattern)
    known = {"**/": "(.*/)?", "*": "[^/]*"}
    return bool(re.fullmatch("".join(known.get(part, re.escape(part)) for part in parts) + "(/.*)?", place))


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of this checkout that Docker reads."""
    folder = tmp_path_factory.mktemp("context")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for place in filter(is_sent, filter(None, tracked.split("\0"))):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / place, folder / place)
    return folder


def test_assignments_are_graded_by_the_same_suites_and_told_from_the_same_hand_outs(context: Path) -> None:
    here, there = Course(ROOT), Course(context)
    assert there.names() == here.names() != []
    for name in here.names():
        mine, its = here.assignment(name), there.assignment(name)
        assert suite_digest(its) == suite_digest(mine)
        assert handed_out(its) == handed_out(mine)
        assert handed_out(its).codes


def test_pages_have_the_same_practice_items_to_show(context: Path) -> None:
    here, there = (
        {path.relative_to(folder) for path in Course(folder).practice.rglob("*.[pt]*")} for folder in (ROOT, context)
    )
    assert there == {path for path in here if "__pycache__" not in path.parts} != set()


def test_it_holds_no_solution(context: Path) -> None:
    files = [path for path in (context / "solutions").rglob("*") if path.is_file()]
    assert files
    assert {path.name for path in files} == {"assignment.toml"}
    assert not {"examples", "tests"} & {path.name for path in context.iterdir()}
