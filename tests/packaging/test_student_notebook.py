"""The notebooks of the student zip work in a real kernel, and what they export is graded as it is."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import nbformat
import pytest
from unzipped import ASSIGNMENT, answer, notebook_of, run, unzipped

from fcnkit.text import LANGS, Lang

QUESTIONS = [question.id for question in ASSIGNMENT.config.questions]
FCNKIT = Path(sys.executable).with_name("fcnkit")


def _said(cells: list[Any], starting: str) -> str:
    """All that the one cell shows whose code begins so."""
    (cell,) = [cell for cell in cells if starting in cell.source]
    return json.dumps(cell.outputs, ensure_ascii=False)


def _graded(exported: Path, out: Path) -> dict[str, str]:
    command = [FCNKIT, "grade", "01", exported, "--out", out, "--workers", "1"]
    subprocess.run(command, cwd=ASSIGNMENT.root, capture_output=True, check=True)
    (row,) = csv.DictReader((out / "grades.csv").read_text(encoding="utf-8-sig").splitlines())
    return row


def _the_zip(folder: Path) -> Path:
    (path,) = folder.glob("*.zip")
    return path


@pytest.mark.parametrize(
    ("lang", "alternative", "name"), [("ko", "slicing", "전치합성곱 김하늘.ipynb"), ("en", "matrix", None)]
)
def test_right_answers_pass_every_check_and_their_export_gets_full_marks(
    lang: Lang, alternative: str, name: str | None, tmp_path: Path
) -> None:
    folder = unzipped(tmp_path)
    notebook = notebook_of(folder, lang)
    if name:
        notebook = notebook.rename(folder / name)
    right = (ASSIGNMENT.alternatives / f"{alternative}.py").read_text(encoding="utf-8")
    answer(notebook, f"{right}\n\nprint('drawn by', fcnlab.__file__)\n")
    cells = run(notebook)
    assert str(folder / "fcnlab" / "__init__.py") in _said(cells, "drawn by")
    for question in QUESTIONS:
        assert f"{question} results: All test cases passed!" in _said(cells, f'grader.check("{question}")')
    everything = _said(cells, "grader.check_all()")
    assert everything.count("All test cases passed!") == len(QUESTIONS)
    assert notebook.name in _said(cells, "grader.export(")
    exported = _the_zip(folder)
    assert exported.name.startswith(notebook.stem)
    row = _graded(exported, tmp_path / "out")
    assert (row["status"], float(row["score"])) == ("graded", ASSIGNMENT.max_score)


@pytest.mark.parametrize("lang", LANGS)
def test_an_untouched_notebook_is_told_kindly_that_it_is_not_answered_and_gets_no_marks(
    lang: Lang, tmp_path: Path
) -> None:
    folder = unzipped(tmp_path)
    notebook = notebook_of(folder, lang)
    notebook.touch()  # saved last
    cells = run(notebook)
    for question in QUESTIONS:
        said = _said(cells, f'grader.check("{question}")')
        assert said.count("아직 답하지 않았거나 셀을 실행하지 않았습니다. / Not answered yet") >= 1
        for noise in ("TypeError", "ACTUAL", "Traceback", r"\\u"):
            assert noise not in said, question
    assert _said(cells, "grader.check_all()").count("Not answered yet") == len(QUESTIONS)
    row = _graded(_the_zip(folder), tmp_path / "out")
    assert (row["status"], float(row["score"])) == ("graded", 0)


def test_a_wrong_answer_is_told_what_came_out_and_what_should(tmp_path: Path) -> None:
    folder = unzipped(tmp_path)
    notebook = notebook_of(folder, "en")
    right = (ASSIGNMENT.alternatives / "slicing.py").read_text(encoding="utf-8")
    answer(notebook, f"{right}\n\ndef conv_output_size(size, kernel, stride=1, padding='valid'):\n    return size\n")
    said = _said(run(notebook), 'grader.check("q1")')
    assert "np.testing.assert_equal(conv_output_size(5, 3), 3)" in said
    assert "ACTUAL: 5" in said
    assert "DESIRED: 3" in said


def test_a_notebook_with_the_first_cell_for_colab_is_graded_without_remark(tmp_path: Path) -> None:
    folder = unzipped(tmp_path)
    notebook = notebook_of(folder, "ko")
    answer(notebook, (ASSIGNMENT.alternatives / "slicing.py").read_text(encoding="utf-8"))
    (cell, _) = re.findall(r"```text\n(.*?)```", (folder / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    content = nbformat.read(notebook, as_version=4)
    content.cells.insert(0, nbformat.v4.new_code_cell(textwrap.dedent(cell)))
    nbformat.write(content, notebook)
    row = _graded(notebook, tmp_path / "out")
    assert (float(row["score"]), row["note"]) == (ASSIGNMENT.max_score, "")
