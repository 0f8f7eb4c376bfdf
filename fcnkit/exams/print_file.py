"""What is printed for an exam, as PDFs: papers and answer sheets in seat order, and the key to each form."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from typing import Any

import segno

from fcnkit.exams.build_exam import Built
from fcnkit.exams.record import Sheet
from fcnkit.exams.sheet_drawing import page_svg
from fcnkit.exams.sheet_texts import TEXTS
from fcnkit.practice.writers.pdf import common_content, compiled, section_content, total
from fcnkit.text import Lang

CODE_VERSION = 2
"""QR codes of 25 × 25 modules hold what ours say, and a quarter of one may be unreadable."""


def print_file(built: Built, lang: Lang, *, has_papers: bool = True) -> bytes:
    """One file for all seats: each paper, which is left out where `has_papers` is not set, and its answer sheet."""
    first = next(iter(built.forms.values()))
    content = common_content(first, lang) | {
        "papers": has_papers,
        "texts": {name: text[lang] for name, text in TEXTS.items()},
        "forms": {name: _form(built, name, lang) for name in built.forms},
        "sheets": [_sheet(sheet, built.exam.id) for sheet in built.exam.sheets],
    }
    return compiled(_template("sheet.typ") + _template("exam.typ"), content)


def seat_plan(built: Built, lang: Lang) -> bytes:
    """The seats with names and student numbers, as the room is seen by who looks to the front."""
    taken = [sheet for sheet in built.exam.sheets if not sheet.is_spare]
    cells = [{"seat": sheet.seat, "student": sheet.student, "id": sheet.id} for sheet in taken]
    width = min(built.columns, len(cells))
    cells += [{"seat": "", "student": "", "id": ""}] * (-len(cells) % width)
    content = common_content(next(iter(built.forms.values())), lang) | {
        "texts": {name: text[lang] for name, text in TEXTS.items()},
        "rows": [cells[start : start + width] for start in range(0, len(cells), width)],
    }
    return compiled(_template("seats.typ"), content)


def _template(name: str) -> bytes:
    return (files("fcnkit.exams") / name).read_bytes()


def _form(built: Built, name: str, lang: Lang) -> dict[str, Any]:
    form, layout = built.forms[name], built.layouts[name]
    return {
        "total": total(form, lang),
        "sections": [section_content(section, lang, key=False) for section in form.sections],
        "pictures": [page_svg(layout.on_page(page), layout.labels[page], lang) for page in range(layout.pages)],
        "has-number": layout.number is not None,
    }


def _sheet(sheet: Sheet, exam: str) -> dict[str, Any]:
    return {
        "number": sheet.number,
        "form": sheet.form,
        "seat": sheet.seat,
        "student": sheet.student,
        "codes": [_qr(f"{exam}:{code}") for code in sheet.codes],
        "readable": list(sheet.codes),
    }


def _qr(text: str) -> str:
    buffer = BytesIO()
    segno.make(text, version=CODE_VERSION, error="q", micro=False, boost_error=False).save(
        buffer, kind="svg", border=3, xmldecl=False, svgns=True, unit="mm"
    )
    return buffer.getvalue().decode()
