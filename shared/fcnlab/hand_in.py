"""Which notebook is open: the one that goes into the zip file to hand in."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from fcnlab.wording import Lang, say


def this_notebook(name: str, *, lang: Lang) -> str | None:
    """The path of the notebook that is open, told by Jupyter or VS Code, and else by what lies in this folder.

    `name` is what the notebook was handed out as: a cell that says so stands in it, whatever it is called by now,
    and in none of the other language. Prints which one it is, and a warning where nobody seems to have worked in it.
    Where there is none, as in Google Colab, prints what to do and returns None.
    """
    if "google.colab" in sys.modules:  # the notebook that is open lies elsewhere, and a blank one may lie here
        _print(
            lang,
            ko="Google Colab에서는 이 셀 대신 메뉴의 파일 > 다운로드로 .ipynb 파일을 내려받아 그대로 제출하세요.",
            en="In Google Colab, use File > Download for the .ipynb file instead, and hand in that file.",
        )
        return None
    here = {path: cells for path in sorted(Path().glob("*.ipynb")) if _is_from(name, cells := _code_cells(path))}
    told = _told()
    if told is not None and _is_from(name, cells := _code_cells(told)):
        here[told] = cells
        chosen = told
    elif here:
        chosen = max(here, key=lambda path: (not _is_untouched(here[path]), path.stat().st_mtime))
    else:
        _print(
            lang,
            ko="열려 있는 노트북 파일을 찾지 못했습니다. 노트북을 저장한 뒤 .ipynb 파일을 그대로 제출하세요.",
            en="The notebook that is open was not found. Save it, and hand in the .ipynb file itself.",
        )
        return None
    _print(lang, ko=f"제출할 노트북: {chosen}", en=f"The notebook to hand in: {chosen}")
    _warn(chosen, here, lang)
    return str(chosen)


def cell_id(place: int, kind: str, source: str) -> str:
    """The id under which a cell is handed out: a digest, by which a changed cell can be told. `place` counts from 0."""
    return hashlib.sha256(f"{place}\n{kind}\n{source}".encode()).hexdigest()[:12]


def _told() -> Path | None:
    """What Jupyter or VS Code says when it starts the kernel, relative to this folder where it lies in it.

    It is out of date once the notebook has been renamed.
    """
    said = getattr(sys.modules["__main__"], "__vsc_ipynb_file__", None) or os.environ.get("JPY_SESSION_NAME")
    if not isinstance(said, str) or not Path(said).is_file():
        return None
    path, here = Path(said).resolve(), Path().resolve()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _code_cells(path: Path) -> list[dict[str, Any]]:
    """The notebook's code cells, each with its whole source and its place; none when it cannot be read."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        return [
            {"id": cell.get("id"), "source": "".join(cell["source"])}
            for cell in cells
            if cell["cell_type"] == "code" and "".join(cell["source"]).strip()
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []


def _is_from(name: str, cells: list[dict[str, Any]]) -> bool:
    return any(name in cell["source"] for cell in cells)


def _is_untouched(cells: list[dict[str, Any]]) -> bool:
    """Whether all code is as it was handed out, wherever its cells stand by now."""
    places = range(200)
    return all(any(cell["id"] == cell_id(place, "code", cell["source"]) for place in places) for cell in cells)


def _warn(chosen: Path, here: dict[Path, list[dict[str, Any]]], lang: Lang) -> None:
    """Where the answers are perhaps not in the chosen notebook, or not saved."""
    if _is_untouched(here[chosen]):
        _print(
            lang,
            ko="⚠ 이 노트북은 나누어 준 그대로입니다. 답을 썼다면 먼저 저장(Ctrl+S)한 뒤 이 셀을 다시 실행하고, "
            "새로 만들어진 zip 파일을 제출하세요.",
            en="⚠ This notebook is still as it was handed out. If you have answered, save it (Ctrl+S), run this cell "
            "again and hand in the new zip file.",
        )
    later = [path for path in here if path.stat().st_mtime > chosen.stat().st_mtime and not _is_untouched(here[path])]
    if later:
        names = ", ".join(map(str, later))
        _print(
            lang,
            ko=f"⚠ 더 나중에 저장한 노트북이 있습니다: {names}. 답이 거기에 있다면 그 .ipynb 파일을 제출하세요.",
            en=f"⚠ Another notebook was saved later: {names}. If that one has your answers, hand in its .ipynb file.",
        )


def _print(lang: Lang, *, ko: str, en: str) -> None:
    print(say(lang, ko=ko, en=en))
