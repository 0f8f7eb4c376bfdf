"""Slips in writing the right thing down, which are as common as misconceptions: of brackets, loops and sums."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_more as more
from . import wrong_answers_slips as wrong

SLIPS = (
    Misconception(
        id="same-always-one-more",
        name=Text(ko="나누어떨어져도 1을 더함", en="One more added even where it divides"),
        text=Text(
            ko="올림을 `size // stride + 1`로 계산한 것 같습니다. 나누어떨어질 때는 올릴 것이 없어서 1이 남습니다. "
            "`-(-size // stride)`는 나머지가 있을 때만 올립니다.",
            en="You seem to have rounded up by `size // stride + 1`. Where it divides, nothing is to be rounded, and "
            "that is 1 too many. `-(-size // stride)` rounds up only where something remains.",
        ),
        answers={"conv_output_size": wrong.always_one_more_conv_size},
    ),
    Misconception(
        id="brackets-forgotten",
        name=Text(ko="`size - 1`의 괄호를 빠뜨림", en="The brackets around `size - 1` forgotten"),
        text=Text(
            ko="`size - 1 * stride`로 계산한 것 같습니다. 곱셈이 먼저라서 `1 * stride`를 빼게 됩니다. 괄호를 쳐서 "
            "`(size - 1) * stride`로 쓰세요.",
            en="You seem to have written `size - 1 * stride`. Python multiplies first, so that is `1 * stride` taken "
            "away. With brackets it is `(size - 1) * stride`.",
        ),
        answers={"transposed_conv_output_size": wrong.brackets_forgotten_transposed_size},
    ),
    Misconception(
        id="stamps-one-cell-apart",
        name=Text(ko="도장을 스트라이드와 상관없이 한 칸씩 옮김", en="Stamps one cell apart, whatever the stride"),
        text=Text(
            ko="출력 크기는 맞지만, 도장이 한 칸씩만 옮겨 찍혀 앞쪽에 몰려 있습니다. `x[i, j]`의 도장은 `(i, j)`가 "
            "아니라 `(i * stride, j * stride)`에서 시작합니다.",
            en="The size is right, but the stamps lie one cell apart, crowded at the start. That of `x[i, j]` starts "
            "at `(i * stride, j * stride)`, not at `(i, j)`.",
        ),
        answers={
            "transposed_conv2d": wrong.one_cell_apart,
            "transposed_conv2d_channels": wrong.one_cell_apart_channels,
        },
        on_paper=False,  # one cell of the result does not tell it from a stride that is ignored
    ),
    Misconception(
        id="sum-carried-over",
        name=Text(ko="앞 출력 채널의 합이 이어짐", en="The sum carried over to the next output channel"),
        text=Text(
            ko="출력 채널마다 앞 채널의 합이 그대로 더해져 있습니다. 합을 담을 배열은 출력 채널마다 0으로 새로 "
            "만드세요. 바깥 반복문 안에서 시작하면 됩니다.",
            en="Each output channel goes on with the sum of those before it. Begin with new zeros for each output "
            "channel, inside the outer loop.",
        ),
        answers={"transposed_conv2d_channels": wrong.sum_carried_over},
    ),
    Misconception(
        id="matrix-last-windows-missing",
        name=Text(ko="마지막 줄과 마지막 칸의 창을 빠뜨림", en="The last windows of each direction missing"),
        text=Text(
            ko="창이 방향마다 하나씩 모자랍니다. 창의 왼쪽 위가 올 수 있는 곳은 0부터 `H - kh`까지 `H - kh + 1`곳인데, "
            "`range(H - kh)`는 마지막 하나를 빼고 셉니다. `range(H - kh + 1)`로 반복하세요.",
            en="There is one window too few in each direction. It can start at 0 up to `H - kh`, which is "
            "`H - kh + 1` places, and `range(H - kh)` leaves out the last one: loop over `range(H - kh + 1)`.",
        ),
        answers={"conv_matrix": wrong.last_windows_missing},
        on_paper=False,
    ),
    Misconception(
        id="half-the-kernel-off",
        name=Text(ko="`valid`에서 커널의 절반만 줄어든다고 생각함", en="Half a kernel lost where it is a whole one"),
        text=Text(
            ko="3×3 커널이 크기를 1만 줄인다고 본 것 같습니다. `valid`에서는 양쪽 끝에서 하나씩, 모두 `kernel - 1`만큼 "
            "줄어듭니다. 크기 5에 커널 3을 놓을 수 있는 자리는 0, 1, 2의 세 곳입니다.",
            en="You seem to have assumed that a 3×3 kernel takes 1 off the size. With `valid` it is one at each end, "
            "`kernel - 1` in all: a kernel of size 3 fits into size 5 at 0, 1 and 2, three places.",
        ),
        answers={"conv_output_size": wrong.half_the_kernel_off},
        variants={"conv_output_size": (wrong.half_the_kernel_off_without_one,)},
    ),
    Misconception(
        id="same-cropped-to-nothing",
        name=Text(ko="자를 칸이 없을 때 `[a:-0]`으로 잘라 비게 됨", en="Cropped by `[a:-0]`, which leaves nothing"),
        text=Text(
            ko="끝에서 자를 칸이 하나도 없을 때 결과가 비어 있습니다. `-0`은 0이어서 `[a:-0]`은 `[a:0]`, 곧 빈 "
            "배열입니다. 끝의 위치를 `a + size * stride`처럼 앞에서부터 세세요.",
            en="Where no cell is cropped at the end, the result is empty: `-0` is 0, so `[a:-0]` is `[a:0]`, which "
            "holds nothing. Count the end from the front instead, as in `a + size * stride`.",
        ),
        answers={
            "transposed_conv2d": wrong.cropped_up_to_minus_nothing,
            "transposed_conv2d_channels": wrong.cropped_up_to_minus_nothing_channels,
        },
        on_paper=False,
    ),
    Misconception(
        id="overlap-first-kept",
        name=Text(ko="겹치는 칸에 먼저 찍은 값을 남김", en="The first stamp kept where stamps overlap"),
        text=Text(
            ko="겹치는 칸에 먼저 찍은 도장의 값이 그대로 남아 있습니다. 비어 있는지 보지 말고, 도장이 겹치는 칸은 "
            "`+=`로 모두 더하세요.",
            en="Where stamps overlap, the value of the first one stays. Never mind whether a cell is empty: all "
            "stamps are added, with `+=`.",
        ),
        answers={"transposed_conv2d": wrong.first_stamp_kept},
        on_paper=False,
    ),
    Misconception(
        id="bilinear-heights-alone",
        name=Text(ko="한 방향의 높이만 돌려줌", en="The heights of one direction alone"),
        text=Text(
            ko="한 방향의 높이만 있는 1차원 배열입니다. 커널은 두 방향의 높이를 곱한 `(k, k)` 배열입니다. `h * h`는 "
            "같은 자리끼리 곱할 뿐이니 `np.outer(h, h)`처럼 모든 짝을 곱하세요.",
            en="This is an array in one dimension, with the heights of one direction. The kernel is `(k, k)`, the "
            "products of both. `h * h` multiplies place by place only: take every pair, as `np.outer(h, h)` does.",
        ),
        answers={"bilinear_kernel": wrong.heights_alone},
        variants={"bilinear_kernel": (wrong.heights_squared,)},
    ),
    Misconception(
        id="psnr-twenty-of-squares",
        name=Text(ko="20과 MSE를 함께 씀", en="20 times, with the MSE"),
        text=Text(
            ko="MSE로 나눈 것의 로그에 20을 곱한 것 같습니다. 20은 제곱근을 씌운 RMSE와 짝이고, MSE에는 `10 * "
            "log10(peak ** 2 / MSE)`를 씁니다.",
            en="You seem to have multiplied by 20 with the MSE in the logarithm. 20 goes with the RMSE, the root of "
            "the error; with the MSE it is `10 * log10(peak ** 2 / MSE)`.",
        ),
        answers={"psnr": wrong.twenty_of_squares},
        variants={"psnr": (more.twenty_of_both_squares,)},
    ),
    Misconception(
        id="bilinear-brackets-too-wide",
        name=Text(ko="거리가 아니라 높이를 배율로 나눔", en="The height divided by the factor, not the distance"),
        text=Text(
            ko="`(1 - |i - c|) / factor`로 계산한 것 같습니다. 그러면 중심에서 한 칸만 떨어져도 0이고, 더 멀면 음수가 "
            "됩니다. `factor`로 나누는 것은 거리뿐입니다: `1 - |i - c| / factor`.",
            en="You seem to have taken `(1 - |i - c|) / factor`, which is 0 one cell from the centre and negative "
            "further out. Only the distance is divided by `factor`: `1 - |i - c| / factor`.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_brackets_too_wide},
    ),
    Misconception(
        id="psnr-largest-value",
        name=Text(ko="`peak` 대신 원본의 최댓값을 씀", en="The largest value of the original for `peak`"),
        text=Text(
            ko="`peak` 대신 원본에서 가장 큰 값을 썼습니다. 어두운 이미지에는 가장 밝은 값이 없을 수도 있습니다. "
            "가질 수 있는 가장 큰 값이 `peak`이니 그대로 쓰세요.",
            en="The largest value of the original was taken instead of `peak`. A dark image may have no pixel of the "
            "brightest value: use `peak`, the largest that a pixel can have.",
        ),
        answers={"psnr": wrong.largest_value_for_peak},
    ),
    Misconception(
        id="last-channel-left-out",
        name=Text(ko="마지막 입력 채널을 빠뜨림", en="The last input channel left out"),
        text=Text(
            ko="마지막 입력 채널이 결과에 없습니다. `range(n)`은 0부터 `n - 1`까지이므로 1을 더 빼지 않습니다: "
            "`range(x.shape[2])`.",
            en="The last input channel is missing in the result. `range(n)` already ends at `n - 1`, so nothing is to "
            "be subtracted: `range(x.shape[2])`.",
        ),
        answers={"transposed_conv2d_channels": wrong.last_channel_left_out},
        on_paper=False,
    ),
    Misconception(
        id="matrix-kernel-transposed",
        name=Text(ko="커널의 행과 열을 바꿈", en="The kernel's rows and columns swapped"),
        text=Text(
            ko="각 창에 커널을 전치해서(`kernel.T`) 놓은 것 같습니다. 전치하는 것은 커널이 아니라 다 만든 행렬 "
            "`C`입니다. 커널의 수는 그대로 놓으세요.",
            en="Each window seems to have got the transposed kernel, `kernel.T`. It is the finished matrix `C` that is "
            "transposed, not the kernel: put its numbers as they are.",
        ),
        answers={"conv_matrix": wrong.kernel_transposed_matrix},
    ),
    Misconception(
        id="bilinear-distances-multiplied",
        name=Text(ko="높이 대신 거리를 곱함", en="Distances multiplied, not heights"),
        text=Text(
            ko="두 방향의 거리를 먼저 곱한 다음 1에서 뺀 것 같습니다. 방향마다 `1 - |i - c| / factor`로 높이를 구하고 "
            "그 두 높이를 곱하세요. 괄호가 두 쌍 필요합니다.",
            en="The distances of both directions seem to have been multiplied first, and then subtracted from 1. Work "
            "out a height for each direction, `1 - |i - c| / factor`, and multiply those: it takes two pairs of "
            "brackets.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_distances_multiplied},
    ),
    Misconception(
        id="kernel-added",
        name=Text(ko="도장에 값을 곱하지 않고 더함", en="The number added to the kernel, not multiplied"),
        text=Text(
            ko="커널에 입력의 값을 곱하지 않고 더한 것 같습니다. 도장은 `x[i, j] * kernel`입니다. 더하는 것은 다 만든 "
            "도장을 출력에 찍을 때입니다.",
            en="The number of the input seems to have been added to the kernel. A stamp is `x[i, j] * kernel`; what "
            "is added are finished stamps, in the output.",
        ),
        answers={"transposed_conv2d": wrong.kernel_added},
    ),
)
