"""Average pooling by 8 in one go, undone by one large transposed convolution: shallow, and wide where it is small."""

import keras
import numpy as np
from PIL import Image


def load_image(path, img_size):
    return keras.utils.img_to_array(keras.utils.load_img(path, target_size=img_size, interpolation="lanczos"))


def load_trimap(path, img_size):
    grey = Image.open(path).convert("L")
    grey = grey.resize((img_size[1], img_size[0]), Image.Resampling.NEAREST)
    return keras.utils.img_to_array(grey, dtype="uint8") - 1


def mirrored_strides(down_strides):
    return tuple(sorted_pair[1] for sorted_pair in sorted(enumerate(down_strides), key=lambda pair: -pair[0]))


def build_fcn(img_size, num_classes):
    inputs = keras.layers.Input(shape=img_size + (3,), dtype="float32")
    x = keras.layers.Rescaling(1 / 255)(inputs)
    fine = keras.layers.Conv2D(24, 3, padding="same", activation="gelu")(x)
    x = keras.layers.AveragePooling2D(8)(fine)
    x = keras.layers.Conv2D(96, 3, padding="same")(x)
    x = keras.layers.GroupNormalization(8)(x)
    x = keras.activations.relu(x)
    x = keras.layers.Conv2DTranspose(24, 8, strides=8)(x)
    x = keras.layers.Add()([x, fine])
    x = keras.layers.Conv2D(num_classes, (1, 1), activation=keras.activations.softmax)(x)
    return keras.Model(inputs=inputs, outputs=x, name="averaged")


def predict_mask(model, image):
    height, width, _ = image.shape
    scores = model.predict(image.reshape(1, height, width, 3), verbose=0)
    return scores.reshape(height, width, -1).argmax(axis=-1).astype("int32")


def mean_iou(y_true, y_pred, num_classes):
    ious = []
    for label in np.union1d(np.unique(y_true), np.unique(y_pred)):
        intersection = np.sum((y_true == label) * (y_pred == label))
        ious.append(intersection / (np.sum(y_true == label) + np.sum(y_pred == label) - intersection))
    return float(sum(ious) / len(ious))
