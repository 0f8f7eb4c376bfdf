"""What somebody who holds a misconception would write.

Self-contained but for what students may import, as a student's notebook is. Keras and Pillow are imported only where
they are used: the examiner imports this file and has no Keras. Every public function has the signature of the function
that it stands in for.
"""

# ruff: noqa: ARG001, PLC0415, RUF005 - the students' arguments, imports as said above, and tuples added as is taught

import numpy as np


def _image(path, img_size, mode="RGB"):
    from PIL import Image

    return Image.open(path).convert(mode).resize((img_size[1], img_size[0]))


def _labels(path, img_size):
    from PIL import Image

    return np.asarray(Image.open(path).resize((img_size[1], img_size[0]), Image.Resampling.NEAREST))


# Files


def scaled_to_one(path, img_size):
    return np.asarray(_image(path, img_size), dtype="float32") / 255


def width_first_image(path, img_size):
    return np.asarray(_image(path, img_size[::-1]), dtype="float32")


def width_first_trimap(path, img_size):
    return (_labels(path, img_size[::-1]) - 1)[..., None]


def grey_left_grey(path, img_size):
    from PIL import Image

    pixels = np.asarray(Image.open(path).resize((img_size[1], img_size[0])), dtype="float32")
    return pixels if pixels.ndim == 3 else pixels[..., None]


def bytes_left(path, img_size):
    return np.asarray(_image(path, img_size))


def labels_from_one_trimap(path, img_size):
    return _labels(path, img_size)[..., None]


def blended_trimap(path, img_size):
    from PIL import Image

    labels = Image.open(path).resize((img_size[1], img_size[0]), Image.Resampling.BILINEAR)
    return (np.asarray(labels) - 1)[..., None]


# Strides


def not_reversed(down_strides):
    return tuple(down_strides)


def down_and_up(down_strides):
    return tuple(down_strides) + tuple(down_strides)[::-1]


def sorted_strides(down_strides):
    return tuple(sorted(down_strides))


# The model


def _fcn(img_size, channels, down=(2, 2, 2), up=(2, 2, 2), activation="softmax", padding="same"):
    """The honest model, with room for what can go wrong."""
    import keras
    from keras import layers

    inputs = keras.Input(shape=tuple(img_size) + (3,))
    x = layers.Rescaling(1 / 255)(inputs)
    for depth, stride in enumerate(down):
        x = layers.Conv2D(8 << depth, 3, strides=stride, padding=padding, activation="relu")(x)
    for depth, stride in reversed(list(enumerate(up))):
        x = layers.Conv2DTranspose(8 << depth, 3, strides=stride, padding=padding, activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(channels, 3, padding=padding, activation=activation)(x))


def _continued(model, *more):
    import keras

    x = model.output
    for layer in more:
        x = layer(x)
    return keras.Model(model.input, x)


def dense_head(img_size, num_classes):
    from keras import layers

    return _continued(_fcn(img_size, 16, activation="relu"), layers.Dense(num_classes, activation="softmax"))


def flattened(img_size, num_classes):
    import keras
    from keras import layers

    height, width = img_size
    inputs = keras.Input(shape=(height, width, 3))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(8, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2D(1, 3, strides=4, padding="same", activation="relu")(x)
    x = layers.Dense(height // 8 * (width // 8), activation="relu")(layers.Flatten()(x))
    x = layers.Reshape((height // 8, width // 8, 1))(x)
    x = layers.Conv2DTranspose(16, 3, strides=4, padding="same", activation="relu")(x)
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def rgb_for_classes(img_size, num_classes):
    return _fcn(img_size, 3)


def same_order(img_size, num_classes):
    """Upsampling strides in the order of the downsampling ones, (2, 4) both times; `_fcn` reverses its depths alone."""
    return _fcn(img_size, num_classes, down=(2, 4), up=(4, 2))


def enlarged_at_once(img_size, num_classes):
    return _fcn(img_size, num_classes, down=(2, 2), up=(4,))


def one_up_too_few(img_size, num_classes):
    return _fcn(img_size, num_classes, up=(2, 2))


def never_shrunk(img_size, num_classes):
    return _fcn(img_size, num_classes, down=(1, 1), up=(1, 1))


def valid_padding(img_size, num_classes):
    return _fcn(img_size, num_classes, padding="valid")


def size_written_out(img_size, num_classes):
    return _fcn((200, 200), num_classes)


def halved_too_often(img_size, num_classes):
    return _fcn(img_size, num_classes, down=(2,) * 4, up=(2,) * 4)


def pixels_alone(img_size, num_classes):
    import keras
    from keras import layers

    inputs = keras.Input(shape=tuple(img_size) + (3,))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(32, 1, strides=2, activation="relu")(x)
    x = layers.Conv2DTranspose(32, 2, strides=2, activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(num_classes, 1, activation="softmax")(x))


def sigmoid_instead(img_size, num_classes):
    return _fcn(img_size, num_classes, activation="sigmoid")


def no_softmax(img_size, num_classes):
    return _fcn(img_size, num_classes, activation=None)


def softmax_over_rows(img_size, num_classes):
    from keras import layers

    return _continued(_fcn(img_size, num_classes, activation=None), layers.Softmax(axis=1))


def softmax_twice(img_size, num_classes):
    from keras import layers

    return _continued(_fcn(img_size, num_classes), layers.Softmax())


# Masks


def _probabilities(model, image):
    return np.asarray(model.predict(image[None], verbose=0))[0]


def scores_for_classes(model, image):
    return _probabilities(model, image).max(axis=-1)


def batch_axis_kept(model, image):
    return _probabilities(model, image).argmax(axis=-1)[None]


def channel_axis_kept(model, image):
    return _probabilities(model, image).argmax(axis=-1)[..., None]


def argmax_over_rows(model, image):
    return _probabilities(model, image).argmax(axis=0)


def classes_from_one(model, image):
    return _probabilities(model, image).argmax(axis=-1) + 1


def rescaled_once_more(model, image):
    return _probabilities(model, image / 255).argmax(axis=-1)


# Intersection over union


def _counts(y_true, y_pred, num_classes):
    """For each class: pixels in both, in the one and in the other."""
    return [
        (int(((y_true == c) & (y_pred == c)).sum()), int((y_true == c).sum()), int((y_pred == c).sum()))
        for c in range(num_classes)
    ]


def _mean(ratios):
    return float(np.mean(ratios)) if ratios else 0.0


def pixel_accuracy(y_true, y_pred, num_classes):
    return float((y_true == y_pred).mean())


def absent_as_zero(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / max(one + other - both, 1) for both, one, other in counts])


def absent_as_one(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / (one + other - both) if one + other else 1.0 for both, one, other in counts])


def overlap_counted_twice(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / (one + other) for both, one, other in counts if one + other])


def dice(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([2 * both / (one + other) for both, one, other in counts if one + other])


def recall(y_true, y_pred, num_classes):
    return _mean([both / one for both, one, _ in _counts(y_true, y_pred, num_classes) if one])


def pooled(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return sum(both for both, _, _ in counts) / sum(one + other - both for both, one, other in counts)


def only_predicted_left_out(y_true, y_pred, num_classes):
    counts = _counts(y_true, y_pred, num_classes)
    return _mean([both / (one + other - both) for both, one, other in counts if one])
