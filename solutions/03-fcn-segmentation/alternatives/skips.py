"""Max pooling down, UpSampling2D and a convolution up, with skip connections across, as a U-Net has them."""

import keras
import numpy as np
from keras import layers
from PIL import Image


def load_image(path, img_size):
    image = Image.open(path)
    if image.mode != "RGB":
        image = image.convert("RGB")
    return np.float32(image.resize(img_size[::-1]))


def load_trimap(path, img_size):
    image = Image.open(path).resize(img_size[::-1], resample=Image.NEAREST)
    return np.uint8(image)[..., None] - np.uint8(1)


def mirrored_strides(down_strides):
    mirrored = list(down_strides)
    mirrored.reverse()
    return tuple(mirrored)


def _convolved(x, filters):
    for _ in range(2):
        x = layers.Conv2D(filters, 3, padding="same", activation="relu", kernel_initializer="he_normal")(x)
    return x


def build_fcn(img_size, num_classes):
    image = keras.Input(tuple(img_size) + (3,))
    x = layers.Rescaling(1 / 255)(image)
    skips = []
    for filters in (16, 32):
        x = _convolved(x, filters)
        skips.append(x)
        x = layers.MaxPooling2D()(x)
    x = layers.Dropout(0.1)(_convolved(x, 64))
    for filters, skip in zip((32, 16), reversed(skips), strict=True):
        x = layers.UpSampling2D(2, interpolation="bilinear")(x)
        x = layers.Conv2D(filters, 2, padding="same")(x)
        x = _convolved(layers.Concatenate()([x, skip]), filters)
    x = layers.Conv2D(num_classes, 1)(x)
    return keras.Model(image, layers.Activation("softmax")(x))


def predict_mask(model, image):
    (scores,) = model.predict_on_batch(image[np.newaxis])
    return scores.argmax(-1).astype(int)


def mean_iou(y_true, y_pred, num_classes):
    total, present = 0.0, 0
    for k in range(num_classes):
        mine, theirs = y_true == k, y_pred == k
        if mine.any() or theirs.any():
            present += 1
            total += (mine & theirs).sum() / (mine | theirs).sum()
    return total / present
