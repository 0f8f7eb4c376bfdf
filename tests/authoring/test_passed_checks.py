"""A solution that has passed its public checks is run again as soon as anything has changed, and not before."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from small_course import HERE, course_with

from fcnkit.authoring import passed_checks
from fcnkit.authoring.build_assignment import build
from fcnkit.authoring.master import AuthoringError
from fcnkit.course import Assignment


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Where the sample's solution leaves a line for each run."""
    return tmp_path / "runs.txt"


@pytest.fixture
def sample(tmp_path: Path, runs: Path) -> Assignment:
    assignment = course_with(HERE / "sample" / "master.txt", tmp_path / "course")
    text = assignment.paths.master.read_text(encoding="utf-8")
    leaves = f"import numpy as np\n\nopen({str(runs)!r}, 'a').write('run\\n')"
    assignment.paths.master.write_text(text.replace("import numpy as np", leaves, 1), encoding="utf-8")
    return assignment


def test_only_what_has_changed_is_run_again(sample: Assignment, runs: Path) -> None:
    build(sample)
    handed_out = {path.name: path.read_bytes() for path in sample.paths.handout.glob("*.ipynb")}
    build(sample)
    assert len(runs.read_text().splitlines()) == 2, "once in each language"
    assert handed_out == {path.name: path.read_bytes() for path in sample.paths.handout.glob("*.ipynb")}
    text = sample.paths.master.read_text(encoding="utf-8")
    sample.paths.master.write_text(text.replace("* 2", "* 5"), encoding="utf-8")
    with pytest.raises(AuthoringError, match="fails its own public check of q1"):
        build(sample)
    assert len(runs.read_text().splitlines()) == 4
    assert len([*(sample.paths.root / passed_checks.FOLDER).glob("?" * 64)]) == 1, "what fails is not remembered"


def test_a_digest_changes_with_all_that_a_run_depends_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "shared" / "fcnlab" / "weights.npz"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"weights")
    found = {passed_checks.digest(cells, tmp_path) for cells in ([b"1", b"2"], [b"12"], [b"2", b"1"], [b"1", b"2"])}
    assert len(found) == 3
    library.write_bytes(b"others")
    found.add(passed_checks.digest([b"12"], tmp_path))
    library.rename(library.with_name("renamed.npz"))
    found.add(passed_checks.digest([b"12"], tmp_path))
    monkeypatch.setattr("platform.python_version", lambda: "3.99")
    found.add(passed_checks.digest([b"12"], tmp_path))
    for version in ("1.0", "1.1"):
        (tmp_path / version / f"one_more-{version}.dist-info").mkdir(parents=True)
        with monkeypatch.context() as patch:
            patch.setattr("sys.path", [*sys.path, str(tmp_path / version)])
            found.add(passed_checks.digest([b"12"], tmp_path))
    assert len(found) == 8


def test_a_course_that_cannot_be_written_to_builds_all_the_same(tmp_path: Path) -> None:
    (tmp_path / passed_checks.FOLDER).write_text("no folder")
    passed_checks.remember(tmp_path, "0" * 64)
    assert not passed_checks.are_known(tmp_path, "0" * 64)
