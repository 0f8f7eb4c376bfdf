"""The hidden cases: the same for every student.

Blocks get channels in multiples of 32, as the text says: so bottlenecks and normalisation by groups come out even.
"""

from __future__ import annotations

from fcnkit.grading.examiner.checks import Case, case
from fcnkit.grading.protocol import Input

# Parameters


def conv_with_bias() -> list[Case]:
    return [case(3, 3, 16), case(5, 6, 16), case(3, 16, 8), case(2, 7, 11), case(7, 3, 32, bias=True)]


def conv_without_bias() -> list[Case]:
    return [case(kernel, n, m, bias=False) for kernel, n, m in [(3, 3, 16), (5, 6, 16), (3, 16, 8), (4, 5, 7)]]


def conv_one_by_one() -> list[Case]:
    return [case(1, 64, 16), case(1, 5, 40), case(1, 32, 48, bias=False), case(1, 1, 1, bias=False)]


def conv_grey() -> list[Case]:
    """One channel alone, where it does not show whether channels are counted."""
    return [case(5, 1, 6), case(3, 1, 32), case(7, 1, 4, bias=False)]


def conv_any() -> list[Case]:
    return [case(3, 4, 8), case(5, 2, 3, bias=False)]


def separable_with_bias() -> list[Case]:
    return [case(3, 3, 16), case(5, 6, 16), case(3, 16, 8), case(2, 7, 11), case(7, 3, 32, bias=True)]


def separable_without_bias() -> list[Case]:
    return [case(kernel, n, m, bias=False) for kernel, n, m in [(3, 3, 16), (5, 6, 16), (3, 16, 8), (4, 5, 7)]]


def separable_alike() -> list[Case]:
    """As many channels out as in, as in most blocks of a network."""
    return [case(3, 32, 32), case(5, 12, 12), case(3, 24, 24, bias=False)]


def separable_any() -> list[Case]:
    return [case(3, 4, 8), case(5, 2, 3, bias=False)]


# Blocks


def blocks_alike() -> list[Case]:
    """As many channels out as in, and sides that are odd, even and not alike."""
    return [case(Input(shape), shape[-1]) for shape in [(16, 16, 32), (15, 9, 32), (7, 20, 64)]]


def blocks_wider() -> list[Case]:
    return [case(Input((16, 16, 32)), 64), case(Input((12, 10, 32)), 96)]


def blocks_narrower() -> list[Case]:
    return [case(Input((16, 16, 64)), 32)]


# Extents and fields


def extents_dense() -> list[Case]:
    """Without gaps."""
    return [case(kernel, 1) for kernel in (1, 3, 5, 8)]


def extents_dilated() -> list[Case]:
    return [case(kernel, dilation) for kernel, dilation in [(3, 2), (3, 4), (5, 2), (2, 6), (7, 3), (4, 8), (3, 600)]]


def extents_of_one() -> list[Case]:
    """A kernel of one weight has no gaps, however far they would be."""
    return [case(1, 2), case(1, 7)]


def extents_any() -> list[Case]:
    return [case(5, 1), case(3, 5)]


def fields_plain() -> list[Case]:
    kernels = [(3,), (3, 3, 3), (5, 3), (1, 7, 3, 1), (1,)]
    return [case([(kernel, 1, 1) for kernel in several]) for several in kernels]


def fields_with_strides() -> list[Case]:
    return [
        case([(kernel, stride, 1) for kernel, stride in layers])
        for layers in [
            [(3, 2), (5, 1)],
            [(7, 2), (3, 2), (3, 1)],
            [(3, 1), (2, 2), (3, 1), (2, 2), (5, 1)],
            [(5, 3), (3, 2), (2, 1)],
        ]
    ]


def fields_with_dilations() -> list[Case]:
    return [
        case([(kernel, 1, dilation) for kernel, dilation in layers])
        for layers in [
            [(3, 2)],
            [(3, 1), (3, 2), (3, 4)],
            [(2, 1), (2, 2), (2, 4), (2, 8)],
            [(5, 3), (3, 1)],
            [(2, 2**n) for n in range(10)],
        ]
    ]


def fields_mixed() -> list[Case]:
    return [
        case([(7, 2, 1), (3, 2, 1), (3, 1, 2), (3, 1, 4)]),
        case([(3, 1, 2), (4, 4, 1), (3, 2, 3), (5, 1, 1)]),
        case([(1, 2, 1), (3, 1, 1)]),
    ]


def fields_any() -> list[Case]:
    return [case([(3, 2, 1), (3, 1, 2)]), case([(5, 1, 1)])]
