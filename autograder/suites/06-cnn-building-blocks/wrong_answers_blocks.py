"""What somebody who holds a misconception about blocks would write, self-contained as `wrong_answers.py` is."""

# ruff: noqa: ARG001, PLC0415 - the students' arguments, and imports where they are used: the examiner has no Keras

# A depthwise separable block


def ordinary_convolution(x, filters):
    from keras import layers

    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


def depthwise_alone(x, filters):
    from keras import layers

    return layers.DepthwiseConv2D(3, padding="same", activation="relu")(x)


def pointwise_first(x, filters):
    from keras import layers

    x = layers.Conv2D(filters, 1, activation="relu")(x)
    return layers.DepthwiseConv2D(3, padding="same", activation="relu")(x)


def rows_and_columns(x, filters):
    from keras import layers

    x = layers.Conv2D(filters, (3, 1), padding="same")(x)
    return layers.Conv2D(filters, (1, 3), padding="same", activation="relu")(x)


def mixed_by_three_by_three(x, filters):
    from keras import layers

    x = layers.DepthwiseConv2D(3, padding="same")(x)
    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


def ordinary_for_depthwise(x, filters):
    from keras import layers

    x = layers.Conv2D(x.shape[-1], 3, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, 1, activation="relu")(x)


def some_groups(x, filters):
    from keras import layers

    x = layers.Conv2D(x.shape[-1], 3, padding="same", groups=2, activation="relu")(x)
    return layers.Conv2D(filters, 1, activation="relu")(x)


_MADE = {}


def _made_once(kind, x, filters):
    """A layer that is made at the first call and used again at each one after it, if it takes as many channels."""
    from keras import layers

    key = kind, x.shape[-1], filters
    if key not in _MADE:
        _MADE[key] = getattr(layers, kind)(filters, 3, padding="same")
    return _MADE[key](x)


def separable_of_shared_layers(x, filters):
    return _made_once("SeparableConv2D", x, filters)


def separable_resized(x, filters):
    from keras import layers

    return layers.Resizing(*x.shape[1:3])(layers.SeparableConv2D(filters, 3)(x))


def separable_channels_kept(x, filters):
    from keras import layers

    return layers.SeparableConv2D(x.shape[-1], 3, padding="same", activation="relu")(x)


def separable_with_stride(x, filters):
    from keras import layers

    return layers.SeparableConv2D(filters, 3, strides=2, padding="same", activation="relu")(x)


# A residual block


def _branch(x, filters, kernel=3, strides=1):
    from keras import layers

    x = layers.Conv2D(filters, kernel, strides=strides, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, kernel, padding="same")(x)


def no_shortcut(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, filters))


def shortcut_concatenated(x, filters):
    from keras import layers

    x = layers.Concatenate()([x, _branch(x, filters)])
    return layers.Conv2D(filters, 1, activation="relu")(x)


def always_projected(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, filters) + layers.Conv2D(filters, 1)(x))


def never_projected(x, filters):
    from keras import layers

    branch = _branch(x, filters)
    if x.shape[-1] == filters:
        branch = layers.Add()([branch, x])
    return layers.ReLU()(branch)


def projected_by_three_by_three(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 3, padding="same")(x)
    return layers.ReLU()(_branch(x, filters) + shortcut)


def shortcut_kept_late(x, filters):
    from keras import layers

    x = shortcut = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.ReLU()(layers.Conv2D(filters, 3, padding="same")(x) + shortcut)


def activated_shortcut(x, filters):
    from keras import layers

    x = layers.ReLU()(layers.BatchNormalization()(x))
    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return _branch(x, filters) + shortcut


def dropped_shortcut(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return layers.ReLU()(_branch(x, filters) + layers.Dropout(0.1)(shortcut))


def halved(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, filters, strides=2) + layers.Conv2D(filters, 1, strides=2)(x))


def residual_channels_kept(x, filters):
    from keras import layers

    return layers.ReLU()(_branch(x, x.shape[-1]) + x)


def no_three_by_three(x, filters):
    from keras import layers

    shortcut = x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)
    return layers.ReLU()(_branch(x, filters, kernel=1) + shortcut)


def _shortcut(x, filters):
    from keras import layers

    return x if x.shape[-1] == filters else layers.Conv2D(filters, 1)(x)


def averaged(x, filters):
    from keras import layers

    return layers.ReLU()(layers.Average()([_branch(x, filters), _shortcut(x, filters)]))


def added_to_itself(x, filters):
    from keras import layers

    x = _branch(x, filters)
    return layers.ReLU()(layers.Add()([x, x]))


def convolved_after_the_sum(x, filters):
    from keras import layers

    shortcut = _shortcut(x, filters)
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, 3, padding="same")(x + shortcut)


def cropped_shortcut(x, filters):
    from keras import layers

    shortcut = layers.Cropping2D(2)(_shortcut(x, filters))
    x = layers.Conv2D(filters, 3, activation="relu")(x)
    return layers.ReLU()(layers.Conv2D(filters, 3)(x) + shortcut)


def channels_cut_or_filled(x, filters):
    from keras import layers, ops

    missing = filters - x.shape[-1]
    shortcut = ops.pad(x, ((0, 0), (0, 0), (0, 0), (0, missing))) if missing > 0 else x[..., :filters]
    return layers.ReLU()(_branch(x, filters) + shortcut)


def shapes_that_do_not_fit(x, filters):
    from keras import layers

    return layers.ReLU()(layers.Add()([_branch(x, filters), x]))


def resized_to_fit(x, filters):
    from keras import layers

    branch = layers.Conv2D(filters, 3)(layers.Conv2D(filters, 3, activation="relu")(x))
    return layers.ReLU()(layers.Resizing(*x.shape[1:3])(branch) + _shortcut(x, filters))


def residual_of_shared_layers(x, filters):
    from keras import layers

    return layers.ReLU()(_made_once("Conv2D", x, filters) + _shortcut(x, filters))
