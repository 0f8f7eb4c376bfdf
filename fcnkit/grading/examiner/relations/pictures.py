"""Changes of pictures: (H, W), or (H, W, C)."""

from __future__ import annotations

import numpy as np

from fcnkit.grading.examiner.relations.array_change import array_change, moved

PLANES = (
    array_change(
        "transposed",
        lambda array: array.swapaxes(0, 1),
        "행과 열이 바뀜",
        "Rows and columns swapped",
        "맞는 결과에서 행과 열이 서로 바뀌었습니다. 높이와 너비의 순서를 확인해 보세요.",
        "it is the right result with rows and columns swapped. Check which comes first, height or width.",
    ),
    array_change(
        "turned-around",
        lambda array: np.flip(array, (0, 1)),
        "결과가 180도 돌아감",
        "Turned by 180 degrees",
        "맞는 결과를 180도 돌린 것입니다.",
        "it is the right result turned by 180 degrees.",
    ),
    array_change(
        "turned-left",
        np.rot90,
        "결과가 90도 돌아감",
        "Turned by 90 degrees",
        "맞는 결과를 왼쪽으로 90도 돌린 것입니다.",
        "it is the right result turned by 90 degrees to the left.",
    ),
    array_change(
        "turned-right",
        lambda array: np.rot90(array, -1),
        "결과가 90도 돌아감",
        "Turned by 90 degrees",
        "맞는 결과를 오른쪽으로 90도 돌린 것입니다.",
        "it is the right result turned by 90 degrees to the right.",
    ),
    *[
        array_change(
            f"both-{id}",
            make,
            ko_name,
            en_name,
            ko,
            en,
        )
        for id, make, ko_name, en_name, ko, en in (
            (
                "moved-on",
                lambda array: moved(0, 1)(moved(1, 1)(array)),
                "결과가 오른쪽 아래로 한 칸 밀림",
                "Moved one cell down and right",
                "맞는 결과를 오른쪽 아래로 한 칸씩 민 것입니다. 어디에서 시작하는지 확인해 보세요.",
                "it is the right result moved one cell down and one to the right. Check where it begins.",
            ),
            (
                "moved-back",
                lambda array: moved(0, -1)(moved(1, -1)(array)),
                "결과가 왼쪽 위로 한 칸 밀림",
                "Moved one cell up and left",
                "맞는 결과를 왼쪽 위로 한 칸씩 민 것입니다. 어디에서 시작하는지 확인해 보세요.",
                "it is the right result moved one cell up and one to the left. Check where it begins.",
            ),
            (
                "cut-ends",
                lambda array: array[:-1, :-1],
                "마지막 행과 열을 빠뜨림",
                "The last row and column left out",
                "마지막 행과 마지막 열이 빠져 있고 나머지는 맞습니다.",
                "the last row and the last column are missing; the rest is right.",
            ),
            (
                "cut-starts",
                lambda array: array[1:, 1:],
                "첫 행과 열을 빠뜨림",
                "The first row and column left out",
                "첫 행과 첫 열이 빠져 있고 나머지는 맞습니다.",
                "the first row and the first column are missing; the rest is right.",
            ),
            (
                "cut-border",
                lambda array: array[1:-1, 1:-1],
                "가장자리 한 줄을 빠뜨림",
                "The border left out",
                "가장자리 한 줄씩이 빠져 있고 나머지는 맞습니다.",
                "the outermost rows and columns are missing; the rest is right.",
            ),
            (
                "more-border",
                lambda array: np.pad(array, [(1, 1), (1, 1)] + [(0, 0)] * (array.ndim - 2)),
                "둘레에 0이 한 줄 더 있음",
                "A border of zeros too many",
                "맞는 결과의 둘레에 0이 한 줄 더 붙어 있습니다.",
                "it is the right result with a border of zeros around it.",
            ),
            (
                "more-ends",
                lambda array: np.pad(array, [(0, 1), (0, 1)] + [(0, 0)] * (array.ndim - 2)),
                "끝에 0인 행과 열이 더 있음",
                "A row and a column of zeros too many",
                "맞는 결과의 끝에 0인 행과 열이 하나씩 더 있습니다.",
                "it is the right result with one more row and one more column of zeros at the end.",
            ),
        )
    ],
)
VOLUMES = (
    array_change(
        "channels-first",
        lambda array: np.moveaxis(array, -1, 0),
        "채널이 맨 앞에 있음",
        "Channels in front",
        "값은 맞지만 채널이 맨 앞의 축에 있습니다. Keras의 순서는 (높이, 너비, 채널)입니다.",
        "the values are right, but the channels are the first axis. Keras has (height, width, channels).",
    ),
    array_change(
        "channels-summed",
        lambda array: array.sum(axis=-1, keepdims=True) + np.zeros_like(array),
        "모든 채널에 채널의 합이 들어 있음",
        "Every channel holds the sum of all",
        "채널마다 모든 채널을 더한 값이 들어 있습니다.",
        "every channel holds the sum of all channels.",
    ),
    array_change(
        "first-channel-only",
        lambda array: array[..., :1],
        "첫 채널만 있음",
        "Only the first channel",
        "첫 번째 채널만 있습니다. 반복 안에서 `return`하지 않았는지 살펴보세요.",
        "only the first channel is there. Is there a `return` inside the loop?",
    ),
    array_change(
        "first-channel-repeated",
        lambda array: np.repeat(array[..., :1], array.shape[-1], axis=-1),
        "모든 채널이 첫 채널과 같음",
        "Every channel like the first",
        "모든 채널이 첫 번째 채널과 같습니다.",
        "every channel is like the first.",
    ),
    array_change(
        "other-channels-zero",
        lambda array: np.concatenate([array[..., :1], 0 * array[..., 1:]], axis=-1),
        "첫 채널 말고는 0",
        "All but the first channel are 0",
        "첫 번째 채널은 맞지만 나머지 채널이 모두 0입니다. 반복이 끝까지 가는지 확인해 보세요.",
        "the first channel is right and all others are 0. Does the loop reach them?",
    ),
)
