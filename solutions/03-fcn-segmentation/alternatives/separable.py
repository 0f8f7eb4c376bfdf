"""Separable convolutions, an encoder and a decoder as models of their own, and an input of any size."""

import keras
import numpy as np
from keras import layers
from PIL import Image


def load_image(path, img_size):
    with Image.open(path) as file:
        small = file.convert("RGB").resize((img_size[1], img_size[0]), Image.BICUBIC)
        return np.asarray(small).astype("float32")


def load_trimap(path, img_size):
    with Image.open(path) as file:
        small = file.resize((img_size[1], img_size[0]), Image.NEAREST)
        labels = {1: 0, 2: 1, 3: 2}
        table = np.array([labels.get(value, 0) for value in range(256)], dtype="uint8")
        return table[np.asarray(small)][:, :, None]


def mirrored_strides(down_strides):
    return (*mirrored_strides(down_strides[1:]), down_strides[0]) if down_strides else ()


def _encoder():
    inputs = keras.Input((None, None, 32))
    x = layers.ZeroPadding2D(1)(inputs)
    x = layers.DepthwiseConv2D(3, strides=2, padding="valid")(x)
    x = layers.Conv2D(64, 1, activation="swish")(x)
    x = layers.SeparableConv2D(64, 3, padding="same", dilation_rate=2, activation="swish")(x)
    return keras.Model(inputs, x, name="encoder")


def _decoder(num_classes):
    return keras.Sequential(
        [
            layers.Conv2DTranspose(32, 4, strides=2, padding="same", activation="swish"),
            layers.Conv2DTranspose(32, 4, strides=2, padding="same", activation="swish"),
            layers.SeparableConv2D(num_classes, 3, padding="same"),
        ],
        name="decoder",
    )


def build_fcn(img_size, num_classes):
    inputs = keras.Input(shape=(None, None, 3))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.SeparableConv2D(32, 3, strides=2, padding="same", activation="swish")(x)
    x = _encoder()(x)
    x = _decoder(num_classes)(x)
    return keras.Model(inputs, layers.Softmax(axis=3)(x))


def predict_mask(model, image):
    batch = keras.ops.expand_dims(keras.ops.convert_to_tensor(image), 0)
    classes = keras.ops.argmax(model(batch), axis=-1)
    return keras.ops.convert_to_numpy(classes)[0]


def mean_iou(y_true, y_pred, num_classes):
    onehot = np.arange(num_classes)
    true, predicted = (array.reshape(-1, 1) == onehot for array in (y_true, y_pred))
    both, either = (true & predicted).sum(axis=0), (true | predicted).sum(axis=0)
    return np.average(both / np.maximum(either, 1), weights=either > 0)
