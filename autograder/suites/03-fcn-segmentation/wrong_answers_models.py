"""What somebody who holds a misconception about models would write, self-contained as `wrong_answers.py` is."""

# ruff: noqa: ARG001, PLC0415, RUF005 - the students' arguments, imports where they are used, tuples added as is taught


def _fcn(
    img_size,
    channels,
    down=(2, 2, 2),
    up=(2, 2, 2),
    activation="softmax",
    padding="same",
    scales=(1 / 255,),
    inside="relu",
    colours=3,
):
    """The honest model, with room for what can go wrong."""
    import keras
    from keras import layers

    x = inputs = keras.Input(shape=tuple(img_size) + (colours,))
    for scale in scales:
        x = layers.Rescaling(scale)(x)
    for depth, stride in enumerate(down):
        x = layers.Conv2D(8 << depth, 3, strides=stride, padding=padding, activation=inside)(x)
    for depth, stride in reversed(list(enumerate(up))):
        x = layers.Conv2DTranspose(8 << depth, 3, strides=stride, padding=padding, activation=inside)(x)
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


def classes_for_rgb(img_size, num_classes):
    return _fcn(img_size, num_classes, colours=num_classes)


def pixels_in_a_row(img_size, num_classes):
    from keras import layers

    height, width = img_size
    return _continued(
        _fcn(img_size, num_classes, activation=None), layers.Reshape((height * width, num_classes)), layers.Softmax()
    )


def channels_first(img_size, num_classes):
    import keras
    from keras import layers

    first = {"padding": "same", "data_format": "channels_first"}
    inputs = keras.Input(shape=(3,) + tuple(img_size))
    x = layers.Rescaling(1 / 255)(inputs)
    for filters in (8, 16):
        x = layers.Conv2D(filters, 3, strides=2, activation="relu", **first)(x)
    for filters in (16, 8):
        x = layers.Conv2DTranspose(filters, 3, strides=2, activation="relu", **first)(x)
    return keras.Model(inputs, layers.Softmax(axis=1)(layers.Conv2D(num_classes, 3, **first)(x)))


def sizes_that_do_not_fit(img_size, num_classes):
    import keras
    from keras import layers

    inputs = keras.Input(shape=tuple(img_size) + (3,))
    x = layers.Rescaling(1 / 255)(inputs)
    small = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(small)
    x = layers.Add()([x, small])
    return keras.Model(inputs, layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def weighted_by_all(img_size, num_classes):
    import keras
    from keras import layers

    inputs = keras.Input(shape=tuple(img_size) + (3,))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(x)
    weights = layers.Conv2D(16, 1, activation="sigmoid")(layers.GlobalAveragePooling2D(keepdims=True)(x))
    x = layers.Multiply()([x, weights])
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def mean_taken_off(img_size, num_classes):
    import keras
    from keras import layers

    inputs = keras.Input(shape=tuple(img_size) + (3,))
    x = layers.Rescaling(1, offset=-127.5)(inputs)
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def same_order(img_size, num_classes):
    """Upsampling strides in the order of the downsampling ones, (2, 4) both times; `_fcn` reverses its depths alone."""
    return _fcn(img_size, num_classes, down=(2, 4), up=(4, 2))


def enlarged_first(img_size, num_classes):
    import keras
    from keras import layers

    inputs = keras.Input(shape=tuple(img_size) + (3,))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def enlarged_at_once(img_size, num_classes):
    return _fcn(img_size, num_classes, down=(2, 2), up=(4,))


def one_up_too_few(img_size, num_classes):
    return _fcn(img_size, num_classes, up=(2, 2))


def resized_to_fit(img_size, num_classes):
    from keras import layers

    last = layers.Conv2D(num_classes, 3, padding="same", activation="softmax")
    return _continued(_fcn(img_size, 16, up=(2, 2), activation="relu"), layers.Resizing(*img_size), last)


def never_shrunk(img_size, num_classes):
    return _fcn(img_size, num_classes, down=(1, 1), up=(1, 1))


def valid_padding(img_size, num_classes):
    return _fcn(img_size, num_classes, padding="valid")


def all_positions_at_once(img_size, num_classes):
    """Attention's matrix product: each position takes something of every other one."""
    import keras
    from keras import layers, ops

    height, width = img_size
    inputs = keras.Input(shape=(height, width, 3))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(x)
    rows = ops.reshape(x, (-1, height * width // 16, 16))
    shares = ops.softmax(ops.matmul(rows, ops.transpose(rows, (0, 2, 1))), axis=-1)
    x = layers.Add()([x, ops.reshape(ops.matmul(shares, rows), (-1, height // 4, width // 4, 16))])
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def size_written_out(img_size, num_classes):
    return _fcn((200, 200), num_classes)


def halved_too_often(img_size, num_classes):
    return _fcn(img_size, num_classes, down=(2,) * 4, up=(2,) * 4)


def input_width_first(img_size, num_classes):
    return _fcn(img_size[::-1], num_classes)


def not_rescaled(img_size, num_classes):
    return _fcn(img_size, num_classes, scales=())


def rescaled_twice(img_size, num_classes):
    return _fcn(img_size, num_classes, scales=(1 / 255, 1 / 255))


def rescaled_upwards(img_size, num_classes):
    return _fcn(img_size, num_classes, scales=(255,))


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


def softmax_inside(img_size, num_classes):
    return _fcn(img_size, num_classes, inside="softmax")


def argmax_inside(img_size, num_classes):
    import keras

    model = _fcn(img_size, num_classes)
    return keras.Model(model.inputs, keras.ops.argmax(model.outputs[0], axis=-1))


def comma_forgotten(img_size, num_classes):
    import keras

    return keras.Model(keras.Input(shape=tuple(img_size) + (3)), None)
