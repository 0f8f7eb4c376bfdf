"""The themes of the hidden cases. Each submission has numbers of its own; what makes a case telling stays.

Blocks get channels in multiples of 32, as the text says: so bottlenecks and normalisation by groups come out even.
"""

from __future__ import annotations

from fcnkit.suite import Case, Draw, Input, case

KERNELS, CHANNELS = (2, 3, 5, 7), range(3, 48)

# Parameters


def conv_with_bias(draw: Draw) -> list[Case]:
    first, *others = _settings(draw, 5)
    return [*[case(*each) for each in others], case(*first, bias=True)]


def conv_without_bias(draw: Draw) -> list[Case]:
    return [case(*each, bias=False) for each in _settings(draw, 4)]


def _settings(draw: Draw, wanted: int) -> list[tuple[int, ...]]:
    """(kernel, in, out), with another number of channels out than in."""
    return draw.some(wanted, KERNELS, CHANNELS, CHANNELS, where=lambda _, ins, outs: ins != outs)


def conv_one_by_one(draw: Draw) -> list[Case]:
    first, second, third = draw.some(3, CHANNELS, CHANNELS, where=lambda ins, outs: ins != outs)
    return [case(1, *first), case(1, *second), case(1, *third, bias=False), case(1, 1, 1, bias=False)]


def conv_grey(draw: Draw) -> list[Case]:
    """One channel alone, where it does not show whether channels are counted."""
    first, second, third = draw.some(3, (3, 5, 7), [1], CHANNELS)
    return [case(*first), case(*second), case(*third, bias=False)]


def conv_any(draw: Draw) -> list[Case]:
    first, second = _settings(draw, 2)
    return [case(*first), case(*second, bias=False)]


separable_with_bias = conv_with_bias
separable_without_bias = conv_without_bias
separable_any = conv_any


def separable_alike(draw: Draw) -> list[Case]:
    """As many channels out as in, as in most blocks of a network."""
    first, second, third = draw.some(3, (3, 5), range(8, 64))
    return [case(k, n, n) for k, n in (first, second)] + [case(third[0], third[1], third[1], bias=False)]


# Multiply-adds

ODD = range(3, 64, 2)
SIDES = (2, 3, 5, 7)
"""Of kernels; no two alike in one kernel, so that it shows which of them are counted."""


def adds_along_a_line(draw: Draw) -> list[Case]:
    """One of the results is odd: where all are even, nobody sees whether an answer is rounded to such."""
    usual = draw.some(2, SIDES, CHANNELS, CHANNELS, range(20, 200), where=lambda _, ins, outs, __: ins != outs)
    odd = draw.some(1, (3, 5, 7), ODD, ODD, range(21, 200, 2), where=lambda _, ins, outs, __: ins != outs)
    return [case((kernel,), ins, outs, (size,)) for kernel, ins, outs, size in (*usual, *odd)]


def adds_over_images(draw: Draw) -> list[Case]:
    """Kernels that are and are not square, 1×1 among them, and sizes that are not."""
    first, second, third = (_adds(draw, 2) for _ in range(3))
    ins, outs, rows, cols = third
    square = draw.integer((3, 5))
    usual = [case(_kernel(draw, 2), a, b, tuple(size)) for a, b, *size in (first, second)]
    return [*usual, case((square, square), *first[:2], tuple(second[2:])), case((1, 1), ins, outs, (rows, cols))]


def adds_over_video(draw: Draw) -> list[Case]:
    settings = [_adds(draw, 3) for _ in range(3)]
    return [case(_kernel(draw, 3), ins, outs, tuple(size)) for ins, outs, *size in settings]


def adds_any(draw: Draw) -> list[Case]:
    ins, outs, *size = _adds(draw, 2)
    return [case(_kernel(draw, 2), ins, outs, tuple(size)), case(_kernel(draw, 1), outs, ins, (size[0],))]


def _kernel(draw: Draw, directions: int) -> tuple[int, ...]:
    return tuple(side for (side,) in draw.some(directions, SIDES))


def _adds(draw: Draw, directions: int) -> tuple[int, ...]:
    """(in, out, *output size), where the sizes differ."""
    ((ins, outs),) = draw.some(1, CHANNELS, CHANNELS, where=lambda ins, outs: ins != outs)
    return (ins, outs, *(size for (size,) in draw.some(directions, range(4, 30))))


# Blocks


def _side(draw: Draw) -> int:
    return draw.integer(range(8, 33, 2))


def blocks_alike(draw: Draw) -> list[Case]:
    """As many channels out as in, and sides that are odd, even and not alike.

    Two kernels without padding fit into each: what such a block loses does not hang on the draw.
    """
    even, odd, other = _side(draw), draw.integer(range(9, 16, 2)), draw.integer(range(17, 22))
    shapes = [(even, even, 32), (odd, odd - 4, 32), (odd, other, 64)]
    return [case(Input(shape), shape[-1]) for shape in shapes]


def blocks_wider(draw: Draw) -> list[Case]:
    sides = _side(draw), _side(draw)
    return [case(Input((sides[0], sides[0], 32)), 64), case(Input((sides[1], sides[1] - 2, 32)), 96)]


def blocks_narrower(draw: Draw) -> list[Case]:
    return [case(Input((_side(draw), _side(draw), 64)), 32)]


def blocks_other(draw: Draw) -> list[Case]:
    """More channels out than in, and fewer."""
    return [*draw.cases(blocks_wider), *draw.cases(blocks_narrower)]


def blocks_stacked(draw: Draw) -> list[Case]:
    """Each is put on top of itself, once where the channels agree from the start, once where they change."""
    sides = _side(draw), _side(draw)
    return [case(Input((*sides, channels), times=2), 64) for channels in (64, 32)]


def blocks(draw: Draw) -> list[Case]:
    return [*draw.cases(blocks_alike), *draw.cases(blocks_other)]


# Extents and fields


def extents_dense(draw: Draw) -> list[Case]:
    """Without gaps."""
    return [case(kernel, 1) for kernel in (1, 3, 2 * draw.integer(range(2, 12)) + 1, 2 * draw.integer(range(2, 12)))]


def extents_dilated(draw: Draw) -> list[Case]:
    usual = draw.some(5, (3, 5, 7, 9), range(2, 20))
    even = draw.some(1, (2, 4, 6), range(3, 20))
    return [case(*pair) for pair in [*usual, *even, (3, draw.integer(range(510, 2000)))]]


def extents_of_one(draw: Draw) -> list[Case]:
    """A kernel of one weight has no gaps, however far they would be."""
    return [case(1, *dilation) for dilation in draw.some(2, range(2, 30))]


def extents_any(draw: Draw) -> list[Case]:
    return [case(draw.integer((5, 7, 9)), 1), case(3, draw.integer(range(4, 400)))]


def _kernels(draw: Draw, wanted: int) -> list[int]:
    return [draw.integer((3, 5, 7)) for _ in range(wanted)]


def fields_plain(draw: Draw) -> list[Case]:
    kernels = [_kernels(draw, 1), [3, 3, 3], _kernels(draw, 2), [1, *_kernels(draw, 2), 1], [1]]
    return [case([(kernel, 1, 1) for kernel in several]) for several in kernels]


def fields_with_strides(draw: Draw) -> list[Case]:
    """Strides of 2 and 3; none in the last layer but once, since there it changes nothing."""
    return [
        case([(kernel, stride, 1) for kernel, stride in zip(_kernels(draw, len(strides)), strides, strict=True)])
        for strides in [(2, 1), (2, 2, 1), (1, 2, 1, 2, 1), (3, 2, 1), (draw.integer((2, 3)), 1, 2)]
    ]


def fields_with_dilations(draw: Draw) -> list[Case]:
    """Among them the first layer alone dilated, doubled dilations, and a stack that sees more than a thousand cells."""
    dilations = [(draw.integer(range(2, 9)),), (1, 2, 4), (1, 2, 4, 8), (draw.integer(range(2, 6)), 1)]
    usual = [[(kernel, 1, d) for kernel, d in zip(_kernels(draw, len(ds)), ds, strict=True)] for ds in dilations]
    return [case(layers) for layers in [*usual, [(draw.integer((2, 3)), 1, 2**n) for n in range(10)]]]


def fields_mixed(draw: Draw) -> list[Case]:
    a, b, c, d = _kernels(draw, 4)
    return [
        case([(a, 2, 1), (b, 2, 1), (c, 1, 2), (d, 1, 4)]),
        case([(b, 1, 2), (4, 4, 1), (a, 2, 3), (d, 1, 1)]),
        case([(1, 2, 1), (c, 1, 1)]),
    ]


def fields_any(draw: Draw) -> list[Case]:
    a, b, c = _kernels(draw, 3)
    return [case([(a, 2, 1), (b, 1, 2)]), case([(c, 1, 1)])]
