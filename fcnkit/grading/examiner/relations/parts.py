"""Answers of which a part alone is wrong: an edge of an array, one entry of a tuple or of a dict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.grading.examiner.compare import RELATIVE_TOLERANCE
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER, Evidence, Seen
from fcnkit.grading.examiner.relations.positions import EACH, Place, Run, indices, written
from fcnkit.text import Text

Array = npt.NDArray[Any]
_MOST_INSIDE = 0.9
"""Part of all cells: that what is wrong lies in nearly all of them says nothing."""
_BATCH = ("이미지", "image")
_AXES = (("행", "row"), ("열", "column"), ("채널", "channel"))
Cells = Callable[[Array], Array]
"""The cells of a part of an array: true there."""

_ONLY = (
    Text(ko="{part}만 틀림", en="Only {part} wrong"),
    Text(ko="{part}만 틀리고 나머지는 모두 맞습니다.", en="only {part} is wrong; the rest is right each time."),
)
_ENTRY = (
    Text(ko="`{code}`만 틀림", en="Only `{code}` wrong"),
    Text(
        ko="돌려준 값에서 `{code}`만 틀리고 나머지는 모두 맞습니다.", en="Only `{code}` of the value returned is wrong."
    ),
)


_REORDERED = (
    Text(ko="순서만 다름", en="In another order"),
    Text(
        ko="맞는 항목이 빠짐없이 모두 있고, 순서만 다릅니다.",
        en="All the right entries are there, and no others: only their order is another one.",
    ),
)


def part(evidence: Evidence) -> tuple[str, Text, Text] | None:
    """The smallest part that holds all that is wrong: an id, and a name and a text for it."""
    try:
        if all(isinstance(seen.right, np.ndarray) for seen in evidence.wrong):
            return _of_arrays(evidence)
        return _of_entries(evidence)
    except NO_ANSWER:
        return None


def _of_arrays(evidence: Evidence) -> tuple[str, Text, Text] | None:
    pairs = [(seen.got, seen.right) for seen in evidence.wrong]
    if not all(_is_like(got, right) for got, right in pairs):
        return None
    differing = [_differing(got, right) for got, right in pairs]
    for id, named, cells in (*_parts(min(right.ndim for _, right in pairs)), *BY_VALUE):
        inside = [cells(right) for _, right in pairs]
        is_within = all((~differs | within).all() for differs, within in zip(differing, inside, strict=True))
        if is_within and _share(inside) <= _MOST_INSIDE:
            return (
                f"part-{id}",
                _ONLY[0].format(part=named),
                Text(ko="돌려준 값: {said}", en="The value returned: {said}").format(said=_ONLY[1].format(part=named)),
            )
    return None


def _share(inside: list[Array]) -> float:
    """How many of all cells lie in the part."""
    return float(sum(within.sum() for within in inside) / max(sum(within.size for within in inside), 1))


def _is_like(got: Any, right: Array) -> bool:
    return isinstance(got, np.ndarray) and got.shape == right.shape and got.dtype.kind in "biuf"


def _differing(got: Array, right: Array) -> Array:
    wanted = right.astype(np.float64)
    scale = np.abs(wanted).max(initial=0.0) or 1.0
    with np.errstate(all="ignore"):
        near = np.abs(got.astype(np.float64) - wanted) <= RELATIVE_TOLERANCE * (np.abs(wanted) + scale)
    return ~near


def _parts(ndim: int) -> Iterator[tuple[str, Text, Cells]]:
    axes = _AXES[:ndim] if ndim < 4 else (_BATCH, *_AXES) if ndim == 4 else ()
    for axis, (ko, en) in enumerate(axes):
        for id, ko_end, en_end, index in (("first", "첫", "first", 0), ("last", "마지막", "last", -1)):
            yield f"{id}-{en}", Text(ko=f"{ko_end} {ko}", en=f"the {en_end} {en}"), _slices((axis, index))
    if ndim in (2, 3):
        yield "last-corner", Text(ko="마지막 행과 마지막 열", en="the last row and column"), _slices((0, -1), (1, -1))
        yield "first-corner", Text(ko="첫 행과 첫 열", en="the first row and column"), _slices((0, 0), (1, 0))
        yield "border", Text(ko="가장자리", en="the border"), _slices((0, 0), (0, -1), (1, 0), (1, -1))
        yield "interior", Text(ko="안쪽", en="the inner part"), _interior
    for axis, (ko, en) in enumerate(axes):
        yield f"but-first-{en}", Text(ko=f"첫 {ko} 다음의 {ko}들", en=f"what follows the first {en}"), _after(axis)


BY_VALUE: tuple[tuple[str, Text, Cells], ...] = (
    ("zeros", Text(ko="0이어야 할 칸", en="what should be 0"), lambda array: array == 0),
    ("negative", Text(ko="음수여야 할 칸", en="what should be negative"), lambda array: array < 0),
    (
        "positive",
        Text(ko="양수여야 할 칸", en="what should be positive"),
        lambda array: (array > 0) & (array < 0).any(),
    ),
    (
        "not-zero",  # where nothing is negative, as among class numbers
        Text(ko="0이 아니어야 할 칸", en="what should not be 0"),
        lambda array: (array > 0) & ~(array < 0).any(),
    ),
)
"""Parts that hold certain right values, wherever they are."""


def _slices(*ends: tuple[int, int]) -> Cells:
    def cells(array: Array) -> Array:
        made = np.zeros(array.shape, bool)
        for axis, index in ends:
            made[(slice(None),) * axis + (index,)] = True
        return made

    return cells


def _interior(array: Array) -> Array:
    made = np.zeros(array.shape, bool)
    made[1:-1, 1:-1] = True
    return made


def _after(axis: int) -> Cells:
    def cells(array: Array) -> Array:
        made = np.ones(array.shape, bool)
        made[(slice(None),) * axis + (0,)] = False
        return made

    return cells


def _of_entries(evidence: Evidence) -> tuple[str, Text, Text] | None:
    """The innermost place that is all that would have to be put right, and of those the smallest."""
    places = [place for place in evidence.places(evidence.wrong[0].right) if any(part is not EACH for part in place)]
    found = [place for place in places if all(_is_mended(seen, place) for seen in evidence.wrong)]
    if not found:
        return None
    code = written(max(found, key=lambda place: (len(place), -place.count(EACH), not isinstance(place[-1], Run))))
    return f"part-{code}", _ENTRY[0].format(code=code), _ENTRY[1].format(code=code)


def _is_mended(seen: Seen, place: Place) -> bool:
    """Whether all is right with what is right at this place; not, where there is no such place."""
    try:
        return seen.is_alike(_mended(seen.got, seen.right, place), seen.right)
    except NO_ANSWER:
        return False


def _mended(got: Any, right: Any, place: Place) -> Any:
    """What came, with what is right at one place. Raises TypeError or LookupError where it has none."""
    if not place:
        return right
    first, rest = place[0], place[1:]
    if isinstance(right, dict):
        if type(got) is not dict:
            raise TypeError("no dict")
        return {**got, first: _mended(got[first], right[first], rest)}
    if not isinstance(got, list | tuple) or len(got) != len(right):
        raise TypeError("no such sequence")
    entries = list(got)
    for index in indices(first, len(entries)):
        entries[index] = _mended(entries[index], right[index], rest)
    return tuple(entries) if isinstance(got, tuple) else entries


def reordered(evidence: Evidence) -> tuple[str, Text, Text] | None:
    """Whether each wrong answer has all the right entries, and nothing else, in another order."""
    pairs = [(seen.got, seen.right) for seen in evidence.wrong]
    try:
        return ("reordered", *_REORDERED) if all(_is_reordered(got, right) for got, right in pairs) else None
    except NO_ANSWER:
        return None


def _is_reordered(got: Any, right: Any) -> bool:
    if type(got) not in (list, tuple) or type(right) not in (list, tuple) or len(got) != len(right) > 1:
        return False
    left = list(got)
    for entry in right:
        place = next((i for i, other in enumerate(left) if _are_near(other, entry)), None)
        if place is None:
            return False
        del left[place]
    return not all(map(_are_near, got, right))


def _are_near(one: Any, other: Any) -> bool:
    """Whether two values, nested alike, hold numbers that are equal but for rounding."""
    if isinstance(other, dict):
        return isinstance(one, dict) and one.keys() == other.keys() and all(_are_near(one[k], other[k]) for k in other)
    if isinstance(other, list | tuple | np.ndarray):
        return isinstance(one, list | tuple | np.ndarray) and len(one) == len(other) and all(map(_are_near, one, other))
    return bool(np.isclose(one, other, rtol=RELATIVE_TOLERANCE))
