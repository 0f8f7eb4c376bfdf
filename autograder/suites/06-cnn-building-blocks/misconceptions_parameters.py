"""Misconceptions about how many parameters a convolution has."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong

PARAMETERS = (
    Misconception(
        id="bias-forgotten",
        name=Text(ko="편향을 빠뜨림", en="The biases forgotten"),
        text=Text(
            ko="가중치만 세고 편향을 빠뜨렸습니다. 필터마다 결과에 더하는 숫자, 곧 편향이 하나씩 있어서 출력 채널의 "
            "수만큼 더해야 합니다. `bias=False`일 때만 없습니다.",
            en="Only the weights were counted. Each filter has a bias besides, a number added to its result: one for "
            "each output channel. They are missing with `bias=False` alone.",
        ),
        answers={
            "conv_parameters": wrong.bias_forgotten,
            "separable_parameters": wrong.separable_bias_forgotten,
        },
    ),
    Misconception(
        id="bias-always",
        name=Text(ko="bias=False를 무시함", en="bias=False ignored"),
        text=Text(
            ko="`bias=False`인데도 편향을 세었습니다. 바로 뒤에 배치 정규화가 오면 흔히 편향을 끕니다.",
            en="The biases were counted although `bias=False` says that there are none. They are often switched off "
            "where batch normalisation follows.",
        ),
        answers={"conv_parameters": wrong.bias_always, "separable_parameters": wrong.separable_bias_always},
    ),
    Misconception(
        id="bias-the-wrong-way-round",
        name=Text(ko="bias를 거꾸로 읽음", en="bias read the wrong way round"),
        text=Text(
            ko="`bias=True`일 때 편향을 빼고 `bias=False`일 때 세었습니다. 조건이 거꾸로입니다.",
            en="The biases were left out where `bias=True`, and counted where `bias=False`: the condition is the wrong "
            "way round.",
        ),
        answers={"conv_parameters": wrong.bias_the_wrong_way_round},
    ),
    Misconception(
        id="bias-per-input-channel",
        name=Text(ko="편향을 입력 채널마다 셈", en="A bias for each input channel"),
        text=Text(
            ko="편향을 입력 채널마다 하나씩 세었습니다. 편향은 필터의 결과에 더하는 숫자라서, 출력 채널마다 "
            "하나입니다.",
            en="A bias was counted for each input channel. It is added to what a filter gives, so there is one for "
            "each output channel.",
        ),
        answers={
            "conv_parameters": wrong.bias_per_input_channel,
            "separable_parameters": wrong.separable_bias_per_input_channel,
        },
    ),
    Misconception(
        id="bias-per-slice",
        name=Text(ko="입력 채널과 출력 채널의 쌍마다 편향을 셈", en="A bias for each pair of channels"),
        text=Text(
            ko="필터 안의 커널 한 장 한 장에 편향을 세었습니다. 필터는 모든 입력 채널의 결과를 먼저 더하고, 거기에 "
            "편향을 한 번만 더합니다.",
            en="A bias was counted for each kernel of each filter. A filter first adds up what all input channels "
            "give, and then adds its bias, once.",
        ),
        answers={"conv_parameters": wrong.bias_per_slice},
    ),
    Misconception(
        id="one-bias-in-all",
        name=Text(ko="층 전체에 편향이 하나라고 생각함", en="One bias for the whole layer"),
        text=Text(
            ko="층 전체에 편향이 하나뿐이라고 보았습니다. 필터마다 자기 편향이 있어서, 출력 채널의 수만큼 있습니다.",
            en="One bias was counted for the whole layer. Every filter has its own, so there are as many as output "
            "channels.",
        ),
        answers={
            "conv_parameters": wrong.one_bias_in_all,
            "separable_parameters": wrong.separable_one_bias_in_all,
        },
    ),
    Misconception(
        id="in-channels-forgotten",
        name=Text(ko="입력 채널을 곱하지 않음", en="The input channels not multiplied in"),
        text=Text(
            ko="필터 하나를 3×3처럼 납작하게 본 것 같습니다. 필터는 모든 입력 채널을 한꺼번에 보므로, 채널마다 커널이 "
            "한 장씩 겹친 두꺼운 상자입니다. 입력 채널의 수를 곱해야 합니다.",
            en="You seem to have taken a filter for flat, 3×3 and no more. It sees all input channels at once, with a "
            "kernel for each: multiply by the number of input channels.",
        ),
        answers={
            "conv_parameters": wrong.in_channels_forgotten,
            "multiply_adds": wrong.adds_in_channels_forgotten,
            "separable_parameters": wrong.separable_in_channels_forgotten,
        },
    ),
    Misconception(
        id="kernel-not-squared",
        name=Text(ko="커널 크기를 제곱하지 않음", en="The kernel not squared"),
        text=Text(
            ko="커널의 크기를 한 번만 곱했습니다. 2차원 커널은 가로와 세로가 모두 `kernel`이라서 칸이 `kernel * "
            "kernel`개입니다.",
            en="The kernel's size was multiplied in once. A kernel in two dimensions is `kernel` high and `kernel` "
            "wide: it has `kernel * kernel` cells.",
        ),
        answers={
            "conv_parameters": wrong.kernel_not_squared,
            "separable_parameters": wrong.separable_kernel_not_squared,
        },
    ),
    Misconception(
        id="kernel-doubled",
        name=Text(ko="커널 크기를 제곱하지 않고 두 배로 함", en="The kernel doubled instead of squared"),
        text=Text(
            ko="커널의 칸을 `2 * kernel`개로 셌습니다. 가로와 세로를 더하는 것이 아니라 곱하므로 `kernel * kernel`, 곧 "
            "`kernel ** 2`개입니다.",
            en="You counted `2 * kernel` cells in the kernel. Height and width are multiplied, not added: there are "
            "`kernel * kernel`, or `kernel ** 2`.",
        ),
        answers={
            "conv_parameters": wrong.kernel_doubled,
            "separable_parameters": wrong.separable_kernel_doubled,
        },
    ),
    Misconception(
        id="channels-added",
        name=Text(ko="입력 채널과 출력 채널을 더함", en="Input and output channels added"),
        text=Text(
            ko="입력 채널 수와 출력 채널 수를 더했습니다. 출력 채널마다 모든 입력 채널로 가는 가중치가 따로 있으므로 "
            "둘을 곱합니다.",
            en="The numbers of input and output channels were added. Each output channel has weights of its own for "
            "every input channel, so the two are multiplied.",
        ),
        answers={
            "conv_parameters": wrong.channels_added,
            "multiply_adds": wrong.adds_channels_added,
            "separable_parameters": wrong.separable_channels_added,
        },
    ),
    Misconception(
        id="two-biases",
        name=Text(ko="깊이별 단계에도 편향을 셈", en="Biases for the depthwise step, too"),
        text=Text(
            ko="깊이별 합성곱과 1×1 합성곱에 편향을 따로 세었습니다. `DepthwiseConv2D`와 `Conv2D`를 나란히 쓰면 "
            "그렇지만, 여기서 세는 것은 `SeparableConv2D`이고 편향은 출력 채널마다 하나뿐입니다.",
            en="Biases were counted for the depthwise and for the 1×1 convolution. So it is with a `DepthwiseConv2D` "
            "and a `Conv2D`; but a `SeparableConv2D`, as here, has one for each output channel and no more.",
        ),
        answers={"separable_parameters": wrong.separable_two_biases},
    ),
    Misconception(
        id="depthwise-counted-as-ordinary",
        name=Text(ko="깊이별 단계를 보통 합성곱으로 셈", en="The depthwise step counted as an ordinary convolution"),
        text=Text(
            ko="깊이별 단계에 보통 합성곱의 파라미터를 모두 세고, 1×1 합성곱을 더했습니다. 깊이별 단계는 입력 채널마다 "
            "커널 한 장뿐이고 출력 채널과 상관이 없습니다.",
            en="All parameters of an ordinary convolution were counted for the depthwise step, and the 1×1 convolution "
            "was added. The depthwise step has one kernel for each input channel, whatever the output channels.",
        ),
        answers={"separable_parameters": wrong.ordinary_and_pointwise},
    ),
    Misconception(
        id="counted-as-ordinary",
        name=Text(ko="보통 합성곱으로 셈", en="Counted as an ordinary convolution"),
        text=Text(
            ko="보통 합성곱의 파라미터 수를 세었습니다. 깊이별 분리 합성곱은 입력 채널마다 커널을 한 장씩만 두고, "
            "채널을 섞는 일은 1×1 합성곱이 따로 합니다. 그래서 곱하는 대신 더하게 되고, 훨씬 적습니다.",
            en="These are the parameters of an ordinary convolution. A depthwise separable one has a single slice of "
            "weights for each input channel, and leaves mixing the channels to a 1×1 convolution: the two are added, "
            "not multiplied, and come out far smaller.",
        ),
        answers={"separable_parameters": wrong.counted_as_ordinary},
    ),
    Misconception(
        id="split-into-rows-and-columns",
        name=Text(ko="세로와 가로로 나눈 커널로 셈", en="Counted as kernels split into rows and columns"),
        text=Text(
            ko="커널을 세로 하나와 가로 하나로 나누어 센 것 같습니다. 그것은 공간 분리 합성곱입니다. 깊이별 분리 "
            "합성곱은 주위를 "
            "보는 일(채널마다 커널 한 장)과 채널을 섞는 일(1×1)을 나눕니다.",
            en="The kernel seems to have been split into a column and a row, which is spatially separable. A depthwise "
            "separable convolution splits looking around (one slice for each channel) from mixing channels "
            "(1×1).",
        ),
        answers={"separable_parameters": wrong.rows_then_columns},
    ),
    Misconception(
        id="pointwise-not-counted",
        name=Text(ko="1×1 합성곱을 세지 않음", en="The 1×1 convolution not counted"),
        text=Text(
            ko="깊이별 합성곱만 세었습니다. 그 뒤에 채널을 섞어 `out_channels`개로 만드는 1×1 합성곱이 있고, "
            "파라미터는 대부분 거기에 있습니다.",
            en="Only the depthwise convolution was counted. After it comes the 1×1 convolution that mixes the "
            "channels into `out_channels`; most of the parameters are there.",
        ),
        answers={"separable_parameters": wrong.pointwise_not_counted},
    ),
    Misconception(
        id="depthwise-not-counted",
        name=Text(ko="깊이별 합성곱을 세지 않음", en="The depthwise convolution not counted"),
        text=Text(
            ko="1×1 합성곱만 세었습니다. 그 앞에서 입력 채널마다 커널 한 장을 적용하는 깊이별 합성곱도 있습니다.",
            en="Only the 1×1 convolution was counted. Before it comes the depthwise one, with a slice of weights for "
            "each input channel.",
        ),
        answers={"separable_parameters": wrong.depthwise_not_counted},
    ),
    Misconception(
        id="depthwise-over-all-channels",
        name=Text(ko="깊이별 합성곱이 모든 채널을 본다고 생각함", en="The depthwise step taken to see all channels"),
        text=Text(
            ko="깊이별 합성곱의 가중치에 입력 채널을 두 번 곱했습니다. 깊이별 합성곱은 채널을 섞지 않으므로, "
            "채널마다 커널이 한 장씩만 있습니다.",
            en="The input channels were multiplied into the depthwise weights twice. A depthwise convolution mixes "
            "no channels: it has a single kernel for each.",
        ),
        answers={"separable_parameters": wrong.depthwise_over_all_channels},
    ),
    Misconception(
        id="steps-multiplied",
        name=Text(ko="두 단계를 더하지 않고 곱함", en="The two steps multiplied"),
        text=Text(
            ko="깊이별 합성곱과 1×1 합성곱의 가중치 수를 곱했습니다. 두 층이 차례로 있을 뿐이니 더해야 합니다.",
            en="The weights of the depthwise and of the 1×1 convolution were multiplied. They are two layers, one "
            "after the other: add them.",
        ),
        answers={"separable_parameters": wrong.steps_multiplied},
    ),
    Misconception(
        id="slice-per-output-channel",
        name=Text(ko="깊이별 커널을 출력 채널마다 셈", en="A depthwise slice for each output channel"),
        text=Text(
            ko="깊이별 합성곱의 커널을 출력 채널마다 한 장씩 세었습니다. 깊이별 합성곱은 들어온 채널마다 한 장입니다. "
            "출력 채널은 그다음 1×1 합성곱이 만듭니다.",
            en="A slice of the depthwise convolution was counted for each output channel. It has one for each channel "
            "that comes in; the output channels are made by the 1×1 convolution after it.",
        ),
        answers={"separable_parameters": wrong.a_slice_per_output_channel},
    ),
    Misconception(
        id="pointwise-with-the-kernel",
        name=Text(ko="1×1 합성곱에도 커널 크기를 곱함", en="The kernel counted for the 1×1 convolution, too"),
        text=Text(
            ko="1×1 합성곱의 가중치에도 `kernel * kernel`을 곱했습니다. 채널을 섞는 단계의 커널은 언제나 1×1이라서 "
            "`in_channels * out_channels`개입니다.",
            en="`kernel * kernel` was multiplied into the weights of the 1×1 convolution, too. The step that mixes the "
            "channels always has a kernel of 1×1: `in_channels * out_channels` weights.",
        ),
        answers={"separable_parameters": wrong.pointwise_with_the_kernel},
    ),
)
