"""Wrong answers that have a name."""

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong

MISCONCEPTIONS = (
    Misconception(
        id="window-not-divided",
        name=Text(ko="창의 합을 너비로 나누지 않음", en="The window's sum not divided by its width"),
        text=Text(
            ko="창 안의 값을 더하기만 한 것 같습니다. 평균은 합을 창의 너비로 나눈 값입니다.",
            en="It looks as if the values in the window were only added. Their mean is the sum divided by the width.",
        ),
        answers={"moving_average": wrong.not_divided},
    ),
)
