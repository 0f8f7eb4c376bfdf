"""Turn what Otter Assign leaves into what students get: one language throughout, and the same bytes every time."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from typing import Any

from fcnlab.hand_in import cell_id

from fcnkit.authoring.master import AuthoringError, Cell, Master
from fcnkit.course import Assignment
from fcnkit.quiz.feature import feature_of
from fcnkit.text import Lang, Text

ORIGIN = "fcnkit"
"""Metadata key: in the notebook for Otter, a master cell's line; in the handout, its assignment and language, and of a
cell that only shows something, that."""
STALE = Text(
    ko="{path}: {what} `fcnkit build {number}`{number:~을} 실행하세요.", en="{path} {what}; run `fcnkit build {number}`"
)
MISSING = Text(ko="파일이 없습니다.", en="is missing")

_START = """\
from pathlib import Path

if not Path("tests").is_dir():
    print("{alone}")

import otter

grader = otter.Notebook()"""
"""A notebook that was opened without its folder says so, before it fails for what is not there."""
_EXPORT = """\
import sys

sys.path.append("../../shared")  # fcnlab: here in the course's repository, else beside the notebook
import fcnlab

notebook = fcnlab.this_notebook("{notebook}", lang="{lang}")
if notebook:
    grader.export(notebook, pdf=False)"""
"""Otter finds a notebook's name only where no other lies beside it, and students rename theirs."""

_DOUBLE_CHECK = "---\n\nTo double-check your work, the cell below will rerun all of the autograder tests."
_OTTER_WORDING = {
    "# Initialize Otter\nimport otter\ngrader = otter.Notebook({notebook!r})": Text(
        ko="# 준비: 이 셀을 가장 먼저 실행하세요.\n"
        + _START.replace(
            "{alone}",
            "⚠ 노트북 옆에 tests 폴더가 없습니다. 받은 zip을 풀고 그 폴더 안의 노트북을 여세요. "
            "Google Colab에서 여는 방법은 zip 안의 README에 있습니다.",
        ),
        en="# Prepare: run this cell first.\n"
        + _START.replace(
            "{alone}",
            "⚠ There is no folder called tests beside this notebook. Unpack the zip that you were given, and open the "
            "notebook in its folder. The README in the zip says how to open it in Google Colab.",
        ),
    ),
    _DOUBLE_CHECK: Text(
        ko="---\n\n## 전체 확인\n\n아래 셀은 모든 문제의 공개 검사를 다시 실행합니다. 공개 검사는 기본만 살펴보므로, "
        "통과했더라도 문제의 설명을 다시 읽고 다른 입력도 직접 넣어 보세요.",
        en="---\n\n## Check everything\n\nThe cell below runs the public checks of all questions again. They look at "
        "the basics only: when they pass, read the text once more and try inputs of your own.",
    ),
    "grader.check_all()": Text(ko="grader.check_all()", en="grader.check_all()"),
    "## Submission\n\nMake sure you have run all cells in your notebook in order before running the cell below, so "
    "that all images/graphs appear in the output. The cell below will generate a zip file for you to submit. "
    "**Please save before exporting!**": Text(
        ko="## 제출하기\n\n1. 커널을 다시 시작하고 모든 셀을 위에서부터 차례로 실행하세요.\n"
        "2. **노트북을 저장하세요.**\n"
        "3. 아래 셀을 실행하면 제출할 zip 파일이 만들어집니다. 그 파일을 제출하세요.\n\n"
        "Google Colab에서는 3번 대신 메뉴의 **파일 > 다운로드**로 `.ipynb` 파일을 내려받아 그대로 제출하세요.",
        en="## Hand in\n\n1. Restart the kernel and run all cells from the top.\n2. **Save the notebook.**\n"
        "3. The cell below makes a zip file. Hand in that file.\n\n"
        "In Google Colab, instead of 3, download the `.ipynb` file with **File > Download** and hand in that file.",
    ),
    "# Save your notebook first, then run this cell to export your submission.\ngrader.export(pdf=False)": Text(
        ko="# 노트북을 저장한 다음 실행하세요. 이 노트북이 zip 파일에 담깁니다.\n" + _EXPORT,
        en="# Save the notebook, then run this cell. It puts this notebook into a zip file.\n" + _EXPORT,
    ),
    "_Type your answer here, replacing this text._": Text(
        ko="_이 문장을 지우고 여기에 답을 쓰세요._", en="_Write your answer here in place of this text._"
    ),
}
"""What Otter writes by itself, and what students read in its place.

`otter.Notebook()` without a file name: the checks lie in `tests/`, and a renamed notebook must still start.
"""
_FORM_ONLY = {
    _DOUBLE_CHECK: Text(
        ko="---\n\n## 전체 확인\n\n아래 셀은 모든 답의 형식을 다시 확인합니다. 통과했다고 해서 답이 맞았다는 뜻은 "
        "아닙니다.",
        en="---\n\n## Check everything\n\nThe cell below looks at the form of all answers once more. When it passes, "
        "that does not mean that the answers are right.",
    )
}
"""In other words where the public checks run nothing."""

PYTHON = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_CHECK_CELL = re.compile(r'grader\.check\("(?:q|stretch)\d+"\)')
_SOLUTION_MARK = re.compile(r"#\s*(BEGIN|END)?\s*SOLUTION\b")
_SOLUTION_TAG = "otter_assign_solution_cell"


def notebook_name(assignment: Assignment, lang: Lang) -> str:
    return f"{assignment.name}.{lang}.ipynb"


def notebook_file(cells: list[dict[str, Any]], metadata: dict[str, Any]) -> bytes:
    """A notebook (format 4.5) without outputs, the way Jupyter itself writes it.

    `cells` have `cell_type`, `source` (one string), `metadata` and `id`.
    """
    written = [
        {**cell, "source": cell["source"].splitlines(keepends=True)}
        | ({"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else {})
        for cell in cells
    ]
    notebook = {"cells": written, "metadata": {**PYTHON, **metadata}, "nbformat": 4, "nbformat_minor": 5}
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def fingerprint(assignment: Assignment) -> str:
    """A short digest of the text that a handout is made from, whatever its line ends."""
    sources = (assignment.paths.master, *feature_of(assignment).files)
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def render(student: bytes, master: Master, assignment: Assignment, lang: Lang) -> bytes:
    """The student's notebook file, made from Otter Assign's student notebook.

    Raises AuthoringError when a piece of the solution is left in it, when an answer cell is not valid Python, and when
    Otter wrote a cell whose wording is not known here.
    """
    origin = {cell.line: cell for cell in master.cells_in(lang)}
    cells: list[dict[str, Any]] = []
    for cell in json.loads(student)["cells"]:
        kind, source, metadata = cell["cell_type"], "".join(cell["source"]), cell["metadata"]
        mark = metadata.pop(ORIGIN, None)
        if mark is not None:
            _check_stripped(kind, source, metadata, origin[mark], master)
            metadata |= {ORIGIN: {"show": True}} if origin[mark].shows else {}
        elif source.strip():
            source = _translated(source, assignment, lang)
        else:
            continue  # Otter ends the notebook with an empty cell
        cells.append(
            {"cell_type": kind, "source": source, "metadata": metadata, "id": cell_id(len(cells), kind, source)}
        )
    command = f"fcnkit build {assignment.name.split('-')[0]}"
    about = {
        "assignment": assignment.name,
        "lang": lang,
        "generated": f"by `{command}`, which overwrites this file",
        "master": fingerprint(assignment),
    }
    return notebook_file(cells, {ORIGIN: about})


NO_TRANSLATION = Text(
    ko="{notebook}: Otter Assign이 번역이 없는 셀을 썼습니다: {source!r}. fcnkit/authoring/handout.py의 "
    "_OTTER_WORDING에 더하세요.",
    en="{notebook}: Otter Assign wrote a cell that has no translation: {source!r}; add it to _OTTER_WORDING in "
    "fcnkit/authoring/handout.py",
)
MARK_LEFT = Text(
    ko="학생의 셀에 답 표시가 남아 있습니다. SOLUTION 블록 안에 넣으세요.",
    en="a solution mark is left in the student's cell; put it inside a SOLUTION block",
)
NO_PYTHON_LEFT = Text(
    ko="답을 빼면 셀이 올바른 파이썬이 아닙니다({error}). NO PROMPT 없이 `# BEGIN SOLUTION`을 써서 `...`이 남게 "
    "하세요.",
    en="without the solution the cell is not valid Python ({error}); leave a `...` there: use `# BEGIN SOLUTION` "
    "without NO PROMPT",
)
HANDED_OUT_WHOLE = Text(
    ko="{name:이} 통째로 학생에게 나갑니다. 함수 본문을 답으로 표시하거나 SOLUTION 블록 밖으로 옮기세요.",
    en="{name} would be handed out whole; mark its body, or move it out of the SOLUTION block",
)


def _translated(source: str, assignment: Assignment, lang: Lang) -> str:
    if _CHECK_CELL.fullmatch(source):
        return source
    notebook = notebook_name(assignment, lang)
    wording = _OTTER_WORDING | (_FORM_ONLY if feature_of(assignment).checks_form_only else {})
    for english, text in wording.items():
        # Otter quotes the name with double quotes.
        if source == english.replace("{notebook!r}", f'"{notebook}"'):
            return text[lang].replace("{notebook}", notebook).replace("{lang}", lang)
    raise AuthoringError(NO_TRANSLATION, notebook=notebook, source=source)


def _check_stripped(kind: str, source: str, metadata: dict[str, Any], original: Cell, master: Master) -> None:
    """Nothing of the solution is left, and what is left in an answer cell runs."""

    def error(what: Text, **values: object) -> AuthoringError:
        return AuthoringError.at(master.path, original.line, what, **values)

    if _SOLUTION_TAG in metadata.get("tags", []) or (kind == "code" and _SOLUTION_MARK.search(source)):
        raise error(MARK_LEFT)
    if kind != "code" or source == original.source:
        return
    try:
        left = _functions(source)
    except SyntaxError as bad:
        raise error(NO_PYTHON_LEFT, error=bad.msg) from bad
    whole = _functions(original.source)
    for name in left:
        if left[name] and left[name] == whole.get(name):
            raise error(HANDED_OUT_WHOLE, name=name)


def _functions(source: str) -> dict[str, list[str]]:
    """Each function's statements but for its docstring, by its name."""
    return {
        node.name: [ast.dump(statement) for statement in node.body[ast.get_docstring(node) is not None :]]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }
