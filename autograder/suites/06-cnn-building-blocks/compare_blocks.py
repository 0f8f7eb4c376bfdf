"""How what was found out about a block is judged; `got` is what a look of `model_facts.py` picks."""

from __future__ import annotations

from typing import Any

from fcnkit.suite import Text

from . import graph_paths, model_facts

SEPARABLE = [graph_paths.DEPTHWISE, graph_paths.POINTWISE]

_SIZE = Text(
    ko='출력의 높이와 너비가 입력과 다릅니다. 모든 합성곱에 `padding="same"`이 있고 스트라이드가 1인지 확인해 보세요.',
    en='Height and width of the output differ from those of the input. Do all convolutions have `padding="same"` and '
    "stride 1?",
)
_SHRUNK = Text(
    ko="출력의 높이와 너비가 3×3 합성곱 하나를 스트라이드 1로 적용한 것과 다릅니다.",
    en="Height and width of the output are not what one 3×3 convolution of stride 1 leaves.",
)
_RESIZED = Text(
    ko="`Resizing`으로 크기를 맞추었습니다. 그러면 합성곱이 깎아 낸 가장자리가 가려지므로, 블록에서는 쓰지 않습니다.",
    en="`Resizing` brings the tensor to a size, which hides the border that the convolutions took off. It is not used "
    "in these blocks.",
)
_FILLED = Text(
    ko="합성곱이 가장자리를 깎은 다음에 0을 둘러서 크기를 맞추었습니다. 그러면 가장자리의 픽셀에는 합성곱의 결과가 "
    '없습니다. 0은 합성곱보다 먼저 두르거나, 합성곱에 `padding="same"`을 주세요.',
    en="Zeros are put around what the convolutions had taken a border off, to make the size fit, so the pixels at the "
    'border get nothing from the convolutions. Pad before a convolution, or give it `padding="same"`.',
)
_CHANNELS_FIRST = Text(
    ko='블록 안에 `data_format="channels_first"`인 합성곱이 있습니다. 이 과제의 텐서에서는 채널이 마지막 축입니다.',
    en='There are convolutions with `data_format="channels_first"` in the block. In this assignment the channels are '
    "the last axis.",
)
_SHARED = Text(
    ko="블록을 두 번 이어서 쓰면 두 블록이 같은 층을 나누어 씁니다. 층은 함수 안에서, 부를 때마다 새로 만들어 주세요.",
    en="Two of the blocks in a row have a layer in common. Make the layers inside the function, new ones at each call.",
)
_CHANNELS = Text(ko="출력의 채널 수가 `filters`가 아닙니다.", en="The output does not have `filters` channels.")
_NO_SPATIAL = Text(
    ko="블록 안에 3×3 합성곱이 없거나, 그 결과가 지름길과 더해지지 않습니다.",
    en="There is no 3×3 convolution in the block, or what comes of it is not added to the shortcut.",
)
_OTHER_KERNEL = Text(
    ko="블록 안에 3×3도 1×1도 아닌 합성곱이 있습니다.",
    en="There are convolutions in the block that are neither 3×3 nor 1×1.",
)
_NO_SHORTCUT = Text(
    ko="3×3 합성곱을 건너뛰어 더해지는 지름길이 없습니다. 블록에 들어온 `x`를 마지막에 더하는지 확인해 보세요.",
    en="There is no shortcut that passes the 3×3 convolutions by and is added. Is the `x` that came into the block "
    "added at its end?",
)
_ALL_CONVOLVED = Text(
    ko="덧셈에 이르는 길이 모두 3×3 합성곱을 지납니다. 지름길은 3×3 합성곱을 건너뛰어야 합니다.",
    en="Every way to the sum passes a 3×3 convolution. The shortcut should pass them by.",
)
_NOT_IDENTITY = Text(
    ko="채널 수가 같으면 지름길은 `x` 그대로여야 하는데, 더하기 전에 무언가를 거칩니다. 예에서 `x → +`로 적은 "
    "길입니다.",
    en="Where the channels agree, the shortcut should be `x` itself, but something lies on it before the sum. In the "
    "example it is the way written `x → +`.",
)
_NOT_PROJECTED = Text(
    ko="채널 수가 다르면 지름길에는 1×1 합성곱이 하나 있어야 합니다. 예에서 `x → 1×1 → +`로 적은 길입니다.",
    en="Where the channels differ, there should be one 1×1 convolution on the shortcut. In the example it is the way "
    "written `x → 1×1 → +`.",
)
_IDLE = Text(
    ko="블록 안에 가중치를 아무리 바꾸어도 출력이 달라지지 않는 합성곱이 있습니다. 그런 합성곱은 아무것도 배우지 "
    "못하므로 없는 것으로 봅니다. 결과에 0을 곱하거나 다시 빼서 없애는 곳이 있는지 살펴보세요.",
    en="Some convolutions in the block make no difference to its output, whatever their weights are. They learn "
    "nothing, so they count as if they were not there. Is what comes of them multiplied by 0, or taken away again?",
)
_NOT_SEPARABLE = Text(
    ko="입력에서 출력까지 지나는 합성곱이 3×3 깊이별 합성곱 하나와 그다음 1×1 합성곱 하나가 아닙니다.",
    en="The convolutions from the input to the output are not one 3×3 depthwise convolution and then one 1×1 "
    "convolution.",
)


def size(got: Any, expected: Any) -> Text | None:
    return _made_to_fit(got) or (None if got == expected else _SIZE)


def _made_to_fit(got: Any) -> Text | None:
    if isinstance(got, model_facts.Resized):
        return _RESIZED
    return _FILLED if isinstance(got, model_facts.Filled) else None


def size_with_any_padding(got: Any, expected: Any) -> Text | None:
    """As large as the input, or by 2 smaller where nothing was padded."""
    valid = tuple(side - 2 for side in expected)
    return _made_to_fit(got) or (None if got in (expected, valid) else _SHRUNK)


def channels(got: Any, expected: Any) -> Text | None:
    return None if got == expected else _CHANNELS


def channels_of_two(got: Any, expected: Any) -> Text | None:
    """Of two blocks in a row, which have no layer in common."""
    return channels(got, expected) or (_SHARED if isinstance(got, model_facts.Shared) else None)


def convolutions(got: Any, _expected: Any) -> Text | None:
    """At least one 3×3 convolution, before a sum, and no kernels but 3×3 and 1×1."""
    kernels = {kernel for way in got for kernel in graph_paths.convolutions(way)}
    if any(kernel.endswith(graph_paths.FIRST) for kernel in kernels):
        return _CHANNELS_FIRST
    if kernels - {*graph_paths.SPATIAL, graph_paths.POINTWISE}:
        return _OTHER_KERNEL
    return _judged(any(graph_paths.is_spatial(way) and graph_paths.SUM in way for way in got), got, _NO_SPATIAL)


def identity(got: Any, _expected: Any) -> Text | None:
    shortcuts = graph_paths.shortcuts(got)
    if not shortcuts:
        return _judged(False, got, _ALL_CONVOLVED if _adds(got) else _NO_SHORTCUT)
    return _judged(any(map(graph_paths.is_identity, shortcuts)), got, _NOT_IDENTITY)


def projection(got: Any, _expected: Any) -> Text | None:
    shortcuts = graph_paths.shortcuts(got)
    if not shortcuts:
        return _judged(False, got, _ALL_CONVOLVED if _adds(got) else _NO_SHORTCUT)
    is_projected = any(graph_paths.convolutions(way) == [graph_paths.POINTWISE] for way in shortcuts)
    return _judged(is_projected, got, _NOT_PROJECTED)


def separable(got: Any, _expected: Any) -> Text | None:
    is_separable = bool(got) and all(graph_paths.convolutions(way) == SEPARABLE for way in got)
    return _judged(is_separable, got, _NOT_SEPARABLE)


def _adds(got: Any) -> bool:
    """Whether there is a sum, and 3×3 convolutions on every way to it."""
    added = [way[: way.index(graph_paths.SUM)] for way in got if graph_paths.SUM in way]
    return bool(added) and all(map(graph_paths.is_spatial, added))


def _judged(is_right: bool, got: Any, otherwise: Text) -> Text | None:
    """What is told of a wrong one: that some of its convolutions do nothing, or this."""
    if is_right:
        return None
    return _IDLE if isinstance(got, model_facts.IdleWays) else otherwise
