"""Changes of single numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from fcnkit.grading.examiner.relations.change import Change, change


def _number(id: str, make: Callable[[Any], Any], *said: str) -> Change:
    return change(id, lambda value: make(_checked_number(value)), *said)


def _checked_number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise TypeError("no number")
    return value


def _whole(round_: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Rounds numbers with a fraction."""

    return lambda value: round_(value) if isinstance(value, float | np.floating) else value


def _exact_half(value: Any) -> Any:
    return value // 2 if isinstance(value, int) and value % 2 == 0 else value / 2


def _logit(value: float) -> float:
    return math.log(value / (1 - value))


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))


NUMBERS: tuple[Change, ...] = (
    _number(
        "always-zero",
        lambda n: 0 * n,
        "늘 0",
        "Always 0",
        "맞는 값이 무엇이든 0이 나옵니다. 계산한 값을 실제로 담아 돌려주는지 살펴보세요.",
        "it is 0, whatever the right value. Is the value that you compute the one that you return?",
    ),
    _number(
        "always-one",
        lambda n: 0 * n + 1,
        "늘 1",
        "Always 1",
        "맞는 값이 무엇이든 1이 나옵니다.",
        "it is 1, whatever the right value.",
    ),
    _number(
        "one-too-many",
        lambda n: n + 1,
        "맞는 값보다 1만큼 큼",
        "One more than right",
        "맞는 값보다 꼭 1만큼 큽니다. 하나를 더 세었거나, 0이 아니라 1부터 세지 않았는지 살펴보세요.",
        "it is 1 more than the right value. Is something counted twice, or does counting begin at 1 instead of 0?",
    ),
    _number(
        "one-too-few",
        lambda n: n - 1,
        "맞는 값보다 1만큼 작음",
        "One less than right",
        "맞는 값보다 꼭 1만큼 작습니다. 처음이나 마지막 하나를 빠뜨리지 않았는지 살펴보세요.",
        "it is 1 less than the right value. Is the first or the last one left out?",
    ),
    _number(
        "two-too-many",
        lambda n: n + 2,
        "맞는 값보다 2만큼 큼",
        "Two more than right",
        "맞는 값보다 꼭 2만큼 큽니다. 양쪽 끝에서 하나씩 더 세지 않았는지 살펴보세요.",
        "it is 2 more than the right value. Is one counted too many at either end?",
    ),
    _number(
        "two-too-few",
        lambda n: n - 2,
        "맞는 값보다 2만큼 작음",
        "Two less than right",
        "맞는 값보다 꼭 2만큼 작습니다. 양쪽 끝에서 하나씩 빠뜨리지 않았는지 살펴보세요.",
        "it is 2 less than the right value. Is one left out at either end?",
    ),
    _number(
        "opposite-sign",
        lambda n: -n,
        "부호가 반대",
        "The opposite sign",
        "맞는 값에서 부호만 반대입니다. 빼는 순서나 `-`를 확인해 보세요.",
        "it is the right value with the opposite sign. Look at the order of a subtraction, or at a minus.",
    ),
    _number(
        "sign-lost",
        abs,
        "부호가 사라짐",
        "The sign is lost",
        "맞는 값에서 음수의 부호가 사라졌습니다.",
        "it is the right value without its minus sign.",
    ),
    _number(
        "negative-cut",
        lambda n: max(n, 0),
        "음수가 0이 됨",
        "Negative numbers became 0",
        "음수여야 할 때 0이 나오고, 나머지는 맞습니다.",
        "it is 0 where it should be negative, and right elsewhere.",
    ),
    _number(
        "twice",
        lambda n: n * 2,
        "맞는 값의 두 배",
        "Twice the right value",
        "맞는 값의 꼭 두 배입니다. 같은 것을 두 번 더하거나 세지 않았는지 살펴보세요.",
        "it is exactly twice the right value. Is something added or counted twice?",
    ),
    _number(
        "half",
        _exact_half,
        "맞는 값의 절반",
        "Half the right value",
        "맞는 값의 꼭 절반입니다. 2로 한 번 더 나누었거나 한쪽을 빠뜨리지 않았는지 살펴보세요.",
        "it is exactly half the right value. Is there a division by 2 too many, or one of two parts left out?",
    ),
    _number(
        "squared",
        lambda n: n * n,
        "맞는 값의 제곱",
        "The square of the right value",
        "맞는 값의 제곱입니다.",
        "it is the square of the right value.",
    ),
    _number(
        "root",
        lambda n: math.isqrt(n) if isinstance(n, int) and math.isqrt(n) ** 2 == n else math.sqrt(n),
        "맞는 값의 제곱근",
        "The square root of the right value",
        "맞는 값의 제곱근입니다. 한쪽 길이만 쓰고 제곱하지 않은 것은 아닌지 살펴보세요.",
        "it is the square root of the right value. Should something be squared, such as one side of a square?",
    ),
    _number(
        "reciprocal",
        lambda n: 1 / n,
        "맞는 값의 역수",
        "The reciprocal of the right value",
        "맞는 값의 역수입니다. 나누는 수와 나뉘는 수가 바뀌었는지 살펴보세요.",
        "it is 1 over the right value. Are the two sides of a division swapped?",
    ),
    _number(
        "complement",
        lambda n: 1 - n,
        "1에서 맞는 값을 뺀 값",
        "One minus the right value",
        "1에서 맞는 값을 뺀 값입니다.",
        "it is 1 minus the right value.",
    ),
    _number(
        "percent",
        lambda n: n * 100,
        "백분율로 답함",
        "A percentage",
        "맞는 값의 100배입니다. 백분율이 아니라 비율 그대로 돌려주세요.",
        "it is 100 times the right value. A share is asked for, not a percentage.",
    ),
    _number(
        "divided-by-255",
        lambda n: n / 255,
        "255로 나눔",
        "Divided by 255",
        "맞는 값을 255로 나눈 값입니다.",
        "it is the right value divided by 255.",
    ),
    _number(
        "rounded",
        _whole(round),
        "반올림함",
        "Rounded",
        "맞는 값을 정수로 반올림한 값입니다. 소수 부분을 그대로 두세요.",
        "it is the right value rounded to an integer. Keep the fraction.",
    ),
    _number(
        "cut-to-integer",
        _whole(int),
        "소수 부분을 버림",
        "The fraction cut off",
        "맞는 값에서 소수 부분을 버린 값입니다. `int(...)`나 `//`를 쓰지 않았는지 살펴보세요.",
        "it is the right value with its fraction cut off. Is there an `int(...)` or a `//` too many?",
    ),
    *[
        _number(
            f"rounded-to-{digits}",
            _whole(lambda n, digits=digits: round(n, digits)),  # type: ignore[misc]
            "소수점 아래를 반올림함",
            "Rounded to a few places",
            "맞는 값을 소수점 아래 몇 자리까지만 반올림한 값입니다. 반올림하지 말고 그대로 돌려주세요.",
            "it is the right value rounded to a few decimal places. Return it as it is.",
        )
        for digits in (1, 2, 3, 4)
    ],
    _number(
        "never-above-one",
        lambda n: min(n, 1),
        "1을 넘지 못함",
        "Never above 1",
        "맞는 값이 1보다 커야 할 때 1이 나옵니다.",
        "it is 1 where it should be larger, and right elsewhere.",
    ),
    _number(
        "never-below-one",
        lambda n: max(n, 1),
        "1보다 작아지지 않음",
        "Never below 1",
        "맞는 값이 1보다 작아야 할 때 1이 나옵니다.",
        "it is 1 where it should be smaller, and right elsewhere.",
    ),
    _number(
        "never-below-two",
        lambda n: max(n, 2),
        "2보다 작아지지 않음",
        "Never below 2",
        "맞는 값이 2보다 작아야 할 때 2가 나옵니다.",
        "it is 2 where it should be smaller, and right elsewhere.",
    ),
    _number(
        "even-only",
        lambda n: n // 2 * 2,
        "늘 짝수",
        "Always even",
        "맞는 값이 홀수여야 할 때 1만큼 작은 짝수가 나옵니다. `// 2`로 나눈 뒤 다시 곱하지 않았는지 살펴보세요.",
        "where the right value is odd, it is the even number below. Is something divided by `// 2` and doubled again?",
    ),
    _number(
        "byte-overflow",
        lambda n: n % 256,
        "256에서 다시 0부터 셈",
        "Starts again at 256",
        "255까지는 맞지만 그 뒤로는 다시 0부터 셉니다. `uint8`처럼 작은 자료형에 담지 않았는지 살펴보세요.",
        "it is right up to 255 and then starts again at 0. Is it kept in a small type such as `uint8`?",
    ),
    _number(
        "one-part-of-two-logs",
        math.log,
        "지수 함수를 빠뜨림",
        "The exponential left out",
        "맞는 값의 로그입니다. `exp`를 빠뜨리지 않았는지 살펴보세요.",
        "it is the logarithm of the right value. Is `exp` left out?",
    ),
    _number(
        "exponential",
        math.exp,
        "지수 함수를 한 번 더 씀",
        "One exponential too many",
        "맞는 값에 `exp`를 한 번 더 적용한 값입니다.",
        "it is `exp` of the right value, once too often.",
    ),
    _number(
        "sigmoid-missing",
        _logit,
        "시그모이드를 빠뜨림",
        "The sigmoid left out",
        "맞는 값에 시그모이드를 적용하기 전의 값입니다.",
        "it is what the sigmoid should still be applied to.",
    ),
    _number(
        "sigmoid-twice",
        _sigmoid,
        "시그모이드를 한 번 더 씀",
        "One sigmoid too many",
        "맞는 값에 시그모이드를 한 번 더 적용한 값입니다.",
        "it is the sigmoid of the right value: applied once too often.",
    ),
)
