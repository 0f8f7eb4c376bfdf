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


def attacks() -> list[Attack]:
    return [Attack(path) for path in sorted(FOLDER.glob("*/*.py"))]
