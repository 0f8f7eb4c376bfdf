"""What is refused after Otter Assign: left-over solutions, broken answer cells, wording without translation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fcnkit.authoring.handout import ORIGIN, notebook_file, render
from fcnkit.authoring.master import AuthoringError, Master, read
from fcnkit.course import Assignment

SOLUTION_LINE = 72
"""The line of the sample's second solution cell, the same for both languages."""


@pytest.fixture
def master(sample: Assignment) -> Master:
    return read(sample.paths.master)


def otter_cell(source: str, line: int | None = SOLUTION_LINE, tags: tuple[str, ...] = ()) -> dict[str, Any]:
    metadata: dict[str, Any] = {"tags": list(tags)} if line is None else {ORIGIN: line, "tags": list(tags)}
    return {"cell_type": "code", "source": source, "metadata": metadata, "id": "x"}


def refusal(cell: dict[str, Any], master: Master, assignment: Assignment) -> str:
    with pytest.raises(AuthoringError) as error:
        render(notebook_file([cell], {}), master, assignment, "ko")
    return str(error.value).replace(str(master.path), "master.py")


@pytest.mark.parametrize("left", ["# BEGIN SOLUTION\nfactor = 3", "factor = 3  # SOLUTION", "factor = 3 #SOLUTION"])
def test_left_over_mark(left: str, master: Master, sample: Assignment) -> None:
    assert refusal(otter_cell(left), master, sample) == (
        f"master.py:{SOLUTION_LINE}: a solution mark is left in the student's cell; put it inside a SOLUTION block"
    )


def test_left_over_solution_tag(master: Master, sample: Assignment) -> None:
    cell = otter_cell("factor = ...", tags=("otter_assign_solution_cell",))
    assert "a solution mark is left" in refusal(cell, master, sample)


def test_function_handed_out_whole(master: Master, sample: Assignment) -> None:
    cell = otter_cell("factor = ...\n\n\ndef triple(x):\n    return factor * x")
    assert refusal(cell, master, sample).startswith(f"master.py:{SOLUTION_LINE}: triple would be handed out whole")


def test_answer_cell_that_does_not_compile(master: Master, sample: Assignment) -> None:
    cell = otter_cell("factor = ...\n\n\ndef triple(x):")
    assert refusal(cell, master, sample).startswith(
        f"master.py:{SOLUTION_LINE}: without the solution the cell is not valid Python"
    )


def test_wording_of_another_otter_version(master: Master, sample: Assignment) -> None:
    cell = otter_cell("grader.verify_all()", line=None)
    assert "Otter Assign wrote a cell that has no translation: 'grader.verify_all()'" in refusal(cell, master, sample)


def test_a_cell_that_only_shows_something_says_so_in_its_metadata_alone(sample: Assignment, tmp_path: Path) -> None:
    path = tmp_path / "master.py"
    path.write_text("# %%\n# show\ndouble(2)\n\n# %%\ndouble(3)\n# show\n", encoding="utf-8")
    shown, plain = read(path).cells
    assert (shown.source, shown.line, plain.source) == ("double(2)", 2, "double(3)\n# show")
    cells = notebook_file([otter_cell(cell.source, cell.line) for cell in (shown, plain)], {})
    metadata = [
        cell["metadata"] for cell in json.loads(render(cells, Master(path, (shown, plain)), sample, "ko"))["cells"]
    ]
    assert metadata == [{"tags": [], ORIGIN: {"show": True}}, {"tags": []}]
