"""Misconceptions about height and width, which need not be the same."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_places as elsewhere
from . import wrong_answers_variants as variants

SQUARES = (
    Misconception(
        id="image-taken-for-square",
        name=Text(ko="`x`를 정사각형으로 여김", en="`x` taken for a square"),
        text=Text(
            ko="`x`의 높이를 너비로도 쓴 것 같습니다. `x`는 정사각형이 아닐 수 있으니 `H, W = x.shape`처럼 두 방향을 "
            "따로 꺼내어, 행에는 `H`를, 열에는 `W`를 쓰세요.",
            en="The height of `x` seems to have been used for its width, too. `x` need not be a square: take both from "
            "it, as in `H, W = x.shape`, and use `H` for rows and `W` for columns.",
        ),
        answers={"transposed_conv2d": elsewhere.x_taken_for_square},
        on_paper=False,
    ),
    Misconception(
        id="width-taken-for-height",
        name=Text(ko="높이와 너비를 바꿈", en="Height and width confused"),
        text=Text(
            ko="`x.shape`에서 너비를 먼저 꺼낸 것 같습니다. 배열의 모양은 (행, 열), 곧 (높이, 너비)입니다: "
            "`H, W = x.shape`.",
            en="The width seems to have been taken from `x.shape` first. An array's shape is (rows, columns), so "
            "(height, width): `H, W = x.shape`.",
        ),
        answers={"transposed_conv2d": elsewhere.width_taken_for_height},
        on_paper=False,
    ),
    Misconception(
        id="kernel-taken-for-square",
        name=Text(ko="커널을 정사각형으로 여김", en="The kernel taken for a square"),
        text=Text(
            ko="커널의 높이를 너비로도 쓴 것 같습니다. 커널은 정사각형이 아닐 수 있으니 `kh, kw = kernel.shape`처럼 두 "
            "방향을 따로 꺼내어, 행에는 `kh`를, 열에는 `kw`를 쓰세요.",
            en="The kernel's height seems to have been used for its width, too. A kernel need not be a square: take "
            "both from it, as in `kh, kw = kernel.shape`, and use `kh` for rows and `kw` for columns.",
        ),
        answers={"transposed_conv2d": elsewhere.kernel_taken_for_square},
        on_paper=False,
    ),
    Misconception(
        id="same-cropped-alike",
        name=Text(ko="`same`에서 행과 열을 똑같이 잘라 냄", en="Rows and columns cropped alike with `same`"),
        text=Text(
            ko="`same`에서 행과 열의 시작을 같은 칸 수만큼 잘라 냈습니다. 커널이 정사각형이 아니면 두 수는 다릅니다. "
            "행은 커널의 높이로, 열은 커널의 너비로 따로 구하세요.",
            en="With `same`, rows and columns were cropped by the same number of cells at their start. Where the "
            "kernel is no square, there are two numbers: take that of the rows from the kernel's height, and that of "
            "the columns from its width.",
        ),
        answers={"transposed_conv2d": variants.cropped_by_height},
        variants={"transposed_conv2d": (variants.cropped_by_width,)},
        on_paper=False,
    ),
)
