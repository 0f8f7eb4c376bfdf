"""The attacks: one file each, with a docstring that says what it tries, what would prove success, and how it is
known to be a real attack."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FOLDER = Path(__file__).with_name("attacks")
UNCONFINED, ONE_PROCESS, HARMLESS_ONLY = "without isolation", "in a grader of one process", "not tried"


@dataclass(frozen=True)
class Attack:
    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def theme(self) -> str:
        return self.path.parent.name

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def cells(self) -> list[str]:
        """Its code as cells, each with one statement: what raises has failed, and must not go on to claim success."""
        return [_as_one_statement(cell) for cell in self.source.split("\n# %%\n")]

    @cached_property
    def _said(self) -> dict[str, str]:
        """The docstring's parts: `tries`, `success`, `succeeds`."""
        text = ast.get_docstring(ast.parse(self.source)) or ""
        tries, _, rest = text.partition("\n\n")
        parts = re.findall(r"^(Success|Succeeds): (.+?)(?=^\w+: |\Z)", rest, re.M | re.S)
        return {"tries": tries, **{key.lower(): " ".join(value.split()) for key, value in parts}}

    @property
    def tries(self) -> str:
        return self._said["tries"]

    @property
    def success(self) -> str:
        return self._said["success"]

    @property
    def succeeds(self) -> str:
        """Where it does: UNCONFINED, ONE_PROCESS, or HARMLESS_ONLY and why."""
        return self._said["succeeds"]


def _as_one_statement(cell: str) -> str:
    """A cell runs on behind a statement that raised, unless all of it is one; `await` and magics cannot be told so."""
    try:
        run = [node for node in ast.parse(cell).body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    except SyntaxError:
        return cell
    is_claiming = any("claim(" in ast.unparse(node) for node in run)
    return f"exec(compile({cell!r}, 'attack', 'exec'), globals())" if is_claiming else cell


def attacks() -> list[Attack]:
    return [Attack(path) for path in sorted(FOLDER.glob("*/*.py"))]
