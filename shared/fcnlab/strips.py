"""Convolution and transposed convolution in one dimension: which numbers touch which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fcnlab.canvas import SMALL, Canvas, text_width
from fcnlab.palette import FILL, GREY, WHITE, Role
from fcnlab.picture import Picture
from fcnlab.wording import Lang, say

Padding = Literal["valid", "same"]

STRIP_LEFT = 4.2
"""Where the strip starts, in cells: room for the names."""
LARGEST = 20
"""Most cells of a strip that can still be read."""


@dataclass(frozen=True)
class _Scheme:
    """A strip of cells and, line by line, where the kernel lies on it."""

    title: str
    cells: list[str]
    """Names of the strip's cells; an empty one is padding, or cropped."""
    cell_role: Role
    starts: list[int]
    """Per line, the first cell under the kernel."""
    line_names: list[str]
    line_role: Role
    kernel: int
    strip_first: bool
    note: str
    """What the dashed cells are."""


def windows(size: int, kernel: int, *, stride: int = 1, padding: Padding = "valid", lang: Lang) -> Picture:
    """Ordinary convolution of `size` numbers: for each output number, the kernel over the inputs that it sees.

    With "same", the zeros that Keras pads are drawn too: the odd one out at the end.
    """
    _check(size, kernel, stride, padding)
    if padding == "valid" and kernel > size:
        raise ValueError(f'a kernel of {kernel} does not fit into {size} numbers: padding="valid" needs kernel <= size')
    starts = list(range(0, size if padding == "same" else size - kernel + 1, stride))
    padded = max(starts[-1] + kernel - size, 0)
    scheme = _Scheme(
        title=_title((size, kernel, stride), padding, len(starts), lang),
        cells=[""] * (padded // 2) + [f"x{i}" for i in range(size)] + [""] * (padded - padded // 2),
        cell_role="input",
        starts=starts,
        line_names=[f"y{i}" for i in range(len(starts))],
        line_role="output",
        kernel=kernel,
        strip_first=True,
        note=say(lang, ko="점선 칸: 채워 넣은 0", en="dashed: padded zeros"),
    )
    return Picture(scheme.title, lambda: _draw(scheme, lang))


def footprints(size: int, kernel: int, *, stride: int = 1, padding: Padding = "valid", lang: Lang) -> Picture:
    """Transposed convolution of `size` numbers: where each one's stamp lands in the output.

    With "same", the cells that Keras crops are dashed.
    """
    _check(size, kernel, stride, padding)
    length = (size - 1) * stride + max(kernel, stride)
    cropped = max(kernel - stride, 0) if padding == "same" else 0
    kept = length - cropped
    scheme = _Scheme(
        title=_title((size, kernel, stride), padding, kept, lang),
        cells=[""] * (cropped // 2) + [f"y{i}" for i in range(kept)] + [""] * (cropped - cropped // 2),
        cell_role="output",
        starts=[i * stride for i in range(size)],
        line_names=[f"x{i}" for i in range(size)],
        line_role="input",
        kernel=kernel,
        strip_first=False,
        note=say(lang, ko="점선 칸: 잘라 내는 칸", en="dashed: cropped away"),
    )
    return Picture(scheme.title, lambda: _draw(scheme, lang))


def _check(size: int, kernel: int, stride: int, padding: str) -> None:
    if padding not in ("valid", "same"):
        raise ValueError(f'padding is {padding!r}: write "valid" or "same"')
    if min(size, kernel, stride) < 1 or (size - 1) * stride + max(kernel, stride) > LARGEST:
        raise ValueError(f"size={size}, kernel={kernel}, stride={stride}: at least 1 each, and at most {LARGEST} cells")


def _title(numbers: tuple[int, int, int], padding: Padding, result: int, lang: Lang) -> str:
    size, kernel, stride = numbers
    return say(
        lang,
        ko=f'크기 {size}, 커널 {kernel}, 스트라이드 {stride}, "{padding}" → 출력 크기 {result}',
        en=f'size {size}, kernel {kernel}, stride {stride}, "{padding}" → output size {result}',
    )


def _draw(scheme: _Scheme, lang: Lang) -> Canvas:
    lines = len(scheme.starts)
    width = max(STRIP_LEFT + len(scheme.cells), text_width(scheme.title)) + 0.8
    canvas = Canvas(width, lines + (4.0 if "" in scheme.cells else 3.2), lang)
    canvas.text((0.5, 0.6), scheme.title, left=True)
    strip_top, lines_top = (1.3, 2.7) if scheme.strip_first else (lines + 1.7, 1.3)
    touched = {start + weight for start in scheme.starts for weight in range(scheme.kernel)}
    for place, name in enumerate(scheme.cells):
        at = (STRIP_LEFT + place, strip_top)
        canvas.box(at, fill=FILL[scheme.cell_role] if name and place in touched else WHITE, dashed=not name)
        canvas.text((at[0] + 0.5, at[1] + 0.5), name)
    for line, (name, start) in enumerate(zip(scheme.line_names, scheme.starts, strict=True)):
        _line(canvas, lines_top + line, name, start, scheme)
    names = {"input": say(lang, ko="입력", en="input"), "output": say(lang, ko="출력", en="output")}
    canvas.text((0.5, strip_top + 0.5), names[scheme.cell_role], left=True)
    canvas.text((0.5, lines_top + 0.5), names[scheme.line_role], left=True)
    if "" in scheme.cells:
        canvas.text((STRIP_LEFT, lines + 3.4), scheme.note, left=True, size=SMALL, color=GREY)
    return canvas


def _line(canvas: Canvas, top: float, name: str, start: int, scheme: _Scheme) -> None:
    """One number of the other side, and the kernel on the cells that belong to it."""
    canvas.box((STRIP_LEFT - 1.6, top + 0.1), (1.0, 0.8), fill=FILL[scheme.line_role])
    canvas.text((STRIP_LEFT - 1.1, top + 0.5), name)
    for weight in range(scheme.kernel):
        left = STRIP_LEFT + start + weight
        canvas.box((left, top + 0.1), (1.0, 0.8), fill=FILL["kernel"])
        canvas.text((left + 0.5, top + 0.5), f"w{weight}")
    canvas.box((STRIP_LEFT + start, top + 0.1), (scheme.kernel, 0.8), fill="none", thick=True)
