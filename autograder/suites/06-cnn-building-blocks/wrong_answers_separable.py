"""What somebody who gets the two convolutions of a separable block wrong would write, each by itself as the others."""

# ruff: noqa: PLC0415 - imports where they are used: the examiner has no Keras


def separable_filled(x, filters):
    from keras import layers

    return layers.ZeroPadding2D()(layers.SeparableConv2D(filters, 3, activation="relu")(x))


def border_filled(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    branch = layers.Conv2D(filters, 3)(layers.Conv2D(filters, 3, activation="relu")(x))
    return layers.ReLU()(layers.ZeroPadding2D(2)(branch) + shortcut)


def separable_channels_first(x, filters):
    from keras import layers

    x = layers.DepthwiseConv2D(3, padding="same", data_format="channels_first")(x)
    return layers.Conv2D(filters, 1, activation="relu")(x)


def residual_channels_first(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    rows = x.shape[1]
    branch = layers.Conv2D(rows, 3, padding="same", data_format="channels_first", activation="relu")(x)
    branch = layers.Conv2D(rows, 3, padding="same", data_format="channels_first")(branch)
    return layers.ReLU()((branch if x.shape[-1] == filters else layers.Conv2D(filters, 1)(branch)) + shortcut)


def _of_channels(x, filters, convolutions, taken):
    """A convolution for each of the channels taken, then a 1×1."""
    from keras import layers

    each = [convolution(x[..., place : place + 1]) for convolution, place in zip(convolutions, taken, strict=True)]
    return layers.Conv2D(filters, 1, activation="relu")(layers.Concatenate()(each))


def one_kernel_for_all(x, filters):
    from keras import layers

    channels = x.shape[-1]
    return _of_channels(x, filters, [layers.Conv2D(1, 3, padding="same")] * channels, range(channels))


def channels_left_out(x, filters):
    from keras import layers

    channels = range(x.shape[-1] - 1)
    return _of_channels(x, filters, [layers.Conv2D(1, 3, padding="same") for _ in channels], channels)


def pointwise_alone(x, filters):
    from keras import layers

    return layers.Conv2D(filters, 1, activation="relu")(x)


def pointwise_twice(x, filters):
    from keras import layers

    x = layers.SeparableConv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, 1)(x)


def widened_first(x, filters):
    from keras import layers

    x = layers.Conv2D(6 * x.shape[-1], 1, activation="relu")(x)
    x = layers.DepthwiseConv2D(3, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, 1)(x)


def pointwise_in_groups(x, filters):
    from keras import layers

    x = layers.Conv2D(x.shape[-1], 3, padding="same", groups=x.shape[-1])(x)
    return layers.Conv2D(filters, 1, groups=16)(x)
