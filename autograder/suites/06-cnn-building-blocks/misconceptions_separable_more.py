"""Misconceptions about the depthwise separable block that show in how its two convolutions are written.

People's blocks differ, so each is known by its signs in the graph.
"""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import detectors, graph_paths, model_facts
from . import wrong_answers_separable as wrong

SEPARABLE_MORE = (
    Misconception(
        id="border-filled",
        name=Text(ko="깎인 가장자리를 0으로 채움", en="A lost border filled with zeros"),
        text=Text(
            ko="합성곱이 가장자리를 깎은 다음에 0을 둘러서 크기를 맞추었습니다. 크기는 같아도 가장자리 픽셀에는 "
            '합성곱이 계산한 값이 없습니다. 0은 합성곱보다 먼저 둘러야 합니다. 합성곱에 `padding="same"`을 주면 '
            "Keras가 그렇게 합니다.",
            en="Zeros are put around what the convolutions had taken a border off. The size is the same again, "
            "but the pixels at the border hold nothing that a convolution computed. Zeros belong around the "
            'input of a convolution; with `padding="same"` Keras puts them there.',
        ),
        answers={"depthwise_separable_block": wrong.separable_filled, "residual_block": wrong.border_filled},
        signs={
            "depthwise_separable_block": lambda facts, *_: model_facts.is_filled(facts),
            "residual_block": lambda facts, *_: model_facts.is_filled(facts),
        },
    ),
    Misconception(
        id="channels-first",
        name=Text(ko="채널을 첫째 축으로 여김", en="Channels taken for the first axis"),
        text=Text(
            ko='합성곱에 `data_format="channels_first"`가 있습니다. 그러면 Keras는 높이를 채널로, 채널을 너비로 '
            "여깁니다. 이 과제의 텐서는 (높이, 너비, 채널)이고 Keras도 처음부터 그렇게 정해 두었으니, 그 설정을 "
            "지우세요.",
            en='The convolutions have `data_format="channels_first"`, so Keras takes the height for channels, '
            "and the channels for a width. Tensors in this assignment are (height, width, channels), as is "
            "usual in Keras: leave that setting out.",
        ),
        answers={
            "depthwise_separable_block": wrong.separable_channels_first,
            "residual_block": wrong.residual_channels_first,
        },
        signs={
            "depthwise_separable_block": lambda facts, *_: detectors.channels_first(facts),
            "residual_block": lambda facts, *_: detectors.channels_first(facts),
        },
    ),
    Misconception(
        id="one-kernel-for-all",
        name=Text(ko="모든 채널에 커널 하나를 같이 씀", en="One kernel for all channels"),
        text=Text(
            ko="채널을 나누기는 했지만 모든 채널이 커널 하나를 같이 씁니다. 깊이별 합성곱에는 채널마다 자기 커널이 "
            "있어서 채널마다 다른 것을 찾습니다. 층을 채널마다 새로 만들거나 `DepthwiseConv2D`를 쓰세요.",
            en="The channels are taken apart, but all of them go through one and the same kernel. In a depthwise"
            " convolution each channel has a kernel of its own, to look for something else. Make a new layer "
            "for each channel, or use `DepthwiseConv2D`.",
        ),
        answers={"depthwise_separable_block": wrong.one_kernel_for_all},
        signs={"depthwise_separable_block": lambda facts, *_: detectors.marked(facts, "shared")},
    ),
    Misconception(
        id="channels-left-out",
        name=Text(ko="일부 채널을 빠뜨리거나 거듭 씀", en="Channels left out or taken twice"),
        text=Text(
            ko="채널을 나누어 합성곱을 했지만, 입력의 모든 채널이 똑같은 횟수로 쓰이지는 않았습니다. 예제에 "
            "`1×1 [31/32]`처럼 적혀 있으면, 1×1 합성곱에 32채널 가운데 31채널만 들어온다는 뜻입니다. 반복문의 범위와 "
            "자르는 자리를 확인하거나 `DepthwiseConv2D`를 쓰세요.",
            en="The channels are taken apart, but not every channel of the input is used as often as any other. "
            "Where an example says `1×1 [31/32]`, 31 of 32 channels come into the 1×1 convolution. Look at the range "
            "of the loop and at the places of the slices, or use `DepthwiseConv2D`.",
        ),
        answers={"depthwise_separable_block": wrong.channels_left_out},
        signs={"depthwise_separable_block": lambda facts, *_: detectors.marked(facts, "[")},
    ),
    Misconception(
        id="pointwise-alone",
        name=Text(ko="1×1 합성곱만 둠", en="A 1×1 convolution alone"),
        text=Text(
            ko="1×1 합성곱뿐입니다. 1×1은 픽셀 하나만 보므로 주위를 보는 일이 빠졌습니다. 그 앞에 3×3 깊이별 "
            "합성곱(`DepthwiseConv2D`)을 두세요.",
            en="There is a 1×1 convolution alone. It sees one pixel at a time, so nothing looks around. Put a "
            "3×3 depthwise convolution (`DepthwiseConv2D`) before it.",
        ),
        answers={"depthwise_separable_block": wrong.pointwise_alone},
        signs={
            "depthwise_separable_block": lambda facts, *_: detectors.convolutions(facts) == {(graph_paths.POINTWISE,)}
        },
        keeps_form=False,
    ),
    Misconception(
        id="pointwise-twice",
        name=Text(ko="1×1 합성곱을 한 번 더 둠", en="One more 1×1 convolution"),
        text=Text(
            ko="1×1 합성곱이 두 번 나옵니다. `SeparableConv2D`는 깊이별 합성곱과 1×1 합성곱을 합친 층이므로 그 뒤에 "
            "1×1을 또 두지 않습니다. 하나를 빼세요.",
            en="There are two 1×1 convolutions in a row. `SeparableConv2D` is a depthwise and a 1×1 convolution "
            "in one layer, so no other 1×1 follows it. Leave one of them out.",
        ),
        answers={"depthwise_separable_block": wrong.pointwise_twice},
        signs={
            "depthwise_separable_block": lambda facts, *_: (
                detectors.convolutions(facts) == {(graph_paths.DEPTHWISE, graph_paths.POINTWISE, graph_paths.POINTWISE)}
            )
        },
    ),
    Misconception(
        id="widened-first",
        name=Text(ko="깊이별 합성곱 앞에서 채널을 늘림", en="Channels widened before the depthwise step"),
        text=Text(
            ko="깊이별 합성곱 앞에도 1×1 합성곱이 있습니다. MobileNetV2의 블록이 그렇게 채널을 늘렸다가 줄입니다. "
            "여기서 만들 것은 Xception과 MobileNet(첫 판)의 깊이별 분리 합성곱이므로 앞의 1×1을 빼세요.",
            en="There is a 1×1 convolution before the depthwise one, too. The blocks of MobileNetV2 widen the "
            "channels so and narrow them again. Here it is the depthwise separable convolution of Xception "
            "and the first MobileNet: leave out the 1×1 before it.",
        ),
        answers={"depthwise_separable_block": wrong.widened_first},
        signs={
            "depthwise_separable_block": lambda facts, *_: (
                detectors.convolutions(facts) == {(graph_paths.POINTWISE, graph_paths.DEPTHWISE, graph_paths.POINTWISE)}
            )
        },
    ),
    Misconception(
        id="pointwise-in-groups",
        name=Text(ko="1×1 합성곱에도 groups를 줌", en="Groups in the 1×1 convolution, too"),
        text=Text(
            ko="1×1 합성곱에도 `groups`가 있습니다. 그러면 그룹이 다른 채널끼리는 섞이지 않습니다. `groups`는 3×3 "
            "깊이별 합성곱에만 쓰고, 1×1 합성곱은 모든 채널을 섞게 하세요.",
            en="The 1×1 convolution has `groups`, too, so that channels of different groups are never mixed. "
            "`groups` belongs to the 3×3 depthwise convolution alone: let the 1×1 mix all channels.",
        ),
        answers={"depthwise_separable_block": wrong.pointwise_in_groups},
        signs={
            "depthwise_separable_block": lambda facts, *_: (
                detectors.kernels(facts) & {"1×1 in groups", "1×1 depthwise"} != set()
            )
        },
    ),
)
