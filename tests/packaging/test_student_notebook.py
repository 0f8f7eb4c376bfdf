"""The notebooks of the student zip work in a real kernel, and what they export is graded as it is.

All cells of each language are run once here, with right answers or untouched; both ways in both by `make prove`.
"""

from __future__ import annotations

import ast
import csv
import json
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

import command_line
import nbformat
import pytest
from proof import IS_FULL
from unzipped import ASSIGNMENT, answer, notebook_of, run, unzipped

from fcnkit.text import LANGS, Lang

pytestmark = pytest.mark.usefixtures("lent_graders")

QUESTIONS = [question.id for question in ASSIGNMENT.config.questions]
PASSED = {"ko": "공개 검사를 통과했습니다.", "en": "the public check passes."}
ALONE = {"ko": "노트북 옆에 tests 폴더가 없습니다.", "en": "There is no folder called tests beside this notebook."}
NOTHING = {"ko": "아무 값도 돌려주지 않았습니다(None).", "en": "gives nothing back (None)."}
WRONG = """
    def conv_output_size(size, kernel, stride=1, padding="valid"):
        return (size - kernel) // stride

    def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
        print((size - 1) * stride + max(kernel, stride))

    def transposed_conv2d(x, kernel, stride=1, padding="valid"):
        return np.array([[1, 2, 4], [3, 6, 8], [9, 12, 0]])

    def bilinear_kernel(factor):
        return tent
"""


def _said(cells: list[Any], starting: str) -> str:
    """All that the one cell shows whose code begins so."""
    (cell,) = [cell for cell in cells if starting in cell.source]
    return json.dumps(cell.outputs, ensure_ascii=False)


def _graded(exported: Path, out: Path) -> dict[str, str]:
    done = command_line.run("grade", "01", exported, "--out", out, "--workers", "1", cwd=ASSIGNMENT.paths.root)
    assert done.returncode == 0, done.stderr
    (row,) = csv.DictReader((out / "grades.csv").read_text(encoding="utf-8-sig").splitlines())
    return row


def _the_zip(folder: Path) -> Path:
    (path,) = folder.glob("*.zip")
    return path


def _without_what_only_shows(notebook: Path) -> None:
    """Pictures and a training take most of a run's time, and with wrong answers nothing is promised of them."""
    content = nbformat.read(notebook, as_version=4)
    for cell in content.cells:
        if re.search(r"^(fcnlab\.|race\b)", cell.source, re.MULTILINE):
            statements = [ast.get_source_segment(cell.source, each) or "" for each in ast.parse(cell.source).body]
            cell.source = "\n".join(each for each in statements if not re.match(r"fcnlab\.|race\b", each))
    nbformat.write(content, notebook)


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
    right = (ASSIGNMENT.paths.alternatives / f"{alternative}.py").read_text(encoding="utf-8")
    answer(notebook, f"{right}\n\nprint('drawn by', fcnlab.__file__)\n")
    if lang == "en" and not IS_FULL:
        _without_what_only_shows(notebook)
    cells = run(notebook)
    assert str(folder / "fcnlab" / "__init__.py") in _said(cells, "drawn by")
    for question in QUESTIONS:
        assert f"{question}: {PASSED[lang]}" in _said(cells, f'grader.check("{question}")')
    everything = _said(cells, "grader.check_all()")
    assert everything.count(f': {PASSED[lang]}"') + everything.count(f": {PASSED[lang]}\\n") == len(QUESTIONS)
    assert notebook.name in _said(cells, "grader.export(")
    exported = _the_zip(folder)
    assert exported.name.startswith(notebook.stem)
    row = _graded(exported, tmp_path / "out")
    assert (row["status"], float(row["score"])) == ("graded", ASSIGNMENT.scores.max_score)


@pytest.mark.parametrize("lang", LANGS)
def test_an_untouched_notebook_is_told_kindly_that_it_is_not_answered_and_gets_no_marks(
    lang: Lang, tmp_path: Path
) -> None:
    folder = unzipped(tmp_path)
    notebook = notebook_of(folder, lang)
    if lang == "ko" and not IS_FULL:
        _without_what_only_shows(notebook)
    notebook.touch()  # saved last
    cells = run(notebook)
    for question in QUESTIONS:
        said = _said(cells, f'grader.check("{question}")')
        assert NOTHING[lang] in said
        for noise in ("Error", "ACTUAL", "Traceback", "Test case", r"\\u"):
            assert noise not in said, question
    checks = sum(path.read_text(encoding="utf-8").count("def test_") for path in (folder / "tests").glob("*.py"))
    assert _said(cells, "grader.check_all()").count(NOTHING[lang]) == 2 * checks  # as text and as HTML
    row = _graded(_the_zip(folder), tmp_path / "out")
    assert (row["status"], float(row["score"])) == ("graded", 0)


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        (
            "ko",
            {
                "q1": "`conv_output_size(5, 3)`: 값이 다릅니다. 나온 값: `2`, 나와야 하는 값: `3`. "
                "흔한 실수에서 나오는 값입니다: 출력 크기에서 +1을 빠뜨림.",
                "q2": "`transposed_conv_output_size(2, 2)`: 값을 출력했지만 돌려주지는 않았습니다. "
                "`print`가 아니라 `return`으로 끝내세요.",
                "q3": "모양은 맞지만 9칸 가운데 3칸의 값이 다릅니다.",
                "q6": "실행하다가 오류가 났습니다. `NameError: name 'tent' is not defined`. "
                "오류가 난 줄: `return tent`.",
            },
        ),
        (
            "en",
            {
                "q1": "`conv_output_size(5, 3)`: The value differs. It gave `2`, and `3` was expected. "
                "A common mistake gives this value: The + 1 of the output size forgotten.",
                "q2": "`transposed_conv_output_size(2, 2)` prints a value but gives nothing back. "
                "End with `return` instead of `print`.",
                "q3": "The shape is right, but 3 of its 9 cells differ.",
                "q6": "raised an error, `NameError: name 'tent' is not defined`. It came from the line `return tent`.",
            },
        ),
    ],
)
def test_wrong_answers_are_told_in_a_sentence_what_was_called_what_came_and_what_should(
    lang: Lang, sentences: dict[str, str], tmp_path: Path
) -> None:
    folder = unzipped(tmp_path)
    notebook = notebook_of(folder, lang)
    right = (ASSIGNMENT.paths.alternatives / "slicing.py").read_text(encoding="utf-8")
    answer(notebook, f"{right}\n\n{textwrap.dedent(WRONG)}")
    _without_what_only_shows(notebook)
    cells = run(notebook, although_cells_fail=True)
    for question, sentence in sentences.items():
        said = _said(cells, f'grader.check("{question}")')
        assert json.dumps(sentence, ensure_ascii=False)[1:-1] in said
        for noise in ("AssertionError", "ACTUAL", "Traceback", "Test case", r"\\u"):
            assert noise not in said, question
    assert "image/png" in _said(cells, 'grader.check("q3")'), "grids of what came and what should"


def test_a_notebook_with_the_first_cell_for_colab_is_graded_without_remark(tmp_path: Path) -> None:
    folder = unzipped(tmp_path)
    notebook = notebook_of(folder, "ko")
    answer(notebook, (ASSIGNMENT.paths.alternatives / "slicing.py").read_text(encoding="utf-8"))
    (cell, _) = re.findall(r"```text\n(.*?)```", (folder / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    content = nbformat.read(notebook, as_version=4)
    content.cells.insert(0, nbformat.v4.new_code_cell(textwrap.dedent(cell)))
    nbformat.write(content, notebook)
    row = _graded(notebook, tmp_path / "out")
    assert (float(row["score"]), row["note"]) == (ASSIGNMENT.scores.max_score, "")


@pytest.mark.parametrize("lang", LANGS)
def test_a_notebook_that_was_opened_alone_says_so_first(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = nbformat.read(notebook_of(ASSIGNMENT.paths.handout, lang), as_version=4).cells[0].source
    monkeypatch.setitem(sys.modules, "otter", None)  # not installed, as in Google Colab: importing it then raises
    for folder, is_said in ((tmp_path, True), (ASSIGNMENT.paths.handout, False)):
        monkeypatch.chdir(folder)
        with pytest.raises(ModuleNotFoundError):
            exec(first, {})  # noqa: S102  # a hand-out of ours
        assert (ALONE[lang] in capsys.readouterr().out) is is_said
