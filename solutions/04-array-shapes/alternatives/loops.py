"""Everything number by number, in plain Python; batches are filled pixel by pixel."""

import numpy as np


def image_batch_shape(num_images, img_size, channels):
    shape = ()
    shape += (num_images,)
    for side in img_size:
        shape += (side,)
    shape += (channels,)
    return shape


def video_batch_shape(num_clips, num_frames, img_size, channels):
    shape = [num_clips, num_frames]
    for side in img_size:
        shape.append(side)
    shape.append(channels)
    return tuple(shape)


def allocate_images(num_images, img_size):
    rows, columns = img_size
    images = []
    for _ in range(num_images):
        images.append([[[0.0] * 3 for _ in range(columns)] for _ in range(rows)])
    return np.array(images, dtype=np.float32)


def allocate_masks(num_images, img_size):
    rows, columns = img_size
    masks = []
    for _ in range(num_images):
        masks.append([[[0] for _ in range(columns)] for _ in range(rows)])
    return np.array(masks, dtype=np.uint8)


def fill_batch(images, samples):
    for i in range(len(samples)):
        for row in range(images.shape[1]):
            for column in range(images.shape[2]):
                for channel in range(images.shape[3]):
                    images[i, row, column, channel] = samples[i][row, column, channel]


axis_meanings = ("이미지", "높이", "너비", "채널")

predictions = {
    "(7390,) + (200, 200) + (3,)": (7390, 200, 200, 3),
    "[200, 200] + [3]": [200, 200, 3],
    'len("200" + "3")': 4,
    "(200, 200) * 2": (200, 200, 200, 200),
    "np.array([200, 200]) + np.array([3])": np.array([203, 203]),
    "np.array([200, 200]) * 2": np.array([400, 400]),
    "(7390,) + np.array([200, 200])": np.array([7590, 7590]),
    "(3)": 3,
    "(3,)": (3,),
    "(200, 200) + (3)": "TypeError",
    "(200, 200) + [3]": "TypeError",
    "np.array([1, 2]) + np.array([1, 2, 3])": "ValueError",
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 3547200000,
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 3,
}

explanation = """
튜플을 더하면 이어 붙습니다. 그래서 (7390,)과 (200, 200)과 (3,)을 더하면 네 수가 차례로 늘어선 모양이 됩니다.
(3)은 그냥 3이라서 더할 수 없습니다. 배열이었다면 수끼리 더해졌을 것입니다. 예: (1,) + (2, 3)은 (1, 2, 3)입니다.
"""
