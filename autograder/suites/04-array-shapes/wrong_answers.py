"""What somebody who holds a misconception would write.

Self-contained but for NumPy, as a student's notebook is. Every public function has the signature of the function that
it stands in for; nothing here is right in every case, and nothing raises for arguments that the text allows,
but for what is without commas.
"""

# ruff: noqa: ARG001 - the arguments are those of the students' functions, used or not

import numpy as np

# The shape of a batch


def added_up(num_images, img_size, channels):
    return tuple(num_images + side + channels for side in img_size)


def summed_up(num_images, img_size, channels):
    return num_images + sum(img_size) + channels


def multiplied(num_images, img_size, channels):
    return num_images * img_size[0] * img_size[1] * channels


def height_times_width(num_images, img_size, channels):
    return num_images, img_size[0] * img_size[1], channels


def clips_height_times_width(num_clips, num_frames, img_size, channels):
    return num_clips, num_frames, img_size[0] * img_size[1], channels


def in_brackets(num_images, img_size, channels):
    return [num_images, *img_size, channels]


def without_images(num_images, img_size, channels):
    return (*img_size, channels)


def channels_before_size(num_images, img_size, channels):
    return (num_images, channels, *img_size)


def width_before_height(num_images, img_size, channels):
    return (num_images, *img_size[::-1], channels)


def size_as_one(num_images, img_size, channels):
    return (num_images, img_size, channels)


def size_and_channels_as_ones(num_images, img_size, channels):
    return (num_images, img_size, (channels,))


def three_tuples_in_one(num_images, img_size, channels):
    return ((num_images,), img_size, (channels,))


def without_commas(num_images, img_size, channels):
    return num_images + img_size + channels


def without_the_last_comma(num_images, img_size, channels):
    return (num_images,) + img_size + channels  # noqa: RUF005 - joined as the text teaches


def clips_in_brackets(num_clips, num_frames, img_size, channels):
    return [num_clips, num_frames, *img_size, channels]


def one_clip(num_clips, num_frames, img_size, channels):
    return (num_frames, *img_size, channels)


def clips_channels_before_size(num_clips, num_frames, img_size, channels):
    return (num_clips, num_frames, channels, *img_size)


def clips_width_before_height(num_clips, num_frames, img_size, channels):
    return (num_clips, num_frames, *img_size[::-1], channels)


def clips_size_as_one(num_clips, num_frames, img_size, channels):
    return (num_clips, num_frames, img_size, channels)


def clip_as_one(num_clips, num_frames, img_size, channels):
    return (num_clips, (num_frames, *img_size, channels))


def clips_without_commas(num_clips, num_frames, img_size, channels):
    return num_clips + num_frames + img_size + channels


def clips_without_the_last_comma(num_clips, num_frames, img_size, channels):
    return (num_clips, num_frames) + img_size + channels  # noqa: RUF005 - joined as the text teaches


def clips_multiplied(num_clips, num_frames, img_size, channels):
    return num_clips * multiplied(num_frames, img_size, channels)


def frames_twice(num_clips, num_frames, img_size, channels):
    return (num_clips, num_frames, num_frames, *img_size, channels)


def clips_and_frames_added(num_clips, num_frames, img_size, channels):
    return (num_clips + num_frames, *img_size, channels)


def frames_as_images(num_clips, num_frames, img_size, channels):
    return (num_clips * num_frames, *img_size, channels)


def frames_before_clips(num_clips, num_frames, img_size, channels):
    return (num_frames, num_clips, *img_size, channels)


def frames_behind_the_size(num_clips, num_frames, img_size, channels):
    return (num_clips, *img_size, num_frames, channels)


def frames_behind_the_channels(num_clips, num_frames, img_size, channels):
    return (num_clips, *img_size, channels, num_frames)


def frames_as_channels(num_clips, num_frames, img_size, channels):
    return (num_clips, *img_size, num_frames * channels)


def frames_left_out(num_clips, num_frames, img_size, channels):
    return (num_clips, *img_size, channels)


# Arrays for images and masks


def images_without_commas(num_images, img_size):
    return np.zeros(without_commas(num_images, img_size, 3), "float32")


def images_without_the_last_comma(num_images, img_size):
    return np.zeros(without_the_last_comma(num_images, img_size, 3), "float32")


def masks_without_commas(num_images, img_size):
    return np.zeros(without_commas(num_images, img_size, 1), "uint8")


def masks_without_the_last_comma(num_images, img_size):
    return np.zeros(without_the_last_comma(num_images, img_size, 1), "uint8")


def images_float64(num_images, img_size):
    return np.zeros((num_images, *img_size, 3))


def images_uint8(num_images, img_size):
    return np.zeros((num_images, *img_size, 3), "uint8")


def images_channels_first(num_images, img_size):
    return np.zeros((num_images, 3, *img_size), "float32")


def images_width_first(num_images, img_size):
    return np.zeros((num_images, *img_size[::-1], 3), "float32")


def images_of_one_photo(num_images, img_size):
    return np.zeros((*img_size, 3), "float32")


def images_left_empty(num_images, img_size):
    images = np.empty((num_images, *img_size, 3), "float32")
    images[...] = 7  # for whatever was in memory
    return images


def masks_of_three_channels(num_images, img_size):
    return np.zeros((num_images, *img_size, 3), "uint8")


def masks_without_channel(num_images, img_size):
    return np.zeros((num_images, *img_size), "uint8")


def masks_of_one_photo(num_images, img_size):
    return np.zeros((*img_size, 1), "uint8")


def masks_float32(num_images, img_size):
    return np.zeros((num_images, *img_size, 1), "float32")


def masks_float64(num_images, img_size):
    return np.zeros((num_images, *img_size, 1))


def masks_channels_first(num_images, img_size):
    return np.zeros((num_images, 1, *img_size), "uint8")


def masks_width_first(num_images, img_size):
    return np.zeros((num_images, *img_size[::-1], 1), "uint8")


# Filling a batch


def into_a_new_array(images, samples):
    return np.array([*samples, *images[len(samples) :]], images.dtype)


def appended(images, samples):
    return np.concatenate([images, samples])


def the_rest_wiped(images, samples):
    images[:] = 0
    for i, sample in enumerate(samples):
        images[i] = sample
    return images


def into_every_place(images, samples):
    for sample in samples:
        images[:] = sample
    return images


def only_the_last(images, samples):
    images[len(samples) - 1] = samples[-1]
    return images


def always_the_first_place(images, samples):
    for sample in samples:
        images[0] = sample
    return images


def as_many_as_places(images, samples):
    """Raises where there are fewer samples than places."""
    for i in range(len(images)):
        images[i] = samples[i]
    return images


def all_places_at_once(images, samples):
    """Raises likewise."""
    images[:] = samples
    return images


def one_place_late(images, samples):
    for i, sample in enumerate(samples):
        images[i + 1] = sample
    return images


def one_place_late_while_there_are_places(images, samples):
    for place, sample in zip(images[1:], samples, strict=False):
        place[:] = sample
    return images


def one_place_early(images, samples):
    for i, sample in enumerate(samples):
        images[i - 1] = sample
    return images


def from_the_end(images, samples):
    for i, sample in enumerate(samples):
        images[-1 - i] = sample
    return images


def into_the_last_places(images, samples):
    images[-len(samples) :] = samples
    return images


def added_on_top(images, samples):
    for i, sample in enumerate(samples):
        images[i] += sample
    return images


def a_list_of_them(images, samples):
    for i, sample in enumerate(samples):
        images[i] = sample
    return list(images)
