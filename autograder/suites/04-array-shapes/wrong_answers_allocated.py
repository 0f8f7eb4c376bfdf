"""More of what somebody who holds a misconception would allocate, as `wrong_answers.py`."""

import numpy as np


def masks_left_empty(num_images, img_size):
    masks = np.empty((num_images, *img_size, 1), "uint8")
    masks[...] = 7  # for whatever was in memory
    return masks


def shape_of_images(num_images, img_size):
    return (num_images, *img_size, 3)


def shape_of_masks(num_images, img_size):
    return (num_images, *img_size, 1)


def images_of_one_channel(num_images, img_size):
    return np.zeros((num_images, *img_size, 1), "float32")
