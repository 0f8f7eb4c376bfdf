"""Question 1: photos and trimaps from their files."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import (
    IMAGE_GREY,
    IMAGE_HEIGHT_FIRST,
    IMAGE_TYPE,
    LOAD_IMAGE,
    LOAD_TRIMAP,
    TRIMAP_HEIGHT_FIRST,
    TRIMAP_RESIZED,
    TRIMAP_TYPE,
)


@check(
    "q1",
    points=3,
    title=Text(
        ko="사진의 픽셀을 0~255 그대로 읽습니다.",
        en="The pixels of a photo are read as they are, from 0 to 255.",
    ),
)
def test_image_pixels(student: Student) -> None:
    student.assert_matches(LOAD_IMAGE, cases.images_square)


@check(
    "q1",
    points=3,
    title=Text(
        ko="`img_size`는 (높이, 너비)입니다.",
        en="`img_size` is (height, width).",
    ),
)
def test_image_height_first(student: Student) -> None:
    student.assert_matches(IMAGE_HEIGHT_FIRST, cases.images_oblong)


@check(
    "q1",
    points=2,
    title=Text(
        ko="흑백 사진도 채널이 3개가 됩니다.",
        en="A grey photo gets three channels, too.",
    ),
)
def test_image_grey(student: Student) -> None:
    student.assert_matches(IMAGE_GREY, cases.images_grey)


@check(
    "q1",
    points=2,
    title=Text(
        ko="사진은 float32, (높이, 너비, 3)입니다.",
        en="A photo is float32, (height, width, 3).",
    ),
    easy="form",
)
def test_image_type(student: Student) -> None:
    student.assert_matches(IMAGE_TYPE, cases.images_any)


@check(
    "q1",
    points=4,
    title=Text(
        ko="트라이맵의 1, 2, 3이 0, 1, 2가 됩니다.",
        en="A trimap's 1, 2 and 3 become 0, 1 and 2.",
    ),
)
def test_trimap_labels(student: Student) -> None:
    student.assert_matches(LOAD_TRIMAP, cases.trimaps_same_size)


@check(
    "q1",
    points=3,
    title=Text(
        ko="트라이맵의 크기를 바꿀 때는 가장 가까운 픽셀을 가져옵니다.",
        en="A trimap is resized by taking the nearest pixel.",
    ),
)
def test_trimap_resized(student: Student) -> None:
    student.assert_matches(TRIMAP_RESIZED, cases.trimaps_resized)


@check(
    "q1",
    points=1,
    title=Text(
        ko="트라이맵에서도 높이가 먼저입니다.",
        en="Height comes first in a trimap, too.",
    ),
)
def test_trimap_height_first(student: Student) -> None:
    student.assert_matches(TRIMAP_HEIGHT_FIRST, cases.trimaps_oblong)


@check(
    "q1",
    points=2,
    title=Text(
        ko="트라이맵은 uint8, (높이, 너비, 1)입니다.",
        en="A trimap is uint8, (height, width, 1).",
    ),
    easy="form",
)
def test_trimap_type(student: Student) -> None:
    student.assert_matches(TRIMAP_TYPE, cases.trimaps_any)
