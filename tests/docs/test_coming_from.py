"""Assignments of Otter and nbgrader, moved as the guides say: what has to be changed is what `fcnkit build` names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from documents import commands, fences, in_language, page, section

from fcnkit.authoring import block_complaints, master_blocks, nbgrader_marks
from fcnkit.authoring.master import AuthoringError, read
from fcnkit.course import AssignmentConfig
from fcnkit.course import Question as Asked
from fcnkit.text import LANGS, Lang, same

V4 = nbformat.v4
MASTER = Path("solutions/02-standardising/master.py")
CONFIG = AssignmentConfig(
    title=same("Standardising"),
    profile="numpy",
    questions=(Asked(id="q1", title=same("Standardise"), points=4, functions=("standardise",)),),
)
SECTION: dict[Lang, str] = {"ko": "과제 하나 옮기기", "en": "Move an assignment"}


def moved(guide: str, lang: Lang, cells: list[nbformat.NotebookNode], home: Path) -> Path:
    """The master that the guide's command makes of a notebook in the author's home folder."""
    (command,) = [
        line for line in commands(section(page(in_language(guide, lang)), SECTION[lang])) if line.startswith("jupytext")
    ]
    name = next(word for word in command.split() if word.startswith("~/"))
    nbformat.write(V4.new_notebook(cells=cells), home / name.removeprefix("~/"))
    (home / MASTER).parent.mkdir(parents=True)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "HOME": str(home), "PATH": path}
    subprocess.run(["bash", "-ec", command], cwd=home, env=environment, check=True, capture_output=True)
    return home / MASTER


def complaint(master: Path) -> str:
    with pytest.raises(AuthoringError) as refusal:
        master_blocks.check(read(master), CONFIG)
    return str(refusal.value)


def replace(master: Path, old: str, new: str) -> None:
    text = master.read_text(encoding="utf-8")
    assert text.count(old) == 1
    master.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("lang", LANGS)
def test_an_assignment_of_otter(lang: Lang, tmp_path: Path) -> None:
    raw, code = V4.new_raw_cell, V4.new_code_cell
    hidden = '""" # BEGIN TEST CONFIG\nhidden: true\n""" # END TEST CONFIG\nstandardise(np.array([1., 3.]))[0] == -1'
    cells = [
        raw("# ASSIGNMENT CONFIG\nname: hw02\ngenerate: true"),
        V4.new_markdown_cell("# HW 2"),
        code("import numpy as np"),
        raw("# BEGIN QUESTION\nname: q1\npoints: 4"),
        V4.new_markdown_cell("Standardise `x`."),
        raw("# BEGIN SOLUTION"),
        code("def standardise(x):\n    return (x - x.mean()) / x.std() # SOLUTION"),
        raw("# END SOLUTION"),
        raw("# BEGIN TESTS"),
        code("np.isclose(standardise(np.array([1., 3.])).mean(), 0)"),
        code(hidden),
        raw("# END TESTS"),
        raw("# END QUESTION"),
    ]
    master = moved("docs/how-to/from-otter.md", lang, cells, tmp_path)
    assert block_complaints.CONFIG_KEYS.en in complaint(master)
    replace(master, "# name: hw02\n# generate: true\n", "")
    assert block_complaints.FUNCTIONS.format(count=0).en in complaint(master)
    replace(master, "\nnp.isclose", "\ndef test_mean(np, standardise):\n    assert np.isclose")
    assert block_complaints.HIDDEN_TEST.en in complaint(master)
    replace(master, f"# %%\n{hidden}\n", "")
    assert list(master_blocks.check(read(master), CONFIG)) == ["q1"]


@pytest.mark.parametrize("lang", LANGS)
def test_an_assignment_of_nbgrader(lang: Lang, tmp_path: Path) -> None:
    def cell(source: str, **about: object) -> nbformat.NotebookNode:
        metadata = {"nbgrader": {"schema_version": 3, "task": False, **about}, "deletable": False}
        return V4.new_code_cell(source, metadata=metadata)

    solution = "def standardise(x):\n    ### BEGIN SOLUTION\n    return (x - x.mean()) / x.std()\n    ### END SOLUTION"
    hidden = "### BEGIN HIDDEN TESTS\nassert standardise(np.array([1., 3.]))[0] == -1\n### END HIDDEN TESTS"
    cells = [
        cell("import numpy as np", locked=True),
        cell(solution, solution=True, grade_id="standardise"),
        cell(hidden, grade=True, points=4, grade_id="test_standardise"),
    ]
    guide = "docs/how-to/from-nbgrader.md"
    master = moved(guide, lang, cells, tmp_path)

    (shown,) = [fence.body for fence in fences(page(in_language(guide, lang))) if fence.language == "text"]
    assert nbgrader_marks.LEFT.format(mark="### BEGIN SOLUTION").en in complaint(master)
    replace(master, f"# %%\n{solution}\n", shown)
    assert nbgrader_marks.LEFT.format(mark="BEGIN HIDDEN TESTS").en in complaint(master)
    replace(master, f"# %%\n{hidden}\n", "")
    assert list(master_blocks.check(read(master), CONFIG)) == ["q1"]
