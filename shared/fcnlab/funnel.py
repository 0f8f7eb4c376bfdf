"""Which input pixels reach one output pixel of a stack of convolutions, in one direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from fcnlab.canvas import Canvas, text_width
from fcnlab.fields import LINE, Layer, fields, layer_name
from fcnlab.moving import Moving
from fcnlab.palette import FILL, GREY, WHITE, Role
from fcnlab.wording import Lang, say

LARGEST = 40
"""Most input pixels that can still be told apart."""


def funnel(layers: Iterable[Layer], *, lang: Lang) -> Moving:
    """The input on top, one output pixel at the bottom, and between them all that the pixel is made from.

    `layers` are (kernel, stride, dilation), the one next to the input first; padding plays no part. Where the picture
    answers, there are several output pixels, and each cell of each layer shows what it is made from.
    """
    stack = [_checked(layer) for layer in layers]
    levels = _levels(stack)
    if not stack or levels[0][-1] >= LARGEST:
        raise ValueError(f"draw one layer or more that see at most {LARGEST} pixels, not {stack}")
    title = say(lang, ko="출력 픽셀 하나가 보는 입력 픽셀", en="the input pixels that one output pixel sees")
    return Moving(title, lambda: _draw(stack, levels, lang), lambda: fields(stack, lang), lang=lang)


def _checked(layer: Layer) -> Layer:
    kernel, stride, dilation = layer
    if min(kernel, stride, dilation) < 1:
        raise ValueError(f"(kernel, stride, dilation) are at least 1 each, not {layer}")
    return kernel, stride, dilation


def _levels(layers: Sequence[Layer]) -> list[list[int]]:
    """For the input and after each layer, the places that reach place 0 of the output, in order."""
    levels = [[0]]
    for kernel, stride, dilation in reversed(layers):
        seen = {place * stride + weight * dilation for place in levels[0] for weight in range(kernel)}
        levels.insert(0, sorted(seen))
    return levels


def _draw(layers: Sequence[Layer], levels: list[list[int]], lang: Lang) -> Canvas:
    names = [say(lang, ko="입력", en="input"), *(layer_name(layer, lang) for layer in layers)]
    left = 1.0 + max(map(text_width, names))
    canvas = Canvas(left + levels[0][-1] + 1.6, LINE * len(levels) - 0.2, lang)
    places: list[dict[int, float]] = [{place: left + place for place in range(levels[0][-1] + 1)}]
    for (kernel, stride, dilation), level in zip(layers, levels[1:], strict=True):
        above = places[-1]
        reach = (kernel - 1) * dilation
        places.append({place: (above[place * stride] + above[place * stride + reach]) / 2 for place in level})
    for number, ((kernel, stride, dilation), (above, below)) in enumerate(zip(layers, pairwise(places), strict=True)):
        top = 0.4 + LINE * number + 1
        for place, x in below.items():
            for weight in range(kernel):
                start = above[place * stride + weight * dilation]
                canvas.curve([(start + 0.5, top), (x + 0.5, top + LINE - 1)], strong=False)
    for number, (name, level, xs) in enumerate(zip(names, levels, places, strict=True)):
        top = 0.4 + LINE * number
        canvas.text((0.5, top + 0.5), name, left=True, color=GREY)
        role: Role = "input" if number == 0 else "output" if number == len(layers) else "kernel"
        for place, x in xs.items():
            canvas.box((x, top), fill=FILL[role] if place in level else WHITE)
    return canvas
