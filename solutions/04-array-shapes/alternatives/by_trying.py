"""Asks Python instead of predicting; shapes by way of lists; zeros by casting."""

import numpy as np


def image_batch_shape(num_images, img_size, channels):
    shape = list(img_size)
    shape.insert(0, num_images)
    shape.append(channels)
    return tuple(shape)


def video_batch_shape(num_clips, num_frames, img_size, channels):
    return (num_clips,) + image_batch_shape(num_frames, img_size, channels)


def allocate_images(num_images, img_size):
    return np.zeros(image_batch_shape(num_images, img_size, 3)).astype(np.float32)


def allocate_masks(num_images, img_size):
    return np.zeros(image_batch_shape(num_images, img_size, 1), dtype=bool).astype("uint8")


def fill_batch(images, samples):
    for place, sample in zip(images, samples, strict=False):
        place[...] = sample


axis_meanings = ["사진", "세로", "가로", "채널"]

predictions = dict.fromkeys(
    [
        "(7390,) + (200, 200) + (3,)",
        "[200, 200] + [3]",
        'len("200" + "3")',
        "(200, 200) * 2",
        "np.array([200, 200]) + np.array([3])",
        "np.array([200, 200]) * 2",
        "(7390,) + np.array([200, 200])",
        "(3)",
        "(3,)",
        "(200, 200) + (3)",
        "(200, 200) + [3]",
        "np.array([1, 2]) + np.array([1, 2, 3])",
        '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize',
        'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)',
    ]
)
for expression in predictions:
    try:
        predictions[expression] = eval(expression)  # noqa: S307 - that is the point
    except Exception as error:
        predictions[expression] = type(error).__name__

explanation = [
    "튜플의 +는 이어 붙이기입니다.",
    "(3)은 정수이고, 배열의 +는 수끼리 더합니다.",
    "예: (2,) + (2,) = (2, 2)",
]
