"""Notes on names that lead elsewhere than was meant: one that is nearly right, and Python's own, replaced."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from fcnkit.grading.cell import Cell
from fcnkit.text import Text

NEARLY = Text(
    ko="{name}: 이 이름의 답은 없고, 비슷한 이름 {found:이} {cell}번째 셀에 있습니다. 그것이 답이라면 이름을 "
    "{name:으로} 고쳐 다시 제출해 주세요.",
    en="{name}: there is no answer of this name, but cell {cell} defines {found}. If that is the answer, rename it to "
    "{name} and hand in again.",
)
REPLACED = Text(
    ko="{cell}번째 셀의 `from numpy import *` 때문에 파이썬의 {names} 대신 NumPy의 같은 이름 함수를 쓰게 됩니다. "
    "`max(a, b)`나 `sum(… for …)`은 그 함수로는 계산할 수 없으니 `import numpy as np`로 바꾸고 `np.`을 붙여 쓰세요.",
    en="`from numpy import *` in cell {cell} puts NumPy's functions in the place of Python's {names}, and they cannot "
    "do `max(a, b)` or `sum(… for …)`. Write `import numpy as np`, and `np.` before NumPy's names.",
)
MAX_NAMES = 500
"""Definitions that are looked at: nobody's notebook has more."""
_BOUND = re.compile(r"^[ \t]*+(?:(?:async[ \t]++)?+def[ \t]++(\w{1,100})|(\w{1,100})[ \t]*+=(?!=))", re.MULTILINE)
_STAR = re.compile(r"^[ \t]*+from[ \t]++numpy[ \t]++import[ \t]*+\*", re.MULTILINE)
_CALLED = re.compile(r"(?<![\w.])(abs|all|any|max|min|pow|round|sum)\(")
"""Python's own functions whose names NumPy has, too."""


def nearly_named(cells: Sequence[Cell], unanswered: Collection[str], asked: Collection[str]) -> Iterator[Text]:
    """A note for each of the unanswered names that is nearly one which the student's cells define."""
    if not unanswered:
        return
    found = {
        match[1] or match[2]: cell.number
        for cell in cells
        if cell.origin == "student"
        for match in _BOUND.finditer(cell.source)
    }
    others = [name for name in found if name not in asked][:MAX_NAMES]
    plain = {_plain(name): name for name in others}
    for name in unanswered:
        for near in get_close_matches(_plain(name), plain, 1, 0.9):
            yield NEARLY.format(name=name, found=plain[near], cell=found[plain[near]])


def _plain(name: str) -> str:
    return name.replace("_", "").casefold()


def replaced_by_numpy(cells: Sequence[Cell]) -> Iterator[Text]:
    """A note where all of NumPy is imported by name, and functions of Python's own are called that it replaces."""
    star = next((cell.number for cell in cells if _STAR.search(cell.source)), None)
    if star is not None:
        own = (cell.source for cell in cells if cell.origin == "student")
        names = sorted({name for source in own for name in _CALLED.findall(source)})
        if names:
            yield REPLACED.format(cell=star, names=", ".join(names))
