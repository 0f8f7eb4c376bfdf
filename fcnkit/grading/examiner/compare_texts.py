"""What comparisons say of a wrong value, without an expected value, an expected shape or a hidden input."""

from __future__ import annotations

from fcnkit.text import Text

NOTHING = Text(
    ko="함수가 아무 값도 돌려주지 않았습니다(None). 어느 경우에나 `return`에 이르는지, `return` 뒤의 것이 "
    "`print(...)`나 `.sort()`처럼 값이 없는 것은 아닌지 확인해 보세요.",
    en="The function gave nothing back (None). Check that it comes to a `return` in every case, and that what stands "
    "behind it has a value, which `print(...)` and `.sort()` have not.",
)
NOT_INTEGER = Text(
    ko="정수 하나를 돌려주어야 하는데, 돌려준 값의 자료형이 `{kind}`입니다.",
    en="An integer was expected, but the value has type `{kind}`.",
)
FLOAT_SIZE = Text(
    ko="정수여야 하는데 실수(`{kind}`)가 나왔습니다. `/` 대신 `//`로 나누거나 마지막에 `int(...)`로 바꾸어 보세요.",
    en="This should be an integer, but a float (`{kind}`) came back. Divide with `//` instead of `/`, or convert with "
    "`int(...)` at the end.",
)
WRONG_INTEGER = Text(
    ko="정수가 나왔지만 값이 맞지 않습니다. 작은 예를 그려서 칸을 직접 세어 보세요.",
    en="An integer comes back, but not the right one. Draw a small example and count the cells.",
)
SEQUENCE = Text(
    ko="NumPy 배열이 아니라 `{kind}` 값이 나왔습니다. `np.array(...)`로 바꾸어 돌려주세요.",
    en="A `{kind}` came back instead of a NumPy array. Convert it with `np.array(...)`.",
)
NOT_ARRAY = Text(
    ko="NumPy 배열을 돌려주어야 하는데, 돌려준 값의 자료형이 `{kind}`입니다.",
    en="A NumPy array should come back, but the value has the type `{kind}`.",
)
DIMENSIONS = Text(
    ko="{expected}차원 배열이어야 하는데 {got}차원 배열이 나왔습니다.",
    en="The array should have {expected:+dimension}, but it has {got}.",
)
AXIS_GONE = Text(
    ko="{expected}차원 배열이어야 하는데 {got}차원 배열이 나왔습니다. 크기가 1인 축도 없애지 않고 남겨 두어야 합니다.",
    en="The array should have {expected:+dimension}, but it has {got}. Axes of length 1 stay, too.",
)
MANY_DIMENSIONS = Text(
    ko="{expected}차원 배열이어야 하는데 차원이 훨씬 많은 배열이 나왔습니다.",
    en="The array should have {expected:+dimension}, but it has many more.",
)
SHAPE = Text(
    ko="{got}차원 배열인 것은 맞지만 모양(shape)이 문제에서 설명한 것과 다릅니다. 출력 크기부터 확인해 보세요.",
    en="The number of dimensions ({got}) is right, but the shape is not the one described. Check the output size "
    "first.",
)
INTEGER_ARRAY = Text(
    ko="정수 배열(`{dtype}`)이 나왔는데, 정수 배열에는 소수 부분이 담기지 않습니다. 실수 배열에 계산해 보세요.",
    en="An array of integers (`{dtype}`) came back, and it cannot hold fractions. Compute in an array of floats.",
)
DTYPE = Text(
    ko="배열의 자료형이 `{dtype}`입니다. float32나 float64처럼 충분히 정밀한 실수로 돌려주세요.",
    en="The array has the dtype `{dtype}`. Return real numbers that are precise enough, float32 or float64.",
)
OTHER_DTYPE = Text(
    ko="배열의 자료형이 `{dtype}`입니다. 문제에서 정한 자료형을 `dtype=`으로 지정해 주세요.",
    en="The array has the dtype `{dtype}`. Say with `dtype=` which one the assignment wants.",
)
NOT_FINITE = Text(
    ko="모양은 맞지만 NaN이나 무한대가 들어 있습니다. 0으로 나누거나 `np.empty`의 빈 칸을 그대로 쓰지 않았는지 "
    "살펴보세요.",
    en="The shape is right, but there are NaN or infinite values. Look for a division by 0, or cells of `np.empty` "
    "that were never filled.",
)
NEVER_FILLED = Text(
    ko="모양은 맞지만 채우지 않은 칸이 있습니다. `np.empty`는 메모리에 남아 있던 값을 그대로 두니, 0에서 시작하려면 "
    "`np.zeros`를 쓰세요.",
    en="The shape is right, but some cells were never filled. `np.empty` leaves whatever was in memory: to start from "
    "0, use `np.zeros`.",
)
ALL_DIFFER = Text(
    ko="모양은 맞지만 모든 칸의 값이 다릅니다.",
    en="The shape is right, but the value is wrong in every cell.",
)
SOME_DIFFER = Text(
    ko="모양은 맞지만 일부 칸의 값이 다릅니다. 어느 칸이 다른지 작은 예로 찾아보세요.",
    en="The shape is right, but the value is wrong in some of the cells. Find out which, on a small example.",
)
KIND = Text(
    ko="{place}: 자료형이 `{wanted}`이어야 하는데 `{kind}`입니다.",
    en="{place}: this should be a `{wanted}`, but it is a `{kind}`.",
)
SEVERAL = Text(
    ko="{place}: 튜플, 리스트, 배열 가운데 하나여야 하는데 자료형이 `{kind}`입니다.",
    en="{place}: this should be a tuple, a list or an array, but it is a `{kind}`.",
)
FEWER = Text(
    ko="{place}: 항목이 문제에서 설명한 것보다 적습니다.",
    en="{place}: there are fewer entries than the assignment describes.",
)
MORE = Text(
    ko="{place}: 항목이 문제에서 설명한 것보다 많습니다.",
    en="{place}: there are more entries than the assignment describes.",
)
KEYS = Text(
    ko="{place}: 딕셔너리의 키가 문제에서 정한 것과 다릅니다. 키는 {keys}입니다.",
    en="{place}: the keys differ from those in the assignment, which are {keys}.",
)
NOT_NUMBER = Text(
    ko="{place}: 숫자 하나여야 하는데 자료형이 `{kind}`입니다.",
    en="{place}: this should be one number, but it is a `{kind}`.",
)
NOT_WHOLE = Text(
    ko="{place}: 정수여야 하는데 자료형이 `{kind}`입니다.",
    en="{place}: this should be an integer, but it is a `{kind}`.",
)
ENDLESS = Text(
    ko="{place}: NaN이나 무한대입니다. 0으로 나누지 않았는지 살펴보세요.",
    en="{place}: NaN or infinite. Look for a division by 0.",
)
WRONG_NUMBER = Text(
    ko="{place}: 형태는 맞지만 값이 다릅니다. 작은 예를 손으로 계산해서 비교해 보세요.",
    en="{place}: the form is right, but the value is not. Work out a small example by hand and compare.",
)


def where(place: str) -> Text:
    """The value returned, or the part of it that some code behind it gives, such as `[0]`."""
    if not place:
        return Text(ko="돌려준 값", en="The value returned")
    return Text(ko=f"돌려준 값의 `{place}`", en=f"`{place}` of the value returned")
