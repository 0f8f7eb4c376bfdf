"""A notebook's bytes → its code cells. Plain JSON and checks of its own: importing nbformat costs over a second."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from fcnkit.grading.intake.submission import Cell, Refused, printable
from fcnkit.text import LANGS, Lang, Text

_VARIANT = re.compile(r"^# (?:문제지|variant): ([\w.-]{1,100})$", re.MULTILINE)
"""How the answer sheet of a quiz names its variant, for notebooks that have lost their metadata."""
MAX_CELLS = 5_000
MAX_SOURCE = 500_000  # characters of code: parsed, each may take half a kilobyte
MAX_VALUES = 2_000_000  # JSON values, outputs' included: about 150 MB once parsed

EMPTY = Text(
    ko="'{name}' 파일이 비어 있습니다. 노트북을 저장한 뒤 다시 제출해 주세요.",
    en="'{name}' is empty. Save the notebook and hand it in again.",
)
ENCODING = Text(
    ko="'{name}' 파일이 UTF-8이 아니라 {encoding}(으)로 저장되어 있습니다. Jupyter에서 다시 저장해 제출해 주세요.",
    en="'{name}' is stored as {encoding} instead of UTF-8. Save it again with Jupyter and hand that in.",
)
BINARY = Text(ko="다른 형식", en="something else")
WEB_PAGE = Text(
    ko="'{name}'은(는) 노트북이 아니라 웹 페이지를 저장한 파일입니다. 노트북 파일 자체를 내려받아 제출해 주세요.",
    en="'{name}' is a saved web page, not a notebook. Download the notebook itself and hand that in.",
)
BROKEN = Text(
    ko="'{name}' 파일의 {line}번째 줄, {column}번째 글자에서 JSON 형식이 깨져 있습니다. "
    "Jupyter에서 열리는지 확인하고 다시 제출해 주세요.",
    en="'{name}' is not valid JSON at line {line}, column {column}. Check that Jupyter opens it and hand it in again.",
)
CUT_OFF = Text(
    ko="'{name}' 파일이 {line}번째 줄에서 끊겨 있습니다. 노트북을 다시 저장해 제출해 주세요.",
    en="'{name}' breaks off in line {line}. Save the notebook once more and hand it in again.",
)
TOO_COMPLEX = Text(
    ko="'{name}' 파일의 내용이 노트북이라고 하기에는 너무 복잡합니다. 출력을 모두 지우고 다시 저장해 제출해 주세요.",
    en="The content of '{name}' is too deep or too large for a notebook. Clear all outputs, save, and hand in again.",
)
NOT_A_NOTEBOOK = Text(
    ko="'{name}'은(는) Jupyter 노트북이 아닙니다. 과제 노트북(.ipynb)을 제출해 주세요.",
    en="'{name}' is not a Jupyter notebook. Hand in the assignment's notebook (.ipynb).",
)
TOO_OLD = Text(
    ko="'{name}'은(는) 옛 노트북 형식(버전 {version})입니다. Jupyter에서 열어 저장한 뒤 다시 제출해 주세요.",
    en="'{name}' has an old notebook format (version {version}). Open it in Jupyter, save it, and hand it in again.",
)
UNKNOWN_VERSION = Text(
    ko="'{name}'의 노트북 형식(버전 {version})을 알 수 없습니다. 버전 4 형식으로 저장해 다시 제출해 주세요.",
    en="'{name}' has an unknown notebook format (version {version}). Save it in version 4 and hand it in again.",
)
MALFORMED = Text(
    ko="'{name}'의 {cell}번째 셀이 올바른 노트북 셀이 아닙니다. Jupyter에서 열어 저장한 뒤 다시 제출해 주세요.",
    en="Cell {cell} of '{name}' is malformed. Open the notebook in Jupyter, save it, and hand it in again.",
)
TOO_MANY_CELLS = Text(
    ko="'{name}'에 셀이 {count}개나 있습니다(한도 {limit}개). 과제에 필요한 셀만 남기고 다시 제출해 주세요.",
    en="'{name}' has {count} cells (the limit is {limit}). Keep what the assignment needs and hand it in again.",
)
TOO_MUCH_CODE = Text(
    ko="'{name}'의 코드가 너무 깁니다(한도 {limit}자). 코드에 붙여 넣은 데이터를 지우고 다시 제출해 주세요.",
    en="'{name}' has too much code (the limit is {limit} characters). Remove data pasted into it and hand it in again.",
)


@dataclass(frozen=True)
class Notebook:
    """What grading needs of a notebook."""

    cells: tuple[Cell, ...]
    lang: Lang | None
    assignment: str | None
    variant: str | None


def parse(content: bytes, name: str) -> Notebook:
    """Read a notebook; `name` is what it is called in messages. Raises Refused, and nothing else."""
    name = printable(name)
    document = _json(_text(content, name), name)
    _check_version(document, name)
    cells = _code_cells(document["cells"], name)
    metadata = document.get("metadata")
    ours = metadata.get("fcnkit") if isinstance(metadata, dict) else None
    said = ours if isinstance(ours, dict) else {}
    lang = next((known for known in LANGS if said.get("lang") == known), None)
    variant = _name(said.get("variant")) or next(
        (found[1] for cell in cells if (found := _VARIANT.search(cell.source))), None
    )
    return Notebook(cells, lang, _name(said.get("assignment")), variant)


def _name(said: object) -> str | None:
    return said if isinstance(said, str) and re.fullmatch(r"[\w.-]{1,100}", said) else None


def _text(content: bytes, name: str) -> str:
    if not content.strip():
        raise Refused(EMPTY.format(name=name))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:2]:
        raise Refused(ENCODING.format(name=name, encoding="UTF-16"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(ENCODING.format(name=name, encoding=BINARY)) from error
    if text[:1000].lstrip().startswith("<"):
        raise Refused(WEB_PAGE.format(name=name))
    if _count_values(content) > MAX_VALUES:
        raise Refused(TOO_COMPLEX.format(name=name))
    return text


def _count_values(content: bytes) -> int:
    """At least as many JSON values as parsing would make: 3 bytes can become 64, so ask before."""
    structure = re.sub(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', b"", content, flags=re.S)
    return sum(map(structure.count, (b",", b"[", b"{")))


def _json(text: str, name: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        if text.rstrip().endswith("}"):
            raise Refused(BROKEN.format(name=name, line=error.lineno, column=error.colno)) from error
        raise Refused(CUT_OFF.format(name=name, line=text.count("\n") + 1)) from error
    except (RecursionError, ValueError) as error:  # nested too deep; an integer of thousands of digits
        raise Refused(TOO_COMPLEX.format(name=name)) from error
    if not isinstance(document, dict):
        raise Refused(NOT_A_NOTEBOOK.format(name=name))
    return document


def _check_version(document: dict[str, Any], name: str) -> None:
    version = document.get("nbformat")
    if type(version) is not int or abs(version) > 999:
        raise Refused(NOT_A_NOTEBOOK.format(name=name))
    if version < 4:
        raise Refused(TOO_OLD.format(name=name, version=version))
    if version > 4:
        raise Refused(UNKNOWN_VERSION.format(name=name, version=version))
    if not isinstance(document.get("cells"), list):
        raise Refused(NOT_A_NOTEBOOK.format(name=name))


def _code_cells(cells: list[Any], name: str) -> tuple[Cell, ...]:
    if len(cells) > MAX_CELLS:
        raise Refused(TOO_MANY_CELLS.format(name=name, count=len(cells), limit=MAX_CELLS))
    code = []
    for number, cell in enumerate(cells, start=1):
        source = _source(cell)
        if source is None:
            raise Refused(MALFORMED.format(name=name, cell=number))
        if cell["cell_type"] == "code":
            code.append(Cell(number, source))
    if sum(len(cell.source) for cell in code) > MAX_SOURCE:
        raise Refused(TOO_MUCH_CODE.format(name=name, limit=MAX_SOURCE))
    return tuple(code)


def _source(cell: object) -> str | None:
    """A cell's text; None when it is no cell. Half an emoji, which no encoding can hold, becomes a question mark."""
    if not isinstance(cell, dict) or not isinstance(cell.get("cell_type"), str):
        return None
    source = cell.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source.encode("utf-8", "replace").decode() if isinstance(source, str) else None
