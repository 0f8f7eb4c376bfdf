"""Misconceptions about what is stamped, what is cropped, and how channels mix."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_matrix as matrix
from . import wrong_answers_places as elsewhere

STAMPS = (
    Misconception(
        id="kernel-flipped",
        name=Text(ko="커널을 뒤집음", en="The kernel flipped"),
        text=Text(
            ko="커널이 위아래, 좌우로 뒤집혀 있습니다. 수학책의 합성곱은 커널을 뒤집지만 딥러닝의 합성곱은 뒤집지 "
            "않으며, 전치 합성곱도 커널을 보이는 그대로 찍습니다.",
            en="The kernel appears turned by 180 degrees. The convolution of mathematics flips it; the one of deep "
            "learning does not, and a transposed convolution stamps the kernel just as it stands.",
        ),
        answers={
            "transposed_conv2d": wrong.kernel_flipped,
            "transposed_conv2d_channels": wrong.kernel_flipped_channels,
            "conv_matrix": matrix.kernel_flipped_matrix,
        },
    ),
    Misconception(
        id="overlap-overwritten",
        name=Text(ko="겹치는 곳을 더하지 않고 덮어씀", en="Overlaps overwritten instead of added"),
        text=Text(
            ko="도장이 겹치는 칸에 마지막 도장의 값만 남았습니다. 겹친 값은 모두 더해야 하므로 `=`가 아니라 `+=`로 "
            "찍어 보세요.",
            en="Where stamps overlap, only the last one is left. All of them are added: stamp with `+=`, not with `=`.",
        ),
        answers={
            "transposed_conv2d": wrong.overlap_overwritten,
            "transposed_conv2d_channels": wrong.overlap_overwritten_channels,
        },
    ),
    Misconception(
        id="overlap-largest",
        name=Text(ko="겹치는 곳에 가장 큰 값만 남김", en="The largest value kept where stamps overlap"),
        text=Text(
            ko="도장이 겹치는 칸에 가장 큰 값만 남았습니다. 겹친 값은 크기를 견주지 않고 모두 더합니다. 0으로 채운 "
            "배열과 견주면 음수는 0이 되어 버리기도 합니다.",
            en="Where stamps overlap, the largest value is left. What overlaps is not compared but added. Compared "
            "with an array of zeros, negative values become 0, too.",
        ),
        answers={
            "transposed_conv2d": elsewhere.largest_among_stamps,
            "transposed_conv2d_channels": elsewhere.largest_among_stamps_channels,
        },
        variants={
            "transposed_conv2d": (elsewhere.largest_in_overlaps,),
            "transposed_conv2d_channels": (elsewhere.largest_in_overlaps_channels,),
        },
    ),
    Misconception(
        id="overlap-averaged",
        name=Text(ko="겹치는 곳을 평균 냄", en="Overlaps averaged"),
        text=Text(
            ko="도장이 겹치는 칸의 합을 겹친 횟수로 나누었습니다. 전치 합성곱은 더하기만 합니다. 그래서 겹치는 "
            "횟수가 다르면 바둑판 무늬가 생깁니다.",
            en="The sum where stamps overlap was divided by how many there are. A transposed convolution only "
            "adds: that is where its checkerboard pattern comes from.",
        ),
        answers={
            "transposed_conv2d": elsewhere.mean_in_overlaps,
            "transposed_conv2d_channels": elsewhere.mean_in_overlaps_channels,
        },
        on_paper=False,  # nobody writes down the thirds that come of it
    ),
    Misconception(
        id="never-filled",
        name=Text(ko="`np.empty`의 빈 칸에서 시작함", en="Started from the cells of `np.empty`"),
        text=Text(
            ko="`np.empty`로 만든 배열을 0으로 여긴 것 같습니다. `np.empty`는 메모리에 남아 있던 값을 그대로 둡니다. "
            "우연히 0일 때가 많아서 알아차리기 어렵지만, 거기에 더하거나 빈 칸을 남기면 언제든 엉뚱한 값이 나올 수 "
            "있습니다. `np.zeros`로 시작하세요.",
            en="You seem to have taken an array of `np.empty` for zeros. It leaves whatever was in memory. That "
            "often happens to be 0, so it is hard to notice; but adding to it, or leaving cells as they are, may "
            "give anything at any time. Start from `np.zeros`.",
        ),
        answers={
            "transposed_conv2d": elsewhere.never_filled,
            "transposed_conv2d_channels": elsewhere.never_filled_channels,
            "conv_matrix": elsewhere.never_filled_matrix,
        },
        on_paper=False,
    ),
    Misconception(
        id="fractions-cut-off",
        name=Text(ko="정수 배열에 담아 소수 부분이 사라짐", en="Fractions lost in an array of integers"),
        text=Text(
            ko="입력이 정수일 때 결과도 정수 배열로 만들어서 소수 부분이 잘렸습니다. `np.zeros_like(x)`나 "
            "`dtype=x.dtype` 대신 실수 배열(`np.zeros(...)`)이나 `np.result_type(x, kernel)`을 쓰면 됩니다.",
            en="For an input of integers the output became an array of integers, too, and lost its fractions. Instead "
            "of `np.zeros_like(x)` or `dtype=x.dtype`, take floats (`np.zeros(...)`) or `np.result_type(x, kernel)`.",
        ),
        answers={
            "transposed_conv2d": wrong.fractions_cut_off,
            "transposed_conv2d_channels": wrong.fractions_cut_off_channels,
        },
    ),
    Misconception(
        id="same-odd-cell-at-start",
        name=Text(ko="`same`에서 남는 한 칸을 앞에서 잘라 냄", en="`same` crops the odd cell at the start"),
        text=Text(
            ko="잘라 낼 칸 수가 홀수이면 남는 한 칸을 어느 쪽에서 자를지 정해야 합니다. Keras는 뒤쪽에서 자릅니다. "
            "앞에서는 `max(kernel - stride, 0) // 2`칸만 잘라 보세요.",
            en="When an odd number of cells is to go, one side has to give one more. In Keras it is the end. At the "
            "start crop only `max(kernel - stride, 0) // 2` cells.",
        ),
        answers={
            "transposed_conv2d": wrong.odd_cell_cropped_at_start,
            "transposed_conv2d_channels": wrong.odd_cell_cropped_at_start_channels,
        },
    ),
    Misconception(
        id="same-cropped-at-end-only",
        name=Text(ko="`same`에서 뒤쪽만 잘라 냄", en="`same` crops at the end only"),
        text=Text(
            ko="크기는 맞지만 뒤쪽에서만 잘라 내어 그림이 오른쪽 아래로 밀렸습니다. `same`은 양쪽을 고르게 자릅니다. "
            "앞에서 `max(kernel - stride, 0) // 2`칸, 나머지를 뒤에서 자릅니다.",
            en="The size is right, but everything was cropped at the end, so the image has moved down and to the "
            "right. `same` crops both sides alike: `max(kernel - stride, 0) // 2` cells at the start, the rest at the "
            "end.",
        ),
        answers={
            "transposed_conv2d": wrong.all_cropped_at_end,
            "transposed_conv2d_channels": wrong.all_cropped_at_end_channels,
        },
    ),
    Misconception(
        id="same-cropped-at-start-only",
        name=Text(ko="`same`에서 앞쪽만 잘라 냄", en="`same` crops at the start only"),
        text=Text(
            ko="크기는 맞지만 앞쪽에서만 잘라 내어 그림이 왼쪽 위로 밀렸습니다. 앞에서는 `max(kernel - stride, 0) // "
            "2`칸만 자르고, 나머지를 뒤에서 자릅니다.",
            en="The size is right, but everything was cropped at the start, so the image has moved up and to the "
            "left. Crop only `max(kernel - stride, 0) // 2` cells at the start, and the rest at the end.",
        ),
        answers={
            "transposed_conv2d": elsewhere.all_cropped_at_start,
            "transposed_conv2d_channels": elsewhere.all_cropped_at_start_channels,
        },
    ),
    Misconception(
        id="same-cropped-evenly",
        name=Text(ko="`same`에서 홀수로 남는 한 칸을 자르지 않음", en="`same` leaves the odd cell"),
        text=Text(
            ko="`same`에서 양쪽을 똑같이 잘라 냈습니다. 잘라 낼 칸 수가 홀수이면 한 칸이 남아 출력이 그만큼 큽니다. "
            "앞에서 `max(kernel - stride, 0) // 2`칸을 자른 다음, 나머지를 모두 뒤에서 자릅니다.",
            en="With `same`, both sides were cropped alike. Where the number of cells to go is odd, one is left "
            "over and the output is larger by that one. Crop `max(kernel - stride, 0) // 2` cells at the start, and "
            "all the rest at the end.",
        ),
        answers={
            "transposed_conv2d": wrong.cropped_evenly,
            "transposed_conv2d_channels": wrong.cropped_evenly_channels,
        },
    ),
    Misconception(
        id="same-cropped-below-zero",
        name=Text(ko="`same`에서 0보다 적게 잘라 냄", en="`same` crops less than nothing"),
        text=Text(
            ko="`same`에서 잘라 낼 칸을 `kernel - stride`로 셌습니다. 스트라이드가 커널보다 크면 이 수가 음수라서, "
            "자르는 대신 늘어납니다. 그때는 자르지 않습니다: `max(kernel - stride, 0)`.",
            en="With `same`, the cells to go were counted as `kernel - stride`. Where the stride is larger than the "
            "kernel that is negative, and the output grows instead. Nothing is cropped then: `max(kernel - stride, "
            "0)`.",
        ),
        answers={"transposed_conv_output_size": wrong.cropped_below_zero_transposed_size},
    ),
    Misconception(
        id="same-starts-at-half-kernel",
        name=Text(ko="`same`에서 커널의 절반을 앞에서 잘라 냄", en="`same` crops half a kernel at the start"),
        text=Text(
            ko="`same`에서 앞쪽을 `kernel // 2`칸 잘라 냈습니다. 잘라 낼 칸은 모두 `max(kernel - stride, 0)`칸이고, "
            "앞에서는 그 절반, 곧 `max(kernel - stride, 0) // 2`칸만 자릅니다. 스트라이드가 크면 잘라 낼 것이 "
            "적어집니다.",
            en="With `same`, `kernel // 2` cells were cropped at the start. In all only `max(kernel - stride, 0)` "
            "cells go, and half of them at the start: `max(kernel - stride, 0) // 2`. The larger the stride, the "
            "less there is to crop.",
        ),
        answers={
            "transposed_conv2d": elsewhere.starts_at_half_kernel,
            "transposed_conv2d_channels": elsewhere.starts_at_half_kernel_channels,
        },
    ),
    Misconception(
        id="same-cropped-as-for-stride-1",
        name=Text(ko="`same`에서 스트라이드 1일 때처럼 잘라 냄", en="`same` crops as for stride 1"),
        text=Text(
            ko="`same`에서 앞쪽을 `(kernel - 1) // 2`칸 잘라 냈는데, 스트라이드가 1일 때만 맞습니다. 커널에서 빼는 "
            "것은 1이 아니라 스트라이드입니다: 앞에서 `max(kernel - stride, 0) // 2`칸을 자릅니다.",
            en="With `same`, `(kernel - 1) // 2` cells were cropped at the start, which is right for stride 1 alone. "
            "It is the stride, not 1, that is taken from the kernel's size: crop `max(kernel - stride, 0) // 2` "
            "cells at the start.",
        ),
        answers={
            "transposed_conv_output_size": elsewhere.cropped_as_for_stride_1_transposed_size,
            "transposed_conv2d": elsewhere.cropped_as_for_stride_1,
            "transposed_conv2d_channels": elsewhere.cropped_as_for_stride_1_channels,
        },
        variants={"transposed_conv2d": (elsewhere.cropped_as_for_stride_1_to_size,)},
    ),
)

CHANNELS = (
    Misconception(
        id="channel-axes-swapped",
        name=Text(ko="커널의 입력 채널과 출력 채널 축을 바꿈", en="The kernel's input and output channels swapped"),
        text=Text(
            ko="보통 합성곱의 커널은 (높이, 너비, 입력, 출력)이지만, 전치 합성곱의 커널은 (높이, 너비, 출력, "
            "입력)입니다. 두 채널 수가 같으면 오류가 나지 않아 놓치기 쉽습니다.",
            en="The kernel of an ordinary convolution is (height, width, in, out), but that of a transposed one is "
            "(height, width, out, in). Where both numbers are equal nothing raises, so it is easily missed.",
        ),
        answers={"transposed_conv2d_channels": wrong.channel_axes_swapped},
    ),
    Misconception(
        id="first-channel-only",
        name=Text(ko="첫 번째 입력 채널만 씀", en="Only the first input channel used"),
        text=Text(
            ko="결과에 첫 번째 입력 채널만 들어 있습니다. 출력 채널 하나를 만들 때에도 모든 입력 채널의 도장을 더해야 "
            "합니다.",
            en="Only the first input channel shows in the result. Each output channel adds up the stamps of all the "
            "input channels.",
        ),
        answers={"transposed_conv2d_channels": wrong.first_channel_only},
    ),
    Misconception(
        id="last-channel-only",
        name=Text(ko="마지막 입력 채널만 남음", en="Only the last input channel is left"),
        text=Text(
            ko="결과에 마지막 입력 채널만 들어 있습니다. 반복할 때마다 `=`로 넣으면 앞 채널의 도장이 지워집니다. 0에서 "
            "시작해 `+=`로 모두 더하세요.",
            en="Only the last input channel shows in the result: each turn of the loop replaced the stamps of the "
            "channel before with `=`. Start from 0 and add them all up with `+=`.",
        ),
        answers={"transposed_conv2d_channels": elsewhere.last_channel_only},
    ),
    Misconception(
        id="one-kernel-for-all-inputs",
        name=Text(ko="모든 입력 채널을 같은 커널로 찍음", en="All input channels stamped with one kernel"),
        text=Text(
            ko="모든 입력 채널을 첫 번째 입력 채널의 커널로 찍었습니다. 커널은 입력 채널마다 따로 있습니다: 입력 채널 "
            "`c`에는 `kernel[:, :, o, c]`를 쓰세요.",
            en="Every input channel was stamped with the kernel of the first. Each has a kernel of its own: take "
            "`kernel[:, :, o, c]` for input channel `c`.",
        ),
        answers={"transposed_conv2d_channels": elsewhere.one_kernel_for_all_inputs},
    ),
    Misconception(
        id="channels-kept-apart",
        name=Text(ko="채널을 섞지 않고 하나씩 따로 계산함", en="Channels kept apart instead of mixed"),
        text=Text(
            ko="출력 채널마다 입력 채널 하나만 보았습니다(깊이별 합성곱처럼요). 여기서는 출력 채널마다 입력 채널 "
            "전부를, 각각 다른 커널로 찍어서 더합니다.",
            en="Each output channel saw one input channel alone, as in a depthwise convolution. Here every output "
            "channel adds up all the input channels, each stamped with a kernel of its own.",
        ),
        answers={"transposed_conv2d_channels": wrong.channels_kept_apart},
    ),
    Misconception(
        id="channels-summed-first",
        name=Text(ko="찍기 전에 채널부터 더함", en="Channels added before stamping"),
        text=Text(
            ko="입력 채널과 커널을 채널 방향으로 먼저 더한 뒤에 한 번만 찍었습니다. 합끼리의 곱은 곱의 합과 다릅니다. "
            "입력 채널마다 자기 커널로 도장을 찍고, 찍은 결과를 더해야 합니다.",
            en="The input's channels and the kernels were added up first and then stamped once. But the product of "
            "sums is not the sum of products: stamp each input channel with its own kernel, then add the results.",
        ),
        answers={"transposed_conv2d_channels": wrong.channels_summed_first},
    ),
    Misconception(
        id="channels-not-summed",
        name=Text(ko="입력 채널끼리 더하지 않음", en="The input channels not added up"),
        text=Text(
            ko="입력 채널마다 찍은 결과가 더해지지 않고 축 하나에 나란히 남아 있습니다. 출력 채널 하나는 모든 입력 "
            "채널의 도장을 더한 것이므로, 결과의 축은 `(H, W, out)` 세 개입니다.",
            en="What each input channel stamps has not been added up but kept side by side, in an axis of its own. "
            "An output channel is the sum over all input channels, so the result has three axes: `(H, W, out)`.",
        ),
        answers={"transposed_conv2d_channels": elsewhere.channels_not_summed},
    ),
    Misconception(
        id="channels-in-front",
        name=Text(ko="출력 채널을 맨 앞에 둠", en="The output channels in front"),
        text=Text(
            ko="출력 채널의 축이 맨 앞에 있습니다. PyTorch는 채널을 앞에 두지만 이 과제는 Keras처럼 맨 뒤에 둡니다: "
            "`(H, W, out)`. 채널마다 만든 배열을 `np.stack(..., axis=-1)`로 쌓으면 됩니다.",
            en="The axis of the output channels comes first. PyTorch has channels in front; this assignment, like "
            "Keras, has them last: `(H, W, out)`. Put the channels together with `np.stack(..., axis=-1)`.",
        ),
        answers={"transposed_conv2d_channels": elsewhere.channels_in_front},
    ),
)
