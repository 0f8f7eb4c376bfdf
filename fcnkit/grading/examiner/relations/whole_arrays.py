"""Changes of the values or the axes of arrays, whatever they are about."""

from __future__ import annotations

from typing import Any

import numpy as np

from fcnkit.grading.examiner.relations.array_change import Array, array_change


def _largest(array: Array) -> Any:
    return np.abs(array).max()


ANY = (
    array_change(
        "array-opposite",
        lambda array: -array,
        "부호가 반대",
        "The opposite sign",
        "맞는 결과에서 모든 값의 부호가 반대입니다.",
        "it is the right result with every sign turned.",
    ),
    array_change(
        "array-positive",
        np.abs,
        "부호가 사라짐",
        "The signs are lost",
        "맞는 결과에서 음수의 부호가 사라졌습니다.",
        "it is the right result without its minus signs.",
    ),
    array_change(
        "array-squared",
        lambda array: array * array,
        "맞는 값의 제곱",
        "The squares of the right values",
        "맞는 결과의 값을 하나하나 제곱한 것입니다.",
        "it is the right result with every value squared.",
    ),
    array_change(
        "array-root",
        np.sqrt,
        "맞는 값의 제곱근",
        "The square roots of the right values",
        "맞는 결과의 값의 제곱근입니다.",
        "it is the square root of every right value.",
    ),
    array_change(
        "array-cut-negative",
        lambda array: np.maximum(array, 0),
        "음수가 0이 됨",
        "Negative values became 0",
        "음수여야 할 값이 모두 0이고 나머지는 맞습니다.",
        "values that should be negative are 0; the rest is right.",
    ),
    array_change(
        "array-integers",
        lambda array: np.trunc(array).astype(array.dtype),
        "소수 부분을 버림",
        "Fractions cut off",
        "맞는 결과에서 소수 부분이 사라졌습니다. 정수 배열에 계산하지 않았는지 살펴보세요.",
        "it is the right result without its fractions. Is it computed in an array of integers?",
    ),
    array_change(
        "array-rounded",
        lambda array: np.round(array).astype(array.dtype),
        "반올림함",
        "Rounded",
        "맞는 결과를 정수로 반올림한 값입니다.",
        "it is the right result rounded to integers.",
    ),
    array_change(
        "array-few-places",
        lambda array: np.round(array, 2).astype(array.dtype),
        "소수점 아래를 반올림함",
        "Rounded to two places",
        "맞는 결과를 소수점 아래 둘째 자리까지 반올림한 값입니다. 반올림하지 말고 그대로 돌려주세요.",
        "it is the right result rounded to two decimal places. Return it as it is.",
    ),
    array_change(
        "array-half-precision",
        lambda array: array.astype(np.float16).astype(array.dtype),
        "값의 정밀도가 낮음",
        "Half precision",
        "맞는 결과를 `float16`에 담은 만큼만 정확합니다.",
        "it is the right result as far as `float16` can hold it.",
    ),
    array_change(
        "array-normalised-sum",
        lambda array: array / array.sum(),
        "합이 1이 되도록 나눔",
        "Divided so that the sum is 1",
        "맞는 결과를 그 합으로 나눈 것입니다. 합이 1이 되게 할 필요는 없습니다.",
        "it is the right result divided by its sum. It need not add up to 1.",
    ),
    array_change(
        "array-normalised-largest",
        lambda array: array / _largest(array),
        "가장 큰 값이 1이 되도록 나눔",
        "Divided by the largest value",
        "맞는 결과를 가장 큰 값으로 나눈 것입니다.",
        "it is the right result divided by its largest value.",
    ),
    array_change(
        "array-zeros",
        np.zeros_like,
        "늘 0",
        "All zeros",
        "모양은 맞지만 모두 0입니다. 계산한 값을 실제로 담아 돌려주는지 살펴보세요.",
        "the shape is right, but all values are 0. Is what you compute put into what you return?",
    ),
    array_change(
        "array-ones",
        np.ones_like,
        "늘 1",
        "All ones",
        "모양은 맞지만 모두 1입니다.",
        "the shape is right, but all values are 1.",
    ),
    *[
        array_change(
            f"array-times-{id}",
            lambda array, factor=factor: array * factor,  # type: ignore[misc]
            ko,
            en,
            f"{ko}입니다. 같은 것을 여러 번 더하거나 나누지 않았는지 살펴보세요.",
            f"{en_text}. Is something added, or divided, too often?",
        )
        for id, factor, ko, en, en_text in (
            ("2", 2, "맞는 값의 두 배", "Twice the right values", "it is twice the right result"),
            ("half", 0.5, "맞는 값의 절반", "Half the right values", "it is half the right result"),
            ("255", 255, "맞는 값의 255배", "255 times the right values", "it is 255 times the right result"),
            ("1/255", 1 / 255, "맞는 값을 255로 나눈 값", "Divided by 255", "it is the right result divided by 255"),
        )
    ],
    *[
        array_change(
            f"array-plus-{id}",
            lambda array, by=by: array + np.asarray(by, array.dtype),  # type: ignore[misc]
            f"모든 값이 1만큼 {ko}",
            f"Every value {en}",
            f"모든 값이 맞는 값보다 1만큼 {ko_end}. 0이나 1에서 시작하는 것이 바뀌지 않았는지 살펴보세요.",
            f"every value is {en} than right. Does something begin at 0 that should begin at 1, or the other way?",
        )
        for id, by, ko, ko_end, en in (
            ("one", 1, "큼", "큽니다", "1 more"),
            ("minus-one", -1, "작음", "작습니다", "1 less"),
        )
    ],
    array_change(
        "array-flat",
        np.ravel,
        "한 줄로 펼쳐짐",
        "Flattened",
        "값은 맞지만 한 줄로 펼쳐져 있습니다. 모양을 되돌려 주세요.",
        "the values are right, but in one line. Give them their shape again.",
    ),
    array_change(
        "array-squeezed",
        np.squeeze,
        "크기가 1인 축이 없어짐",
        "Axes of length 1 are gone",
        "값은 맞지만 크기가 1인 축이 없어졌습니다.",
        "the values are right, but axes of length 1 are gone.",
    ),
    array_change(
        "array-batch",
        lambda array: array[None],
        "앞에 축이 하나 더 있음",
        "One more axis in front",
        "값은 맞지만 앞에 축이 하나 더 있습니다.",
        "the values are right, but there is one more axis in front.",
    ),
    array_change(
        "array-channel",
        lambda array: array[..., None],
        "뒤에 축이 하나 더 있음",
        "One more axis at the end",
        "값은 맞지만 뒤에 축이 하나 더 있습니다.",
        "the values are right, but there is one more axis at the end.",
    ),
)
