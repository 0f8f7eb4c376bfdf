"""LeNet-5 and AlexNet, which Keras does not bring along, as their papers describe them."""

from __future__ import annotations

from typing import Any


def lenet5(weights: None = None) -> Any:
    """LeNet-5 (1998) for handwritten digits: a Keras model from 32×32 grey pixels to 10 classes, untrained."""
    del weights  # there are none to be had; `keras.applications` takes the same argument
    from keras import Input, Sequential, layers  # noqa: PLC0415 - only where there is Keras

    return Sequential(
        [
            Input((32, 32, 1)),
            layers.Conv2D(6, 5, activation="tanh"),
            layers.AveragePooling2D(2),
            layers.Conv2D(16, 5, activation="tanh"),
            layers.AveragePooling2D(2),
            layers.Flatten(),
            layers.Dense(120, activation="tanh"),
            layers.Dense(84, activation="tanh"),
            layers.Dense(10, activation="softmax"),
        ]
    )


def alexnet(weights: None = None) -> Any:
    """AlexNet (2012) for ImageNet: a Keras model from 227×227 colour pixels to 1,000 classes, untrained.

    The paper's two halves, one for each GPU, are put together here, which adds two million parameters to its 60.
    """
    del weights
    from keras import Input, Sequential, layers  # noqa: PLC0415

    return Sequential(
        [
            Input((227, 227, 3)),
            layers.Conv2D(96, 11, strides=4, activation="relu"),
            layers.MaxPooling2D(3, strides=2),
            layers.Conv2D(256, 5, padding="same", activation="relu"),
            layers.MaxPooling2D(3, strides=2),
            layers.Conv2D(384, 3, padding="same", activation="relu"),
            layers.Conv2D(384, 3, padding="same", activation="relu"),
            layers.Conv2D(256, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(3, strides=2),
            layers.Flatten(),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(4096, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(1000, activation="softmax"),
        ]
    )
