"""Draws the page of an answer sheet as SVG: the same picture for all sheets of a form, which the PDF holds once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import escape

from fcnkit.exams.blocks import Label
from fcnkit.exams.paper import CELLS, COLUMN, HEIGHT, MARKER, MARKERS, RADIUS, ROW, WIDTH
from fcnkit.exams.record import Mark
from fcnkit.text import Lang

_INK = "#777"
"""Colour of rings and what stands in them: lighter than any pencil, and still to be seen."""
_LETTER = "#999"
_RULE = "#ccc"
_FONTS = "NanumGothic, 'DejaVu Sans Mono', sans-serif"


def page_svg(marks: Sequence[Mark], labels: Iterable[Label], lang: Lang) -> str:
    """The whole page."""
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}mm" height="{HEIGHT}mm" ',
            f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}" font-family="{_FONTS}">',
            *map(_marker, MARKERS),
            f'<g fill="none" stroke="{_INK}" stroke-width="0.2">',
            *(piece for mark in marks for piece in _rings(mark)),
            "</g>",
            f'<g fill="{_LETTER}" font-size="2.1" text-anchor="middle">',
            *(piece for mark in marks for piece in _letters(mark)),
            "</g>",
            *(_label(label, lang) for label in labels),
            "</svg>",
        )
    )


def _marker(number: int) -> str:
    left, top = MARKERS[number]
    cell = MARKER / 6
    white = "".join(
        f"M{left + cell * (column + 1):.3f} {top + cell * (row + 1):.3f}h{cell:.3f}v{cell:.3f}h-{cell:.3f}z"
        for row, line in enumerate(CELLS[number])
        for column, bit in enumerate(line)
        if bit == "1"
    )
    # One path with holes: white laid on black would leave hairlines.
    return f'<path fill-rule="evenodd" d="M{left} {top}h{MARKER}v{MARKER}h-{MARKER}z{white}"/>'


def _rings(mark: Mark) -> Iterator[str]:
    for group in mark.groups:
        yield from (f'<circle cx="{x:g}" cy="{y:g}" r="{RADIUS}"/>' for x, y in group.spots)
    if mark.kind in ("number", "shape"):
        yield from _boxes(mark)
    if mark.kind == "written":
        left, top, width, height = mark.box
        yield f'<path d="M{left:g} {top + 4.4:g}h{width:g}v{height - 4.4:g}h-{width:g}z"/>'
        yield from (f'<path stroke="{_RULE}" d="M{left:g} {y:g}h{width:g}"/>' for y in mark.lines)


def _boxes(mark: Mark) -> Iterator[str]:
    """Boxes above the columns, to write the digits in by hand."""
    top = min(y for group in mark.groups for _, y in group.spots)
    columns = [group for group in mark.groups if len(group.spots) > 1]
    top = min(top, columns[0].spots[0][1] - ROW)
    for before, group in zip([None, *columns], columns, strict=False):
        x = group.spots[0][0]
        yield f'<path d="M{x - COLUMN / 2:g} {top - 7.4:g}h{COLUMN:g}v5h-{COLUMN:g}z"/>'
        if before is not None and before.side != group.side:
            yield f'<path stroke-width="0.35" d="M{x - COLUMN / 2 - 0.9:g} {top - 3.4:g}l-0.5 1.4"/>'


def _letters(mark: Mark) -> Iterator[str]:
    for group in mark.groups:
        for value, (x, y) in zip(group.values, group.spots, strict=True):
            yield f'<text x="{x:g}" y="{y + 0.75:g}">{escape("–" if value == "-" else value)}</text>'


def _label(label: Label, lang: Lang) -> str:
    weight = ' font-weight="bold"' if label.is_strong else ""
    anchor = ' text-anchor="middle"' if label.is_centred else ""
    where = f'x="{label.x:.2f}" y="{label.y:.2f}" font-size="{label.size}"'
    return f"<text {where}{weight}{anchor}>{escape(label.text[lang])}</text>"
