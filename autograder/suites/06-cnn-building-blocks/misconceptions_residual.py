"""Misconceptions about the residual block.

People's blocks differ, so each is known by its signs in the graph.
"""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import detectors, graph_paths
from . import wrong_answers_blocks as wrong

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
        signs={"residual_block": lambda facts, x, filters: x.shape[-1] != filters and detectors.never_met(facts)},
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
        signs={"residual_block": lambda facts, *_: detectors.never_met(facts)},
        keeps_form=False,
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
                graph_paths.CONCAT in way and not graph_paths.is_spatial(way) for way in graph_paths.ways(facts)
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
        signs={"residual_block": detectors.always_projected},
    ),
    Misconception(
        id="projected-by-three-by-three",
        name=Text(ko="지름길에 3×3 합성곱을 둠", en="A 3×3 convolution on the shortcut"),
        text=Text(
            ko="지름길에도 3×3 합성곱이 있습니다. 지름길은 주위를 보지 않습니다. 채널 수가 다를 때만 1×1 합성곱으로 "
            "맞추고, 같으면 `x`를 그대로 더합니다.",
            en="There is a 3×3 convolution on the shortcut, too. The shortcut does not look around: where the channels "
            "differ, a 1×1 makes them as many, and where they agree, `x` is added as it is.",
        ),
        answers={"residual_block": wrong.projected_by_three_by_three},
        signs={"residual_block": detectors.projected_by_three_by_three},
    ),
    Misconception(
        id="shortcut-kept-late",
        name=Text(ko="지름길이 합성곱 뒤에서 갈라짐", en="The shortcut branches off behind a convolution"),
        text=Text(
            ko="지름길이 첫 합성곱을 지난 뒤에 갈라집니다. 그러면 블록에 들어온 `x`는 어디에도 더해지지 않습니다. "
            "`shortcut = x`를 첫 합성곱보다 먼저, 블록의 첫 줄에 쓰세요.",
            en="The shortcut branches off only after the first convolution, so the `x` that came into the block is "
            "added nowhere. Write `shortcut = x` before the first convolution, in the block's first line.",
        ),
        answers={"residual_block": wrong.shortcut_kept_late},
        signs={"residual_block": lambda facts, x, _: detectors.branches_off_late(facts, x)},
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
        signs={"residual_block": detectors.normalised_shortcut},
    ),
    Misconception(
        id="shortcut-dropped",
        name=Text(ko="지름길에 Dropout이나 잡음이 있음", en="Dropout or noise on the shortcut"),
        text=Text(
            ko="지름길에 Dropout이나 잡음을 넣는 층이 있습니다. 학습할 때마다 지름길의 값이 달라지므로 `x` 그대로가 "
            "아닙니다. 그런 층은 합성곱 쪽이나 더한 뒤에 두세요.",
            en="There is a Dropout, or a layer of noise, on the shortcut, so in training it is another one each time "
            "and not `x` itself. Put such a layer beside the convolutions or after the sum.",
        ),
        answers={"residual_block": wrong.dropped_shortcut},
        signs={"residual_block": detectors.dropped_shortcut},
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
                bool(graph_paths.shortcuts(graph_paths.ways(facts)))
                and detectors.kernels(facts) == {graph_paths.POINTWISE}
            )
        },
    ),
    Misconception(
        id="shortcut-not-added",
        name=Text(ko="지름길을 더하지 않고 다르게 합침", en="The shortcut merged, but not added"),
        text=Text(
            ko="지름길을 더하지 않고 다른 연산으로 합쳤습니다(`Average`, `Maximum`, `Subtract`, `Multiply` 등). 잔차 "
            "블록은 합이므로 `Add`나 `x + shortcut`입니다. 그래야 합성곱이 `x`에 더할 변화량을 배웁니다.",
            en="The shortcut is merged by another operation than a sum, such as `Average`, `Maximum`, `Subtract` or "
            "`Multiply`. A residual block adds, with `Add` or `x + shortcut`: so the convolutions learn what to add to "
            "`x`.",
        ),
        answers={"residual_block": wrong.averaged},
        signs={"residual_block": lambda facts, *_: detectors.met_otherwise(facts)},
    ),
    Misconception(
        id="added-to-itself",
        name=Text(ko="합성곱의 결과를 자기 자신에 더함", en="What the convolutions give, added to itself"),
        text=Text(
            ko="합성곱의 결과를 자기 자신에 더했습니다. `x`라는 이름을 다시 쓰는 동안 블록에 들어온 `x`를 잃어버린 것 "
            "같습니다. 첫 줄에서 `shortcut = x`로 잡아 두고 그것을 더하세요.",
            en="What the convolutions give is added to itself. The `x` that came in seems to have been lost when its "
            "name was used again: write `shortcut = x` in the first line, and add that.",
        ),
        answers={"residual_block": wrong.added_to_itself},
        signs={"residual_block": lambda facts, *_: detectors.added_to_itself(facts)},
    ),
    Misconception(
        id="convolved-after-the-sum",
        name=Text(ko="더한 뒤에 합성곱을 둠", en="A convolution after the sum"),
        text=Text(
            ko="지름길을 더한 뒤에 합성곱이 또 있습니다. 그러면 들어온 `x`가 그 합성곱을 지나게 되어, 아무것도 거치지 "
            "않는 길이 없어집니다. 합성곱은 모두 더하기 전에 두세요. 더한 뒤에는 정규화나 활성화만 둡니다.",
            en="After the shortcut has been added, there is another convolution. The `x` that came in goes through it, "
            "so no way is left with nothing on it. Put all convolutions before the sum; after it there may be a "
            "normalisation or an activation.",
        ),
        answers={"residual_block": wrong.convolved_after_the_sum},
        signs={"residual_block": lambda facts, x, _: detectors.convolved_after_the_sum(facts, x)},
    ),
    Misconception(
        id="shortcut-cropped",
        name=Text(ko="지름길을 잘라 크기를 맞춤", en="The shortcut cropped to fit"),
        text=Text(
            ko="패딩이 없는 합성곱에 맞추려고 지름길의 가장자리를 잘라 냈습니다. 그러면 블록을 지날 때마다 이미지가 "
            '작아집니다. 합성곱에 `padding="same"`을 주면 자르지 않고 더할 수 있습니다.',
            en="The border of the shortcut is cut off so that it fits convolutions without padding, and each block "
            'makes the image smaller. With `padding="same"` the two can be added as they are.',
        ),
        answers={"residual_block": wrong.cropped_shortcut},
        signs={"residual_block": detectors.cropped_shortcut},
    ),
    Misconception(
        id="channels-cut-or-filled",
        name=Text(ko="지름길의 채널을 자르거나 0으로 채움", en="Channels of the shortcut cut off or filled up"),
        text=Text(
            ko="채널 수를 맞추려고 지름길의 채널을 잘라 내거나 0으로 채웠습니다. ResNet 논문에도 그런 방법이 "
            "있지만, 이 과제에서는 필터가 `filters`개인 1×1 합성곱으로 맞춥니다. 그러면 버리거나 비워 두는 "
            "채널이 없습니다.",
            en="To match the channels, those of the shortcut are cut off, or filled up with zeros. ResNet's "
            "paper tries that, too, but in this assignment a 1×1 convolution with `filters` filters matches "
            "them, so that no channel is thrown away or left empty.",
        ),
        answers={"residual_block": wrong.channels_cut_or_filled},
        signs={"residual_block": detectors.cut_or_filled_channels},
    ),
    Misconception(
        id="shapes-do-not-fit",
        name=Text(ko="모양이 다른 두 텐서를 더하려 함", en="Tensors of different shapes to be added"),
        text=Text(
            ko="모양이 다른 두 텐서를 합치려다 오류가 났습니다. 채널 수가 다르면 지름길에 필터가 `filters`개인 1×1 "
            '합성곱을 두고, 높이와 너비가 다르면 합성곱에 `padding="same"`이 있는지 보세요.',
            en="Two tensors of different shapes were to be merged, and that raised an error. Where the channels "
            "differ, put a 1×1 convolution with `filters` filters on the shortcut; where height and width do, see "
            'whether the convolutions have `padding="same"`.',
        ),
        answers={"residual_block": wrong.shapes_that_do_not_fit},
        signs={"residual_block": lambda *_: False},
        raises={"residual_block": detectors.does_not_fit},
    ),
)
