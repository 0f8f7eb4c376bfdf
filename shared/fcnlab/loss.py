"""The loss of a segmentation, on every backend of Keras."""

from __future__ import annotations

from typing import Any


def pixel_loss(labels: Any, probabilities: Any) -> Any:
    """Keras' sparse categorical cross-entropy at each pixel, of which Keras takes the mean.

    Class numbers (n, H, W, 1) and the model's output (n, H, W, classes). For PyTorch the pixels of all images are put
    into one row, since its gradient fails for images: https://github.com/pytorch/pytorch/issues/175084.
    """
    import keras  # noqa: PLC0415 - slow, and only who trains a model needs it

    if keras.backend.backend() == "torch":
        labels = keras.ops.reshape(labels, (-1,))
        probabilities = keras.ops.reshape(probabilities, (-1, probabilities.shape[-1]))
    return keras.losses.sparse_categorical_crossentropy(labels, probabilities)
