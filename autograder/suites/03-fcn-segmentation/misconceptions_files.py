"""Misconceptions about what is in the files of a photo and its trimap."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_more as more

FILES = (
    Misconception(
        id="scaled-to-one",
        name=Text(ko="읽으면서 255로 나눔", en="Divided by 255 while reading"),
        text=Text(
            ko="픽셀을 벌써 255로 나누었습니다. 이 과제의 모델은 첫 층 `Rescaling(1/255)`이 직접 나누므로, 여기서도 "
            "나누면 두 번 나누게 됩니다. 읽은 값을 0~255 그대로 돌려주세요.",
            en="The pixels have already been divided by 255. In this assignment the model does that itself, in its "
            "first layer `Rescaling(1/255)`; else it happens twice. Return the values from 0 to 255 as they are.",
        ),
        answers={"load_image": wrong.scaled_to_one},
    ),
    Misconception(
        id="width-first",
        name=Text(ko="너비를 높이보다 먼저 씀", en="Width before height"),
        text=Text(
            ko="높이와 너비가 바뀌었습니다. `img_size`와 배열의 모양은 (높이, 너비)인데, Pillow의 `resize`와 "
            "`size`는 (너비, 높이) 순서입니다. 둘 사이에서 순서를 뒤집어야 합니다.",
            en="Height and width are swapped. `img_size` and an array's shape are (height, width), but Pillow's "
            "`resize` and `size` are (width, height): turn the order round between the two.",
        ),
        answers={"load_image": wrong.width_first_image, "load_trimap": wrong.width_first_trimap},
    ),
    Misconception(
        id="grey-left-grey",
        name=Text(ko="흑백 사진을 RGB로 바꾸지 않음", en="A grey photo left without its three channels"),
        text=Text(
            ko='흑백 사진을 읽으니 채널이 하나뿐입니다. 모델의 입력은 언제나 채널이 3개이므로, `convert("RGB")`처럼 '
            "RGB로 바꾸어 읽으세요. 진짜 데이터에도 흑백 사진이 섞여 있습니다.",
            en="A grey photo came out with one channel. The model always takes three, so read every photo as RGB, for "
            'instance with `convert("RGB")`. The real archive has grey photos, too.',
        ),
        answers={"load_image": wrong.grey_left_grey},
    ),
    Misconception(
        id="grey-without-channels",
        name=Text(ko="흑백 사진에 채널 축이 없음", en="A grey photo without an axis of channels"),
        text=Text(
            ko="흑백 사진을 읽으니 채널 축이 아예 없는 (높이, 너비) 배열이 되었습니다. 모델의 입력은 언제나 채널이 "
            '3개이므로, `convert("RGB")`처럼 RGB로 바꾸어 읽으세요. 진짜 데이터에도 흑백 사진이 섞여 있습니다.',
            en="A grey photo came out as (height, width), with no axis of channels. The model always takes three, so "
            'read every photo as RGB, for instance with `convert("RGB")`. The real archive has grey photos, too.',
        ),
        answers={"load_image": wrong.grey_without_channels},
    ),
    Misconception(
        id="not-resized",
        name=Text(ko="img_size로 크기를 바꾸지 않음", en="Not resized to img_size"),
        text=Text(
            ko="파일에 있는 크기 그대로입니다. 사진마다 크기가 다르므로, 배열에 담거나 모델에 넣으려면 모두 "
            "`img_size`로 바꾸어야 합니다.",
            en="The size is still that of the file. Photos are of many sizes: to put them into one array, or into a "
            "model, resize them all to `img_size`.",
        ),
        answers={"load_image": wrong.image_not_resized, "load_trimap": wrong.trimap_not_resized},
    ),
    Misconception(
        id="cropped",
        name=Text(ko="크기를 바꾸지 않고 잘라 냄", en="Cropped instead of resized"),
        text=Text(
            ko="크기를 바꾸지 않고 왼쪽 위에서 `img_size`만큼 잘라 냈습니다. 그러면 사진의 나머지가 사라지고, 더 작은 "
            "사진은 그대로 작습니다. `resize`로 사진 전체를 늘이거나 줄이세요.",
            en="Instead of being resized, the picture was cut down to its top left corner. The rest of it is lost, and "
            "a smaller one stays small. Stretch or shrink the whole of it with `resize`.",
        ),
        answers={"load_image": wrong.cropped_image, "load_trimap": wrong.cropped_trimap},
    ),
    Misconception(
        id="refilled",
        name=Text(ko="np.resize로 크기를 바꿈", en="Resized with np.resize"),
        text=Text(
            ko="`np.resize`는 사진을 늘이거나 줄이지 않습니다. 픽셀을 읽는 순서대로 새 모양에 다시 채울 뿐이라서 "
            "그림이 어긋납니다. Pillow의 `resize`나 `load_img`의 `target_size`를 쓰세요.",
            en="`np.resize` does not scale a picture: it only fills the new shape with the pixels in reading order, so "
            "that the picture falls apart. Use Pillow's `resize`, or `target_size` of `load_img`.",
        ),
        answers={"load_image": wrong.refilled_image, "load_trimap": wrong.refilled_trimap},
    ),
    Misconception(
        id="bytes-left",
        name=Text(ko="사진을 uint8로 남겨 둠", en="A photo left as uint8"),
        text=Text(
            ko="사진이 아직 uint8입니다. uint8끼리 더하거나 빼면 255를 넘을 때 0으로 되돌아갑니다. 신경망에 넣을 것은 "
            "float32로 바꾸세요. 0, 1, 2만 담는 트라이맵은 uint8로 충분합니다.",
            en="The photo is still uint8, where sums wrap round at 255. What goes into a network should be float32. "
            "For a trimap, which holds 0, 1 and 2 only, uint8 is enough.",
        ),
        answers={"load_image": wrong.bytes_left},
    ),
    Misconception(
        id="trimap-from-one",
        name=Text(ko="트라이맵의 레이블을 1부터 둠", en="Trimap labels left at 1, 2, 3"),
        text=Text(
            ko="레이블이 파일에 있는 대로 1, 2, 3입니다. 클래스가 3개인 모델의 채널은 0, 1, 2번이므로 3번 채널은 "
            "없습니다. 1을 빼세요.",
            en="The labels are 1, 2 and 3, as in the file. A model with three classes has the channels 0, 1 and 2, "
            "and none with the number 3: subtract 1.",
        ),
        answers={"load_trimap": wrong.labels_from_one_trimap},
    ),
    Misconception(
        id="contour-as-zero",
        name=Text(ko="트라이맵의 3을 0으로 바꿈", en="A trimap's 3 made 0"),
        text=Text(
            ko="윤곽(3)만 0으로 바꾸고 1과 2는 그대로 두었습니다. 그러면 0이 전경이 아니라 윤곽이 됩니다. 세 "
            "레이블에서 모두 1을 빼세요. 1, 2, 3이 차례로 0, 1, 2가 됩니다.",
            en="The contour (3) alone was made 0, and 1 and 2 were left. Then 0 is the contour and not the foreground. "
            "Subtract 1 from every label: 1, 2 and 3 become 0, 1 and 2.",
        ),
        answers={"load_trimap": wrong.contour_as_zero},
    ),
    Misconception(
        id="trimap-from-the-corners",
        name=Text(
            ko="가운데가 아니라 모서리에서 가장 가까운 픽셀을 고름",
            en="The pixel nearest to a corner, not to the middle",
        ),
        text=Text(
            ko="새 픽셀의 왼쪽 위 모서리가 놓이는 자리(`i * 원래 크기 // 새 크기`)의 픽셀을 가져온 것 같습니다. "
            "OpenCV나 "
            "PyTorch의 `nearest`도 그렇게 하지만, 그러면 그림 전체가 조금씩 밀립니다. 가장 가까운 픽셀은 새 픽셀의 "
            "가운데에서 "
            "고릅니다: `(i + 0.5) * 원래 크기 / 새 크기`를 내린 번호입니다.",
            en="The pixel taken seems to be the one at the top left corner of each new pixel, `i * old_size // "
            "new_size`. "
            "`nearest` of OpenCV and PyTorch does so, too, but the whole picture moves a little. The nearest pixel is "
            "that of the middle of a new one: the number `(i + 0.5) * old_size / new_size`, rounded down.",
        ),
        answers={"load_trimap": more.corner_nearest_trimap},
    ),
    Misconception(
        id="trimap-blended",
        name=Text(ko="트라이맵을 섞어서 크기를 바꿈", en="Trimap labels blended while resizing"),
        text=Text(
            ko="크기를 바꾸면서 이웃한 레이블을 섞었습니다. Pillow의 `resize`는 방법을 정해 주지 않으면 그렇게 합니다. "
            "전경(1)과 윤곽(3)을 반반 섞으면 배경(2)이 되어 버립니다. 레이블은 색이 아니라 이름이므로, 섞지 말고 가장 "
            "가까운 픽셀을 가져와야 합니다(최근접 이웃).",
            en="Neighbouring labels were blended, which is what Pillow's `resize` does where it is not told how. Half "
            "foreground (1) and half contour (3) makes background (2), which was never there. Labels are names, not "
            "colours: take the nearest pixel instead.",
        ),
        answers={"load_trimap": wrong.blended_trimap},
    ),
    Misconception(
        id="trimap-blended-linearly",
        name=Text(ko="트라이맵을 이중선형으로 섞음", en="Trimap labels blended linearly"),
        text=Text(
            ko="이웃한 레이블 사이를 이중선형(bilinear)으로 섞어 크기를 바꾸었습니다. 전경(1)과 윤곽(3)을 반반 섞으면 "
            "배경(2)이 되어 버립니다. 레이블은 색이 아니라 이름이므로, 가장 가까운 픽셀을 가져와야 합니다(최근접 "
            "이웃).",
            en="Neighbouring labels were blended linearly while resizing. Half foreground (1) and half contour (3) "
            "makes background (2), which was never there. Labels are names, not colours: take the nearest pixel.",
        ),
        answers={"load_trimap": wrong.linearly_blended_trimap},
    ),
)
