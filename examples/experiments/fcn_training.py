"""The lecture's network and its training: an epoch at a time, with a checkpoint after each."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fcnlab import quietly

with quietly(anywhere=True):
    import keras
import numpy as np
import numpy.typing as npt
from fcn_checkpoint import OtherCheckpoint, Settings, load, save
from fcn_data import NUM_CLASSES, OnError, Pets, Tell
from fcn_scores import ious, mean
from fcnlab import pixel_loss

from fcnkit.text import Text

CHECKPOINT = "checkpoint.npz"
ASIDE = "checkpoint.other.npz"
"""Where a checkpoint goes that belongs to another training."""
PREDICTED_AT_ONCE = 50
MOST_CHECKPOINTS = 12
"""Epochs of few pictures are short: not after each of them is the model judged and kept."""

EPOCH = Text(
    ko="에포크 {epoch}/{epochs}: 손실 {loss:.3f}, 평균 IoU {mean:.3f} (동물 {animal:.3f}, 배경 {ground:.3f}, 윤곽 "
    "{contour:.3f}), {seconds:.0f}초",
    en="epoch {epoch} of {epochs}: loss {loss:.3f}, mean IoU {mean:.3f} (animal {animal:.3f}, background {ground:.3f}, "
    "contour {contour:.3f}), {seconds:.0f} s",
)
RESUMED = Text(
    ko="{path}: 에포크 {epoch}까지 마친 학습을 이어서 합니다.", en="{path}: going on after epoch {epoch}, which is done"
)
PUT_ASIDE = Text(ko="{path}{path:~으로} 옮기고 처음부터 학습합니다.", en="moved it to {path} and training anew")

History = list[dict[str, Any]]
Build = Callable[[tuple[int, int], int], Any]


@dataclass(frozen=True)
class Schedule:
    """How long and how a model is trained."""

    epochs: int = 12
    batch: int = 16
    learning_rate: float = 0.003
    """At the beginning; it falls to 0 along half a cosine."""
    seed: int = 0


def reference_fcn(img_size: tuple[int, int], num_classes: int, filters: tuple[int, ...] = (32, 64, 128)) -> Any:
    """The lecture's model: as many strided convolutions as filters, their mirror image of transposed ones, softmax.

    The lecture's own filters are 64, 128 and 256.
    """
    inputs = keras.Input((*img_size, 3))
    x = keras.layers.Rescaling(1 / 255)(inputs)
    for channels in filters:
        x = keras.layers.Conv2D(channels, 3, strides=2, padding="same", activation="relu")(x)
    for channels in reversed(filters):
        x = keras.layers.Conv2DTranspose(channels, 3, strides=2, padding="same", activation="relu")(x)
    return keras.Model(inputs, keras.layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x))


def predicted(model: Any, images: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The most probable class of each pixel, (n, H, W)."""
    probabilities = model.predict(images, batch_size=PREDICTED_AT_ONCE, verbose=0)
    return np.argmax(probabilities, axis=-1)


def reproducible(seed: int) -> None:
    """From here on equal runs give equal weights."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf  # noqa: PLC0415 - with another backend it need not be there

        tf.config.experimental.enable_op_determinism()
    keras.utils.set_random_seed(seed)


class Training:
    """One model on its way through its epochs."""

    def __init__(
        self, build: Callable[[], Any], train: Pets, test: Pets, schedule: Schedule, described: Settings
    ) -> None:
        """`described` is what else makes this training the same one: data, model, sizes."""
        self.train, self.test, self.schedule = train, test, schedule
        self.settings: Settings = described | asdict(schedule)
        self.history: History = []
        reproducible(schedule.seed)
        self.model = build()
        steps = schedule.epochs * -(-len(train.images) // schedule.batch)
        rate = keras.optimizers.schedules.CosineDecay(schedule.learning_rate, steps)
        self.model.compile(keras.optimizers.Adam(rate), loss=pixel_loss)

    def run(self, folder: Path, on_error: OnError, tell: Tell) -> History:
        """Go on from the folder's checkpoint, where there is one, to the last epoch. Raises OtherCheckpoint."""
        folder.mkdir(parents=True, exist_ok=True)
        self._resume(folder / CHECKPOINT, on_error, tell)
        every = max(self.schedule.epochs // MOST_CHECKPOINTS, 1)
        for epoch in range(len(self.history), self.schedule.epochs):
            done = epoch + 1
            is_judged = done % every == 0 or done == self.schedule.epochs
            self.history.append(self._epoch(epoch, is_judged=is_judged))
            if is_judged:
                save(folder / CHECKPOINT, self.model, self.settings, self.history)
                tell(self._told())
        return self.history

    def predictions(self) -> npt.NDArray[Any]:
        return predicted(self.model, self.test.images)

    def _resume(self, path: Path, on_error: OnError, tell: Tell) -> None:
        if not path.exists():
            return
        try:
            self.history = load(path, self.model, self.settings)
        except OtherCheckpoint as error:
            if on_error == "stop":
                raise
            aside = path.replace(path.with_name(ASIDE))
            tell(error.text)
            tell(PUT_ASIDE.format(path=aside))
        else:
            tell(RESUMED.format(path=path, epoch=len(self.history)))

    def _epoch(self, epoch: int, *, is_judged: bool) -> dict[str, Any]:
        """The pictures in an order that seed and epoch decide, so that a resumed training goes the same way."""
        begun, cpu = time.monotonic(), time.process_time()
        order = np.random.default_rng([self.schedule.seed, epoch]).permutation(len(self.train.images))
        images, masks = self.train.images[order], self.train.masks[order]
        fitted = self.model.fit(images, masks, batch_size=self.schedule.batch, shuffle=False, verbose=0)
        scores = ious(self.test.masks[..., 0], self.predictions(), NUM_CLASSES) if is_judged else None
        return {
            "loss": fitted.history["loss"][0],
            "ious": scores,
            "seconds": time.monotonic() - begun,
            "cpu_seconds": time.process_time() - cpu,
        }

    def _told(self) -> Text:
        last = self.history[-1]
        animal, ground, contour = last["ious"]
        return EPOCH.format(
            epoch=len(self.history),
            epochs=self.schedule.epochs,
            loss=last["loss"],
            mean=mean(last["ious"]),
            animal=animal,
            ground=ground,
            contour=contour,
            seconds=last["seconds"],
        )
