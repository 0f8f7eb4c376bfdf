"""Misconceptions about the convolution matrix and the bilinear kernel."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_matrix as wrong
from . import wrong_answers_slips as slips

MATRIX = (
    Misconception(
        id="matrix-already-transposed",
        name=Text(ko="C 대신 전치된 C.T를 돌려줌", en="C.T returned instead of C"),
        text=Text(
            ko="돌려준 행렬이 이미 전치되어 있습니다. `C`는 보통 합성곱을 하는 행렬이라 출력 칸마다 한 행, 입력 "
            "칸마다 한 열입니다. 이것을 나중에 전치한 `C.T`가 업샘플링을 합니다.",
            en="The matrix is transposed already. `C` does the ordinary convolution: one row for each output cell, "
            "one column for each input cell. It is `C.T`, transposed afterwards, that upsamples.",
        ),
        answers={"conv_matrix": wrong.matrix_already_transposed},
    ),
    Misconception(
        id="matrix-columns-first",
        name=Text(ko="칸을 행이 아니라 열 순서로 폄", en="Cells counted column by column"),
        text=Text(
            ko="칸의 번호를 위에서 아래로 먼저 매긴 것 같습니다. `x.ravel()`은 한 행을 왼쪽에서 오른쪽으로 다 읽고 "
            "다음 행으로 가므로 칸 (i, j)의 번호는 `i * W + j`입니다.",
            en="You seem to have numbered the cells downwards first. `x.ravel()` reads a row from left to right and "
            "then goes to the next, so cell (i, j) has the number `i * W + j`.",
        ),
        answers={"conv_matrix": wrong.matrix_columns_first},
    ),
    Misconception(
        id="matrix-pixels-downwards",
        name=Text(ko="픽셀의 번호만 열 순서로 매김", en="Pixels alone numbered column by column"),
        text=Text(
            ko="창의 순서는 맞지만, 픽셀의 번호를 위에서 아래로 먼저 매겼습니다. `x.ravel()`은 한 행을 다 읽고 다음 "
            "행으로 가므로 픽셀 (i, j)의 번호는 `j * H + i`가 아니라 `i * W + j`입니다.",
            en="The windows are in order, but the pixels were numbered downwards first. `x.ravel()` reads a row to "
            "its end before the next, so pixel (i, j) has the number `i * W + j`, not `j * H + i`.",
        ),
        answers={"conv_matrix": wrong.pixels_downwards},
    ),
    Misconception(
        id="matrix-window-over-the-edge",
        name=Text(ko="창이 행 끝을 넘어 다음 행으로 이어짐", en="The window runs over the end of a row"),
        text=Text(
            ko="행렬의 행이 하나 내려갈 때마다 커널을 늘 한 칸씩만 밀었습니다. 창이 오른쪽 끝에 닿으면 다음 창은 한 "
            "칸이 아니라 다음 줄의 처음으로 갑니다. 창 (i, j)는 입력의 `i * W + j`번 칸에서 시작합니다.",
            en="From each row of the matrix to the next the kernel moves by just one cell. Once the window has "
            "reached the right edge, the next one starts at the beginning of the next line: window (i, j) starts at "
            "cell `i * W + j`.",
        ),
        answers={"conv_matrix": wrong.window_runs_over_the_edge},
    ),
    Misconception(
        id="matrix-kernel-in-one-piece",
        name=Text(ko="커널의 행들을 띄우지 않고 이어 붙임", en="The kernel's rows laid end to end"),
        text=Text(
            ko="커널의 수들을 한 줄로 이어서 놓았습니다. 입력을 한 줄로 펴면 커널의 다음 행은 `W`칸 뒤에 있으므로, "
            "커널의 행과 행 사이에 0이 들어갑니다.",
            en="The kernel's numbers were laid in one unbroken run. In the flattened input the kernel's next row lies "
            "`W` cells further on, so there are zeros between its rows.",
        ),
        answers={"conv_matrix": wrong.kernel_in_one_piece},
        variants={"conv_matrix": (slips.kernel_in_one_piece_from_window_to_window,)},
    ),
    Misconception(
        id="matrix-never-cleared",
        name=Text(ko="앞 창의 커널이 다음 행에도 남음", en="Kernels of earlier windows left in later rows"),
        text=Text(
            ko="행마다 같은 배열에 커널을 써넣기만 해서, 앞의 창에 쓴 값이 다음 행에도 남아 있습니다. 창마다 0으로 "
            "채운 새 배열에서 시작하세요.",
            en="The kernel was put into one array for all rows, so what earlier windows wrote is still there in "
            "later ones. Begin each window with new zeros.",
        ),
        answers={"conv_matrix": wrong.kernels_never_cleared},
    ),
    Misconception(
        id="matrix-rows-one-array",
        name=Text(ko="모든 행이 하나의 배열임", en="All rows are one array"),
        text=Text(
            ko="모든 행이 서로 같고, 행마다 모든 창의 커널이 들어 있습니다. 반복문 밖에서 만든 배열 하나에 계속 "
            "써넣은 것 같습니다. `z.ravel()`은 새 배열이 아니라 같은 배열을 가리킵니다. 창마다 `np.zeros`로 새 "
            "배열을 만드세요.",
            en="All rows are alike, and each holds the kernels of all windows. They seem to have been put into one "
            "array made outside the loop; `z.ravel()` is no new array but the same one. Make new zeros for each "
            "window.",
        ),
        answers={"conv_matrix": wrong.all_windows_in_each_row},
    ),
    Misconception(
        id="matrix-rows-all-last",
        name=Text(ko="모든 행이 마지막 창과 같음", en="Every row like that of the last window"),
        text=Text(
            ko="모든 행이 마지막 창의 것과 같습니다. 행마다 같은 배열을 가리키면 마지막에 쓴 값만 남습니다. 창마다 "
            "`np.zeros`로 새 배열을 만들거나 `.copy()`를 쓰세요.",
            en="Every row is that of the last window. Where all rows are one and the same array, what was written "
            "last is in all of them. Make new zeros for each window, or use `.copy()`.",
        ),
        answers={"conv_matrix": wrong.last_window_everywhere},
    ),
    Misconception(
        id="matrix-windows-downwards",
        name=Text(ko="창을 위에서 아래로 먼저 셈", en="Windows taken downwards first"),
        text=Text(
            ko="행의 순서가 다릅니다. 창을 위에서 아래로 먼저 옮긴 것 같습니다. 창은 왼쪽 위에서 오른쪽으로, 그다음 "
            "줄로 옮깁니다. 바깥쪽 반복이 `i`(행), 안쪽이 `j`(열)입니다.",
            en="The rows stand in another order: the window seems to have moved downwards first. It goes to the "
            "right, then on to the next line: `i` (rows) is the outer loop and `j` (columns) the inner one.",
        ),
        answers={"conv_matrix": wrong.windows_downwards},
    ),
)

BILINEAR = (
    Misconception(
        id="bilinear-off-centre",
        name=Text(ko="짝수 배율에서 중심이 반 칸 어긋남", en="The centre half a cell off for even factors"),
        text=Text(
            ko="커널의 크기가 짝수이면 중심은 칸 위가 아니라 두 칸 사이에 있습니다. 중심을 `k // 2`가 아니라 `(k - 1) "
            "/ 2`로 두면 커널이 상하좌우로 대칭이 됩니다.",
            en="In a kernel of even size the centre lies between two cells, not on one. With `(k - 1) / 2` instead of "
            "`k // 2` the kernel becomes symmetric.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_off_centre},
    ),
    Misconception(
        id="bilinear-sums-to-one",
        name=Text(ko="커널의 합을 1로 맞춤", en="The kernel normalised to sum to 1"),
        text=Text(
            ko="흐리게 하는 필터라면 합이 1이지만, 업샘플링에서는 입력 칸 하나가 출력 `factor ** 2`칸을 채워야 "
            "합니다. 그래서 합은 `factor ** 2`이고, 나누지 않아야 밝기가 유지됩니다.",
            en="A filter that blurs sums to 1, but in upsampling one input cell has to fill `factor ** 2` output "
            "cells. So the sum is `factor ** 2`; without the division the brightness stays.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_sums_to_one},
    ),
    Misconception(
        id="bilinear-distances-added",
        name=Text(
            ko="가로와 세로의 가중치를 곱하지 않고 거리를 더함", en="Distances added instead of weights multiplied"
        ),
        text=Text(
            ko="'쌍선형'은 세로로 한 번, 가로로 한 번 선형 보간한다는 뜻입니다. 그래서 두 방향의 가중치를 곱합니다. "
            "거리를 더해서 한 번만 빼면 모서리 쪽이 0이 되어 버립니다.",
            en="“Bilinear” means linear interpolation once down and once across, so the two weights are multiplied. "
            "Taking the sum of the distances away once leaves zeros towards the corners.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_pyramid},
    ),
    Misconception(
        id="bilinear-is-nearest",
        name=Text(ko="쌍선형이 아니라 최근접 이웃 커널", en="A nearest-neighbour kernel"),
        text=Text(
            ko="1로 채운 커널은 값을 그대로 복사하는 최근접 이웃 업샘플링입니다. 쌍선형 커널은 더 넓고(`2 * factor - "
            "factor % 2`), 중심에서 멀어질수록 가중치가 줄어듭니다.",
            en="A kernel full of ones copies values: nearest-neighbour upsampling. The bilinear kernel is wider (`2 * "
            "factor - factor % 2`) and its weights fall off with the distance from the centre.",
        ),
        answers={"bilinear_kernel": wrong.nearest_neighbour},
    ),
    Misconception(
        id="bilinear-weights-added",
        name=Text(ko="두 방향의 높이를 곱하지 않고 더함", en="Heights added instead of multiplied"),
        text=Text(
            ko="가로와 세로의 높이를 더했습니다. 2차원 커널의 칸은 두 높이의 곱입니다: `h[i] * h[j]`.",
            en="The heights of the two directions were added. A cell of the kernel is their product, `h[i] * h[j]`.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_weights_added},
    ),
    Misconception(
        id="bilinear-signed-distance",
        name=Text(ko="거리에 절댓값을 씌우지 않음", en="The distance with its sign"),
        text=Text(
            ko="중심에서의 거리에 절댓값을 씌우지 않아서, 높이가 한쪽으로 계속 커집니다. 거리는 `abs(i - c)`이고, "
            "텐트는 양쪽으로 낮아집니다.",
            en="The distance from the centre kept its sign, so the heights go on growing to one side. The distance "
            "is `abs(i - c)`, and a tent falls off on both.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_distance_with_its_sign},
    ),
    Misconception(
        id="bilinear-over-size",
        name=Text(ko="거리를 배율이 아니라 커널의 크기로 나눔", en="The distance divided by the kernel's size"),
        text=Text(
            ko="거리를 커널의 크기 `k`로 나누어서 텐트가 너무 완만합니다. 높이는 `factor`칸 떨어지면 0이 되어야 "
            "하므로 `factor`로 나눕니다.",
            en="The distance was divided by the kernel's size `k`, which makes the tent too flat. At a distance of "
            "`factor` cells the height is to be 0: divide by `factor`.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_over_the_size},
    ),
    Misconception(
        id="bilinear-not-divided",
        name=Text(ko="거리를 배율로 나누지 않음", en="The distance not divided by the factor"),
        text=Text(
            ko="높이를 `factor - |i - c|`로 두어 모든 값이 `factor ** 2`배입니다. 한가운데에서 가장 높고 높이가 1을 "
            "넘지 않도록, 거리를 `factor`로 나눈 다음 1에서 빼세요.",
            en="The heights are `factor - |i - c|`, so that every value is `factor ** 2` times too large. Divide the "
            "distance by `factor` and take it from 1: no height is above 1.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_not_divided},
    ),
    Misconception(
        id="bilinear-round",
        name=Text(ko="중심에서의 직선거리로 높이를 정함", en="Heights by the straight distance from the centre"),
        text=Text(
            ko="중심까지의 직선거리 하나로 높이를 정해서 원뿔이 되었습니다. 쌍선형은 세로와 가로의 거리를 따로 보고, "
            "두 "
            "방향의 높이를 곱합니다.",
            en="The heights follow the straight distance from the centre, which makes a cone. Bilinear looks at the "
            "distance down and at the one across separately, and multiplies the two heights.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_cone},
    ),
    Misconception(
        id="bilinear-of-half-the-size",
        name=Text(ko="커널의 크기를 배율로 둠", en="A kernel as large as the factor"),
        text=Text(
            ko="커널을 `factor`칸으로 만들어서 텐트의 양쪽 비탈이 잘렸습니다. 이웃한 도장의 비탈이 겹쳐야 그 사이를 "
            "잇는 값이 나오므로, 커널의 크기는 `2 * factor - factor % 2`입니다.",
            en="The kernel was made `factor` cells wide, which cuts off the slopes of the tent. The slopes of "
            "neighbouring stamps have to overlap to give the values in between, so the size is "
            "`2 * factor - factor % 2`.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_of_half_the_size},
    ),
    Misconception(
        id="bilinear-centre-at-half",
        name=Text(ko="중심을 k / 2로 둠", en="The centre at k / 2"),
        text=Text(
            ko="중심을 `k / 2`로 두었습니다. 칸의 번호는 0부터 `k - 1`까지이므로 한가운데는 `(k - 1) / 2`입니다.",
            en="The centre was put at `k / 2`. Cells are numbered from 0 to `k - 1`, so the middle is `(k - 1) / 2`.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_from_half_the_size},
    ),
    Misconception(
        id="bilinear-one-direction",
        name=Text(ko="한 방향의 높이만 씀", en="Heights of one direction only"),
        text=Text(
            ko="모든 행이 같습니다. 가로 방향의 높이만 있고 세로 방향으로는 낮아지지 않습니다. 칸마다 두 방향의 "
            "높이를 곱하세요.",
            en="All rows are alike: there are the heights across, but none down. Multiply the heights of both "
            "directions for each cell.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_one_direction},
    ),
    Misconception(
        id="bilinear-farther-distance",
        name=Text(ko="두 방향 가운데 먼 쪽의 거리만 씀", en="Only the larger of the two distances"),
        text=Text(
            ko="두 방향 가운데 먼 쪽의 거리로만 높이를 정했습니다. 쌍선형은 두 방향의 높이를 곱합니다.",
            en="The height was taken from the larger of the two distances alone. Bilinear means that the heights "
            "of both directions are multiplied.",
        ),
        answers={"bilinear_kernel": wrong.bilinear_farther_distance},
    ),
)
