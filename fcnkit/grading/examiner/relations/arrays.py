"""Changes of whole arrays: moved, turned, cut, scaled, rounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from fcnkit.grading.examiner.relations.array_change import Array, array_change, moved
from fcnkit.grading.examiner.relations.change import Change
from fcnkit.grading.examiner.relations.pictures import PLANES, VOLUMES
from fcnkit.grading.examiner.relations.whole_arrays import ANY

_AXES = (
    ("행", "row", "위아래", "upside down"),
    ("열", "column", "좌우", "left to right"),
    ("채널", "channel", "채널 순서", "in the order of channels"),
)
"""What lies along the axes of an array (H, W) or (H, W, C)."""
_OF_A_BATCH = (("이미지", "image", "이미지 순서", "in the order of images"), *_AXES)
"""Likewise of several images, (n, H, W, C)."""


def changes(ndim: int) -> Iterator[Change]:
    """All that can be done to an array of so many axes; those of pictures are called by their names."""
    yield from ANY
    names = _OF_A_BATCH if ndim == len(_OF_A_BATCH) else _AXES
    for axis in range(ndim):
        yield from _along(axis, names[axis] if ndim <= len(names) else None)
    if ndim >= 2:
        yield from PLANES
    if ndim == 3:
        yield from VOLUMES


def _zeroed(axis: int, start: int, stop: int | None) -> Callable[[Array], Array]:
    def make(array: Array) -> Array:
        made = array.copy()
        made[(slice(None),) * axis + (slice(start, stop),)] = 0
        return made

    return make


def _padded(axis: int, before: int, after: int) -> Callable[[Array], Array]:
    return lambda array: np.pad(array, [(before, after) if each == axis else (0, 0) for each in range(array.ndim)])


def _along(axis: int, names: tuple[str, ...] | None) -> Iterator[Change]:
    """All that can be done along an axis, of which each entry and its direction have names."""
    ko, en, ko_turned, en_turned = names or (
        f"축 {axis}",
        f"entry along axis {axis}",
        f"축 {axis}",
        f"along axis {axis}",
    )
    yield array_change(
        f"flipped-{axis}",
        lambda array: np.flip(array, axis),
        f"결과가 {ko_turned} 뒤집힘",
        f"Flipped {en_turned}",
        f"맞는 결과를 {ko_turned} 뒤집은 것입니다.",
        f"it is the right result flipped {en_turned}.",
    )
    for by in (1, -1, 2, -2):
        yield from _shifted(axis, by, ko, en)
    last, first = ("마지막", "last", "맨 뒤에", "at the end"), ("첫", "first", "맨 앞에", "in front")
    yield from _at_end(axis, "last", last, (ko, en), cut=(0, -1), pad=(0, 1), zero=(-1, None))
    yield from _at_end(axis, "first", first, (ko, en), cut=(1, None), pad=(1, 0), zero=(0, 1))
    yield from _summed(axis, ko, en)


def _shifted(axis: int, by: int, ko: str, en: str) -> Iterator[Change]:
    step = abs(by)
    ko_way, en_way = ("뒤로", "further on") if by > 0 else ("앞으로", "back")
    yield array_change(
        f"moved-{axis}-{by}",
        moved(axis, by),
        f"결과가 {ko} {step}칸 {ko_way} 밀림",
        f"Moved by {step} {en}{'s' * (step > 1)} {en_way}",
        f"맞는 결과를 {ko} {step}칸만큼 {ko_way} 민 것입니다. 어디에서 시작하는지 확인해 보세요.",
        f"it is the right result moved by {step} {en}{'s' * (step > 1)} {en_way}. Check where it begins.",
    )
    yield array_change(
        f"rolled-{axis}-{by}",
        lambda array: np.roll(array, by, axis),
        f"결과가 {ko} {step}칸 {ko_way} 돌아감",
        f"Rolled by {step} {en}{'s' * (step > 1)} {en_way}",
        f"맞는 결과를 {ko} {step}칸만큼 {ko_way} 밀고, 밀려난 것을 반대쪽에 붙인 것입니다.",
        f"it is the right result rolled by {step} {en}{'s' * (step > 1)} {en_way}: what leaves comes in again.",
    )


def _at_end(
    axis: int,
    id: str,
    end: tuple[str, str, str, str],
    entry: tuple[str, str],
    *,
    cut: tuple[int, int | None],
    pad: tuple[int, int],
    zero: tuple[int, int | None],
) -> Iterator[Change]:
    (ko_end, en_end, ko_place, en_place), (ko, en) = end, entry
    yield array_change(
        f"without-{id}-{axis}",
        lambda array: array[(slice(None),) * axis + (slice(*cut),)],
        f"{ko_end} {ko} 하나를 빠뜨림",
        f"The {en_end} {en} left out",
        f"{ko_end} {ko} 하나가 빠져 있고 나머지는 맞습니다.",
        f"the {en_end} {en} is missing; the rest is right.",
    )
    yield array_change(
        f"more-{id}-{axis}",
        _padded(axis, *pad),
        f"0뿐인 {ko} 하나가 더 있음",
        f"One {en} of zeros too many",
        f"맞는 결과의 {ko_place} 0뿐인 {ko} 하나가 더 있습니다.",
        f"it is the right result with one more {en} of zeros {en_place}.",
    )
    yield array_change(
        f"zero-{id}-{axis}",
        _zeroed(axis, *zero),
        f"{ko_end} {ko} 값이 0",
        f"The {en_end} {en} is 0",
        f"{ko_end} {ko}의 값이 모두 0이고 나머지는 맞습니다. 반복이 끝까지 가는지 확인해 보세요.",
        f"the {en_end} {en} is all zeros; the rest is right. Does the loop reach it?",
    )


def _telling(array: Array) -> Array:
    """Raises ValueError for nothing but zeros: whatever is computed from them is zeros again."""
    if not array.any():
        raise ValueError("zeros")
    return array


def _summed(axis: int, ko: str, en: str) -> Iterator[Change]:
    yield array_change(
        f"sum-kept-{axis}",
        lambda array: _telling(array).sum(axis=axis),
        "축 하나를 더해서 없앰",
        "Summed over one axis too many",
        f"맞는 결과를 {ko} 방향으로 더해 축 하나를 없앤 것입니다.",
        f"it is the right result summed over its {en}s: one axis too many is gone.",
    )
    yield array_change(
        f"mean-{axis}",
        lambda array: _telling(array) / array.shape[axis],
        "합이 아니라 평균",
        "Divided by a length",
        f"맞는 값을 {ko}의 수로 나눈 값입니다. 합이 아니라 평균을 내지 않았는지 살펴보세요.",
        f"it is the right result divided by the number of its {en}s. Is it a mean where a sum is asked for?",
    )
