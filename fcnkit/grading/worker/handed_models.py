"""Models as a student's function is handed them: Keras' own, which answer sooner for the few images of a case."""

from __future__ import annotations

import contextlib
import sys
from typing import Any

import numpy as np

from fcnkit.grading.protocol import Model
from fcnkit.grading.worker.model_data import rebuild

ONE_BATCH = 32
"""Images that `predict` takes at once where nothing is said."""
_MAY_BE_SAID = {"batch_size", "verbose"}


def quick_model(data: Model) -> Any:
    """The model, whose `predict` and `predict_on_batch` just call it.

    Keras makes a pipeline for the images and a graph, which only many batches repay. Where they get no batch, too many
    images, or something that fails, Keras itself is asked, so that the error is its own.
    """
    model = rebuild(data)
    model.predict = _quick(model, model.predict)
    model.predict_on_batch = _quick(model, model.predict_on_batch)
    return model


def _quick(model: Any, of_keras: Any) -> Any:
    keras: Any = sys.modules["keras"]

    def predict(x: Any, *args: Any, **kwargs: Any) -> Any:
        if not args and kwargs.keys() <= _MAY_BE_SAID and _is_batch(x, len(model.input_shape)):
            with contextlib.suppress(Exception):
                return keras.tree.map_structure(keras.ops.convert_to_numpy, model(x, training=False))
        return of_keras(x, *args, **kwargs)

    return predict


def _is_batch(x: Any, axes: int) -> bool:
    return isinstance(x, np.ndarray) and x.dtype.kind in "biuf" and x.ndim == axes and 0 < len(x) <= ONE_BATCH
