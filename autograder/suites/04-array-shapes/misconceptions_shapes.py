"""Misconceptions about shapes and what their axes mean."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong

SHAPES = (
    Misconception(
        id="tuples-added-up",
        name=Text(ko="튜플의 수끼리 더한다고 생각함", en="Tuples added number by number"),
        text=Text(
            ko="튜플 안의 수끼리 계산한다고 생각한 것 같습니다. 수끼리 계산하는 것은 NumPy 배열이고, 튜플과 리스트의 "
            "`+`는 뒤에 이어 붙입니다: `(1, 2) + (3,)`은 `(1, 2, 3)`입니다. `* 2`는 두 번 이어 붙이는 것입니다.",
            en="You seem to have assumed that the numbers inside tuples are reckoned with. NumPy arrays do that; `+` "
            "joins tuples and lists end to end: `(1, 2) + (3,)` is `(1, 2, 3)`. And `* 2` joins them twice.",
        ),
        answers={
            "image_batch_shape": wrong.added_up,
            "predictions": {
                "(7390,) + (200, 200) + (3,)": (7593, 7593),
                "[200, 200] + [3]": [203, 203],
                'len("200" + "3")': 3,
                "(200, 200) * 2": (400, 400),
                "(200, 200) + (3)": (203, 203),
                "(200, 200) + [3]": (203, 203),
            },
        },
        variants={"image_batch_shape": (wrong.summed_up,)},
    ),
    Misconception(
        id="shape-multiplied-out",
        name=Text(ko="모양의 수를 모두 곱함", en="The shape multiplied out"),
        text=Text(
            ko="수를 모두 곱했습니다. 그러면 배열에 든 수가 몇 개인지가 나오고, 축마다 얼마나 긴지는 알 수 없습니다. "
            "모양은 축의 길이를 차례로 적은 튜플입니다.",
            en="All numbers were multiplied. That tells how many numbers the array holds, but no longer how long each "
            "axis is. A shape is a tuple with the length of each axis.",
        ),
        answers={"image_batch_shape": wrong.multiplied, "video_batch_shape": wrong.clips_multiplied},
    ),
    Misconception(
        id="list-for-a-tuple",
        name=Text(ko="튜플 대신 리스트", en="A list instead of a tuple"),
        text=Text(
            ko="튜플 대신 리스트를 돌려주었습니다. 리스트에는 튜플을 더할 수 없어서 `img_size + (3,)` 같은 다음 "
            "계산에서 오류가 납니다. 둥근 괄호로 만들거나 `tuple(...)`로 바꾸어 보세요.",
            en="A list came back instead of a tuple. A tuple cannot be added to a list, so the next `+ (3,)` "
            "would raise an error. Use round brackets, or `tuple(...)`.",
        ),
        answers={"image_batch_shape": wrong.in_brackets, "video_batch_shape": wrong.clips_in_brackets},
    ),
    Misconception(
        id="batch-axis-forgotten",
        name=Text(ko="이미지 수를 빠뜨림", en="The number of images left out"),
        text=Text(
            ko="이미지 한 장의 모양만 있고 이미지 수가 빠졌습니다. 한꺼번에 담는 배열에서는 몇 번째 이미지인지를 "
            "나타내는 축이 맨 앞에 옵니다.",
            en="This is the shape of one image; the number of images is missing. In an array of many, the axis "
            "that says which image it is comes first.",
        ),
        answers={
            "image_batch_shape": wrong.without_images,
            "allocate_images": wrong.images_of_one_photo,
            "allocate_masks": wrong.masks_of_one_photo,
        },
    ),
    Misconception(
        id="channels-first",
        name=Text(ko="채널을 앞에 둠", en="Channels in front"),
        text=Text(
            ko="채널을 높이와 너비보다 앞에 두었습니다. PyTorch의 순서입니다. Keras와 이 과제에서는 이미지, 높이, "
            "너비, 채널 순서이고 채널이 맨 뒤입니다.",
            en="The channels stand before height and width, as PyTorch has it. In Keras and in this assignment "
            "the order is image, height, width, channel: channels come last.",
        ),
        answers={
            "image_batch_shape": wrong.channels_before_size,
            "video_batch_shape": wrong.clips_channels_before_size,
            "allocate_images": wrong.images_channels_first,
            "allocate_masks": wrong.masks_channels_first,
            "axis_meanings": ["image", "channel", "height", "width"],
        },
    ),
    Misconception(
        id="width-before-height",
        name=Text(ko="너비를 높이보다 앞에 둠", en="Width before height"),
        text=Text(
            ko="너비를 높이보다 앞에 두었습니다. 화면 크기는 1920×1080처럼 너비부터 말하지만, 배열의 모양은 행 "
            "수(높이)가 먼저이고 열 수(너비)가 그다음입니다.",
            en="The width stands before the height. Screens are measured width first, but an array's shape gives "
            "the number of rows, the height, and then the number of columns, the width.",
        ),
        answers={
            "image_batch_shape": wrong.width_before_height,
            "video_batch_shape": wrong.clips_width_before_height,
            "allocate_images": wrong.images_width_first,
            "allocate_masks": wrong.masks_width_first,
            "axis_meanings": ["image", "width", "height", "channel"],
        },
    ),
    Misconception(
        id="height-times-width",
        name=Text(ko="높이와 너비를 곱해 축 하나로 만듦", en="Height and width multiplied into one axis"),
        text=Text(
            ko="높이와 너비를 곱해서 픽셀 수 하나로 만들었습니다. 이미지의 배열에서는 행과 열이 따로따로 축입니다. "
            "`img_size`를 "
            "그대로 이어 붙이세요.",
            en="Height and width were multiplied into one number of pixels. In an array of images rows and columns are "
            "axes of their own: join `img_size` as it is.",
        ),
        answers={
            "image_batch_shape": wrong.height_times_width,
            "video_batch_shape": wrong.clips_height_times_width,
        },
    ),
    Misconception(
        id="size-kept-as-one",
        name=Text(ko="튜플 안에 튜플을 넣음", en="A tuple inside the tuple"),
        text=Text(
            ko="`img_size`를 통째로 넣어서 튜플 안에 튜플이 들어갔습니다. 쉼표로 나열하는 대신 `+`로 이어 붙이거나 "
            "`*img_size`로 풀어 주세요.",
            en="`img_size` went in as a whole, so there is a tuple inside the tuple. Join with `+` instead of "
            "listing with commas, or unpack it as `*img_size`.",
        ),
        answers={"image_batch_shape": wrong.size_as_one, "video_batch_shape": wrong.clips_size_as_one},
        variants={"image_batch_shape": (wrong.size_and_channels_as_ones, wrong.three_tuples_in_one)},
    ),
    Misconception(
        id="classes-for-channels",
        name=Text(ko="마지막 3을 클래스 수로 생각함", en="The last 3 taken for the classes"),
        text=Text(
            ko="마지막 축의 3을 클래스 수로 본 것 같습니다. 입력 이미지의 3은 빨강, 초록, 파랑의 세 채널입니다. "
            "클래스 수 3은 신경망의 출력에 나타납니다.",
            en="You seem to have taken the last 3 for the number of classes. In the input images it is the three "
            "channels red, green and blue. The three classes appear in the network's output.",
        ),
        answers={"axis_meanings": ["image", "height", "width", "class"]},
    ),
    Misconception(
        id="kernel-for-channels",
        name=Text(ko="마지막 축을 커널로 생각함", en="The last axis taken for the kernels"),
        text=Text(
            ko="마지막 축을 커널로 본 것 같습니다. 커널은 합성곱 층이 가진 가중치이고, 이미지 배열에는 들어 있지 "
            "않습니다. 픽셀 하나의 수 세 개가 각각 무슨 색의 밝기인지 생각해 보세요.",
            en="You seem to have taken the last axis for kernels. Those are weights of a convolutional layer, and are "
            "not in an array of images. Of which colour is each of a pixel's three numbers?",
        ),
        answers={"axis_meanings": ["image", "height", "width", "kernel"]},
    ),
    Misconception(
        id="batch-for-the-data-set",
        name=Text(ko="데이터 전체를 배치라고 부름", en="The data set called a batch"),
        text=Text(
            ko="첫 축을 배치라고 썼습니다. 이 배열에는 사진 7,390장 전체가 들어 있고, 배치는 그 가운데 한 번에 함께 "
            "신경망을 지나는 몇 장입니다. 첫 축이 가리키는 것은 몇 번째 이미지인지입니다.",
            en="The first axis is called batch. This array holds all the 7,390 photos, and a batch is the few of them "
            "that go through the network together. The first axis says which image it is.",
        ),
        answers={"axis_meanings": ["batch", "height", "width", "channel"]},
    ),
    Misconception(
        id="epochs-for-images",
        name=Text(ko="첫 축을 에포크로 생각함", en="The first axis taken for the epochs"),
        text=Text(
            ko="첫 축을 에포크로 본 것 같습니다. 에포크는 같은 데이터로 몇 번 학습했는지를 세는 수이고, 배열의 축이 "
            "아닙니다. `images[0]`에 무엇이 들어 있는지 생각해 보세요.",
            en="You seem to have taken the first axis for epochs. An epoch counts how often the same data have been "
            "learned from, and is no axis of them. What is in `images[0]`?",
        ),
        answers={"axis_meanings": ["epoch", "height", "width", "channel"]},
    ),
    Misconception(
        id="comma-forgotten",
        name=Text(ko="튜플의 쉼표를 빠뜨림", en="The comma of a tuple forgotten"),
        text=Text(
            ko="쉼표를 빠뜨린 것 같습니다. 쉼표가 없으면 `(n)`은 괄호로 묶은 정수일 뿐이고, 정수에는 튜플을 더할 수 "
            "없어 `TypeError`가 납니다. 수가 하나뿐인 튜플도 쉼표로 만듭니다: `(n,)`.",
            en="A comma seems to be missing. Without one, `(n)` is just an integer in parentheses, and a tuple "
            "cannot be added to an integer: that raises `TypeError`. Even a tuple of one number takes a comma: "
            "`(n,)`.",
        ),
        answers={
            "image_batch_shape": wrong.without_commas,
            "video_batch_shape": wrong.clips_without_commas,
            "allocate_images": wrong.images_without_commas,
            "allocate_masks": wrong.masks_without_commas,
        },
    ),
    Misconception(
        id="last-comma-forgotten",
        name=Text(ko="마지막 튜플의 쉼표를 빠뜨림", en="The comma of the last tuple forgotten"),
        text=Text(
            ko="앞의 튜플에는 쉼표가 있지만 마지막에는 빠진 것 같습니다. `(n)`은 정수라서 튜플에 더할 수 없고 "
            "`TypeError`가 납니다. 마지막에도 `(n,)`처럼 쉼표를 쓰세요.",
            en="The first tuple has its comma, but the last one seems to lack it. `(n)` is an integer, which cannot "
            "be added to a tuple: that raises `TypeError`. The last one takes a comma, too: `(n,)`.",
        ),
        answers={
            "image_batch_shape": wrong.without_the_last_comma,
            "video_batch_shape": wrong.clips_without_the_last_comma,
            "allocate_images": wrong.images_without_the_last_comma,
            "allocate_masks": wrong.masks_without_the_last_comma,
        },
    ),
)
