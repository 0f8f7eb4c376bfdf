"""Misconceptions about how large the output is and where the stamps lie."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_places as elsewhere
from . import wrong_answers_variants as variants

SIZES = (
    Misconception(
        id="plus-one-forgotten",
        name=Text(ko="출력 크기에서 +1을 빠뜨림", en="The + 1 of the output size forgotten"),
        text=Text(
            ko="커널을 오른쪽으로 옮긴 횟수만 세고 맨 처음 자리를 세지 않은 것 같습니다. 크기 5인 입력에 크기 3인 "
            "커널이 들어가는 자리는 0, 1, 2로 모두 세 곳입니다. 이동은 두 번, 자리는 세 곳이지요.",
            en="You seem to have counted how often the kernel moves, and not the place where it starts. A kernel of "
            "size 3 fits into an input of size 5 at 0, 1 and 2: two moves, three places.",
        ),
        answers={"conv_output_size": wrong.plus_one_forgotten_conv_size},
    ),
    Misconception(
        id="partial-window-counted",
        name=Text(ko="입력 밖으로 나가는 창까지 셈", en="A window counted that does not fit"),
        text=Text(
            ko="`valid`에서는 입력 안에 온전히 들어가는 창만 셉니다. 마지막에 남는 칸이 커널보다 적으면 그 칸들은 "
            "쓰이지 않으므로, 나눗셈은 올림이 아니라 내림(`//`)입니다.",
            en="With `valid` only windows that fit entirely into the input count. If fewer cells remain at the end "
            "than the kernel needs, they are left out: the division rounds down (`//`), not up.",
        ),
        answers={"conv_output_size": wrong.partial_window_conv_size},
    ),
    Misconception(
        id="half-kernel-padding",
        name=Text(
            ko="`same`을 커널의 절반만큼 덧대거나 자른다고 생각함", en="`same` taken for half a kernel on each side"
        ),
        text=Text(
            ko="`same`이면 양쪽에 `kernel // 2`칸을 덧대거나(합성곱) 잘라 낸다고(전치 합성곱) 생각한 것 같습니다. "
            "커널의 크기가 홀수이고 스트라이드가 1일 때만 맞는 방법이고, PyTorch에서 흔히 씁니다. Keras의 `same`은 "
            "출력 크기를 먼저 정합니다: 합성곱은 크기 ÷ 스트라이드(올림), 전치 합성곱은 크기 × 스트라이드입니다.",
            en="You seem to have taken `same` for `kernel // 2` cells on each side, padded in a convolution and "
            "cropped in a transposed one. That is common in PyTorch, and agrees only for kernels of odd size and "
            "stride 1. In Keras `same` is about the size that comes out: size ÷ stride, rounded up, and size × "
            "stride in a transposed convolution.",
        ),
        answers={
            "conv_output_size": elsewhere.half_kernel_conv_size,
            "transposed_conv_output_size": elsewhere.half_kernel_transposed_size,
            "transposed_conv2d": elsewhere.half_kernel,
            "transposed_conv2d_channels": elsewhere.half_kernel_channels,
        },
    ),
    Misconception(
        id="padding-of-pytorch",
        name=Text(ko="`same`에 PyTorch의 패딩을 씀", en="PyTorch's padding used for `same`"),
        text=Text(
            ko="PyTorch에서 흔히 쓰는 `padding = (kernel - 1) // 2`를 넣은 것 같습니다. PyTorch에서는 덧대거나 잘라 "
            "낼 칸 수를 "
            "사람이 정하지만, Keras의 `same`은 출력 크기를 먼저 정합니다: 합성곱은 크기 ÷ 스트라이드(올림), 전치 "
            "합성곱은 "
            "크기 × 스트라이드입니다.",
            en="This looks like `padding = (kernel - 1) // 2`, which is common in PyTorch. There people set how many "
            "cells are padded or cropped; in Keras `same` is about the size that comes out: size ÷ stride, rounded "
            "up, and size × stride in a transposed convolution.",
        ),
        answers={
            "conv_output_size": elsewhere.less_than_half_conv_size,
            "transposed_conv2d": elsewhere.less_than_half,
            "transposed_conv2d_channels": elsewhere.less_than_half_channels,
        },
    ),
    Misconception(
        id="same-rounded-to-nearest",
        name=Text(ko="`same`의 크기를 반올림함", en="The size with `same` rounded to the nearest integer"),
        text=Text(
            ko="`same`에서 크기 ÷ 스트라이드를 `round`로 반올림한 것 같습니다. 끝에 한 칸만 남아도 그 칸을 보는 창이 "
            "하나 더 있으므로 언제나 올립니다. `round`는 2.5를 2로 만듭니다.",
            en="With `same`, size ÷ stride seems to have been rounded by `round`. Even a single cell left over at the "
            "end takes one more window, so it is always rounded up; `round` makes 2 of 2.5.",
        ),
        answers={"conv_output_size": wrong.same_rounded_conv_size},
    ),
    Misconception(
        id="same-rounded-down",
        name=Text(ko="`same`의 크기를 내림함", en="The size with `same` rounded down"),
        text=Text(
            ko="`same`은 가장자리에 0을 덧대어 끝에 남는 칸까지 모두 봅니다. 그래서 크기 ÷ 스트라이드를 내림이 아니라 "
            "올림합니다. 크기 5, 스트라이드 2라면 2.5를 올려 3입니다.",
            en="`same` pads with zeros so that the cells left over at the end are covered too: size ÷ stride is "
            "rounded up, not down. Size 5 and stride 2 give 2.5, hence 3.",
        ),
        answers={"conv_output_size": wrong.rounded_down_conv_size},
    ),
    Misconception(
        id="rounded-to-nearest",
        name=Text(ko="가까운 정수로 반올림함", en="Rounded to the nearest integer"),
        text=Text(
            ko="나눗셈의 결과를 `round`처럼 가까운 정수로 반올림한 것 같습니다. `valid`에서는 온전히 들어가는 창만 "
            "세므로 언제나 내리고, `same`에서는 끝에 남는 칸까지 보므로 언제나 올립니다.",
            en="The quotient seems to have been rounded to the nearest integer, as `round` does. With `valid` only "
            "windows that fit count, so it is always rounded down; with `same` the cells left over are covered too, so "
            "it is always rounded up.",
        ),
        answers={"conv_output_size": wrong.rounded_conv_size},
    ),
)

PLACES = (
    Misconception(
        id="padding-ignored",
        name=Text(ko="`same`을 `valid`처럼 계산함", en="`same` treated as `valid`"),
        text=Text(
            ko='`padding="same"`을 주어도 `valid`와 같은 답이 나옵니다. '
            "합성곱의 `same`은 출력 크기가 크기 ÷ 스트라이드(올림)이고, "
            "전치 합성곱의 `same`은 출력 크기가 크기 × 스트라이드가 되도록 가장자리를 잘라 냅니다. "
            "`padding` 인자에 따라 나누어 계산해 보세요.",
            en='With `padding="same"` the answer is still the one for `valid`. With `same` a convolution gives size ÷ '
            "stride (rounded up), and a transposed one crops its border to size × stride. Let your code look at "
            "`padding`.",
        ),
        answers={
            "conv_output_size": wrong.padding_ignored_conv_size,
            "transposed_conv_output_size": wrong.padding_ignored_transposed_size,
            "transposed_conv2d": wrong.padding_ignored,
            "transposed_conv2d_channels": wrong.padding_ignored_channels,
        },
        variants={"conv_output_size": (variants.windows_beyond_the_input,)},
    ),
    Misconception(
        id="stride-ignored",
        name=Text(ko="스트라이드를 쓰지 않음", en="The stride ignored"),
        text=Text(
            ko="스트라이드가 얼마이든 1일 때의 답이 나옵니다. 합성곱에서는 창이 `stride`칸씩 움직이고, 전치 "
            "합성곱에서는 도장이 `stride`칸씩 떨어져 찍힙니다. `i` 자리에 `i * stride`가 들어가야 할 곳을 찾아보세요.",
            en="Whatever the stride, the answer is the one for stride 1. In a convolution the window moves on by "
            "`stride` cells; in a transposed one the stamps lie `stride` cells apart. Look where `i` should be `i * "
            "stride`.",
        ),
        answers={
            "conv_output_size": wrong.stride_ignored_conv_size,
            "transposed_conv_output_size": wrong.stride_ignored_transposed_size,
            "transposed_conv2d": wrong.stride_ignored,
            "transposed_conv2d_channels": wrong.stride_ignored_channels,
        },
    ),
    Misconception(
        id="downsampled-instead",
        name=Text(ko="전치 합성곱 대신 보통 합성곱을 계산함", en="An ordinary convolution instead of a transposed one"),
        text=Text(
            ko="보통 합성곱은 창 안의 여러 수를 모아 수 하나를 만들고, 그래서 결과가 작아집니다. 전치 합성곱은 거꾸로 "
            "입력의 수 하나가 커널 크기의 도장을 찍어 결과가 커집니다. 입력 칸마다 무엇을 어디에 더하는지 생각해 "
            "보세요.",
            en="An ordinary convolution gathers the numbers of a window into one, and its output shrinks. A "
            "transposed one goes the other way: each input number stamps a whole kernel, and the output grows. Ask of "
            "each input cell what it adds, and where.",
        ),
        answers={
            "transposed_conv_output_size": wrong.downsampled_transposed_size,
            "transposed_conv2d": wrong.downsampled,
            "transposed_conv2d_channels": wrong.downsampled_channels,
        },
        variants={"transposed_conv2d": (variants.windows_that_fit,)},
    ),
    Misconception(
        id="step-is-kernel-size",
        name=Text(
            ko="도장을 스트라이드가 아니라 커널 크기만큼 띄움",
            en="Stamps set apart by the kernel's size, not the stride",
        ),
        text=Text(
            ko="도장이 서로 겹치지 않게 커널 크기만큼 떨어져 찍혔습니다. 도장 사이의 거리를 정하는 것은 "
            "스트라이드입니다. 스트라이드가 커널보다 작으면 도장은 겹치고, 겹친 값은 더합니다.",
            en="The stamps lie side by side, one kernel's size apart. It is the stride that sets the distance between "
            "stamps. Where it is smaller than the kernel, stamps overlap and are added.",
        ),
        answers={
            "transposed_conv_output_size": wrong.kernel_step_transposed_size,
            "transposed_conv2d": wrong.kernel_step,
            "transposed_conv2d_channels": wrong.kernel_step_channels,
        },
        variants={"transposed_conv2d": (variants.side_by_side, variants.side_by_side_uncropped)},
    ),
    Misconception(
        id="tail-forgotten",
        name=Text(ko="`valid`인데 마지막 도장의 끝을 잘라 냄", en="The end of the last stamp cut off with `valid`"),
        text=Text(
            ko="`valid`의 크기를 크기 × 스트라이드로 잡았습니다. 커널이 스트라이드보다 크면 마지막 도장이 그 밖으로 "
            "더 나갑니다. 크기 × 스트라이드로 잘라 내는 것은 `same`일 때입니다.",
            en="With `valid` you took size × stride. Where the kernel is larger than the stride, the last stamp "
            "reaches beyond that. Cropping to size × stride is what `same` does.",
        ),
        answers={
            "transposed_conv_output_size": wrong.tail_forgotten_transposed_size,
            "transposed_conv2d": wrong.tail_forgotten,
            "transposed_conv2d_channels": wrong.tail_forgotten_channels,
        },
    ),
    Misconception(
        id="gap-forgotten",
        name=Text(
            ko="스트라이드가 커널보다 클 때 마지막 빈칸을 빠뜨림",
            en="The cells after the last stamp forgotten where the stride exceeds the kernel",
        ),
        text=Text(
            ko="스트라이드가 커널보다 크면 도장 사이에 빈칸(0)이 생기고, Keras는 마지막 도장 뒤에도 그 빈칸을 둡니다. "
            "그래서 마지막 항이 `kernel`이 아니라 `max(kernel, stride)`입니다.",
            en="Where the stride is larger than the kernel, there are empty cells (0) between the stamps, and Keras "
            "leaves them after the last stamp, too. That is why the last term is `max(kernel, stride)`, not `kernel`.",
        ),
        answers={
            "transposed_conv_output_size": wrong.gap_forgotten_transposed_size,
            "transposed_conv2d": wrong.gap_forgotten,
            "transposed_conv2d_channels": wrong.gap_forgotten_channels,
        },
        variants={"transposed_conv2d": (variants.gap_forgotten_throughout,)},
    ),
    Misconception(
        id="repeated-then-convolved",
        name=Text(ko="값을 되풀이해서 키운 다음 합성곱함", en="Enlarged by repetition, then convolved"),
        text=Text(
            ko="먼저 입력의 수를 `stride`번씩 되풀이해서 크게 만들고, 그 위에 스트라이드 1로 찍은 것 같습니다. "
            "그것은 업샘플링 층 다음에 합성곱 층을 둔 것과 같습니다. 전치 합성곱에서는 입력의 수 하나가 도장을 한 "
            "번만 찍고, 도장 사이가 `stride`칸입니다.",
            en="You seem to have repeated each number of the input `stride` times, and to have stamped the enlarged "
            "input at stride 1. That is an upsampling layer before a convolution. In a transposed convolution each "
            "number is stamped once, and the stamps lie `stride` cells apart.",
        ),
        answers={
            "transposed_conv_output_size": elsewhere.repeated_first_transposed_size,
            "transposed_conv2d": elsewhere.repeated_first,
            "transposed_conv2d_channels": elsewhere.repeated_first_channels,
        },
    ),
    Misconception(
        id="stride-on-rows-only",
        name=Text(ko="도장을 세로로만 띄움", en="Stamps set apart downwards only"),
        text=Text(
            ko="결과의 크기는 맞지만 도장이 세로로만 `stride`칸씩 떨어져 있습니다. 가로로도 떨어져야 하므로, 도장이 "
            "시작하는 열은 `j`가 아니라 `j * stride`입니다.",
            en="The size is right, but the stamps lie `stride` cells apart downwards only. They do so to the right, "
            "too: a stamp starts in column `j * stride`, not `j`.",
        ),
        answers={
            "transposed_conv2d": elsewhere.rows_apart_only,
            "transposed_conv2d_channels": elsewhere.rows_apart_only_channels,
        },
    ),
    Misconception(
        id="columns-at-stride-1",
        name=Text(ko="가로는 스트라이드 1로 계산함", en="Stride 1 for the columns"),
        text=Text(
            ko="세로에는 스트라이드를 썼지만 가로는 크기까지 스트라이드 1일 때와 같습니다. 스트라이드는 두 방향에 "
            "똑같이 적용됩니다. 너비에도 문제 2의 함수를 `stride`와 함께 부르고, 도장은 `j * stride`열에서 "
            "시작하세요.",
            en="The rows follow the stride, but the columns are those of stride 1, even in their number. The stride "
            "holds in both directions: find the width, too, with the function of question 2 and `stride`, and start "
            "a stamp in column `j * stride`.",
        ),
        answers={
            "transposed_conv2d": elsewhere.rows_longer_only,
            "transposed_conv2d_channels": elsewhere.rows_longer_only_channels,
        },
    ),
    Misconception(
        id="formula-of-pytorch",
        name=Text(ko="PyTorch의 공식을 씀", en="PyTorch's formula used"),
        text=Text(
            ko="PyTorch의 공식 `(size - 1) * stride - 2 * padding + kernel`을 쓴 것 같습니다. Keras는 두 가지가 "
            "다릅니다. "
            "`same`이면 언제나 크기 × 스트라이드가 되도록 자르고, `valid`의 마지막 항은 `max(kernel, stride)`입니다.",
            en="This looks like PyTorch's formula, `(size - 1) * stride - 2 * padding + kernel`. Two things are "
            "different in Keras: `same` always crops to size × stride, and the last term of `valid` is `max(kernel, "
            "stride)`.",
        ),
        answers={"transposed_conv_output_size": elsewhere.pytorch_transposed_size},
    ),
)
