"""Misconceptions about how far a kernel reaches, and how much an output pixel sees."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong

EXTENTS = (
    Misconception(
        id="kernel-times-dilation",
        name=Text(ko="커널 크기에 팽창률을 곱함", en="The kernel times the dilation"),
        text=Text(
            ko="커널의 크기에 팽창률을 곱했습니다. 벌어지는 것은 칸이 아니라 칸과 칸 사이입니다. 칸이 `kernel`개면 "
            "사이는 `kernel - 1`개입니다.",
            en="The kernel's size was multiplied by the dilation. It is not the cells that spread but the steps "
            "between them, and `kernel` cells have `kernel - 1` of these.",
        ),
        answers={
            "dilated_extent": wrong.kernel_times_dilation,
            "receptive_field": wrong.field_kernel_times_dilation,
        },
    ),
    Misconception(
        id="dilation-ignored",
        name=Text(ko="팽창률을 쓰지 않음", en="The dilation ignored"),
        text=Text(
            ko="팽창률을 쓰지 않았습니다. 가중치의 수는 그대로지만, 사이가 벌어진 만큼 커널은 더 멀리까지 봅니다.",
            en="The dilation was not used. There are no more weights than before, but with gaps between them the "
            "kernel reaches further.",
        ),
        answers={"dilated_extent": wrong.dilation_ignored, "receptive_field": wrong.field_dilation_ignored},
    ),
    Misconception(
        id="gaps-of-dilation",
        name=Text(ko="팽창률을 빈칸의 수로 생각함", en="The dilation taken for the number of gaps"),
        text=Text(
            ko="칸 사이에 빈칸이 팽창률만큼 있다고 생각한 것 같습니다. 팽창률은 다음 가중치까지의 간격이라서, 빈칸은 "
            "하나 적습니다. 팽창률이 1이면 빈칸이 없습니다.",
            en="You seem to have assumed as many gaps between two weights as the dilation says. The dilation is the "
            "step to the next weight, so there is one gap less; with dilation 1 there is none.",
        ),
        answers={"dilated_extent": wrong.gaps_of_dilation, "receptive_field": wrong.field_gaps_of_dilation},
    ),
    Misconception(
        id="one-gap",
        name=Text(ko="벌어진 곳이 하나뿐이라고 생각함", en="Spread in one place alone"),
        text=Text(
            ko="한 곳만 벌어진다고 세었습니다. 칸과 칸 사이 `kernel - 1`곳이 모두 벌어집니다.",
            en="Only one step was spread. All `kernel - 1` steps between the weights are.",
        ),
        answers={"dilated_extent": wrong.one_gap},
    ),
)

FIELDS = (
    Misconception(
        id="kernels-added",
        name=Text(ko="커널 크기를 더함", en="The kernels added"),
        text=Text(
            ko="커널의 크기를 모두 더했습니다. 3×3을 두 번 쌓으면 6이 아니라 5픽셀을 봅니다. 층마다 새로 늘어나는 "
            "것은 `kernel - 1`칸입니다.",
            en="The kernels' sizes were added. Two 3×3 layers see 5 pixels, not 6: each layer adds `kernel - 1`.",
        ),
        answers={"receptive_field": wrong.kernels_added},
    ),
    Misconception(
        id="kernels-multiplied",
        name=Text(ko="커널 크기를 곱함", en="The kernels multiplied"),
        text=Text(
            ko="커널의 크기를 곱했습니다. 이웃한 창들은 서로 겹치므로 그렇게 빨리 커지지 않습니다. 3×3을 두 번 쌓으면 "
            "9가 아니라 5픽셀을 봅니다.",
            en="The kernels' sizes were multiplied. Neighbouring windows overlap, so it does not grow that fast: two "
            "3×3 layers see 5 pixels, not 9.",
        ),
        answers={"receptive_field": wrong.kernels_multiplied},
    ),
    Misconception(
        id="strides-ignored",
        name=Text(ko="스트라이드를 쓰지 않음", en="The strides ignored"),
        text=Text(
            ko="스트라이드를 쓰지 않았습니다. 앞에서 스트라이드 2로 줄였다면, 그 뒤의 한 칸은 입력의 두 픽셀만큼 "
            "떨어져 있습니다.",
            en="The strides were not used. After a stride of 2, neighbouring pixels are two input pixels apart.",
        ),
        answers={"receptive_field": wrong.strides_ignored},
    ),
    Misconception(
        id="stride-too-early",
        name=Text(ko="스트라이드를 한 층 먼저 곱함", en="Strides multiplied one layer too early"),
        text=Text(
            ko="층의 스트라이드를 그 층 자신의 커널에 벌써 곱했습니다. 스트라이드는 그 층의 출력이 얼마나 "
            "띄엄띄엄한지를 말하므로, 다음 층부터 영향을 줍니다.",
            en="A layer's stride was applied to its own kernel already. It says how far apart that layer's outputs "
            "are, so it counts from the next layer on.",
        ),
        answers={"receptive_field": wrong.stride_too_early},
    ),
    Misconception(
        id="own-stride-alone",
        name=Text(ko="층마다 자기 스트라이드만 곱함", en="Each layer's own stride alone"),
        text=Text(
            ko="층마다 그 층 자신의 스트라이드만 곱했습니다. 커널을 벌리는 것은 자기 스트라이드가 아니라 앞선 층들의 "
            "스트라이드를 모두 곱한 것입니다.",
            en="Each layer was multiplied by its own stride alone. What spreads its kernel is not that, but the "
            "product of the strides of all layers before it.",
        ),
        answers={"receptive_field": wrong.own_stride_alone},
    ),
    Misconception(
        id="minus-one-forgotten",
        name=Text(ko="층마다 빼야 할 1을 빠뜨림", en="The −1 of each layer forgotten"),
        text=Text(
            ko="층마다 커널이 차지하는 길이를 모두 더했습니다. 앞에서 본 한 칸은 이미 세었으므로, 층마다 새로 늘어나는 "
            "것은 거기서 1을 뺀 만큼입니다. 3×3 한 층은 1에서 4가 아니라 3이 됩니다.",
            en="Each layer added all of its kernel's extent. The cell in its middle has been counted before, so what "
            "is new is one less: a 3×3 layer takes 1 to 3, not to 4.",
        ),
        answers={"receptive_field": wrong.minus_one_forgotten},
    ),
    Misconception(
        id="kernels-times-dilation-added",
        name=Text(ko="층마다 kernel × dilation을 더함", en="Kernel times dilation added for each layer"),
        text=Text(
            ko="층마다 `kernel * dilation`을 더했습니다. 늘어나는 것은 칸과 칸 사이이므로 `(kernel - 1) * "
            "dilation`입니다.",
            en="`kernel * dilation` was added for each layer. What a layer adds are the steps between its weights: "
            "`(kernel - 1) * dilation`.",
        ),
        answers={"receptive_field": wrong.kernels_times_dilation_added},
    ),
    Misconception(
        id="extents-added",
        name=Text(ko="차지하는 길이를 0에서부터 더함", en="Extents added from nothing"),
        text=Text(
            ko="0에서 시작해서 층마다 커널이 차지하는 길이를 더했습니다. 픽셀 하나를 보는 1에서 시작해, 층마다 그 "
            "길이에서 1을 뺀 만큼만 더하세요. 이웃한 층의 창은 겹칩니다.",
            en="The extents of the kernels were added up, beginning at 0. Begin at 1, the one pixel that is seen "
            "anyway, and add one less than its extent for each layer: windows of neighbouring layers overlap.",
        ),
        answers={"receptive_field": wrong.begun_at_nothing},
    ),
    Misconception(
        id="strides-added",
        name=Text(ko="스트라이드를 곱하지 않고 더함", en="The strides added instead of multiplied"),
        text=Text(
            ko="앞 층들의 스트라이드를 더했습니다. 스트라이드 2를 두 번 지나면 이웃한 칸은 입력에서 4픽셀씩 "
            "떨어집니다. 스트라이드는 1에서 시작해 곱해 나가세요.",
            en="The strides of the layers before were added. After two strides of 2, neighbouring cells are four input "
            "pixels apart: begin at 1 and multiply.",
        ),
        answers={"receptive_field": wrong.strides_added},
    ),
    Misconception(
        id="strides-summed",
        name=Text(ko="앞 층들의 스트라이드의 합을 씀", en="The sum of the strides before"),
        text=Text(
            ko="앞 층들의 스트라이드를 모두 더한 값을 간격으로 썼습니다. 간격은 합이 아니라 곱입니다. 스트라이드가 "
            "모두 1이면 몇 층을 지나도 간격은 1입니다.",
            en="The sum of the strides before was taken for the distance between cells. It is their product: where all "
            "strides are 1, it stays 1, however many layers there are.",
        ),
        answers={"receptive_field": wrong.strides_summed},
    ),
    Misconception(
        id="stride-before-alone",
        name=Text(ko="바로 앞 층의 스트라이드만 씀", en="The stride of the layer before alone"),
        text=Text(
            ko="바로 앞 층의 스트라이드만 곱했습니다. 그보다 앞선 층의 스트라이드도 모두 쌓이므로, 지금까지의 "
            "스트라이드를 곱해 두고 써야 합니다.",
            en="Only the stride of the layer just before was applied. Those of all layers before it count as well: "
            "keep the product of the strides so far.",
        ),
        answers={"receptive_field": wrong.stride_before_alone},
    ),
    Misconception(
        id="last-layer-first",
        name=Text(ko="층을 거꾸로 셈", en="The layers in reverse"),
        text=Text(
            ko="목록을 거꾸로 읽었습니다. 첫 번째 층이 입력에 가장 가까우므로, 앞쪽의 스트라이드가 뒤쪽의 커널을 "
            "벌립니다.",
            en="The list was read backwards. The first layer is next to the input, so strides in front spread the "
            "kernels that come after them.",
        ),
        answers={"receptive_field": wrong.last_layer_first},
    ),
)
