"""Question 3: writing samples into a batch."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import FILL_BATCH, FILL_BATCH_ANY, FILL_BATCH_REST, FILL_BATCH_RETURNS


@check(
    "q3",
    points=6,
    title=Text(
        ko="i번째 샘플을 `images[i]`에 씁니다.",
        en="Sample i is written into `images[i]`.",
    ),
)
def test_places(student: Student) -> None:
    student.assert_matches(FILL_BATCH, cases.full_batches)


@check(
    "q3",
    points=4,
    title=Text(
        ko="소수, 음수, 255보다 큰 수도 그대로 담습니다.",
        en="Fractions, negative numbers and numbers above 255 are kept as they are.",
    ),
)
def test_any_numbers(student: Student) -> None:
    student.assert_matches(FILL_BATCH_ANY, cases.samples_of_any_numbers)


@check(
    "q3",
    points=5,
    title=Text(
        ko="샘플이 모자라면 나머지 자리는 그대로 둡니다.",
        en="With fewer samples than places, the other places stay as they were.",
    ),
)
def test_rest(student: Student) -> None:
    student.assert_matches(FILL_BATCH_REST, cases.batches_with_places_left)


@check(
    "q3",
    points=3,
    title=Text(
        ko="`images` 자체를 돌려주거나 아무것도 돌려주지 않습니다.",
        en="`images` itself comes back, or nothing.",
    ),
    easy="form",
)
def test_returns(student: Student) -> None:
    student.assert_matches(FILL_BATCH_RETURNS, cases.batches_to_return)
    student.assert_returns_first_argument(FILL_BATCH_RETURNS, cases.batches_to_return)


@check(
    "q3",
    points=2,
    title=Text(
        ko="`samples` 리스트와 그 안의 배열은 바꾸지 않습니다.",
        en="The list `samples` and its arrays stay as they were.",
    ),
    easy="form",
)
def test_keeps_samples(student: Student) -> None:
    student.assert_arguments_unchanged(FILL_BATCH, cases.samples_kept)
