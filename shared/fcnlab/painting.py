"""Drawings by Matplotlib. The only module that imports it, and it is imported only when somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from fcnlab.fonts import families
from fcnlab.marks import Box, Dot, Frame, Lines, Path, Pixels, Words
from fcnlab.palette import INK, WHITE

if TYPE_CHECKING:
    from fcnlab.canvas import Canvas

TEXT_LAYER = 9.0
"""Above every box."""


def painted(canvas: Canvas) -> Figure:
    """The canvas' marks, in their order."""
    figure = Figure(figsize=canvas.inches, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, canvas.width)
    axes.set_ylim(canvas.height, 0)
    axes.set_axis_off()
    points, fonts = canvas.cell_inches * 72, families(canvas.lang)
    for mark in canvas.marks:
        match mark:
            case Words():
                _words(axes, mark, points, fonts)
            case Box():
                _box(axes, mark)
            case Lines():
                _lines(axes, mark)
            case Frame():
                _frame(axes, mark)
            case Dot((x, y)):
                axes.plot(x, y, "o", color=INK, markeredgecolor=WHITE, markersize=7, zorder=4)
            case Path(places, color, width, strong):
                across, down = zip(*places, strict=True)
                axes.plot(across, down, color=color, linewidth=width, zorder=2 if strong else 1)
            case Pixels():
                _pixels(axes, mark)
    return figure


def _words(axes: Axes, words: Words, points: float, fonts: list[str]) -> None:
    text = axes.text(
        *words.at,
        words.text,
        family=fonts,
        fontsize=words.size * points,
        color=words.color,
        horizontalalignment="left" if words.left else "center",
        verticalalignment="center_baseline",
        parse_math=False,
        zorder=TEXT_LAYER,
    )
    if words.framed:
        text.set_bbox({"facecolor": WHITE, "edgecolor": INK, "linewidth": 1.2, "pad": 2.5})


def _box(axes: Axes, box: Box) -> None:
    patch = Rectangle(box.at, *box.size, facecolor=box.fill, edgecolor=box.edge, linewidth=box.line_width)
    patch.set_linestyle("dashed" if box.dashed else "solid")
    patch.set_zorder(2 if box.thick else 1)
    axes.add_patch(patch)


def _lines(axes: Axes, lines: Lines) -> None:
    (left, top), (width, height) = lines.at, lines.size
    style: dict[str, Any] = {"colors": INK, "linewidth": 0.35, "alpha": 0.75, "zorder": 1.5}
    axes.hlines([top + height * row / lines.rows for row in range(lines.rows + 1)], left, left + width, **style)
    axes.vlines([left + width * col / lines.cols for col in range(lines.cols + 1)], top, top + height, **style)


def _frame(axes: Axes, frame: Frame) -> None:
    for color, width in ((WHITE, 4.0), (INK, 1.8)):
        style = "dashed" if frame.dashed and color == INK else "solid"
        axes.add_patch(
            Rectangle(frame.at, *frame.size, fill=False, edgecolor=color, linewidth=width, linestyle=style, zorder=3)
        )


def _pixels(axes: Axes, image: Pixels) -> None:
    (left, top), (width, height), (low, high) = image.at, image.size, image.limits
    extent = (left, left + width, top + height, top)
    axes.imshow(
        image.pixels, cmap=image.colours, vmin=low, vmax=high, interpolation="nearest", extent=extent, aspect="auto"
    )
