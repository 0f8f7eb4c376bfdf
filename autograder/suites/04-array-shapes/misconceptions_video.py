"""Misconceptions about where the frames of video clips go."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong

VIDEO = (
    Misconception(
        id="clip-kept-as-one",
        name=Text(ko="클립의 모양을 튜플째로 넣음", en="A clip's shape kept as a tuple inside"),
        text=Text(
            ko="클립 하나의 모양을 통째로 넣어서 튜플 안에 튜플이 들어갔습니다. 쉼표로 나열하는 대신 `+`로 이어 "
            "붙이세요: `(num_clips,) + ...`.",
            en="The shape of a clip went in as a whole, so there is a tuple inside the tuple. Join with `+` instead "
            "of listing with commas: `(num_clips,) + ...`.",
        ),
        answers={"video_batch_shape": wrong.clip_as_one},
    ),
    Misconception(
        id="clip-axis-forgotten",
        name=Text(ko="클립 수를 빠뜨림", en="The number of clips left out"),
        text=Text(
            ko="클립 하나의 모양만 있고 클립 수가 빠졌습니다. 여러 개를 담은 배열에서는 몇 번째 클립인지를 나타내는 "
            "축이 맨 앞에 옵니다.",
            en="This is the shape of one clip; the number of clips is missing. In an array of several, the axis that "
            "says which clip it is comes first.",
        ),
        answers={"video_batch_shape": wrong.one_clip},
    ),
    Misconception(
        id="frames-left-out",
        name=Text(ko="프레임 수를 빠뜨림", en="The number of frames left out"),
        text=Text(
            ko="프레임 수가 빠져서 이미지 배열의 모양이 되었습니다. 동영상에는 몇 번째 프레임인지를 나타내는 축이 "
            "하나 더 있습니다.",
            en="The frames are missing, so this is the shape of an array of images. Video has one more axis, which "
            "says which frame it is.",
        ),
        answers={"video_batch_shape": wrong.frames_left_out},
    ),
    Misconception(
        id="frames-as-images",
        name=Text(ko="프레임을 모두 한 축에 이어 붙임", en="All frames along one axis"),
        text=Text(
            ko="클립 수와 프레임 수를 곱해 한 축으로 만들었습니다. 수의 개수는 같지만 어느 프레임이 어느 클립의 "
            "것인지 알 수 없게 됩니다. 축을 둘로 나누세요.",
            en="Clips and frames were multiplied into one axis. There are as many numbers, but it no longer shows "
            "which frame belongs to which clip. Keep two axes.",
        ),
        answers={"video_batch_shape": wrong.frames_as_images},
    ),
    Misconception(
        id="frames-twice",
        name=Text(ko="프레임 수가 두 번 들어감", en="The number of frames twice"),
        text=Text(
            ko="프레임 수가 두 번 들어갔습니다. `image_batch_shape(num_frames, …)`의 맨 앞이 이미 프레임 수이므로, "
            "앞에는 클립 수 `(num_clips,)`만 이어 붙이면 됩니다.",
            en="The number of frames is there twice. `image_batch_shape(num_frames, …)` begins with it already: join "
            "the number of clips, `(num_clips,)`, in front of that and nothing else.",
        ),
        answers={"video_batch_shape": wrong.frames_twice},
    ),
    Misconception(
        id="clips-and-frames-added",
        name=Text(ko="클립 수와 프레임 수를 더함", en="Clips and frames added"),
        text=Text(
            ko="클립 수와 프레임 수를 더해 한 축으로 만들었습니다. 수끼리는 `+`가 더하지만 튜플끼리는 이어 붙입니다: "
            "`(num_clips,) + (num_frames,)`. 클립마다 프레임이 있으므로 축은 둘입니다.",
            en="The numbers of clips and of frames were added into one axis. Between numbers `+` adds; tuples it "
            "joins: `(num_clips,) + (num_frames,)`. Every clip has its frames, so there are two axes.",
        ),
        answers={"video_batch_shape": wrong.clips_and_frames_added},
    ),
    Misconception(
        id="frames-before-clips",
        name=Text(ko="프레임을 클립보다 앞에 둠", en="Frames before clips"),
        text=Text(
            ko="프레임 수가 클립 수보다 앞에 있습니다. 맨 앞은 언제나 샘플의 축이고, 여기서 샘플은 클립입니다. "
            "프레임은 클립 안에 있습니다.",
            en="The frames stand before the clips. The axis of the samples always comes first, and here the samples "
            "are the clips. Frames are inside a clip.",
        ),
        answers={"video_batch_shape": wrong.frames_before_clips},
    ),
    Misconception(
        id="frames-behind-the-size",
        name=Text(ko="프레임을 높이와 너비 뒤에 둠", en="Frames behind height and width"),
        text=Text(
            ko="프레임 수가 높이와 너비 뒤에 있습니다. `clips[0][3]`이 이미지 한 장이 되려면 프레임의 축이 높이와 "
            "너비보다 앞에 있어야 합니다.",
            en="The frames stand behind height and width. For `clips[0][3]` to be one image, the axis of the frames "
            "has to come before height and width.",
        ),
        answers={"video_batch_shape": wrong.frames_behind_the_size},
        variants={"video_batch_shape": (wrong.frames_behind_the_channels,)},
    ),
    Misconception(
        id="frames-as-channels",
        name=Text(ko="프레임을 채널에 합침", en="Frames taken for channels"),
        text=Text(
            ko="프레임을 모두 채널로 합쳤습니다. 그러면 시간은 방향이 아니게 되어 `Conv3D`의 커널이 시간을 따라 "
            "움직일 수 없습니다. 프레임의 축을 따로 두세요.",
            en="The frames became channels. Then time is no direction any more, and the kernel of a `Conv3D` could not "
            "move along it. Give the frames an axis of their own.",
        ),
        answers={"video_batch_shape": wrong.frames_as_channels},
    ),
)
