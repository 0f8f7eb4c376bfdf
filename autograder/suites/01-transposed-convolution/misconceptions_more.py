"""More misconceptions of sizes, stamps and channels, which students hand in less often than the others."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_more as wrong

MORE = (
    Misconception(
        id="stride-taken-for-a-gap",
        name=Text(ko="스트라이드를 도장 사이의 빈칸 수로 생각함", en="The stride taken for the cells between stamps"),
        text=Text(
            ko="도장 하나가 끝난 다음에 빈칸을 두고 다음 도장을 찍는다고 생각한 것 같습니다. 스트라이드는 도장이 "
            "끝난 곳이 아니라 시작하는 곳부터 다음 도장이 시작하는 곳까지의 칸 수입니다. 그래서 도장이 서로 "
            "겹칠 수 있습니다.",
            en="You seem to have left cells between the end of a stamp and the next one. The stride counts the cells "
            "from the start of a stamp to the start of the next, which is why stamps may overlap.",
        ),
        answers={"transposed_conv_output_size": wrong.gap_transposed_size, "transposed_conv2d": wrong.gap},
        variants={
            "transposed_conv_output_size": (wrong.gap_from_two_on_transposed_size,),
            "transposed_conv2d": (wrong.gap_from_two_on,),
        },
        on_paper=False,
    ),
    Misconception(
        id="last-stamp-one-step-too-far",
        name=Text(ko="마지막 도장의 시작을 한 걸음 뒤로 잡음", en="The last stamp taken to start a step further on"),
        text=Text(
            ko="마지막 도장이 `size * stride`번 칸에서 시작한다고 본 것 같습니다. 첫 도장이 0번 칸에서 시작하므로 "
            "마지막 도장까지는 `size - 1`걸음이고, `(size - 1) * stride`번 칸에서 시작합니다.",
            en="You seem to have let the last stamp start at cell `size * stride`. The first one starts at cell 0, so "
            "it takes `size - 1` steps to the last one, which starts at `(size - 1) * stride`.",
        ),
        answers={"transposed_conv_output_size": wrong.one_step_too_far_transposed_size},
        variants={"transposed_conv_output_size": (wrong.largest_one_step_too_far_transposed_size,)},
        on_paper=False,
    ),
    Misconception(
        id="input-channels-not-added",
        name=Text(ko="입력과 출력 채널의 짝마다 채널을 만듦", en="A channel for each pair of input and output"),
        text=Text(
            ko="입력 채널과 출력 채널의 짝마다 채널이 하나씩 나왔습니다. 출력 채널은 `out`개입니다. 출력 채널마다 모든 "
            "입력 채널을 찍은 결과를 하나로 더하세요.",
            en="There is a channel for each pair of an input and an output channel. There should be `out`: add up what "
            "all input channels give for each of them.",
        ),
        answers={"transposed_conv2d_channels": wrong.inputs_beside_each_other},
        variants={"transposed_conv2d_channels": (wrong.outputs_beside_each_other,)},
        on_paper=False,
    ),
    Misconception(
        id="bilinear-nothing-at-the-border",
        name=Text(ko="거리를 배율이 아니라 중심까지의 칸 수로 나눔", en="The distance divided by that of the border"),
        text=Text(
            ko="커널의 맨 가장자리에서 높이가 0이 되도록 거리를 `c`로 나눈 것 같습니다. 텐트의 높이가 0이 되는 곳은 "
            "커널 바로 바깥, 중심에서 `factor`만큼 떨어진 곳입니다: `1 - |i - c| / factor`.",
            en="You seem to have divided the distance by `c`, so that the height is 0 on the border of the kernel. The "
            "tent comes down to 0 just outside it, at a distance of `factor`: `1 - |i - c| / factor`.",
        ),
        answers={"bilinear_kernel": wrong.nothing_at_the_border},
        variants={"bilinear_kernel": (wrong.nothing_at_the_border_divided_by_0,)},
        on_paper=False,
    ),
    Misconception(
        id="both-taken-for-squares",
        name=Text(ko="`x`와 커널을 모두 정사각형으로 여김", en="Both `x` and the kernel taken for squares"),
        text=Text(
            ko="`x`와 커널의 높이를 너비로도 쓴 것 같습니다. 둘 다 정사각형이 아닐 수 있으니 `H, W = x.shape`와 "
            "`kh, kw = kernel.shape`처럼 두 방향을 따로 꺼내세요.",
            en="The heights of `x` and of the kernel seem to have been used for their widths, too. Neither need be a "
            "square: take both sides of each, as in `H, W = x.shape` and `kh, kw = kernel.shape`.",
        ),
        answers={"transposed_conv2d": wrong.both_taken_for_square},
        on_paper=False,
    ),
)
