"""The steps of a page that a reader follows: files to change, answers for a notebook, commands and what they print.

Commands are `sh` blocks; a `text` block below one says what it prints. A change stands under the name of its file::

    `suite/spec.py`, at the end:            or nothing, with a diff, or `a new file`, or `in the cell of the answer`
    `suite/spec.py`의 끝에:                or `에서`, with a diff, or `의 답을 쓰는 셀에`, or `새 파일` before the name
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

_KOREAN = {"의 끝에": "at the end", "새 파일 ": "a new file", "의 답을 쓰는 셀에": "in the cell of the answer"}
_STEP = re.compile(
    r"(?:^(?P<new>새 파일 )?`(?P<path>[^`\n]+)`"
    r"(?:, (?P<how>at the end|a new file|in the cell of the answer)|(?P<where>의 끝에|에서|의 답을 쓰는 셀에))?:\n\n)?"
    r"(?:<!-- [^\n]* -->\n)?^```(?P<language>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Step:
    """One block of a page."""

    path: str | None
    """The file that it changes; `*` stands for any name."""
    how: str | None
    language: str
    body: str


def steps(text: str) -> Iterator[Step]:
    """All blocks of a page, in their order."""
    for match in _STEP.finditer(text):
        how = match["how"] or _KOREAN.get(match["new"] or match["where"])
        yield Step(match["path"], how, match["language"], match["body"])


def change(step: Step, root: Path) -> None:
    """Make the change of a step below `root`."""
    assert step.path is not None
    if step.how == "a new file":
        path = root / step.path
        assert not path.exists()
        path.write_text(step.body, encoding="utf-8")
        return
    paths = list(root.glob(step.path))
    assert paths, step.path
    for path in paths:
        if step.how == "in the cell of the answer":
            answer(path, step.body)
            continue
        text = path.read_text(encoding="utf-8")
        path.write_text(_changed(text, step.body) if step.language == "diff" else text + step.body, encoding="utf-8")


def answer(path: Path, source: str) -> None:
    """Put `source` in place of the cell of the notebook that defines the same function."""
    notebook = nbformat.read(path, as_version=4)
    (cell,) = [
        cell for cell in notebook.cells if cell.cell_type == "code" and _functions(source) & _functions(cell.source)
    ]
    cell.source = source
    nbformat.write(notebook, path)


def _functions(source: str) -> set[str]:
    return {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}


def _changed(text: str, diff: str) -> str:
    """`text` with each run of `-` lines, which must stand there exactly once, replaced by the `+` lines after it."""
    for removed, added in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", diff, re.MULTILINE):
        old, new = (re.sub(r"^.", "", lines, flags=re.MULTILINE) for lines in (removed, added))
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
