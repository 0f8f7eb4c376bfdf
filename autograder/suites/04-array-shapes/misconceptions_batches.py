"""Misconceptions about making batches of images and masks, and filling them."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_allocated as allocated

ARRAYS = (
    Misconception(
        id="default-float64",
        name=Text(ko="자료형을 정하지 않음(float64)", en="The dtype left at float64"),
        text=Text(
            ko="한 수에 8바이트를 쓰는 `float64`로 계산한 것 같습니다. 자료형을 정하지 않으면 `np.zeros`가 그렇게 "
            "만듭니다. `float32`는 한 수에 4바이트라서 메모리가 절반이면 됩니다.",
            en="You seem to have used `float64`, 8 bytes a number, which is what `np.zeros` gives by "
            "itself. `float32` takes 4 bytes, half the memory.",
        ),
        answers={
            "allocate_images": wrong.images_float64,
            "allocate_masks": wrong.masks_float64,
            "predictions": {
                '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 7_094_400_000,
                'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 7,
            },
        },
    ),
    Misconception(
        id="images-as-bytes",
        name=Text(ko="이미지를 uint8로 만듦", en="Images as uint8"),
        text=Text(
            ko="이미지 배열을 `uint8`로 만들었습니다. 사진 파일은 그렇게 저장되지만, 신경망에 넣을 이미지는 소수를 "
            "담을 수 있어야 하므로 `float32`로 만듭니다.",
            en="The images are `uint8`. That is how photos are stored, but what goes into a network has to hold "
            "fractions: make it `float32`.",
        ),
        answers={"allocate_images": wrong.images_uint8},
    ),
    Misconception(
        id="left-uninitialised",
        name=Text(ko="0으로 채우지 않음", en="Not filled with zeros"),
        text=Text(
            ko="배열이 0으로 차 있지 않습니다. `np.ones`는 1로 채우고, `np.empty`는 메모리에 남아 있던 값을 그대로 "
            "둡니다. `np.zeros`를 쓰세요.",
            en="The array does not hold zeros. `np.ones` fills it with ones, and `np.empty` leaves whatever was in "
            "memory; use `np.zeros`.",
        ),
        answers={"allocate_images": wrong.images_left_empty, "allocate_masks": allocated.masks_left_empty},
    ),
    Misconception(
        id="shape-for-array",
        name=Text(ko="배열 대신 모양을 돌려줌", en="A shape for an array"),
        text=Text(
            ko="배열의 모양까지만 만들었습니다. 모양은 수 네 개가 든 튜플일 뿐이고, 그 모양의 배열은 `np.zeros(모양, "
            "dtype=...)`로 만듭니다.",
            en="Only the shape of the array was made. A shape is a tuple of four numbers; `np.zeros(shape, dtype=...)` "
            "makes an array of that shape.",
        ),
        answers={"allocate_images": allocated.shape_of_images, "allocate_masks": allocated.shape_of_masks},
    ),
    Misconception(
        id="images-with-one-channel",
        name=Text(ko="이미지에 채널을 하나만 둠", en="One channel in a colour image"),
        text=Text(
            ko="이미지의 채널을 하나로 만들었습니다. 컬러 이미지에는 픽셀마다 빨강, 초록, 파랑의 수 세 개가 있으므로 "
            "채널이 세 개입니다. 채널이 하나인 것은 마스크입니다.",
            en="The images have one channel. A colour image has three numbers for each pixel, red, green and blue, so "
            "it has three channels; it is the mask that has one.",
        ),
        answers={"allocate_images": allocated.images_of_one_channel},
    ),
    Misconception(
        id="mask-with-three-channels",
        name=Text(ko="마스크에 채널을 세 개 둠", en="Three channels in a mask"),
        text=Text(
            ko="마스크의 채널을 세 개로 만들었습니다. 마스크는 픽셀마다 클래스 번호 하나만 적으므로 채널이 "
            "하나입니다. 클래스가 세 가지라도 그렇습니다.",
            en="The mask has three channels. A mask notes one class number for each pixel, so it has one channel, "
            "even with three classes.",
        ),
        answers={"allocate_masks": wrong.masks_of_three_channels},
    ),
    Misconception(
        id="mask-without-channel",
        name=Text(ko="마스크의 채널 축을 없앰", en="No channel axis in a mask"),
        text=Text(
            ko="마스크에 채널 축이 없습니다. 채널이 하나뿐이어도 축은 남겨서 `(이미지 수, 높이, 너비, 1)`로 만듭니다.",
            en="The mask has no channel axis. The axis stays even with a single channel: `(images, height, width, 1)`.",
        ),
        answers={"allocate_masks": wrong.masks_without_channel},
    ),
    Misconception(
        id="mask-as-float",
        name=Text(ko="마스크를 float32로 만듦", en="Masks as float32"),
        text=Text(
            ko="마스크를 `float32`로 만들었습니다. 마스크에는 클래스 번호, 곧 작은 정수만 들어가므로 한 수에 "
            "1바이트인 `uint8`이면 됩니다.",
            en="The masks are `float32`. They hold class numbers, small integers, for which `uint8` with its "
            "single byte is enough.",
        ),
        answers={"allocate_masks": wrong.masks_float32},
    ),
)

FILLING = (
    Misconception(
        id="new-array-instead",
        name=Text(ko="받은 배열이 그대로임", en="The given array stays as it was"),
        text=Text(
            ko="함수를 부른 뒤에도 받은 배열이 그대로입니다. 새 배열이나 복사본, 또는 다른 변수에 써도 받은 배열은 "
            "바뀌지 않습니다. `images[i] = ...`처럼 받은 배열의 자리에 바로 써 넣으세요.",
            en="After the call the given array is as it was. What goes into a new array, a copy or another variable "
            "does not change it. Write into its own places with `images[i] = ...`.",
        ),
        answers={"fill_batch": wrong.into_a_new_array},
        keeps_form=False,
    ),
    Misconception(
        id="appended-to-the-batch",
        name=Text(ko="배열 뒤에 덧붙임", en="Appended to the batch"),
        text=Text(
            ko="샘플을 `images` 뒤에 덧붙여 더 긴 새 배열을 만들었습니다. 자리는 이미 마련되어 있습니다. 새로 "
            "만들지 말고 `images[i]` 자리에 써 넣으세요.",
            en="The samples were appended behind `images`, which makes a longer, new array. The places are there "
            "already: write into `images[i]`.",
        ),
        answers={"fill_batch": wrong.appended},
    ),
    Misconception(
        id="rest-wiped",
        name=Text(ko="남은 자리를 지움", en="The other places wiped"),
        text=Text(
            ko="샘플을 쓰기 전에 배열 전체를 0으로 지웠습니다. 샘플이 없는 자리에 이미 있던 값은 그대로 두어야 합니다.",
            en="The whole array was set to 0 first. Places without a sample keep what they hold.",
        ),
        answers={"fill_batch": wrong.the_rest_wiped},
    ),
    Misconception(
        id="into-every-place",
        name=Text(ko="모든 자리에 같은 샘플을 씀", en="The same sample everywhere"),
        text=Text(
            ko="`images[:] = sample`은 브로드캐스팅으로 모든 자리에 같은 샘플을 씁니다. 한 자리에만 쓰려면 "
            "`images[i] = sample`처럼 번호를 붙이세요.",
            en="`images[:] = sample` broadcasts one sample into every place. For one place alone write its index: "
            "`images[i] = sample`.",
        ),
        answers={"fill_batch": wrong.into_every_place},
    ),
    Misconception(
        id="only-the-last-written",
        name=Text(ko="마지막 샘플만 씀", en="Only the last sample written"),
        text=Text(
            ko="마지막 샘플만 자리에 들어갔습니다. 써 넣는 줄이 반복문 밖에 있는 것 같습니다. `images[i] = sample`을 "
            "`for` "
            "안으로 들여쓰세요.",
            en="Only the last sample is in its place: the line that writes seems to stand behind the loop. Indent "
            "`images[i] = sample`, so that it belongs to the `for`.",
        ),
        answers={"fill_batch": wrong.only_the_last},
    ),
    Misconception(
        id="always-the-same-place",
        name=Text(ko="모든 샘플을 같은 자리에 씀", en="Every sample written into the same place"),
        text=Text(
            ko="샘플을 모두 첫 번째 자리에 썼습니다. 번호가 늘지 않아 앞 샘플이 지워지고 마지막 샘플만 남습니다. "
            "`for i, sample in enumerate(samples)`로 반복하면 번호가 함께 늘어납니다.",
            en="Every sample went into the first place, so each wiped out the one before it and the last is left. The "
            "index has to grow: `for i, sample in enumerate(samples)` counts along.",
        ),
        answers={"fill_batch": wrong.always_the_first_place},
    ),
    Misconception(
        id="as-many-samples-as-places",
        name=Text(ko="샘플이 자리만큼 있다고 생각함", en="As many samples assumed as places"),
        text=Text(
            ko="샘플이 자리만큼 있을 때만 맞고, 더 적으면 오류가 납니다. 자리를 따라 반복하면 없는 샘플을 꺼내게 되고"
            "(`IndexError`), `images[:] = samples`는 모든 자리에 쓰려 합니다(`ValueError`). 샘플을 따라 반복하세요: "
            "`for i, sample in enumerate(samples)`.",
            en="This works where there are as many samples as places, and raises where there are fewer: a loop over "
            "the places asks for a sample that is not there (`IndexError`), and `images[:] = samples` writes to all "
            "places (`ValueError`). Loop over the samples: `for i, sample in enumerate(samples)`.",
        ),
        answers={"fill_batch": wrong.as_many_as_places},
        variants={"fill_batch": (wrong.all_places_at_once,)},
        on_paper=False,
    ),
    Misconception(
        id="one-place-late",
        name=Text(ko="한 자리 뒤에 씀", en="Written one place too late"),
        text=Text(
            ko="샘플을 한 자리 뒤에 썼습니다. 그래서 자리가 꽉 차는 배열에서는 마지막 샘플의 자리가 없습니다"
            "(`IndexError`). 번호는 0부터이므로 i번째 샘플의 자리는 `images[i]`입니다.",
            en="Each sample went one place too far, and where all places are filled there is none for the last one "
            "(`IndexError`). Places are counted from 0: that of sample i is `images[i]`.",
        ),
        answers={"fill_batch": wrong.one_place_late},
        variants={"fill_batch": (wrong.one_place_late_while_there_are_places,)},
    ),
    Misconception(
        id="filled-from-the-end",
        name=Text(ko="뒤에서부터 채움", en="Filled from the end"),
        text=Text(
            ko="샘플이 배열의 뒤쪽 자리에 들어갔습니다. i번째 샘플의 자리는 앞에서부터 세어 `images[i]`입니다.",
            en="The samples went to the end of the batch. The place of sample i is `images[i]`, counted from the "
            "front.",
        ),
        answers={"fill_batch": wrong.from_the_end},
        variants={"fill_batch": (wrong.into_the_last_places,)},
    ),
    Misconception(
        id="one-place-early",
        name=Text(ko="샘플이 한 자리씩 앞에 있음", en="Each sample one place early"),
        text=Text(
            ko="샘플이 모두 한 자리씩 앞에 들어갔고, 첫 번째 샘플은 `images[-1]`, 곧 마지막 자리에 있습니다. i번째 "
            "샘플의 자리는 `images[i - 1]`이 아니라 `images[i]`입니다. 번호는 0부터 셉니다.",
            en="Every sample is one place early, and the first one is in `images[-1]`, the last place. The place of "
            "sample i is `images[i]`, not `images[i - 1]`: counting begins at 0.",
        ),
        answers={"fill_batch": wrong.one_place_early},
    ),
    Misconception(
        id="added-instead-of-written",
        name=Text(ko="쓰지 않고 더함", en="Added instead of written"),
        text=Text(
            ko="샘플을 자리에 쓰는 대신 이미 있던 값에 더했습니다. `images[i] += sample`이 아니라 `images[i] = "
            "sample`입니다.",
            en="The samples were added to what was there. It is `images[i] = sample`, not `images[i] += sample`.",
        ),
        answers={"fill_batch": wrong.added_on_top},
    ),
    Misconception(
        id="list-of-images",
        name=Text(ko="배열 대신 리스트를 돌려줌", en="A list of images returned"),
        text=Text(
            ko="채운 것은 맞지만, 배열이 아니라 이미지를 담은 리스트를 돌려주었습니다. `images`를 그대로 "
            "돌려주거나 `return`을 쓰지 마세요.",
            en="The batch is filled, but a list of images came back instead of the array. Return `images` itself, "
            "or leave `return` out.",
        ),
        answers={"fill_batch": wrong.a_list_of_them},
    ),
)
