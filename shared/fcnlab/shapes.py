"""What `+` does to tuples, lists and arrays, and how a batch is filled, one place at a time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fcnlab.canvas import SMALL, Canvas, Numbers, text_width
from fcnlab.marks import Place
from fcnlab.palette import FILL, GREY, INK, WHITE, Role
from fcnlab.picture import Picture
from fcnlab.wording import Lang, say

MARGIN, SIDE, WIDTH = 0.7, 1.0, 1.6
"""Around the picture, and of one number's box: its height and its width."""
GAP = 1.1
"""Between two parts, where the sign stands."""
ROLES: tuple[Role, ...] = ("input", "kernel", "output")


def joined(*parts: tuple[int, ...] | list[int], lang: Lang) -> Picture:
    """Tuples or lists that `+` joins end to end; each keeps its colour in the result.

    Raises ValueError for fewer than two or more than three of them, TypeError where they are not of one kind.
    """
    if not 2 <= len(parts) <= len(ROLES):
        raise ValueError(f"{len(parts)} parts: two or three can be drawn")
    kind = type(parts[0])
    if any(type(part) is not kind for part in parts):
        raise TypeError(f"a {kind.__name__} can be joined only to a {kind.__name__}")
    title = say(lang, ko="이어 붙이기", en="joining")
    return Picture(title, lambda: _draw_joined([tuple(part) for part in parts], kind, lang))


def added(left: Sequence[int], right: Sequence[int], *, lang: Lang) -> Picture:
    """Two arrays in one dimension that `+` adds number by number; one of length 1 is repeated (dashed).

    Raises ValueError for lengths that do not fit, as NumPy does.
    """
    rows = np.broadcast_arrays(np.asarray(left), np.asarray(right))
    title = say(lang, ko="같은 자리끼리 더하기", en="adding number by number")
    return Picture(title, lambda: _draw_added(rows, (len(left), len(right)), lang))


def batch_filling(num_places: int, num_samples: int, *, lang: Lang) -> Picture:
    """A batch of so many places, and samples that go into the first of them; the others stay as they were."""
    if not 0 <= num_samples <= num_places <= 8:
        raise ValueError(f"{num_samples} samples for {num_places} places: at most 8 places, and no more samples")
    title = say(lang, ko="한 자리씩 채우기", en="filling place by place")
    return Picture(title, lambda: _draw_filling(num_places, num_samples, lang))


def _draw_joined(parts: Sequence[tuple[int, ...]], kind: type, lang: Lang) -> Canvas:
    numbers = sum(map(len, parts))
    canvas = Canvas(numbers * WIDTH + (len(parts) - 1) * GAP + 2 * MARGIN, 5.1, lang)
    left = MARGIN
    for place, (part, role) in enumerate(zip(parts, ROLES, strict=False)):
        if place:
            canvas.text((left - GAP / 2, 1.5), "+", size=0.5)
        _row(canvas, (left, 1.0), part, role)
        canvas.text((left + len(part) * WIDTH / 2, 0.55), repr(kind(part)), size=SMALL, color=GREY)
        left += len(part) * WIDTH + GAP
    left = start = MARGIN + (len(parts) - 1) * GAP / 2
    for part, role in zip(parts, ROLES, strict=False):
        _row(canvas, (left, 3.2), part, role)
        left += len(part) * WIDTH
    canvas.box((start, 3.2), (numbers * WIDTH, SIDE), fill="none", thick=True)
    result = kind(number for part in parts for number in part)
    canvas.text(((start + left) / 2, 2.6), "=", size=0.5)
    canvas.text(((start + left) / 2, 4.65), repr(result), size=SMALL, color=GREY)
    return canvas


def _draw_added(rows: Sequence[Numbers], own: tuple[int, int], lang: Lang) -> Canvas:
    note = say(lang, ko="점선: 되풀이한 수 (브로드캐스팅)", en="dashed: repeated (broadcasting)")
    wide = rows[0].size * WIDTH + GAP
    repeats = min(own) < rows[0].size
    canvas = Canvas(max(wide, text_width(note, SMALL) * repeats) + 2 * MARGIN, 4.6 + 0.6 * repeats, lang)
    left = MARGIN + GAP
    for top, row, length, role in zip((0.6, 1.8), rows, own, ROLES, strict=False):
        _row(canvas, (left, top), row.tolist(), role, own=length)
    canvas.text((left - GAP / 2, 1.8 + SIDE / 2), "+", size=0.5)
    canvas.text((left - GAP / 2, 3.2 + SIDE / 2), "=", size=0.5)
    _row(canvas, (left, 3.2), (rows[0] + rows[1]).tolist(), "output")
    canvas.box((left, 3.2), (rows[0].size * WIDTH, SIDE), fill="none", thick=True)
    if repeats:
        canvas.text((MARGIN, 4.75), note, size=SMALL, color=GREY, left=True)
    return canvas


def _row(canvas: Canvas, at: Place, numbers: Sequence[int], role: Role, own: int | None = None) -> None:
    """Numbers side by side; those after the first `own` are repetitions."""
    for place, number in enumerate(numbers):
        repeated = own is not None and place >= own
        corner = (at[0] + place * WIDTH, at[1])
        canvas.box(corner, (WIDTH, SIDE), fill=WHITE if repeated else FILL[role], dashed=repeated)
        canvas.number(corner, number, width=WIDTH, color=GREY if repeated else INK)


def _draw_filling(num_places: int, num_samples: int, lang: Lang) -> Canvas:
    side, gap = 2.0, 0.45
    canvas = Canvas(num_places * (side + gap) - gap + 2 * MARGIN, 7.2, lang)
    for place in range(num_places):
        left = MARGIN + place * (side + gap)
        middle = left + side / 2
        if place < num_samples:
            canvas.box((left, 1.0), (side, side), fill=FILL["kernel"])
            canvas.text((middle, 2.0), say(lang, ko=f"샘플 {place}", en=f"sample {place}"))
            canvas.text((middle, 3.5), "↓", size=0.5)
        filled = place < num_samples
        canvas.box((left, 4.0), (side, side), fill=FILL["kernel"] if filled else WHITE, dashed=not filled)
        if not filled:
            canvas.text((middle, 5.0), say(lang, ko="그대로", en="as it was"), size=SMALL, color=GREY)
        canvas.text((middle, 6.5), f"images[{place}]", size=SMALL, color=GREY)
    canvas.text((MARGIN, 0.5), "samples", left=True, size=SMALL, color=GREY)
    return canvas
