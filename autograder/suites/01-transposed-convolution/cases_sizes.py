"""The themes of the hidden cases about sizes. Each submission has numbers of its own."""

from __future__ import annotations

import numpy as np

from fcnkit.suite import Case, Draw, case


def _of_numpy(sizes: tuple[int, int, int]) -> Case:
    """Size, kernel and stride, each an integer of another of NumPy's types."""
    return case(*(kind(size) for kind, size in zip((np.int64, np.int32, np.int16), sizes, strict=True)))


def conv_sizes_stride_1(draw: Draw) -> list[Case]:
    """One size with two kernels; a kernel as large as the input; a size in the thousands."""
    size, all_ = draw.integer(range(5, 30)), draw.integer(range(4, 20))
    usual = draw.some(4, range(6, 60), range(2, 7), where=lambda size, kernel: size > kernel + 1)
    large = draw.some(1, range(1020, 2500), range(2, 9))
    return [case(*pair) for pair in [(1, 1), (size, 1), (size, 2), *usual, (all_, all_), *large]]


def conv_sizes_strided(draw: Draw) -> list[Case]:
    """Cells left over at the end, or none; strides beyond the kernel, and one beyond the input."""
    sizes, kernels, strides = range(9, 50), range(3, 8), range(2, 5)
    over = draw.some(5, sizes, kernels, strides, where=lambda n, k, s: s <= k < n and (n - k) % s > 0)
    even = draw.some(2, sizes, kernels, strides, where=lambda n, k, s: s <= k < n and (n - k) % s == 0)
    dots = draw.some(1, sizes, [1], strides)
    all_ = draw.integer(range(4, 12))
    wide = draw.some(3, sizes, range(1, 4), range(4, 8), where=lambda n, k, s: (n - k) % s > 0)
    beyond = draw.some(1, range(4, 7), range(2, 4), range(7, 10))
    return [case(*triple) for triple in [*over, *even, *dots, (all_, all_, 2), *wide, *beyond]]


def conv_sizes_same(draw: Draw) -> list[Case]:
    """Sizes that the stride divides, or not, by less or more than half of it; kernels larger than the input."""
    kernels, strides = range(3, 8), range(2, 6)
    over = draw.some(2, range(7, 40), kernels, strides, where=lambda n, k, s: n % s > 0 and k > s)
    below = draw.some(2, range(7, 40), kernels, strides, where=lambda n, k, s: 0 < n % s < s / 2 and k > s)
    above = draw.some(1, range(7, 40), kernels, strides, where=lambda n, k, s: n % s > s / 2 and k > s)
    even = draw.some(2, range(8, 40), kernels, strides, where=lambda n, _, s: n % s == 0)
    dense = [*draw.some(1, range(6, 40), (2, 4, 6), [1]), *draw.some(1, range(6, 40), (3, 5), [1])]
    larger = draw.some(2, range(2, 5), range(5, 8), range(1, 3))
    one = (1, draw.integer(range(3, 6)), 2)
    return [case(*triple, padding="same") for triple in [*dense, *over, *below, *above, *even, one, *larger]]


def conv_sizes_easy(draw: Draw) -> list[Case]:
    """Kernel 1, no cell left over: whoever has either formula right is right here, so only the types are at stake.

    That of the result, NumPy's integers, and arguments by name.
    """
    strided = [(steps * stride + 1, 1, stride) for steps, stride in draw.some(2, range(2, 6), range(3, 6))]
    triples = [(1, 1, 1), (draw.integer(range(4, 20)), 1, 1), *strided]
    usual = [case(*triple, padding=padding) for triple in triples for padding in ("valid", "same")]
    return [*usual, _of_numpy(strided[0]), case(size=draw.integer(range(4, 20)), kernel=1)]


def transposed_sizes_stride_1(draw: Draw) -> list[Case]:
    usual = draw.some(3, range(4, 40), range(2, 8))
    smaller = draw.some(1, range(2, 5), range(6, 10))
    return [case(*pair) for pair in [(1, 1), (1, draw.integer(range(3, 8))), *usual, *smaller]]


def transposed_sizes_strided(draw: Draw) -> list[Case]:
    """Kernels as large as the stride or larger; a size in the thousands."""
    sizes, kernels, strides = range(3, 20), range(3, 10), range(2, 5)
    usual = draw.some(4, sizes, kernels, strides, where=lambda _, k, s: k > s)
    one = draw.some(1, [1], range(4, 8), range(2, 4))
    large = draw.some(1, range(520, 900), range(3, 7), [2])
    tiled = draw.integer(range(2, 5))
    return [case(*triple) for triple in [*one, *usual, (draw.integer(sizes), tiled, tiled), *large]]


def transposed_sizes_wide(draw: Draw) -> list[Case]:
    one = (1, 1, draw.integer(range(2, 5)))
    wide = draw.some(5, range(2, 20), range(1, 5), range(3, 9), where=lambda _, k, s: s > k)
    return [case(*triple) for triple in [one, *wide]]


def transposed_sizes_same(draw: Draw) -> list[Case]:
    """Cropped; neither cropped nor wide; a stride beyond the kernel; a single cell."""
    sizes = range(3, 30)
    cropped = draw.some(4, sizes, range(3, 9), range(2, 5), where=lambda _, k, s: k > s)
    one = draw.some(1, [1], range(4, 8), range(2, 4))
    others = [(draw.integer(sizes), 2, 2), (draw.integer(sizes), 1, 4), (draw.integer(sizes), 3, 1)]
    return [case(*triple, padding="same") for triple in [*one, *cropped, *others]]


def transposed_sizes_easy(draw: Draw) -> list[Case]:
    """Kernel equal to the stride: every formula agrees here, so that only the types are at stake, as above."""
    pairs = [(draw.integer(range(3, 20)), stride) for stride in (1, 2, 3)]
    usual = [case(size, stride, stride, padding=padding) for size, stride in pairs for padding in ("valid", "same")]
    size, stride = pairs[1]
    return [*usual, _of_numpy((size, stride, stride)), case(size=size, kernel=stride, stride=stride)]
