"""The PSNR of an enlarged image, with logarithms that can be read off the paper."""

from __future__ import annotations

import math
from random import Random
from typing import Any, NamedTuple

import numpy as np

from fcnkit.practice import (
    Grid,
    Item,
    Question,
    Text,
    Value,
    distractor,
    figures,
    fill,
    from_misconceptions,
    grid,
    say,
)

from .. import course

PEAK = 100
TENTHS = {1: 0, 2: 3, 4: 6, 5: 7, 10: 10, 20: 13, 40: 16, 50: 17, 100: 20}
"""Mean squared error → ten times its logarithm, to which log 2 ≈ 0.3 leads."""
ERROR = "psnr-is-the-error"
"""A mistake of the hidden suite, too, whose answer `_whole` cannot read: it is no logarithm."""


class Numbers(NamedTuple):
    original: Grid
    enlarged: Grid


def draw(rng: Random) -> Numbers:
    """Four pixels, of which two differ at least, by no more than 20."""
    while True:
        original = np.array([rng.randint(20, 80) for _ in range(4)])
        error = np.array([rng.choice([-1, 1]) * rng.randint(0, 20) for _ in range(4)])
        mean, rest = divmod(int((error**2).sum()), 4)
        if not rest and mean in TENTHS and np.count_nonzero(error) > 1:
            return Numbers(grid(original.reshape(2, 2)), grid((original + error).reshape(2, 2)))


def build(n: Numbers) -> Question:
    original, enlarged = np.array(n.original), np.array(n.enlarged)
    squares = ((enlarged - original) ** 2).ravel().tolist()
    error = sum(squares) // 4
    key = 40 - TENTHS[error]
    images = original.astype(float), enlarged.astype(float)
    return Question(
        text=(
            say(
                ko="원본 `x`를 줄였다가 다시 확대했더니 `y`가 되었습니다. 픽셀 값의 범위는 0부터 100까지입니다. PSNR은 "
                "몇 dB입니까? 로그의 밑은 10이고, $log 2 ≈ 0.3$입니다.",
                en="The original `x` was shrunk and enlarged again, which gave `y`. Pixels have values from 0 to 100. "
                "What is the PSNR, in dB? Logarithms have the base 10; $log 2 ≈ 0.3$.",
            ),
            figures.arrays({"x": n.original, "y": n.enlarged}),
        ),
        answer=fill(
            [(Text(ko="PSNR(dB)", en="PSNR (dB)"), key)],
            [
                *(
                    each
                    for each in from_misconceptions(course, "psnr", *images, float(PEAK), then=_whole)
                    if each.id != ERROR
                ),
                distractor(ERROR, error, ko="평균 제곱 오차를 씀", en="The mean squared error given"),
            ],
        ),
        steps=(
            say(
                ko=f"차이의 제곱을 모두 더하면 ${' + '.join(map(str, squares))} = {sum(squares)}$이고, 그 평균(MSE)은 "
                f"${sum(squares)} ÷ 4 = {error}$입니다.",
                en=f"The squared differences add up to ${' + '.join(map(str, squares))} = {sum(squares)}$; their mean "
                f"(MSE) is ${sum(squares)} ÷ 4 = {error}$.",
            ),
            say(
                ko=f"$PSNR = 10 × log (100^{{2}} ÷ {error}) = 10 × (4 − log {error}) ≈ 40 − {TENTHS[error]} = {key}$",
                en=f"$PSNR = 10 × log (100^{{2}} ÷ {error}) = 10 × (4 − log {error}) ≈ 40 − {TENTHS[error]} = {key}$",
            ),
        ),
    )


def _whole(decibels: Any) -> int:
    """What log 2 ≈ 0.3 leads to. Raises ValueError where other logarithms are needed."""
    ratio = 10 ** (abs(float(decibels)) / 10)
    whole = round(ratio * 10**4)
    rest = whole // math.gcd(whole, 10**20)
    if rest > 1 or not math.isclose(whole, ratio * 10**4, rel_tol=1e-9):
        raise ValueError("no product of twos and fives")
    return round(float(decibels))


def oracle(n: Numbers) -> Value:
    """With real logarithms, from the root of the error."""
    error = np.linalg.norm(np.subtract(n.original, n.enlarged)) / 2
    return int(np.rint(20 * np.log10(PEAK / error)))


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="PSNR", en="PSNR"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    # the search knows no logarithms
    beyond_search=frozenset(
        {
            ERROR,
            "psnr-twenty-of-squares",
            "psnr-largest-value",
            "psnr-mean-absolute",
            "psnr-mean-before-square",
            "psnr-peak-forgotten",
            "psnr-peak-not-squared",
            "psnr-root",
            "psnr-sum",
            "psnr-upside-down",
        }
    ),
)
