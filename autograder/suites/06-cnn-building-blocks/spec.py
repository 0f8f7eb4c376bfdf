"""What each function should answer, as slow and obvious as it can be said: weights are counted one by one, pixels that
reach an output are walked to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

Layer = tuple[int, int, int]
"""(kernel, stride, dilation)."""


def conv_parameters(kernel: int, in_channels: int, out_channels: int, bias: bool = True) -> int:
    """Every filter has a weight for each cell of the kernel in each input channel, and at most one bias."""
    count = 0
    for _filter in range(out_channels):
        for _weight in product(range(kernel), range(kernel), range(in_channels)):
            count += 1
        count += 1 if bias else 0
    return count


def separable_parameters(kernel: int, in_channels: int, out_channels: int, bias: bool = True) -> int:
    """A kernel for each input channel, then a 1×1 convolution; biases as `keras.layers.SeparableConv2D` has them."""
    count = 0
    for _weight in product(range(in_channels), range(kernel), range(kernel)):
        count += 1
    return count + conv_parameters(1, in_channels, out_channels, bias)


def multiply_adds(kernel: Sequence[int], in_channels: int, out_channels: int, output_size: Sequence[int]) -> int:
    """Every number of the output takes one for each cell of the kernel in each input channel."""
    numbers = sum(1 for _place in product(*map(range, output_size))) * out_channels
    return numbers * sum(1 for _weight in product(*map(range, kernel), range(in_channels)))


def dilated_extent(kernel: int, dilation: int) -> int:
    """From the first to the last cell that a weight lies on."""
    cells = [weight * dilation for weight in range(kernel)]
    return cells[-1] - cells[0] + 1


def receptive_field(layers: Sequence[Layer]) -> int:
    """From the first to the last input pixel that reaches one output pixel, walked to from the output."""
    reached = {0}
    for kernel, stride, dilation in reversed(layers):
        reached = {place * stride + weight * dilation for place in reached for weight in range(kernel)}
    return max(reached) - min(reached) + 1
