"""The tutorials work as they stand: their commands are run, their changes made, and what they promise is printed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import nbformat
import pytest
from documents import ROOT, in_language, page
from nbclient import NotebookClient
from proof import IS_FULL
from steps import Step, answer, change, steps

from fcnkit.bundles.student_zip import student_zip
from fcnkit.course import Course
from fcnkit.text import LANGS, Lang

BIN = Path(sys.executable).parent


Begin = Callable[[Step, Path], Path]


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Begin:
    """Makes the course that a tutorial's first block makes, which takes seconds: once for all with the same block."""

    @cache
    def made(script: str) -> tuple[Path, Path]:
        folder = tmp_path_factory.mktemp("begun")
        return folder, _run(script, folder)[0]

    def copied(step: Step, into: Path) -> Path:
        folder, course = made(step.body)
        shutil.copytree(folder, into, dirs_exist_ok=True)
        return into / course.relative_to(folder)

    return copied


WALKED = [("author", "en"), ("instructor", "ko"), *([("author", "ko"), ("instructor", "en")] if IS_FULL else [])]
"""Two pages in `make test`, one of each language: the other two show the same commands in the other one."""


@pytest.mark.parametrize(("name", "lang"), WALKED)
@pytest.mark.xdist_group("tutorials")
def test_who_follows_the_tutorial_gets_there(name: str, lang: Lang, begin: Begin, tmp_path: Path) -> None:
    first, *others = _executed(in_language(f"docs/tutorial/{name}.md", lang))
    folder, printed = begin(first, tmp_path), ""
    for step in others:
        if step.path:
            change(step, folder)
        elif step.language == "sh":
            folder, printed = _run(step.body, folder, lang)
        else:
            for line in step.body.splitlines():
                assert line in printed
    assert folder != tmp_path


@pytest.mark.parametrize("lang", LANGS)
def test_a_student_is_told_what_the_tutorial_says(lang: Lang, tmp_path: Path) -> None:
    blocks = list(steps(page(in_language("docs/tutorial/student.md", lang))))
    assignment = Course(ROOT).assignment("01")
    with ZipFile(student_zip(assignment, tmp_path)) as archive:
        archive.extractall(tmp_path)
    notebook = tmp_path / assignment.name / f"{assignment.name}.{lang}.ipynb"
    guess, check = [block.body for block in blocks if block.language == "python"]
    answer(notebook, guess)
    content = nbformat.read(notebook, as_version=4)
    (at,) = [number for number, cell in enumerate(content.cells) if cell.source.strip() == check.strip()]
    content.cells = [cell for cell in content.cells[: at + 1] if "fcnlab." not in cell.source]
    NotebookClient(content, kernel_name="python3", resources={"metadata": {"path": str(notebook.parent)}}).execute()
    said = json.dumps(content.cells[-1].outputs, ensure_ascii=False)
    promised = [block.body.strip() for block in blocks if block.language == "text"][-1]
    assert json.dumps(promised, ensure_ascii=False)[1:-1] in said


@pytest.mark.parametrize("name", ["instructor", "author"])
def test_both_languages_lead_through_the_same_steps(name: str) -> None:
    english, korean = (
        list(map(_outline, steps(page(in_language(f"docs/tutorial/{name}.md", lang))))) for lang in LANGS
    )
    assert english == korean


def _outline(step: Step) -> tuple[str, str]:
    """What a step is in either language: of commands their names, and of what is printed that it stands there."""
    if step.language == "sh":
        return "sh", "\n".join(
            " ".join(line.split()[:2]) for line in step.body.splitlines() if line.startswith("fcnkit")
        )
    return step.language, "" if step.language == "text" else step.body


def _executed(name: str) -> list[Step]:
    """All steps from the first command on: what stands above it is how to install."""
    found = list(steps(page(name)))
    return found[next(at for at, step in enumerate(found) if step.language == "sh") :]


def _run(script: str, folder: Path, lang: Lang = "en") -> tuple[Path, str]:
    """Run a block where the last one ended. Where this one ends, and what it printed, without alignment."""
    locale = {"ko": "ko_KR.UTF-8", "en": "C.UTF-8"}[lang]
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "COLUMNS": "200", "LC_MESSAGES": locale}
    done = subprocess.run(
        ["bash", "-e", "-c", f"{script}\npwd"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    *printed, where = done.stdout.splitlines()
    return Path(where), "\n".join(line.rstrip() for line in printed)
