"""Misconceptions about shrinking a picture, and about measuring how well it comes back."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_pictures as wrong

PICTURES = (
    Misconception(
        id="shrink-every-nth-pixel",
        name=Text(ko="블록마다 픽셀 하나만 남김", en="One pixel kept of each block"),
        text=Text(
            ko="블록의 왼쪽 위 픽셀만 남기고 나머지를 버린 것 같습니다. 그러면 버린 픽셀의 정보가 사라지고 가는 "
            "무늬가 엉뚱하게 보입니다. 블록에 있는 픽셀을 모두 평균 내세요.",
            en="You seem to have kept the top left pixel of each block and dropped the others. Then fine patterns "
            "come out wrong. Take the mean of all pixels in a block.",
        ),
        answers={"shrink": wrong.every_nth_pixel},
    ),
    Misconception(
        id="shrink-max-pooling",
        name=Text(ko="평균이 아니라 가장 큰 값을 남김", en="The largest value kept instead of the mean"),
        text=Text(
            ko="블록마다 가장 큰 값을 남겼습니다. 그것은 최대 풀링이고, 이미지가 전체로 밝아집니다. 줄일 때는 블록의 "
            "평균을 냅니다.",
            en="The largest value of each block was kept. That is max pooling, and it makes the picture brighter. To "
            "shrink it, take the mean of each block.",
        ),
        answers={"shrink": wrong.brightest_pixel},
    ),
    Misconception(
        id="shrink-not-divided",
        name=Text(ko="더하기만 하고 나누지 않음", en="Added up, not divided"),
        text=Text(
            ko="블록의 값을 더하기만 했습니다. 평균을 내려면 블록의 픽셀 수인 `factor ** 2`로 나누어야 밝기가 "
            "유지됩니다.",
            en="The values of a block were added up only. For the mean they are divided by the number of pixels in a "
            "block, `factor ** 2`; then the brightness stays.",
        ),
        answers={"shrink": wrong.blocks_added_up},
    ),
    Misconception(
        id="shrink-divided-by-side",
        name=Text(ko="블록의 픽셀 수가 아니라 한 변으로 나눔", en="Divided by a block's side, not by its pixels"),
        text=Text(
            ko="블록의 합을 `factor`로 나누었습니다. 블록에는 픽셀이 `factor`개가 아니라 `factor × factor`개 있습니다.",
            en="The sum of a block was divided by `factor`. A block has not `factor` pixels but `factor × factor`.",
        ),
        answers={"shrink": wrong.divided_by_the_side},
    ),
    Misconception(
        id="shrink-median",
        name=Text(ko="평균이 아니라 중앙값을 구함", en="The median instead of the mean"),
        text=Text(
            ko="블록마다 중앙값을 구했습니다. 중앙값은 가운데에 있는 값 하나이고, 여기서는 모든 픽셀을 고르게 섞은 "
            "평균을 씁니다.",
            en="The median of each block was taken, the value in the middle. Here it is the mean, into which all "
            "pixels go alike.",
        ),
        answers={"shrink": wrong.middle_value},
    ),
    Misconception(
        id="shrink-pixels-far-apart",
        name=Text(ko="이웃하지 않은 픽셀끼리 평균 냄", en="Pixels averaged that are far apart"),
        text=Text(
            ko="이웃한 픽셀이 아니라 멀리 떨어진 픽셀끼리 평균을 냈습니다. `reshape`로 나눌 때에는 블록의 개수가 "
            "앞, 블록의 크기가 뒤에 옵니다: `(H // factor, factor, W // factor, factor)`.",
            en="Pixels were averaged that are not neighbours but far apart. In the `reshape`, the number of blocks "
            "comes before their size: `(H // factor, factor, W // factor, factor)`.",
        ),
        answers={"shrink": wrong.pixels_far_apart},
    ),
    Misconception(
        id="shrink-in-reading-order",
        name=Text(ko="블록이 아니라 읽는 순서대로 묶음", en="Pixels grouped in reading order"),
        text=Text(
            ko="블록이 아니라, 한 줄씩 읽은 순서대로 픽셀을 묶어 평균을 냈습니다. `reshape`는 순서를 바꾸지 "
            "않으므로, 세로로 이웃한 픽셀은 그것만으로 모이지 않습니다. 축을 넷으로 나누어 둘로 평균을 내거나 "
            "반복문을 쓰세요.",
            en="Pixels were averaged as they come line by line, not block by block. `reshape` keeps their order, "
            "so it does not bring together what lies one below the other. Make four axes and average over two, "
            "or use loops.",
        ),
        answers={"shrink": wrong.pixels_in_reading_order},
    ),
    Misconception(
        id="shrink-one-pixel-further",
        name=Text(ko="블록을 한 픽셀씩만 옮김", en="Blocks only one pixel apart"),
        text=Text(
            ko="블록이 한 픽셀씩만 옮겨 가서 서로 겹칩니다. (i, j)번째 블록은 `(i * factor, j * factor)`에서 "
            "시작합니다.",
            en="Each block starts just one pixel further, so they overlap. Block (i, j) starts at `(i * factor, j "
            "* factor)`.",
        ),
        answers={"shrink": wrong.one_pixel_further},
    ),
    Misconception(
        id="shrink-middle-pixel",
        name=Text(ko="블록마다 가운데 픽셀만 남김", en="The middle pixel kept of each block"),
        text=Text(
            ko="블록의 가운데 픽셀만 남기고 나머지를 버렸습니다. 블록에 있는 픽셀을 모두 평균 내세요.",
            en="Only the pixel in the middle of each block was kept. Take the mean of all pixels in it.",
        ),
        answers={"shrink": wrong.middle_pixel},
    ),
    Misconception(
        id="psnr-root",
        name=Text(ko="제곱 오차 대신 그 제곱근을 씀", en="The root of the squared error taken"),
        text=Text(
            ko="`peak`와 RMSE(제곱근을 씌운 오차)의 비에 10을 곱한 것 같습니다. `10 * log10`에는 제곱한 것의 비, 곧 "
            "`peak ** 2 / MSE`를 넣습니다. RMSE를 쓰려면 20을 곱해야 합니다.",
            en="You seem to have taken 10 times the logarithm of `peak` over the RMSE, the root of the error. `10 * "
            "log10` takes the ratio of squares, `peak ** 2 / MSE`; with the RMSE it is 20 times.",
        ),
        answers={"psnr": wrong.root_for_the_square},
    ),
    Misconception(
        id="psnr-natural-log",
        name=Text(ko="자연로그를 씀", en="The natural logarithm taken"),
        text=Text(
            ko="`np.log`는 밑이 e인 자연로그입니다. 데시벨은 밑이 10인 로그, `np.log10`으로 셉니다.",
            en="`np.log` is the natural logarithm, to the base e. Decibels take the one to the base 10, `np.log10`.",
        ),
        answers={"psnr": wrong.natural_logarithm},
    ),
    Misconception(
        id="psnr-upside-down",
        name=Text(ko="비를 뒤집음", en="The ratio upside down"),
        text=Text(
            ko="부호가 반대입니다. `peak ** 2`를 MSE로 나누어야 오차가 작을수록 PSNR이 커집니다.",
            en="The sign is the opposite. `peak ** 2` is divided by the MSE, so that a smaller error gives a larger "
            "PSNR.",
        ),
        answers={"psnr": wrong.upside_down},
    ),
    Misconception(
        id="psnr-mean-absolute",
        name=Text(ko="제곱하지 않고 차이의 절댓값을 평균함", en="The mean of absolute differences taken"),
        text=Text(
            ko="차이를 제곱하지 않고 절댓값을 평균했습니다. MSE는 차이를 제곱한 다음 평균한 것입니다.",
            en="The differences were not squared; their absolute values were averaged. The MSE is the mean of the "
            "squares.",
        ),
        answers={"psnr": wrong.mean_of_sizes},
    ),
    Misconception(
        id="psnr-sum",
        name=Text(ko="평균 내지 않고 모두 더함", en="The squares added up, not averaged"),
        text=Text(
            ko="제곱한 차이를 더하기만 했습니다. 픽셀 수로 나누어야 크기가 다른 이미지를 견줄 수 있습니다.",
            en="The squared differences were added up only. Divided by the number of pixels, images of different "
            "sizes can be compared.",
        ),
        answers={"psnr": wrong.sum_for_the_mean},
    ),
    Misconception(
        id="psnr-peak-forgotten",
        name=Text(ko="`peak`를 쓰지 않음", en="`peak` not used"),
        text=Text(
            ko="`peak`가 1일 때만 맞습니다. 255까지인 이미지에서는 오차도 255배이므로 `peak ** 2`를 MSE로 나누어야 "
            "합니다.",
            en="It is right only where `peak` is 1. In images up to 255 errors are 255 times as large, too: divide "
            "`peak ** 2` by the MSE.",
        ),
        answers={"psnr": wrong.peak_forgotten},
    ),
    Misconception(
        id="psnr-peak-not-squared",
        name=Text(ko="`peak`를 제곱하지 않음", en="`peak` not squared"),
        text=Text(
            ko="오차는 제곱했지만 `peak`는 제곱하지 않았습니다. 비의 위와 아래가 모두 제곱이어야 합니다: `peak ** 2 "
            "/ MSE`.",
            en="The error is squared, but `peak` is not. Both sides of the ratio are squares: `peak ** 2 / MSE`.",
        ),
        answers={"psnr": wrong.peak_not_squared},
    ),
    Misconception(
        id="psnr-bytes-wrap",
        name=Text(ko="`uint8`끼리 빼서 값이 넘침", en="`uint8` subtracted from `uint8`"),
        text=Text(
            ko="`uint8`에는 음수도 255보다 큰 수도 없어서, 빼거나 제곱하면 값이 한 바퀴 돌아 엉뚱해집니다. 먼저 "
            "`astype(float)`로 바꾸세요.",
            en="`uint8` has neither negative numbers nor any above 255: differences and squares wrap around. Turn "
            "them into floats first, with `astype(float)`.",
        ),
        answers={"psnr": wrong.bytes_wrap_around},
    ),
    Misconception(
        id="psnr-root-of-error-alone",
        name=Text(ko="오차에만 제곱근을 씌움", en="The root of the error alone"),
        text=Text(
            ko="MSE에만 제곱근을 씌워서 `peak ** 2`와 짝이 맞지 않습니다. `10 * log10`에는 제곱끼리의 비, `peak ** "
            "2 / MSE`를 넣습니다.",
            en="The root of the MSE was taken, which does not go with `peak ** 2`. `10 * log10` takes a ratio of "
            "squares, `peak ** 2 / MSE`.",
        ),
        answers={"psnr": wrong.root_of_the_error_alone},
    ),
    Misconception(
        id="psnr-is-the-error",
        name=Text(ko="PSNR이 아니라 MSE를 돌려줌", en="The MSE returned instead of the PSNR"),
        text=Text(
            ko="돌려준 값은 MSE, 곧 제곱한 차이의 평균입니다. 여기에서 한 걸음 더 가야 합니다: `10 * log10(peak ** 2 / "
            "MSE)`.",
            en="What came back is the MSE, the mean of the squared differences. One step is left: `10 * log10(peak ** "
            "2 / MSE)`.",
        ),
        answers={"psnr": wrong.error_itself},
    ),
    Misconception(
        id="psnr-mean-before-square",
        name=Text(ko="제곱하기 전에 평균을 냄", en="The mean taken before the square"),
        text=Text(
            ko="차이의 평균을 먼저 낸 다음 제곱했습니다. 그러면 더해질 때 양수와 음수가 서로 지워집니다. 픽셀마다 먼저 "
            "제곱하고, 그다음 평균을 내세요.",
            en="The mean of the differences was taken first and squared then, so that positive and negative ones "
            "cancel out. Square each pixel's difference first, and take the mean of the squares.",
        ),
        answers={"psnr": wrong.square_of_the_mean},
    ),
    Misconception(
        id="psnr-floats-too-late",
        name=Text(ko="뺀 다음에야 실수로 바꿈", en="Turned into floats after subtracting"),
        text=Text(
            ko="`uint8`끼리 먼저 뺀 다음 실수로 바꾸었습니다. 뺄 때 이미 음수가 256만큼 넘쳐 엉뚱한 값이 됩니다. 두 "
            "이미지를 먼저 실수로 바꾼 다음 빼세요.",
            en="`uint8` was subtracted first and turned into floats then. By that time negative differences have "
            "wrapped around. Turn both images into floats, then subtract.",
        ),
        answers={"psnr": wrong.floats_too_late},
    ),
)
