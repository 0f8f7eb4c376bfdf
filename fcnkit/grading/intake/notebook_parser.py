"""A notebook's bytes → its code cells. Plain JSON and checks of its own: importing nbformat costs over a second."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from fcnkit.grading.cell import Cell
from fcnkit.grading.intake.old_format import MAX_CELLS, TooMany, upgraded
from fcnkit.grading.intake.other_archives import refuse_others
from fcnkit.grading.intake.submission import Notebook, Refused, TextCell, readable
from fcnkit.text import LANGS, Text

VARIANT = re.compile(r"^[ \t]*#[ \t]*(?:문제지|variant)[ \t]*:[ \t]*([\w.-]{1,100})[ \t]*$", re.MULTILINE)
"""How the answer sheet of a quiz names its variant, for notebooks that have lost their metadata."""
_DEFINED = re.compile(
    r"^[ \t>]*(?:(?:async[ \t]+)?def[ \t]+(\w{1,100})[ \t]*\(|(\w{1,100})[ \t]*(?::[^=\n]*)?=(?!=))", re.M
)
"""A name that code in a text would define."""
_NOT_PYTHON = re.compile(
    r"\s*(%%(?:HTML|SVG|bash|cmd|file|html|javascript|js|latex|markdown|perl|pypy|python[23]?|ruby|script|sh|svg|writefile))\b"
)
"""How a code cell begins whose other lines no notebook runs as its own Python."""
MAX_SOURCE = 500_000  # characters of code: parsed, each may take half a kilobyte
MAX_VALUES = 2_000_000  # JSON values, outputs' included: about 150 MB once parsed

EMPTY = Text(
    ko="'{name}' 파일이 비어 있습니다. 노트북을 저장한 뒤 다시 제출해 주세요.",
    en="'{name}' is empty. Save the notebook and hand it in again.",
)
ZEROS = Text(
    ko="'{name}' 파일에는 0만 들어 있습니다. 저장하거나 내려받다가 끊긴 파일이니, 다시 저장해 제출해 주세요.",
    en="'{name}' holds nothing but zeros: it was not saved, or downloaded, to its end. Save it once more and hand it "
    "in again.",
)
_LFS = b"version https://git-lfs.github.com/"
IN_LFS = Text(
    ko="'{name}'에는 노트북 대신 Git LFS의 포인터만 있습니다. `git lfs pull`로 내려받은 노트북을 제출해 주세요.",
    en="'{name}' holds a pointer of Git LFS, not the notebook. Hand in the notebook that `git lfs pull` downloads.",
)
_CONFLICT = re.compile(rb"^(?:<{7}|>{7}) ", re.M)
CONFLICT = Text(
    ko="'{name}' 파일의 {line}번째 줄에 Git의 병합 충돌 표시(<<<<<<< 또는 >>>>>>>)가 남아 있습니다. 충돌을 해결하고 "
    "다시 제출해 주세요.",
    en="Line {line} of '{name}' holds a mark of a merge conflict (<<<<<<< or >>>>>>>), left by Git. Resolve the "
    "conflict and hand in again.",
)
ENCODING = Text(
    ko="'{name}' 파일이 UTF-8이 아니라 다른 형식으로 저장되어 있습니다. Jupyter에서 다시 저장해 제출해 주세요.",
    en="'{name}' is stored as something else instead of UTF-8. Save it again with Jupyter and hand that in.",
)
ZIPPED = Text(
    ko="'{name}'{name:~은} 이름만 노트북인 압축 파일입니다. 압축을 풀어 그 안의 노트북(.ipynb)을 제출해 주세요.",
    en="'{name}' is a zip that is called a notebook. Unpack it, and hand in the notebook (.ipynb) in it.",
)
WEB_PAGE = Text(
    ko="'{name}'{name:~은} 노트북이 아니라 웹 페이지를 저장한 파일입니다. 노트북 파일 자체를 내려받아 제출해 주세요.",
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
    ko="'{name}'{name:~은} Jupyter 노트북이 아닙니다. 과제 노트북(.ipynb)을 제출해 주세요.",
    en="'{name}' is not a Jupyter notebook. Hand in the assignment's notebook (.ipynb).",
)
TOO_OLD = Text(
    ko="'{name}'{name:~은} 옛 노트북 형식(버전 {version})입니다. Jupyter에서 열어 저장한 뒤 다시 제출해 주세요.",
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


def parse(content: bytes, name: str, source: str | None = None) -> Notebook:
    """Read a notebook; `name` is what it is called in messages. Raises Refused, and nothing else."""
    name = readable(name)
    document = _json(_text(content, name), name)
    cells = _cells(document, name)
    code = tuple(Cell(number, text) for number, kind, text in cells if kind == "code")
    if sum(len(cell.source) for cell in code) > MAX_SOURCE:
        raise Refused(TOO_MUCH_CODE.format(name=name, limit=MAX_SOURCE))
    metadata = document.get("metadata")
    ours = metadata.get("fcnkit") if isinstance(metadata, dict) else None
    said = ours if isinstance(ours, dict) else {}
    return Notebook(
        source=source or name,
        cells=code,
        lang=next((known for known in LANGS if said.get("lang") == known), None),
        assignment=_name(said.get("assignment")),
        variant=_name(said.get("variant")) or next(_variants(code), None),
        texts=tuple(_text_cells(cells)),
    )


def _variants(code: Iterable[Cell]) -> Iterator[str]:
    return (found[1] for cell in code if (found := VARIANT.search(cell.source)))


def _text_cells(cells: list[tuple[int, str, str]]) -> Iterator[TextCell]:
    """The cells that no kernel runs as Python, as far as `MAX_SOURCE` reaches."""
    left = MAX_SOURCE
    for number, kind, text in cells:
        magic = _NOT_PYTHON.match(text) if kind == "code" else None
        if (kind != "code" or magic) and left > 0 and not text.isspace():
            names = frozenset(found[1] or found[2] for found in _DEFINED.finditer(text[:left]))
            words = " ".join(text[:left].split())
            digest = hashlib.sha256(words.encode()).hexdigest()
            yield TextCell(number, names, digest, magic=magic[1] if magic else "")
            left -= len(text)


def _name(said: object) -> str | None:
    return said if isinstance(said, str) and re.fullmatch(r"[\w.-]{1,100}", said) else None


def _text(content: bytes, name: str) -> str:
    if not content.strip():
        raise Refused(EMPTY.format(name=name))
    if not content.strip(b"\0"):
        raise Refused(ZEROS.format(name=name))
    refuse_others(content, name)
    if content.startswith(b"PK\3\4"):
        raise Refused(ZIPPED.format(name=name))
    if content.startswith(_LFS):
        raise Refused(IN_LFS.format(name=name))
    if conflict := _CONFLICT.search(content):
        raise Refused(CONFLICT.format(name=name, line=content.count(b"\n", 0, conflict.start()) + 1))
    encoding, text = _decoded(content, name)
    if text[:1000].lstrip().startswith("<"):
        raise Refused(WEB_PAGE.format(name=name))
    if _count_values(content if encoding.startswith("utf-8") else text.encode()) > MAX_VALUES:
        raise Refused(TOO_COMPLEX.format(name=name))
    return text


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    """The encoding and the text: what JSON may be stored as, and what editors on a Korean Windows save as."""
    encodings: list[str] = [json.detect_encoding(content)]
    if content.lstrip().startswith(b"{"):  # nearly any bytes are some CP949
        encodings.append("cp949")
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return encoding, content.decode(encoding)
    raise Refused(ENCODING.format(name=name))


def _count_values(content: bytes) -> int:
    """At least as many JSON values as parsing would make: 3 bytes can become 64, so ask before."""
    structure = re.sub(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', b"", content, flags=re.S)
    return sum(map(structure.count, (b",", b"[", b"{")))


def _json(text: str, name: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        if not text.lstrip("\ufeff \t\r\n").startswith("{"):
            raise Refused(NOT_A_NOTEBOOK.format(name=name)) from error
        if text.rstrip().endswith("}"):
            raise Refused(BROKEN.format(name=name, line=error.lineno, column=error.colno)) from error
        raise Refused(CUT_OFF.format(name=name, line=text.count("\n") + 1)) from error
    except (RecursionError, ValueError) as error:  # nested too deep; an integer of thousands of digits
        raise Refused(TOO_COMPLEX.format(name=name)) from error
    if not isinstance(document, dict):
        raise Refused(NOT_A_NOTEBOOK.format(name=name))
    return document


def _cells(document: dict[str, Any], name: str) -> list[tuple[int, str, str]]:
    """Number, kind and text of each cell."""
    cells = _listed(document, name)
    if not isinstance(cells, list):
        raise Refused(NOT_A_NOTEBOOK.format(name=name))
    if len(cells) > MAX_CELLS:
        raise Refused(TOO_MANY_CELLS.format(name=name, count=len(cells), limit=MAX_CELLS))
    read = []
    for number, cell in enumerate(cells, start=1):
        source = _source(cell)
        if source is None:
            raise Refused(MALFORMED.format(name=name, cell=number))
        read.append((number, cell["cell_type"], source))
    return read


def _listed(document: dict[str, Any], name: str) -> Any:
    """What should be a list of cells, as format 4 has them."""
    version = document.get("nbformat")
    if type(version) is not int or abs(version) > 999:
        raise Refused(NOT_A_NOTEBOOK.format(name=name))
    if version > 4:
        raise Refused(UNKNOWN_VERSION.format(name=name, version=version))
    has_worksheets = "cells" not in document and "worksheets" in document  # as drafts of format 4 had
    if version == 4 and not has_worksheets:
        return document.get("cells")
    try:
        return upgraded(document)
    except TooMany as error:
        raise Refused(TOO_MANY_CELLS.format(name=name, count=error.args[0], limit=MAX_CELLS)) from error
    except Exception as error:  # whatever nbformat stumbles over
        raise Refused(TOO_OLD.format(name=name, version=version)) from error


def _source(cell: object) -> str | None:
    """A cell's text, its line ends made those of Unix, as Python does itself; None when it is no cell.

    Half an emoji, which no encoding can hold, becomes a question mark.
    """
    if not isinstance(cell, dict) or not isinstance(cell.get("cell_type"), str):
        return None
    source = cell.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    return source.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
