"""A residual encoder, whose shortcuts shrink with strided 1×1 convolutions, and sums written with keras.ops and +."""

import keras
import numpy as np
from keras import layers
from PIL import Image


def _nearest(old, new):
    return ((np.arange(new) + 0.5) * old / new).astype(int)


def _resized(pixels, img_size):
    return pixels[_nearest(pixels.shape[0], img_size[0])][:, _nearest(pixels.shape[1], img_size[1])]


def load_image(path, img_size):
    return _resized(np.asarray(Image.open(path).convert("RGB")), img_size).astype(np.float32)


def load_trimap(path, img_size):
    return (_resized(np.asarray(Image.open(path)), img_size) - 1)[:, :, np.newaxis].astype(np.uint8)


def mirrored_strides(down_strides):
    return tuple(down_strides[len(down_strides) - 1 - i] for i in range(len(down_strides)))


def _block(x, filters):
    shortcut = layers.Conv2D(filters, 1, strides=2, padding="same")(x)
    x = layers.Conv2D(filters, 3, strides=2, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("relu")(x)
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    return layers.ReLU()(keras.ops.add(x, shortcut))


def build_fcn(img_size, num_classes):
    inputs = keras.Input(shape=(img_size[0], img_size[1], 3))
    x = layers.Rescaling(scale=1 / 255.0)(inputs)
    for filters in (16, 32, 64):
        x = _block(x, filters)
    for filters in (64, 32, 16):
        x = layers.Conv2DTranspose(filters, 3, strides=2, padding="same", activation="elu")(x)
        x = x + layers.Conv2D(filters, 3, padding="same", activation="elu")(x)
    x = layers.Conv2D(num_classes, 3, padding="same")(x)
    return keras.Model(inputs, keras.ops.softmax(x, axis=-1))


def predict_mask(model, image):
    probabilities = keras.ops.convert_to_numpy(model(image[None], training=False))
    return probabilities[0].argmax(axis=2)


def mean_iou(y_true, y_pred, num_classes):
    table = np.zeros((num_classes, num_classes))
    np.add.at(table, (y_true.ravel(), y_pred.ravel()), 1)
    both = table.diagonal()
    either = table.sum(axis=0) + table.sum(axis=1) - both
    return (both[either > 0] / either[either > 0]).mean()
