"""Writes the example classes from the handed-out notebooks and the answers in `answers/`.

    python examples/build_class.py

`NN-topic.toml` says who hands in what, and in which form. A student's answers are those of the master, but for what
`answers/NAME.py` does in another way and for the questions that the table says were not answered: a new question needs
no change here. In `answers/NAME.py` each `# %%` begins a cell. A cell that defines a function or a variable which the
hand-out asks for takes the place of the hand-out's cell; `# %% [name]` says so of a cell that does not define it. Any
other cell goes in front of the answer that follows it, or to the end. Answers to a quiz have the places of a master,
`{{ quiz.right }}`. The same hand-out gives the same bytes.
"""

from __future__ import annotations

import ast
import io
import json
import re
import shutil
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from fcnkit.authoring.handout import notebook_name
from fcnkit.authoring.places import read_answers, read_master
from fcnkit.course import Assignment, AssignmentConfig, Course
from fcnkit.text import Lang

EXAMPLES = Path(__file__).resolve().parent
CLASSES = sorted(path.stem for path in EXAMPLES.glob("*.toml"))
"""The assignments that have a class."""
CLASS_TIME = (2026, 5, 12, 21, 47, 2)  # a zip's members carry a time


def main() -> None:
    for assignment in CLASSES:
        folder = EXAMPLES / assignment
        shutil.rmtree(folder, ignore_errors=True)
        for name, content in class_files(assignment).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def class_files(assignment: str) -> dict[str, bytes]:
    """Every file of an assignment's class by its name below the class' folder, made from the handed-out notebooks."""
    table = tomllib.loads((EXAMPLES / f"{assignment}.toml").read_text(encoding="utf-8"))
    of = Course(EXAMPLES.parent).assignment(assignment)
    return {
        file["name"]: _content(file, of, unattempted(student, of.config))
        for student in table["student"]
        for file in student["files"]
    }


def unattempted(student: dict[str, Any], config: AssignmentConfig) -> list[str]:
    """The questions that a student of a table did not answer."""
    ids = [question.id for question in config.questions]
    answered = student.get("answered", ids)
    return [id for id in ids if id not in answered or id in student.get("unattempted", [])]


def _content(file: dict[str, Any], assignment: Assignment, left: list[str]) -> bytes:
    name = notebook_name(assignment, file["lang"])
    notebook = _notebook(assignment, file, left)
    match file.get("form", "notebook"):
        case "notebook":
            return notebook
        case "cut off":
            return notebook[: len(notebook) * 2 // 3]
        case "otter export":
            return _otter_export(notebook, name, file)
    raise ValueError(f"{file['name']}: unknown form {file['form']!r}")


def _notebook(assignment: Assignment, file: dict[str, Any], left: list[str]) -> bytes:
    lang: Lang = file["lang"]
    notebook = json.loads((assignment.paths.handout / notebook_name(assignment, lang)).read_text(encoding="utf-8"))
    if "answers" in file:
        path = EXAMPLES / "answers" / f"{file['answers']}.py"
        asked = [question for question in assignment.config.questions if question.id not in left]
        names = {name for question in asked for name in question.functions + question.variables}
        solution = {name: source for name, source in _solution(assignment, lang).items() if name in names}
        notebook["cells"] = _filled(notebook["cells"], read_answers(assignment, path), solution)
    return f"{json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


@cache
def _solution(assignment: Assignment, lang: Lang) -> dict[str, str]:
    """The master's cells by what they define, as somebody would write them who knows the answer."""
    cells = [_PROMPT.sub("", cell.source) for cell in read_master(assignment).cells_in(lang) if cell.kind == "code"]
    return {name: _MARK.sub("", source).strip("\n") for source in cells for name in _names(source)}


_PROMPT = re.compile(r'^""" *# BEGIN PROMPT\n.*?^""" *# END PROMPT$', re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"^ *# (?:BEGIN|END) SOLUTION.*\n?|  # SOLUTION$", re.MULTILINE)


def _filled(cells: list[dict[str, Any]], answers: str, solution: dict[str, str]) -> list[dict[str, Any]]:
    """The hand-out's cells with a student's cells in their places, else the solution's."""
    place = {name: number for number, cell in enumerate(cells) for name in _stubs(cell)}
    mine = _student_cells(answers)
    before: dict[int, list[str]] = {}
    instead = {number: solution[name] for name, number in place.items() if name in solution}
    for source in (source for _, source in mine):
        for name in _filled_in(source) & place.keys():
            instead.pop(place[name], None)
    loose: list[str] = []
    for target, source in mine:
        numbers = {place[name] for name in ([target] if target else _names(source)) if name in place}
        if not numbers:
            loose.append(source)
            continue
        number = numbers.pop()
        before[number], loose = loose, []
        instead[number] = source
    filled = []
    for number, cell in enumerate(cells):
        filled += [_code_cell(f"{number}-{n}", source) for n, source in enumerate(before.get(number, []))]
        filled.append({**cell, "source": instead[number].splitlines(keepends=True)} if number in instead else cell)
    return filled + [_code_cell(f"end-{n}", source) for n, source in enumerate(loose)]


def _student_cells(answers: str) -> list[tuple[str | None, str]]:
    """(the name in the marker, the cell's source) of each cell."""
    parts = re.split(r"^# %%(?: \[(\w+)\])?\n", answers, flags=re.M)
    return [(target, source.strip("\n")) for target, source in zip(parts[1::2], parts[2::2], strict=True)]


def _stubs(cell: dict[str, Any]) -> list[str]:
    """The functions and variables that a cell of the hand-out leaves to the student."""
    source = "".join(cell["source"])
    return _names(source) if cell["cell_type"] == "code" and re.search(r"(^ +|[=:] )\.\.\.,?$", source, re.M) else []


def _names(source: str) -> list[str]:
    """The functions and variables that a cell defines."""
    defined = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    targets = [target for node in ast.parse(source).body if isinstance(node, ast.Assign) for target in node.targets]
    return defined + [target.id for target in targets if isinstance(target, ast.Name)]


def _filled_in(source: str) -> set[str]:
    """The dicts that a cell sets entries of: what is handed out stays above it."""
    targets = [target for node in ast.parse(source).body if isinstance(node, ast.Assign) for target in node.targets]
    values = [target.value for target in targets if isinstance(target, ast.Subscript)]
    return {value.id for value in values if isinstance(value, ast.Name)}


def _code_cell(name: str, source: str) -> dict[str, Any]:
    lines = source.splitlines(keepends=True)
    return {
        "cell_type": "code", "execution_count": None, "id": f"mine-{name}", "metadata": {}, "outputs": [],
        "source": lines,
    }  # fmt: skip


def _otter_export(notebook: bytes, name: str, file: dict[str, Any]) -> bytes:
    """What `grader.export()` writes: the notebook, Otter's log (pickled, and never opened here) and the zip's name."""
    members = {
        name: notebook,
        ".OTTER_LOG": (EXAMPLES / "answers" / "otter_log.pickle").read_bytes(),
        "__zip_filename__": Path(file["name"]).name.encode(),
    }
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        for member, data in members.items():
            archive.writestr(ZipInfo(member, CLASS_TIME), data)
    return content.getvalue()


if __name__ == "__main__":
    main()
