"""A short training of a model that was rebuilt here: whether it learns."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from fcnkit.grading.protocol import Model
from fcnkit.grading.worker.model_data import rebuild

RATE, BETA_1, BETA_2, EPSILON = 1e-3, 0.9, 0.999, 1e-7
"""Adam's settings, Keras' own defaults."""


def train(model: Model, images: Any, labels: Any, steps: int, goal: float, seed: int) -> list[float]:
    """Training losses, one before each step, of the model with fresh weights; ends once a loss is below `goal`.

    Empty where there is nothing to train. `labels` are class numbers (n, H, W, 1); Adam on sparse categorical
    cross-entropy, the whole batch in each step.
    """
    keras: Any = sys.modules["keras"]
    keras.utils.set_random_seed(seed)
    fresh = rebuild(model, with_weights=False)
    if not fresh.trainable_weights:
        return []
    step = (_quick_step if _is_plain(keras, fresh) else _keras_step)(keras, fresh, images, labels)
    losses: list[float] = []
    while len(losses) < steps and not (losses and losses[-1] < goal):
        losses.append(step())
    return losses


def _keras_step(keras: Any, model: Any, images: Any, labels: Any) -> Callable[[], float]:
    optimizer = keras.optimizers.Adam(RATE, BETA_1, BETA_2, EPSILON)
    model.compile(optimizer=optimizer, loss=_pixel_loss(keras))
    return lambda: float(model.train_on_batch(images, labels))


def _pixel_loss(keras: Any) -> Any:
    """Sparse categorical cross-entropy at each pixel.

    For PyTorch all pixels are put into one row: https://github.com/pytorch/pytorch/issues/175084 spares these.
    """
    loss = keras.losses.sparse_categorical_crossentropy
    if keras.backend.backend() != "torch":
        return loss
    reshape = keras.ops.reshape
    return lambda labels, output: loss(reshape(labels, (-1,)), reshape(output, (-1, output.shape[-1])))


def _is_plain(keras: Any, model: Any) -> bool:
    """Whether a step is nothing but gradients and Adam: no loss to scale, no weight to be put back in its bounds."""
    policies = (layer.dtype_policy for layer in model._flatten_layers())
    return (
        keras.backend.backend() == "tensorflow"
        and all(policy.name == "float32" for policy in policies)
        and all(weight.constraint is None for weight in model.trainable_variables)
    )


def _quick_step(keras: Any, model: Any, images: Any, labels: Any) -> Callable[[], float]:
    """The same step with one operation of TensorFlow's for each weight's update, where Keras has a dozen.

    Most of a training of a few steps is making its graph: this one takes a third as long.
    """
    tf: Any = sys.modules["tensorflow"]
    inputs, truth = tf.constant(images), tf.constant(labels)
    weights = [weight.value for weight in model.trainable_variables]
    moments = [(tf.Variable(tf.zeros_like(weight)), tf.Variable(tf.zeros_like(weight))) for weight in weights]

    def step(power_1: Any, power_2: Any) -> Any:
        with tf.GradientTape() as tape:
            errors = keras.losses.sparse_categorical_crossentropy(truth, model(inputs, training=True))
            loss = tf.add_n([tf.reduce_mean(errors), *model.losses])
        gradients = tape.gradient(loss, weights)
        rate, beta_1, beta_2, epsilon = map(tf.constant, (RATE, BETA_1, BETA_2, EPSILON))  # once for all weights
        if all(gradient is None for gradient in gradients):
            raise ValueError("no weight has a part in the loss")
        for weight, (first, second), gradient in zip(weights, moments, gradients, strict=True):
            if gradient is not None:
                tf.raw_ops.ResourceApplyAdam(
                    var=weight.handle, m=first.handle, v=second.handle, beta1_power=power_1, beta2_power=power_2,
                    lr=rate, beta1=beta_1, beta2=beta_2, epsilon=epsilon, grad=tf.convert_to_tensor(gradient),
                )  # fmt: skip
        return loss

    tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})  # a short training does not repay it
    compiled = tf.function(step, autograph=False)
    done = 0

    def next_loss() -> float:
        nonlocal done
        done += 1
        return float(compiled(tf.constant(BETA_1**done), tf.constant(BETA_2**done)))

    return next_loss
