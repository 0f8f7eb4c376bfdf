"""As the textbook has it: six strided and unstrided convolutions down, six transposed ones up."""

import keras
import numpy as np
from keras import layers
from PIL import Image


def load_image(path, img_size):
    height, width = img_size
    image = Image.open(path).convert("RGB").resize((width, height), Image.Resampling.BILINEAR)
    return np.array(image, dtype="float32")


def load_trimap(path, img_size):
    height, width = img_size
    labels = np.array(Image.open(path).resize((width, height), Image.Resampling.NEAREST))
    return (labels.astype("uint8") - 1).reshape(height, width, 1)


def mirrored_strides(down_strides):
    return tuple(reversed(down_strides))


def build_fcn(img_size, num_classes):
    inputs = keras.Input(shape=img_size + (3,))
    x = layers.Rescaling(1.0 / 255)(inputs)
    for filters in (64, 128, 256):
        x = layers.Conv2D(filters, 3, strides=2, activation="relu", padding="same")(x)
        x = layers.Conv2D(filters, 3, activation="relu", padding="same")(x)
    for filters in (256, 128, 64):
        x = layers.Conv2DTranspose(filters, 3, activation="relu", padding="same")(x)
        x = layers.Conv2DTranspose(filters, 3, activation="relu", padding="same", strides=2)(x)
    outputs = layers.Conv2D(num_classes, 3, activation="softmax", padding="same")(x)
    return keras.Model(inputs, outputs)


def predict_mask(model, image):
    prediction = model.predict(np.expand_dims(image, 0), verbose=0)[0]
    return np.argmax(prediction, axis=-1)


def mean_iou(y_true, y_pred, num_classes):
    scores = []
    for label in range(num_classes):
        union = np.logical_or(y_true == label, y_pred == label).sum()
        if union > 0:
            scores.append(np.logical_and(y_true == label, y_pred == label).sum() / union)
    return np.mean(scores)
