"""Question 7: the shape of a batch of video clips."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import VIDEO_SHAPE, VIDEO_SHAPE_TYPE


@check(
    "q7",
    points=2,
    title=Text(
        ko="동영상 배열은 클립 수, 프레임 수, 높이, 너비, 채널의 순서입니다.",
        en="An array of video has clips, frames, height, width, channels, in this order.",
    ),
)
def test_video(student: Student) -> None:
    student.assert_matches(VIDEO_SHAPE, cases.clips)


@check(
    "q7",
    points=1,
    title=Text(ko="동영상 배열의 모양도 튜플입니다.", en="The shape of an array of video is a tuple, too."),
    easy="form",
)
def test_video_type(student: Student) -> None:
    student.assert_matches(VIDEO_SHAPE_TYPE, cases.clips)
