"""Misconceptions about the two blocks.

People's blocks differ, so each is known by its signs in the graph.
"""

from __future__ import annotations

import looks
import ways
import wrong_answers as wrong
from looks import Facts

from fcnkit.grading.protocol import Input
from fcnkit.misconception import Misconception
from fcnkit.text import Text


def _convolutions(facts: Facts) -> set[tuple[str, ...]]:
    """What lies on each way, other layers left out."""
    return {tuple(ways.convolutions(way)) for way in ways.ways(facts)}


def _channels_kept(facts: Facts, x: Input, filters: int) -> bool:
    return looks.channels(facts) == x.shape[-1] != filters


def _halved(facts: Facts, x: Input, _filters: int) -> bool:
    """Whether height or width is half or less."""
    return any(
        after is not None and after <= (before + 1) // 2
        for before, after in zip(x.shape[:2], looks.shape(facts)[:2], strict=False)
    )


def _has(facts: Facts, passed: str) -> bool:
    return any(passed in way for way in ways.ways(facts))


def _never_added(facts: Facts) -> bool:
    """Whether convolutions, at least two, follow one another and nothing else."""
    is_stacked = any(len(passed) > 1 for passed in _convolutions(facts))
    return is_stacked and not _has(facts, ways.SUM) and not _has(facts, ways.CONCAT)


def _always_projected(facts: Facts, x: Input, filters: int) -> bool:
    shortcuts = ways.shortcuts(ways.ways(facts))
    return (
        x.shape[-1] == filters and not any(map(ways.is_identity, shortcuts)) and any(map(ways.convolutions, shortcuts))
    )


def _on_bare_shortcuts(facts: Facts, x: Input, filters: int) -> list[ways.Way]:
    """What lies before the sum on each shortcut without a convolution, where none of them is the input itself."""
    shortcuts = ways.shortcuts(ways.ways(facts))
    bare = [way for way in shortcuts if not ways.convolutions(way)]
    is_changed = x.shape[-1] == filters and not any(map(ways.is_identity, bare))
    return [way[: way.index(ways.SUM)] for way in bare] if is_changed else []


def _changed_shortcut(facts: Facts, x: Input, filters: int) -> bool:
    found = _on_bare_shortcuts(facts, x, filters)
    return any(passed not in ways.DROPOUTS for way in found for passed in way)


def _dropped_shortcut(facts: Facts, x: Input, filters: int) -> bool:
    return bool(_on_bare_shortcuts(facts, x, filters)) and not _changed_shortcut(facts, x, filters)


SEPARABLE = (
    Misconception(
        id="halved",
        name=Text(ko="블록 안에서 스트라이드를 줌", en="A stride in the block"),
        text=Text(
            ko="블록 안의 합성곱에 스트라이드가 있어 높이와 너비가 줄었습니다. 이 블록은 스트라이드를 1로 둡니다. "
            "크기는 블록과 블록 사이에서 줄입니다.",
            en="There is a stride in the block, so height and width shrink. In these blocks strides are 1; sizes are "
            "reduced between blocks.",
        ),
        answers={"depthwise_separable_block": wrong.separable_with_stride, "residual_block": wrong.halved},
        signs={"depthwise_separable_block": _halved, "residual_block": _halved},
    ),
    Misconception(
        id="depthwise-alone",
        name=Text(ko="1×1 합성곱 없이 깊이별 합성곱만 둠", en="Depthwise without the 1×1 convolution"),
        text=Text(
            ko="깊이별 합성곱에서 끝났습니다. 깊이별 합성곱은 채널을 섞지 않고 채널 수도 바꾸지 않습니다. 그 뒤에 "
            "필터가 `filters`개인 1×1 합성곱이 와야 합니다.",
            en="The block ends with the depthwise convolution, which mixes no channels and keeps their number. After "
            "it comes a 1×1 convolution with `filters` filters.",
        ),
        answers={"depthwise_separable_block": wrong.depthwise_alone},
        signs={"depthwise_separable_block": lambda facts, *_: _convolutions(facts) == {(ways.DEPTHWISE,)}},
    ),
    Misconception(
        id="channels-kept",
        name=Text(ko="filters를 쓰지 않음", en="filters not used"),
        text=Text(
            ko="출력의 채널 수가 `filters`가 아니라 입력의 채널 수입니다. 마지막 합성곱의 필터 수를 `filters`로 "
            "쓰세요.",
            en="The output has as many channels as the input instead of `filters`. The last convolution has `filters` "
            "filters.",
        ),
        answers={
            "depthwise_separable_block": wrong.separable_channels_kept,
            "residual_block": wrong.residual_channels_kept,
        },
        signs={"depthwise_separable_block": _channels_kept, "residual_block": _channels_kept},
    ),
    Misconception(
        id="ordinary-convolution",
        name=Text(ko="보통 합성곱을 씀", en="An ordinary convolution"),
        text=Text(
            ko="보통 3×3 합성곱을 썼습니다. 보통 합성곱의 필터는 모든 채널을 한꺼번에 봅니다. 깊이별 분리 합성곱은 이 "
            "일을 둘로 나눕니다. 먼저 채널마다 따로 주위를 보고(`DepthwiseConv2D`), 그다음 픽셀마다 채널을 "
            "섞습니다(1×1).",
            en="This is an ordinary 3×3 convolution, whose filters see all channels at once. A depthwise separable "
            "one divides the work in two: first look around in each channel by itself (`DepthwiseConv2D`), then mix "
            "the channels of each pixel (1×1).",
        ),
        answers={"depthwise_separable_block": wrong.ordinary_convolution},
        signs={"depthwise_separable_block": lambda facts, *_: _convolutions(facts) == {("3×3",)}},
    ),
    Misconception(
        id="pointwise-first",
        name=Text(ko="1×1 합성곱을 먼저 둠", en="The 1×1 convolution first"),
        text=Text(
            ko="순서가 반대입니다. 이 과제와 `SeparableConv2D`에서는 3×3 깊이별 합성곱이 먼저이고 1×1 합성곱이 "
            "그다음입니다. 1×1이 먼저면 파라미터 수도 달라집니다.",
            en="The order is the other way round. In this assignment, as in `SeparableConv2D`, the 3×3 depthwise "
            "convolution comes first and the 1×1 after it; else the number of parameters is another one, too.",
        ),
        answers={"depthwise_separable_block": wrong.pointwise_first},
        signs={
            "depthwise_separable_block": lambda facts, *_: _convolutions(facts) == {(ways.POINTWISE, ways.DEPTHWISE)}
        },
    ),
    Misconception(
        id="rows-and-columns",
        name=Text(ko="커널을 가로와 세로로 나눔", en="Separated into rows and columns"),
        text=Text(
            ko="3×3 커널을 3×1과 1×3으로 나누었습니다. 그것은 공간 분리 합성곱이라는 다른 방법입니다. 깊이별 분리 "
            "합성곱은 공간(3×3)과 채널(1×1)을 나눕니다.",
            en="The 3×3 kernel was separated into 3×1 and 1×3: that is a spatially separable convolution, another "
            "thing. A depthwise separable one separates space (3×3) from channels (1×1).",
        ),
        answers={"depthwise_separable_block": wrong.rows_and_columns},
        signs={"depthwise_separable_block": lambda facts, *_: _has(facts, "3×1") and _has(facts, "1×3")},
    ),
    Misconception(
        id="mixed-by-three-by-three",
        name=Text(ko="채널을 섞는 데 3×3을 씀", en="Channels mixed by 3×3"),
        text=Text(
            ko="깊이별 합성곱 뒤에 또 3×3 합성곱을 두었습니다. 주위를 보는 일은 이미 끝났으니 채널을 섞는 데는 "
            "1×1이면 됩니다. 3×3을 쓰면 파라미터가 보통 합성곱보다도 많아집니다.",
            en="After the depthwise convolution comes another 3×3. Looking around is done already; to mix the "
            "channels, 1×1 is enough. With 3×3 there are even more parameters than in an ordinary convolution.",
        ),
        answers={"depthwise_separable_block": wrong.mixed_by_three_by_three},
        signs={"depthwise_separable_block": lambda facts, *_: _convolutions(facts) == {(ways.DEPTHWISE, "3×3")}},
    ),
)

RESIDUAL = (
    Misconception(
        id="never-projected",
        name=Text(ko="채널 수가 다르면 지름길을 뺌", en="No shortcut where the channels differ"),
        text=Text(
            ko="채널 수가 다를 때 지름길이 없습니다. 그대로 더할 수 없을 때는 1×1 합성곱으로 채널 수만 맞추어 "
            "더합니다.",
            en="Where the channels differ, there is no shortcut. What cannot be added as it is first goes through a "
            "1×1 convolution, which makes the channels as many.",
        ),
        answers={"residual_block": wrong.never_projected},
        signs={"residual_block": lambda facts, x, filters: x.shape[-1] != filters and _never_added(facts)},
    ),
    Misconception(
        id="no-shortcut",
        name=Text(ko="지름길이 없음", en="No shortcut"),
        text=Text(
            ko="합성곱을 차례로 쌓기만 했습니다. 잔차 블록은 들어온 `x`를 합성곱의 결과에 더합니다. 그래서 합성곱은 "
            "`x`에서 무엇을 바꿀지(잔차)만 배우면 되고, 아주 깊어도 학습이 됩니다.",
            en="The convolutions are just stacked. A residual block adds the `x` that came in to what they give: they "
            "only have to learn what to change about it, the residual, and very deep networks can be trained.",
        ),
        answers={"residual_block": wrong.no_shortcut},
        signs={"residual_block": lambda facts, *_: _never_added(facts)},
    ),
    Misconception(
        id="shortcut-concatenated",
        name=Text(ko="지름길을 더하지 않고 이어 붙임", en="The shortcut concatenated"),
        text=Text(
            ko="지름길을 더하지 않고 채널 방향으로 이어 붙였습니다. 그것은 DenseNet의 방식입니다. ResNet의 잔차 "
            "블록은 `Add`나 `x + shortcut`으로 더합니다.",
            en="The shortcut was concatenated along the channels, as DenseNet does. ResNet's residual block adds it, "
            "with `Add` or `x + shortcut`.",
        ),
        answers={"residual_block": wrong.shortcut_concatenated},
        signs={
            "residual_block": lambda facts, *_: any(
                ways.CONCAT in way and not ways.is_spatial(way) for way in ways.ways(facts)
            )
        },
    ),
    Misconception(
        id="always-projected",
        name=Text(ko="언제나 1×1 합성곱을 거침", en="Always a 1×1 convolution on the shortcut"),
        text=Text(
            ko="채널 수가 같은데도 지름길에 1×1 합성곱이 있습니다. 같을 때는 `x`를 그대로 더하세요. 아무것도 거치지 "
            "않는 길이 있어야 그래디언트가 깊은 곳까지 그대로 흐릅니다.",
            en="There is a 1×1 convolution on the shortcut although the channels agree. Add `x` itself then: along a "
            "way with nothing on it, gradients flow unchanged into the depth.",
        ),
        answers={"residual_block": wrong.always_projected},
        signs={"residual_block": _always_projected},
    ),
    Misconception(
        id="projected-by-three-by-three",
        name=Text(ko="지름길에 3×3 합성곱을 둠", en="A 3×3 convolution on the shortcut"),
        text=Text(
            ko="지름길에도 3×3 합성곱이 있습니다. 지름길은 주위를 보지 않고 채널 수만 맞추는 길이라서 1×1이면 됩니다.",
            en="There is a 3×3 convolution on the shortcut, too. It need not look around, only make the channels as "
            "many: 1×1 is enough.",
        ),
        answers={"residual_block": wrong.projected_by_three_by_three},
        signs={
            "residual_block": lambda facts, x, filters: (
                x.shape[-1] != filters and _has(facts, ways.SUM) and not ways.shortcuts(ways.ways(facts))
            )
        },
    ),
    Misconception(
        id="shortcut-changed",
        name=Text(ko="지름길에 정규화나 활성화가 있음", en="Normalisation or activation on the shortcut"),
        text=Text(
            ko="정규화나 활성화를 거친 값을 지름길로 더했습니다. 활성화를 먼저 하는 블록에서도 지름길은 그 앞의 "
            "`x`에서 갈라져 나옵니다. 블록의 첫 줄에서 `shortcut = x`로 잡아 두세요.",
            en="What is added as the shortcut has gone through a normalisation or an activation. Even in a block that "
            "begins with them, the shortcut branches off before them: write `shortcut = x` in the block's first line.",
        ),
        answers={"residual_block": wrong.activated_shortcut},
        signs={"residual_block": _changed_shortcut},
    ),
    Misconception(
        id="shortcut-dropped",
        name=Text(ko="지름길에 Dropout이 있음", en="Dropout on the shortcut"),
        text=Text(
            ko="지름길에 Dropout이 있습니다. 학습할 때마다 지름길의 값이 일부 지워지므로 `x` 그대로가 아닙니다. "
            "Dropout은 합성곱 쪽이나 더한 뒤에 두세요.",
            en="There is a Dropout on the shortcut, so in training a part of it is erased and it is not `x` itself. "
            "Put the Dropout beside the convolutions or after the sum.",
        ),
        answers={"residual_block": wrong.dropped_shortcut},
        signs={"residual_block": _dropped_shortcut},
    ),
    Misconception(
        id="no-three-by-three",
        name=Text(ko="1×1 합성곱만 둠", en="1×1 convolutions alone"),
        text=Text(
            ko="블록에 1×1 합성곱뿐입니다. 1×1은 픽셀 하나만 보므로, 주위를 보는 3×3 합성곱이 적어도 하나 있어야 "
            "합니다.",
            en="There are 1×1 convolutions alone, which see one pixel at a time. At least one 3×3 convolution is "
            "needed to look around.",
        ),
        answers={"residual_block": wrong.no_three_by_three},
        signs={
            "residual_block": lambda facts, *_: (
                _has(facts, ways.SUM) and not any(map(ways.is_spatial, ways.ways(facts)))
            )
        },
    ),
)
