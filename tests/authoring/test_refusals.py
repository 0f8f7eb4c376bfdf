"""Masters that must not be built: each folder in `cases/` and `otter_cases/` holds one and the sentence it gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_course import HERE, course_with

from fcnkit.authoring import master_blocks
from fcnkit.authoring.build_assignment import build
from fcnkit.authoring.master import AuthoringError, read
from fcnkit.course import Assignment


def folders(group: str) -> list[Path]:
    found = sorted(path.parent for path in (HERE / group).glob("*/master.txt"))
    assert found
    return found


def sentence(error: AuthoringError, assignment: Assignment) -> str:
    return str(error).replace(str(assignment.paths.master), "master.py")


@pytest.mark.parametrize("case", folders("cases"), ids=lambda case: case.name)
def test_refused_before_otter(case: Path, tmp_path: Path) -> None:
    assignment = course_with(case / "master.txt", tmp_path)
    with pytest.raises(AuthoringError) as refusal:
        master_blocks.check(read(assignment.paths.master), assignment.config)
    assert sentence(refusal.value, assignment) == (case / "error.txt").read_text(encoding="utf-8").rstrip()


@pytest.mark.parametrize("case", folders("otter_cases"), ids=lambda case: case.name)
def test_refused_by_otter_or_the_public_checks(case: Path, tmp_path: Path) -> None:
    assignment = course_with(case / "master.txt", tmp_path)
    with pytest.raises(AuthoringError) as refusal:
        build(assignment)
    assert sentence(refusal.value, assignment) == (case / "error.txt").read_text(encoding="utf-8").rstrip()
    assert not assignment.paths.handout.exists()


def test_missing_master(tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match="no such master"):
        read(tmp_path / "master.py")


def test_master_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "master.py"
    path.write_bytes('# %% [markdown] lang="ko"\n# 합성곱\n'.encode("cp949"))
    with pytest.raises(AuthoringError, match="not UTF-8"):
        read(path)


def test_the_mark_that_windows_editor_writes_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "master.py"
    path.write_text("# %%\nx = 1\n", encoding="utf-8-sig")
    (cell,) = read(path).cells
    assert (cell.source, cell.line) == ("x = 1", 1)
