"""Three ways to enlarge an image four times, on pictures that none of them has seen: one of them learns its kernel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import LABEL, SMALL, Canvas, fitting
from fcnlab.keras_here import keras_or_note
from fcnlab.palette import FILL, GREY, mixed
from fcnlab.photos import NAMES, photo
from fcnlab.picture import Note, Picture, Shown
from fcnlab.ripples import FACTOR, Image, ripples, shrink
from fcnlab.upsampling import row_of_images
from fcnlab.wording import Lang, say

TRAINING, HELD_OUT = range(100, 132), range(5000, 5008)
"""Seeds of the ripples; another `seed` of a race moves both."""
EPOCHS, BATCH, RATE = 15, 8, 0.02
BORDER = 8
"""Pixels at each side that do not count: there stamps from outside the picture are missing."""
METHODS = ("nearest", "bilinear", "learned")

LayerMaker: TypeAlias = Callable[[Any], Any]
"""Called with the module `keras`; returns a layer or a model, (n, rows, cols, 1) -> (n, 4 rows, 4 cols, 1)."""


@dataclass(frozen=True)
class Results:
    """What came of a race, by the kind of picture: "ripples", or a photograph's name."""

    originals: Mapping[str, Image]
    """(n, rows, cols) each."""
    enlarged: Mapping[str, Mapping[str, Image]]
    """By kind and then by method."""
    kernel: Image | None
    """The learned one, where it is a single one."""
    start: Image | None
    """What it was before training."""
    is_random: bool
    """Whether it began as the layer's own random numbers, since no kernel was given that fits."""

    def psnr(self, kind: str, method: str, pictures: slice = slice(None)) -> float:
        """In decibels, over all pixels but the border's, of all pictures of a kind or some."""
        difference = self.enlarged[kind][method][pictures] - self.originals[kind][pictures]
        inner = difference[:, BORDER:-BORDER, BORDER:-BORDER]
        return float(-10 * np.log10(np.mean(inner**2)))


class Race:
    """Jupyter shows its table; `kernels` and `pictures(kind)` show more. Without Keras each is a `Note`."""

    def __init__(self, results: Results | Note, lang: Lang) -> None:
        self.results = results
        self._lang: Lang = lang

    def __repr__(self) -> str:
        return repr(self.table)

    def _repr_png_(self) -> tuple[bytes, Shown] | None:
        table = self.table
        return table._repr_png_() if isinstance(table, Picture) else None

    @property
    def table(self) -> Picture | Note:
        """PSNR for each kind of picture and each method."""
        results, lang = self.results, self._lang
        if isinstance(results, Note):
            return results
        return Picture(say(lang, ko="PSNR(dB)", en="PSNR (dB)"), lambda: _table(results, lang))

    @property
    def kernels(self) -> Picture | Note:
        """The learned kernel beside the one that training started from, in one scale of grey."""
        results, lang = self.results, self._lang
        if isinstance(results, Note):
            return results
        if results.kernel is None or results.start is None:
            return Note(say(lang, ko="커널 한 장이 아니어서 그리지 않습니다.", en="Not drawn: it is no single kernel."))
        random = say(lang, ko="무작위 커널(학습 전)", en="random kernel (before)")
        given = say(lang, ko="쌍선형 텐트(학습 전)", en="bilinear tent (before)")
        panels = {
            random if results.is_random else given: results.start,
            say(lang, ko="학습한 커널", en="learned kernel"): results.kernel,
        }
        captions = [f"{kernel.shape}: {kernel.min():.2f} … {kernel.max():.2f}" for kernel in panels.values()]
        limits = (min(map(np.min, panels.values())), max(map(np.max, panels.values())))
        return Picture(", ".join(panels), lambda: row_of_images(panels, captions, lang, limits))

    def pictures(self, kind: str = "ripples") -> Picture | Note:
        """One picture of a kind: the original, shrunk, and enlarged again."""
        results, lang = self.results, self._lang
        if isinstance(results, Note):
            return results
        original = results.originals[kind][0]
        panels = {say(lang, ko="원본", en="original"): original}
        panels[say(lang, ko=f"1/{FACTOR}로 줄임", en=f"shrunk to 1/{FACTOR}")] = shrink(original)
        panels |= {_method(name, lang): results.enlarged[kind][name][0] for name in METHODS[1:]}
        captions = [str(panel.shape) for panel in panels.values()][:2]
        captions += [f"PSNR {results.psnr(kind, name, slice(1)):.2f} dB" for name in METHODS[1:]]
        return Picture(_kind(kind, lang), lambda: row_of_images(panels, captions, lang, (0.0, 1.0)))


def upsampling_race(
    nearest: LayerMaker,
    bilinear: LayerMaker,
    learned: LayerMaker,
    *,
    start: npt.ArrayLike | None = None,
    seed: int = 0,
    epochs: int = EPOCHS,
    lang: Lang,
) -> Race:
    """Train what can learn on shrunk ripples, then have all three enlarge ripples and photographs not seen in training.

    `start` is the kernel from which training starts, placed in the middle of the layer's: `bilinear_kernel(4)`, say.
    """
    keras = keras_or_note(lang)
    if isinstance(keras, Note):
        return Race(keras, lang)
    keras.utils.set_random_seed(seed)
    layers = dict(zip(METHODS, (make(keras) for make in (nearest, bilinear, learned)), strict=True))
    pictures = np.stack([ripples(each + 1000 * seed) for each in TRAINING])
    before, is_random = _started(layers["learned"], start)
    _fit(keras, layers["learned"], pictures, epochs)
    originals = {"ripples": np.stack([ripples(each + 1000 * seed) for each in HELD_OUT])}
    originals |= {name: photo(name)[None] for name in NAMES}
    enlarged = {
        kind: {name: _enlarged(layer, images) for name, layer in layers.items()} for kind, images in originals.items()
    }
    return Race(Results(originals, enlarged, _kernel(layers["learned"]), before, is_random), lang)


def _shrunk(images: Image) -> Image:
    """(n, rows, cols) -> (n, rows / 4, cols / 4, 1)."""
    return np.stack([shrink(image) for image in images])[..., None].astype("float32")


def _enlarged(layer: Any, images: Image) -> Image:
    """Through the layer and back: (n, rows, cols), as the layer has them."""
    return np.asarray(layer(_shrunk(images)), dtype=float)[..., 0]


def _fit(keras: Any, layer: Any, pictures: Image, epochs: int) -> None:
    """Plain training: squared error, Adam, no border."""
    crop = keras.layers.Cropping2D(BORDER)
    model = keras.Sequential([keras.Input((None, None, 1)), layer, crop])
    model.compile(optimizer=keras.optimizers.Adam(RATE), loss="mse")
    wanted = pictures[:, BORDER:-BORDER, BORDER:-BORDER, None].astype("float32")
    model.fit(_shrunk(pictures), wanted, batch_size=BATCH, epochs=epochs, verbose=0)


def _started(layer: Any, start: npt.ArrayLike | None) -> tuple[Image | None, bool]:
    """Put `start` into the middle of the layer's kernel where it fits.

    The kernel before training, if there is one, and whether it is still the layer's own.
    """
    if not getattr(layer, "built", True):
        layer.build((None, None, None, 1))
    kernel = _kernel(layer)
    if kernel is None or not isinstance(start, np.ndarray) or start.ndim != 2:
        return kernel, True
    around = [(side - inner) // 2 for side, inner in zip(kernel.shape, start.shape, strict=True)]
    if min(around) < 0 or not np.isfinite(start).all():
        return kernel, True
    placed = np.zeros_like(kernel)
    placed[around[0] : around[0] + start.shape[0], around[1] : around[1] + start.shape[1]] = start
    layer.set_weights([placed[:, :, None, None]])
    return placed, False


def _kernel(layer: Any) -> Image | None:
    """(rows, cols), where the layer's weights are one kernel with one channel in and out."""
    weights = layer.get_weights()
    if len(weights) != 1 or weights[0].shape[2:] != (1, 1):
        return None
    return np.asarray(weights[0][:, :, 0, 0], dtype=float)


def _method(name: str, lang: Lang) -> str:
    return {
        "nearest": say(lang, ko="최근접 이웃", en="nearest"),
        "bilinear": say(lang, ko="쌍선형", en="bilinear"),
        "learned": say(lang, ko="학습한 전치 합성곱", en="learned transp. conv."),
    }[name]


def _kind(name: str, lang: Lang) -> str:
    return {
        "ripples": say(lang, ko="물결무늬(학습에 안 쓴 것)", en="ripples (not trained on)"),
        "bricks": say(lang, ko="사진: 벽돌담", en="photo: bricks"),
        "cat": say(lang, ko="사진: 고양이", en="photo: a cat"),
        "photographer": say(lang, ko="사진: 사진가", en="photo: a photographer"),
        "cup": say(lang, ko="사진: 찻잔", en="photo: a cup"),
    }[name]


def _table(results: Results, lang: Lang) -> Canvas:
    """A row for each kind of picture; the best of a row has a strong colour and a thick edge."""
    left, cell = 7.5, (4.6, 1.1)
    canvas = Canvas(left + cell[0] * len(METHODS) + 0.5, cell[1] * len(results.originals) + 2.4, lang)
    for column, name in enumerate(METHODS):
        heading = _method(name, lang)
        at = (left + (column + 0.5) * cell[0], 0.8)
        canvas.text(at, heading, size=fitting(heading, LABEL, cell[0] - 0.4))
    for row, kind in enumerate(results.originals):
        top = 1.4 + row * cell[1]
        canvas.text((0.4, top + cell[1] / 2), _kind(kind, lang), left=True)
        decibels = [results.psnr(kind, name) for name in METHODS]
        for column, value in enumerate(decibels):
            best = value == max(decibels)
            corner = (left + column * cell[0], top)
            canvas.box(corner, cell, fill=mixed(FILL["output"], 0.9 if best else 0.2), thick=best)
            canvas.text((corner[0] + cell[0] / 2, top + cell[1] / 2), f"{value:.2f}")
    unit = say(lang, ko="PSNR(dB): 클수록 원본에 가깝습니다.", en="PSNR in dB: the larger, the closer to the original.")
    canvas.text((0.4, canvas.height - 0.5), unit, left=True, size=SMALL, color=GREY)
    return canvas
