"""The question that CONTRIBUTING adds, added to a copy of the course."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from documents import ROOT, read

from fcnkit.authoring import blocks, master
from fcnkit.course import Course

FCNKIT = Path(sys.executable).with_name("fcnkit")
STEP = re.compile(
    r"^`(?P<path>[\w./*-]+)`(?:, (?P<how>at the end|a new file))?:\n\n```(?P<language>\w+)\n(?P<body>.*?)^```$",
    re.M | re.S,
)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("course")
    for room in ("assignments", "autograder", "shared", "solutions", "tests/suites"):
        shutil.copytree(ROOT / room, root / room, ignore=shutil.ignore_patterns("__pycache__"))
    for step in STEP.finditer(read("CONTRIBUTING.md")):
        _apply(step, root)
    return root


def test_every_kind_of_file_has_its_step() -> None:
    paths = {step["path"].rpartition("/")[2] for step in STEP.finditer(read("CONTRIBUTING.md"))}
    assert paths >= {
        "assignment.toml",
        "master.py",
        "spec.py",
        "cases.py",
        "functions.py",
        "wrong_answers.py",
        "slicing.py",
    }


def test_the_master_can_be_built(course: Path) -> None:
    assignment = Course(course).assignment("01")
    assert "q7" in blocks.check(master.read(assignment.master), assignment.config)
    assert assignment.max_score == 100


def test_verify_proves_it(course: Path) -> None:
    done = subprocess.run([FCNKIT, "verify", "01"], cwd=course, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    promised = re.findall(r"^```text\n(ok .*)\n```$", read("CONTRIBUTING.md"), re.MULTILINE)
    assert promised
    assert set(promised) <= {line.rstrip() for line in done.stdout.splitlines()}


def _apply(step: re.Match[str], root: Path) -> None:
    if step["how"] == "a new file":
        assert not (root / step["path"]).exists()
        (root / step["path"]).write_text(step["body"], encoding="utf-8")
        return
    paths = list(root.glob(step["path"]))
    assert paths, step["path"]
    for path in paths:
        text = path.read_text(encoding="utf-8")
        path.write_text(
            _changed(text, step["body"]) if step["language"] == "diff" else text + step["body"], encoding="utf-8"
        )


def _changed(text: str, diff: str) -> str:
    """`text` with each run of `-` lines, which must stand there exactly once, replaced by the `+` lines after it."""
    for removed, added in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", diff, re.MULTILINE):
        old, new = (re.sub(r"^.", "", lines, flags=re.MULTILINE) for lines in (removed, added))
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
