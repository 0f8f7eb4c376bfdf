"""What a notebook's cells bind to the names that questions ask for, as the student's process tells it.

None of it is believed further than to choose words, and between outcomes that earn nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fcnkit.grading.protocol import ProtocolError
from fcnkit.text import Text

MAX_NAMED = 6
"""Cells that one note names."""

REPLACED = Text(
    ko="{name}: 여러 셀에서 정의했습니다. Jupyter에서처럼 마지막 정의인 {cell}번째 셀로 채점했고, "
    "{others}번째 셀의 정의는 점수에 들어가지 않습니다.",
    en="{name}: defined in several cells. As in Jupyter the last definition counts, which is in cell {cell}; "
    "what cell {others} defines does not.",
)
PASSED_OVER = Text(
    ko="{name}: {cell}번째 셀에 답이 있는데, 그 아래 {others}번째 셀에서 이 이름을 빈 답이나 다른 값으로 바꾸었습니다. "
    "{cell}번째 셀의 답으로 채점했습니다.",
    en="{name}: answered in cell {cell}, but cell {others} further down gives the name to an empty answer or to "
    "another value. The answer in cell {cell} was graded.",
)
RESCUED = Text(
    ko="{name}: {cell}번째 셀의 정의는 셀을 차례로 실행하는 동안 만들어지지 않아서, 마지막 셀까지 실행한 뒤에 그 "
    "정의만 따로 실행해 채점했습니다. 다른 줄이 멈추어도 정의가 실행되도록 따로 떼어 두세요.",
    en="{name}: the definition in cell {cell} did not come about while the cells ran, so it was run by itself after "
    "the last cell, and graded. Keep definitions apart from lines that may stop.",
)


@dataclass(frozen=True)
class Defined:
    """What the cells bind to one name."""

    cell: int
    """The one whose definition counts."""
    is_stub: bool
    """Whether what counts is still what was handed out."""
    replaced: tuple[int, ...]
    """Cells with other answers, which do not count."""
    passed: tuple[int, ...]
    """Cells further below that bind no answer to it."""
    is_rescued: bool = False
    """Whether the definition was run separately after the last cell, because its own cell did not reach it."""


def read_defined(reply: Mapping[str, Any], names: Collection[str], cells: Collection[int]) -> dict[str, Defined]:
    """What is told of these names and cells; anything else is left out. Raises ProtocolError for no such reply."""
    told = reply.get("defined")
    if not isinstance(told, dict):
        raise ProtocolError("not a table of names")
    defined = {}
    for name in names:
        match told.get(name):
            case {"cell": int(cell), "is_stub": bool(is_stub), "replaced": list(replaced), "passed": list(passed)}:
                if type(cell) is int and cell in cells:
                    is_rescued = told[name].get("is_rescued") is True
                    defined[name] = Defined(cell, is_stub, _known(replaced, cells), _known(passed, cells), is_rescued)
    return defined


def binds(source: str, name: str) -> bool:
    """Whether a cell's text looks as if it bound the name: to say why it is not there, no more."""
    name = re.escape(name)
    binding = rf"^[ \t]*(?:(?:async[ \t]+)?def[ \t]+{name}\b|{name}[ \t]*(?::[^=\n]*)?=(?!=))"
    return re.search(binding, source, re.MULTILINE) is not None


def notes_on(defined: Mapping[str, Defined]) -> Iterator[Text]:
    """What is to be said where the cells hold more than what counts; once of names in the same cells."""
    alike: defaultdict[tuple[Text, int, tuple[int, ...]], list[str]] = defaultdict(list)
    passed: defaultdict[tuple[Text, int, tuple[int, ...]], set[int]] = defaultdict(set)
    for name, found in defined.items():
        if found.is_rescued and not found.is_stub:
            alike[RESCUED, found.cell, ()].append(name)
        if found.replaced:
            alike[REPLACED, found.cell, found.replaced].append(name)
        if found.passed and not found.is_stub:  # all answers in one cell, each above its own stub
            alike[PASSED_OVER, found.cell, ()].append(name)
            passed[PASSED_OVER, found.cell, ()].update(found.passed)
    for key, names in alike.items():
        note, cell, others = key
        yield note.format(name=", ".join(names), cell=cell, others=_listed(others or tuple(sorted(passed[key]))))


def _known(numbers: list[Any], cells: Collection[int]) -> tuple[int, ...]:
    return tuple(sorted({number for number in numbers if type(number) is int and number in cells}))


def _listed(cells: tuple[int, ...]) -> str:
    return ", ".join(map(str, cells[:MAX_NAMED])) + (", …" if len(cells) > MAX_NAMED else "")
