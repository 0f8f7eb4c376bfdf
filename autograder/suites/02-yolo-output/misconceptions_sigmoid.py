"""Misconceptions about the sigmoid, which gives the score and the centre.

A sigmoid of one's own serves both, so that `detect` is wrong throughout; or its boxes come right from elsewhere.
"""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_boxes as wrong

SIGMOID = (
    Misconception(
        id="sigmoid-without-minus",
        name=Text(ko="시그모이드의 음수 부호를 빠뜨림", en="The minus of the sigmoid forgotten"),
        text=Text(
            ko="시그모이드를 `1 / (1 + exp(x))`로 계산한 것 같습니다. 그러면 값이 거꾸로여서, 큰 수에서 0에 "
            "가까워지고 작은 수에서 1에 가까워집니다. 지수에 음수 부호가 있습니다: `1 / (1 + exp(-x))`.",
            en="You seem to have computed the sigmoid as `1 / (1 + exp(x))`. That is the wrong way round: close to 0 "
            "for large numbers and close to 1 for small ones. There is a minus in the exponent: `1 / (1 + exp(-x))`.",
        ),
        answers={"decode_box": wrong.sigmoid_without_minus, "detect": wrong.score_without_minus},
    ),
    Misconception(
        id="sigmoid-without-minus-throughout",
        name=Text(
            ko="점수와 중심에서 시그모이드의 음수 부호를 빠뜨림",
            en="The minus of the sigmoid forgotten in score and centre",
        ),
        text=Text(
            ko="점수와 중심을 모두 `1 / (1 + exp(x))`로 계산한 것 같습니다. 그러면 값이 거꾸로여서, 물체가 있을수록 "
            "점수가 0에 가까워집니다. 지수에 음수 부호가 있습니다: `1 / (1 + exp(-x))`. 시그모이드를 함수로 만들어 "
            "두었다면 그 한 곳만 고치면 됩니다.",
            en="Score and centre both seem to come from `1 / (1 + exp(x))`. That is the wrong way round: the surer "
            "there is an object, the closer the score is to 0. There is a minus in the exponent: `1 / (1 + "
            "exp(-x))`. If your sigmoid is a function of its own, that is the one place to mend.",
        ),
        answers={"detect": wrong.without_minus_throughout},
    ),
    Misconception(
        id="tanh-for-sigmoid",
        name=Text(ko="시그모이드 대신 tanh를 씀", en="tanh instead of the sigmoid"),
        text=Text(
            ko="시그모이드 대신 `tanh`를 쓴 것 같습니다. 모양은 닮았지만 `tanh`의 값은 −1과 1 사이입니다. 0과 1 "
            "사이의 값이 필요한 곳이므로 시그모이드 `1 / (1 + exp(-x))`를 씁니다.",
            en="You seem to have taken `tanh` for the sigmoid. The curves look alike, but `tanh` lies between −1 and "
            "1. What is needed lies between 0 and 1: the sigmoid, `1 / (1 + exp(-x))`.",
        ),
        answers={"decode_box": wrong.tanh_for_sigmoid, "detect": wrong.score_by_tanh},
    ),
    Misconception(
        id="tanh-throughout",
        name=Text(ko="점수와 중심에 시그모이드 대신 tanh를 씀", en="tanh instead of the sigmoid in score and centre"),
        text=Text(
            ko="점수와 중심에 모두 `tanh`를 쓴 것 같습니다. `tanh`의 값은 −1과 1 사이인데, 둘 다 0과 1 사이여야 "
            "하므로 시그모이드 `1 / (1 + exp(-x))`를 씁니다. 함수로 만들어 두었다면 그 한 곳만 고치면 됩니다.",
            en="Score and centre both seem to come from `tanh`, which lies between −1 and 1. Both have to lie "
            "between 0 and 1: take the sigmoid, `1 / (1 + exp(-x))`. If it is a function of its own, that is the one "
            "place to mend.",
        ),
        answers={"detect": wrong.tanh_throughout},
    ),
    Misconception(
        id="sigmoid-twice",
        name=Text(ko="시그모이드를 두 번 적용함", en="The sigmoid applied twice"),
        text=Text(
            ko="시그모이드를 두 번 적용한 것 같습니다. 한 번 적용한 값은 0과 1 사이이고, 그 값에 다시 적용하면 "
            "언제나 0.5와 0.74 사이가 됩니다. 가공하지 않은 숫자에 한 번만 적용하세요.",
            en="You seem to have applied the sigmoid twice. Once, it gives a number between 0 and 1; applied to that "
            "again, it always gives one between 0.5 and 0.74. Apply it to the raw number, once.",
        ),
        answers={"decode_box": wrong.sigmoid_twice, "detect": wrong.score_squashed_twice},
    ),
    Misconception(
        id="sigmoid-twice-throughout",
        name=Text(ko="점수와 중심에 시그모이드를 두 번 적용함", en="The sigmoid applied twice in score and centre"),
        text=Text(
            ko="점수와 중심에 모두 시그모이드를 두 번 적용한 것 같습니다. 한 번 적용한 값에 다시 적용하면 언제나 "
            "0.5와 0.74 사이여서, 기준이 0.5이면 모든 상자가 남습니다. `split_cell`의 숫자는 가공하지 않은 것이니 한 "
            "번만 적용하세요.",
            en="The sigmoid seems to have been applied twice, for score and centre alike. Applied to its own result "
            "it always lies between 0.5 and 0.74, so that a threshold of 0.5 keeps every box. The numbers of "
            "`split_cell` are raw: apply it once.",
        ),
        answers={"detect": wrong.sigmoid_twice_throughout},
    ),
)
