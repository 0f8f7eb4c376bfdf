"""Misconceptions about the depthwise separable block.

People's blocks differ, so each is known by its signs in the graph.
"""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import detectors, graph_paths, model_facts
from . import wrong_answers_blocks as wrong

SEPARABLE = (
    Misconception(
        id="resized-to-fit",
        name=Text(ko="크기를 Resizing으로 맞춤", en="The size made to fit with Resizing"),
        text=Text(
            ko="`Resizing`은 앞에서 무슨 일이 있었든 정한 크기로 맞춥니다. 그래서 합성곱이 가장자리를 깎아도 드러나지 "
            '않습니다. 합성곱에 `padding="same"`을 주면 크기가 그대로여서 맞출 것이 없습니다.',
            en="`Resizing` brings a tensor to its size whatever happened before, so a border that the convolutions "
            'took off does not show. With `padding="same"` they keep the size, and nothing is left to be made to fit.',
        ),
        answers={"depthwise_separable_block": wrong.separable_resized, "residual_block": wrong.resized_to_fit},
        signs={
            "depthwise_separable_block": lambda facts, *_: model_facts.is_resized(facts),
            "residual_block": lambda facts, *_: model_facts.is_resized(facts),
        },
    ),
    Misconception(
        id="layers-shared",
        name=Text(ko="두 블록이 층을 나누어 씀", en="Layers shared between blocks"),
        text=Text(
            ko="층을 한 번만 만들어 두고 부를 때마다 다시 썼습니다. 그러면 블록을 몇 개 쌓아도 가중치는 한 벌뿐이라, "
            "모두 같은 것만 배웁니다. `keras.layers.…(…)`는 함수 안에 적어서 부를 때마다 새 층이 생기게 하세요.",
            en="The layers are made once and used again at every call. However many blocks are stacked, they then have "
            "one set of weights and learn the same. Write `keras.layers.…(…)` inside the function, so that each call "
            "makes new layers.",
        ),
        answers={
            "depthwise_separable_block": wrong.separable_of_shared_layers,
            "residual_block": wrong.residual_of_shared_layers,
        },
        signs={
            "depthwise_separable_block": lambda facts, *_: model_facts.shares_layers(facts),
            "residual_block": lambda facts, *_: model_facts.shares_layers(facts),
        },
    ),
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
        signs={"depthwise_separable_block": detectors.halved, "residual_block": detectors.halved},
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
        signs={"depthwise_separable_block": lambda facts, *_: detectors.kernels(facts) == {graph_paths.DEPTHWISE}},
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
        signs={"depthwise_separable_block": detectors.channels_kept, "residual_block": detectors.channels_kept},
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
        signs={"depthwise_separable_block": lambda facts, *_: detectors.convolutions(facts) == {("3×3",)}},
        keeps_form=False,
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
            "depthwise_separable_block": lambda facts, *_: (
                detectors.convolutions(facts) == {(graph_paths.POINTWISE, graph_paths.DEPTHWISE)}
            )
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
        signs={
            "depthwise_separable_block": lambda facts, *_: (
                {kernel.partition(" ")[0] for kernel in detectors.kernels(facts)} >= {"3×1", "1×3"}
            )
        },
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
        signs={
            "depthwise_separable_block": lambda facts, *_: (
                detectors.convolutions(facts) == {(graph_paths.DEPTHWISE, "3×3")}
            )
        },
    ),
    Misconception(
        id="ordinary-for-depthwise",
        name=Text(ko="깊이별 합성곱 자리에 보통 합성곱을 씀", en="An ordinary convolution for the depthwise step"),
        text=Text(
            ko="1×1 합성곱 앞에 보통 3×3 합성곱을 두었습니다. 그러면 앞에서 이미 모든 채널이 섞이고, 파라미터도 줄지 "
            "않습니다. 채널마다 커널 한 장으로 따로 보는 `DepthwiseConv2D`가 그 자리에 옵니다.",
            en="Before the 1×1 convolution there is an ordinary 3×3 one. It mixes all channels already, and saves no "
            "parameters. In its place belongs `DepthwiseConv2D`, which looks at each channel by itself.",
        ),
        answers={"depthwise_separable_block": wrong.ordinary_for_depthwise},
        signs={
            "depthwise_separable_block": lambda facts, *_: (
                detectors.convolutions(facts) == {("3×3", graph_paths.POINTWISE)}
            )
        },
    ),
    Misconception(
        id="some-groups",
        name=Text(ko="groups가 입력의 채널 수와 다름", en="Fewer groups than channels"),
        text=Text(
            ko="3×3 합성곱에 `groups`를 주었지만 입력의 채널 수보다 적습니다. 그러면 한 그룹에 채널이 여러 개 들어가서 "
            "커널이 그 채널들을 함께 봅니다. 깊이별 합성곱은 채널마다 따로 보므로 `groups`가 입력의 채널 "
            "수(`x.shape[-1]`)와 같아야 합니다. `DepthwiseConv2D`는 언제나 그렇습니다.",
            en="The 3×3 convolution has `groups`, but fewer than there are channels in its input. A group then has "
            "several channels, which its kernels see together. A depthwise convolution looks at each channel by "
            "itself: there are as many groups as input channels (`x.shape[-1]`), as there always are in "
            "`DepthwiseConv2D`.",
        ),
        answers={"depthwise_separable_block": wrong.some_groups},
        signs={"depthwise_separable_block": lambda facts, *_: detectors.has(facts, "3×3 in groups")},
    ),
)
