import numpy as np
from tensorflow import keras

layers = keras.layers


def transposed_conv2d(x, kernel, stride=1):
    out = np.zeros([(n - 1) * stride + k for n, k in zip(x.shape, kernel.shape)])
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            rows = slice(i * stride, i * stride + kernel.shape[0])
            cols = slice(j * stride, j * stride + kernel.shape[1])
            out[rows, cols] += x[i, j] * kernel
    return out


def build_fcn(img_size, num_classes):
    inputs = x = keras.Input(shape=img_size + (3,))
    for filters in (16, 32, 64):
        x = layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu")(x)
        x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    for filters in (64, 32, 16):
        x = layers.Conv2DTranspose(filters, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


model = build_fcn((64, 64), 3)


def output_shapes(img_size, num_classes):
    return [tuple(layer.output.shape[1:]) for layer in build_fcn(img_size, num_classes).layers]


def class_sums(rows, cols):
    image = np.zeros((1, rows, cols, 3), dtype="float32")
    return np.sum(build_fcn((rows, cols), 3)(image, training=False)[0], axis=-1)
