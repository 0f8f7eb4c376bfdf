"""Question 1: the shape of a batch, of images and of video clips."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import BATCH_SHAPE, BATCH_SHAPE_COUNT, BATCH_SHAPE_TYPE, VIDEO_SHAPE, VIDEO_SHAPE_TYPE


@check(
    "q1",
    points=2,
    title=Text(
        ko="모양은 네 수로 이루어집니다.",
        en="The shape consists of four numbers.",
    ),
    easy="form",
)
def test_count(student: Student) -> None:
    student.assert_matches(BATCH_SHAPE_COUNT, cases.shapes_with_ones)


@check(
    "q1",
    points=5,
    title=Text(
        ko="이미지 수, 높이, 너비, 채널의 순서입니다.",
        en="The numbers are images, height, width, channels, in this order.",
    ),
)
def test_values(student: Student) -> None:
    student.assert_matches(BATCH_SHAPE, cases.shapes)


@check(
    "q1",
    points=3,
    title=Text(
        ko="튜플을 돌려줍니다.",
        en="A tuple comes back.",
    ),
    easy="form",
)
def test_type(student: Student) -> None:
    student.assert_matches(BATCH_SHAPE_TYPE, cases.shapes_of_the_lecture)


@check(
    "q1",
    points=2,
    title=Text(
        ko="동영상 배열은 클립 수, 프레임 수, 높이, 너비, 채널의 순서입니다.",
        en="An array of video has clips, frames, height, width, channels, in this order.",
    ),
)
def test_video(student: Student) -> None:
    student.assert_matches(VIDEO_SHAPE, cases.clips)


@check(
    "q1",
    points=1,
    title=Text(ko="동영상 배열의 모양도 튜플입니다.", en="The shape of an array of video is a tuple, too."),
    easy="form",
)
def test_video_type(student: Student) -> None:
    student.assert_matches(VIDEO_SHAPE_TYPE, cases.clips)
