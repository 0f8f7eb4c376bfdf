"""Makes `shared/fcnlab/encoder.npz`: the way down of an FCN that has learned from drawn shapes.

    python examples/experiments/pretrain_encoder.py

Data: 2,000 drawings of drawn_shapes.py, whose pixels are to be told apart as ground, round shape, angular shape or
edge. No animal is among them. Takes some minutes on two cores, and less than that of CPU.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before Keras is imported: notices that nobody can act on

from fcnlab import quietly

with quietly(anywhere=True):
    import keras
import numpy as np
from drawn_shapes import drawn_shapes
from fcn_scores import ious
from fcn_training import predicted, reference_fcn, reproducible
from fcnlab import pixel_loss
from fcnlab.encoder import WEIGHTS

SIZE, FILTERS, CLASSES = 64, (32, 64, 128), 4
HELD_OUT, HELD_OUT_SEED = 100, 1
RATE, BATCH = 0.003, 16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--images", type=int, default=2000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    model = trained(options.images, options.epochs, options.seed)
    save_encoder(model, options.out, drawn_shapes(HELD_OUT, SIZE, HELD_OUT_SEED)[0])
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")


def trained(images: int, epochs: int, seed: int) -> Any:
    """A network that tells the shapes apart; prints how well after each epoch."""
    reproducible(seed)
    photos, labels = drawn_shapes(images, SIZE, 1000 + seed)
    unseen, truth = drawn_shapes(HELD_OUT, SIZE, HELD_OUT_SEED)
    model = reference_fcn((SIZE, SIZE), CLASSES, FILTERS)
    rate = keras.optimizers.schedules.CosineDecay(RATE, epochs * -(-images // BATCH))
    model.compile(keras.optimizers.Adam(rate), loss=pixel_loss)
    for epoch in range(epochs):
        loss = model.fit(photos, labels, batch_size=BATCH, verbose=0).history["loss"][0]
        scores = ious(truth[..., 0], predicted(model, unseen), CLASSES)
        said = ", ".join(f"{score:.3f}" for score in scores)
        print(f"epoch {epoch + 1} of {epochs}: loss {loss:.3f}, IoU (ground, round, angular, edge) {said}", flush=True)
    return model


def save_encoder(model: Any, path: Path, photos: Any) -> None:
    """The convolutions down, as 16-bit floats, the last one scaled so that each of its maps varies by about 1.

    What is put on top of a frozen encoder begins with random weights that expect about that.
    """
    convolutions = [layer for layer in model.layers if type(layer) is keras.layers.Conv2D][: len(FILTERS)]
    maps = keras.Model(model.inputs, convolutions[-1].output).predict(photos, verbose=0)
    spread = maps.std((0, 1, 2))
    scale = np.where(spread > 0, 1 / np.maximum(spread, 0.1 * spread.mean()), 1)
    arrays: dict[str, Any] = {}
    for place, layer in enumerate(convolutions):
        kernel, bias = layer.get_weights()
        factor = scale if layer is convolutions[-1] else 1
        arrays[f"kernel_{place}"] = (kernel * factor).astype(np.float16)
        arrays[f"bias_{place}"] = (bias * factor).astype(np.float16)
    np.savez_compressed(path, **arrays)


if __name__ == "__main__":
    main()
