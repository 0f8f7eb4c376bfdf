"""Static facts from the source of the submitted cells."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.statement_facts import parsed
from fcnkit.grading.profiles import PASSED_THROUGH, Profile, is_stood_in
from fcnkit.text import Text
from fcnkit.unicode import is_stream_safe

NUMPY_ONLY = Text(
    ko="{cell}번째 셀에서 {module} 모듈을 불러오지만, 이 과제는 NumPy만으로 직접 푸는 과제라서 "
    "채점 환경에는 {module} 모듈이 없습니다.",
    en="Cell {cell} imports {module}. This assignment is to be solved by hand with NumPy alone, "
    "so {module} is not there when it is graded.",
)

NOT_OFFERED = Text(
    ko="{cell}번째 셀에서 {module} 모듈을 불러오지만, 이 과제의 채점 환경에는 {module} 모듈이 없습니다. "
    "이 과제에서 쓸 수 있는 모듈은 다음과 같습니다: {offered}.",
    en="Cell {cell} imports {module}, which is not there when this assignment is graded. What it can use: {offered}.",
)
PASSED = Text(
    ko="{cell}번째 셀에서 불러오는 {module} 모듈은 채점 환경에 없습니다. 아무 일도 하지 않는 모듈로 대신했으므로 "
    "코드는 보통 파이썬으로 실행되었고, 더 느릴 수 있습니다.",
    en="Cell {cell} imports {module}, which is not there when this is graded. One that does nothing stood in for it, "
    "so that the code ran as plain Python, which may be slower.",
)
CARRIED = Text(
    ko="{cell}번째 셀에 아주 긴 데이터(모두 {count:,}자)가 문자열로 들어 있습니다. 직접 푸는 과제이므로, "
    "라이브러리를 옮겨 담은 것은 아닌지 채점하시는 분이 확인해 주세요.",
    en="Cell {cell} carries very long texts, {count:,} characters in all. This assignment is to be solved by hand, so "
    "whoever grades it may want to see whether they are a library.",
)
MAX_NAME = 255
"""Characters of a dotted name: no file system holds a module of a longer one."""
MAX_CARRIED = 20_000
"""Characters of all texts in a cell: docstrings and messages are shorter, libraries are longer."""


_WRITES_MODULE = re.compile(r"^%%(?:writefile|file)[ \t]+(?:-a[ \t]+)?(?:\./)?(\w+)\.py[ \t]*$", re.MULTILINE)
"""The first line of a cell that writes a module, which other cells can import."""


@dataclass(frozen=True)
class Source:
    """What notes are made from: it decides no marks."""

    imports: tuple[tuple[int, str], ...]
    """(cell, top-level module), each module once."""
    carried: tuple[tuple[int, int], ...]
    """(cell, characters in its texts), where they are more than an answer needs."""

    def among(self, modules: Sequence[str]) -> list[str]:
        """Those of the modules whose package the cells import."""
        imported = {module for _, module in self.imports}
        return [module for module in modules if module.partition(".")[0] in imported]

    def notes(self, profile: Profile) -> tuple[Text, ...]:
        """A note for each imported module that the assignment does not offer, and what only a person can judge."""
        note = NUMPY_ONLY if profile.numpy_only else NOT_OFFERED
        offered = ", ".join(sorted(profile.modules - {"otter", "IPython"}))
        notes = [
            (PASSED if module in PASSED_THROUGH else note).format(cell=cell, module=module, offered=offered)
            for cell, module in self.imports
            if not profile.offers(module)
        ]
        carried = self.carried if profile.numpy_only else ()
        return (*notes, *(CARRIED.format(cell=cell, count=count) for cell, count in carried))


def read_source(cells: Sequence[Cell]) -> Source:
    """Read all cells; one that is not Python contributes nothing."""
    imports: dict[str, int] = {}
    carried: Counter[int] = Counter()
    own = {name for cell in cells for name in _WRITES_MODULE.findall(cell.source)}
    telling = (cell for cell in cells if "import" in cell.source or len(cell.source) > MAX_CARRIED)
    for cell in telling:  # to read the others takes long
        tree = _parse(cell.source)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
                carried[cell.number] += len(node.value)
            for module in _imported(node):
                package = module.partition(".")[0]
                if package not in own and not is_stood_in(module):
                    imports.setdefault(package, cell.number)
    return Source(
        imports=tuple((cell, module) for module, cell in imports.items()),
        carried=tuple((cell, count) for cell, count in carried.items() if count > MAX_CARRIED),
    )


def _parse(source: str) -> ast.Module:
    if not is_stream_safe(source):  # Python normalises names, which takes it minutes: see `fcnkit.unicode`
        return ast.Module([], [])
    lines = ("pass" if line.startswith(("%", "!")) or line.endswith("?") else line for line in source.split("\n"))
    try:
        return parsed("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


def _imported(node: ast.AST) -> list[str]:
    """The dotted names that an import asks for, as far as there could be such modules."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if len(alias.name) <= MAX_NAME]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level and len(node.module) <= MAX_NAME:
        return [f"{node.module}.{alias.name}" for alias in node.names if len(alias.name) <= MAX_NAME]
    return []
