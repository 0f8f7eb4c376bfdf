"""Drawings as SVG, straight from their marks: far faster and smaller than what Matplotlib writes."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable, Iterator
from html import escape

from fcnlab.canvas import Canvas
from fcnlab.marks import Box, Dot, Frame, Lines, Mark, Path, Pixels, Words
from fcnlab.palette import INK, WHITE

UNIT = 40
"""The picture's own units in a cell: whole numbers and one decimal are exact enough."""
FONTS = "NanumGothic, 'Noto Sans KR', sans-serif"
MINUS, DASH = "−", "–"
"""NanumGothic lacks the first: on paper Typst would take all letters of the text from a font that has it."""
SIGNS = re.compile("(⊛+)")
"""Lacking, too, and alone in its text: named, its font is the paper's other one and no odd one."""
SIGN = "<tspan font-family=\"'DejaVu Sans Mono', sans-serif\">{}</tspan>"
TO_BASELINE = 0.35
"""From the middle of a line of text to where its letters stand, in its size."""
DOT = 3.5
"""The dot's radius, in points."""
PADDING = 2.5
"""Around framed text, in points."""
TEXT_LAYER = 9.0


def sketch(canvas: Canvas, over: str = "") -> str:
    """The drawing as SVG in its size on the page. `over` is SVG that lies on top of it."""
    width, height = canvas.width * UNIT, canvas.height * UNIT
    inches = canvas.inches
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" ',
            f'width="{_n(inches[0] * 96)}" height="{_n(inches[1] * 96)}" ',
            f'font-family="{FONTS}" text-anchor="middle" fill="none" stroke-width="{_n(_Points(canvas)(0.8))}">',
            pieces(canvas, canvas.marks),
            over,
            "</svg>",
        )
    )


def pieces(canvas: Canvas, marks: Iterable[Mark]) -> str:
    """Some marks as the SVG elements that draw them on `canvas`."""
    points = _Points(canvas)
    return "".join(piece for mark in sorted(marks, key=_layer) for piece in _drawn(mark, points))


class _Points:
    """Points of the page, in units of the picture."""

    def __init__(self, canvas: Canvas) -> None:
        self.one = UNIT / (72 * canvas.cell_inches)

    def __call__(self, points: float) -> float:
        return points * self.one


def _layer(mark: Mark) -> float:
    match mark:
        case Words():
            return TEXT_LAYER
        case Box(thick=thick):
            return 2 if thick else 1
        case Path(strong=strong):
            return 2 if strong else 1
        case Lines():
            return 1.5
        case Frame():
            return 3
        case Dot():
            return 4
    return 0


def _drawn(mark: Mark, points: _Points) -> Iterator[str]:
    match mark:
        case Words():
            yield from _words(mark, points)
        case Box(at, size, fill, edge, line_width, thick, dashed):
            style = f' fill="{fill}"' if fill != "none" else ""
            style += f' stroke-width="{_n(points(line_width))}"' if thick else ""
            yield f'<path d="{_rectangle(at, size)}" stroke="{edge}"{style}{_dashes(dashed, points)}/>'
        case Lines():
            yield f'<path d="{_grid(mark)}" stroke="{INK}" stroke-opacity=".75" stroke-width="{_n(points(0.35))}"/>'
        case Frame(at, size, dashed):
            outline = _rectangle(at, size)
            yield f'<path d="{outline}" stroke="{WHITE}" stroke-width="{_n(points(4))}"/>'
            yield f'<path d="{outline}" stroke="{INK}" stroke-width="{_n(points(1.8))}"{_dashes(dashed, points)}/>'
        case Dot((x, y)):
            circle = f'cx="{_n(x * UNIT)}" cy="{_n(y * UNIT)}" r="{_n(points(DOT))}"'
            yield f'<circle {circle} fill="{INK}" stroke="{WHITE}"/>'
        case Path(places, color, line_width, _):
            line = "L".join(_place(place) for place in places)
            yield f'<path d="M{line}" stroke="{color}" stroke-width="{_n(points(line_width))}"/>'
        case Pixels():
            yield _image(mark)


def _image(image: Pixels) -> str:
    """Its pixels as a PNG, one for each number, which a browser enlarges without smoothing."""
    from matplotlib.image import imsave  # noqa: PLC0415 - Matplotlib only where there are colours to look up

    png, (low, high) = io.BytesIO(), image.limits
    imsave(png, image.pixels, format="png", cmap=image.colours, vmin=low, vmax=high)
    (x, y), (width, height) = ((_n(a * UNIT), _n(b * UNIT)) for a, b in (image.at, image.size))
    box = f'x="{x}" y="{y}" width="{width}" height="{height}" preserveAspectRatio="none"'
    data = base64.b64encode(png.getvalue()).decode()
    return f'<image {box} style="image-rendering:pixelated" href="data:image/png;base64,{data}"/>'


def _words(words: Words, points: _Points) -> Iterator[str]:
    if not words.text:
        return
    x, y = words.at
    if words.framed:
        around = points(PADDING) / UNIT
        wide = words.size * 0.6 * len(words.text) + 2 * around
        corner = (x - around, y - words.size / 2 - around)
        yield f'<path d="{_rectangle(corner, (wide, words.size + 2 * around))}" fill="{WHITE}" stroke="{INK}"/>'
    place = f'x="{_n(x * UNIT)}" y="{_n((y + TO_BASELINE * words.size) * UNIT)}"'
    start = ' text-anchor="start"' if words.left else ""
    text = SIGNS.sub(lambda signs: SIGN.format(signs[1]), escape(words.text).replace(MINUS, DASH))
    yield f'<text {place} font-size="{_n(words.size * UNIT)}" fill="{words.color}"{start}>{text}</text>'


def _rectangle(at: tuple[float, float], size: tuple[float, float]) -> str:
    return f"M{_place(at)}h{_n(size[0] * UNIT)}v{_n(size[1] * UNIT)}h{_n(-size[0] * UNIT)}z"


def _grid(lines: Lines) -> str:
    (left, top), (width, height) = lines.at, lines.size
    across = (f"M{_place((left, top + height * row / lines.rows))}h{_n(width * UNIT)}" for row in range(lines.rows + 1))
    down = (f"M{_place((left + width * col / lines.cols, top))}v{_n(height * UNIT)}" for col in range(lines.cols + 1))
    return "".join((*across, *down))


def _dashes(dashed: bool, points: _Points) -> str:
    return f' stroke-dasharray="{_n(points(4))} {_n(points(2))}"' if dashed else ""


def _place(place: tuple[float, float]) -> str:
    return f"{_n(place[0] * UNIT)} {_n(place[1] * UNIT)}"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
