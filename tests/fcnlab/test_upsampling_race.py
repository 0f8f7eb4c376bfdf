"""What is shown of learned upsampling and of the comparison with Keras, without Keras: its part is played here."""

from __future__ import annotations

import sys
from importlib.resources import files
from typing import Any

import fcnlab
import numpy as np
import pytest
from fcnlab import keras_comparison as comparison
from fcnlab.photos import NAMES, photo
from fcnlab.picture import Note, Picture
from fcnlab.ripples import Image, interpolate, ripples, shrink
from fcnlab.upsampling_race import METHODS, Race, Results, _started
from fcnlab.wording import Lang
from words_in import words


def _results(kernel: Image | None, *, is_random: bool = False) -> Results:
    originals = {"ripples": np.stack([ripples(1), ripples(2)]), **{name: photo(name)[None] for name in NAMES}}
    enlarged = {
        kind: dict.fromkeys(METHODS, np.stack([interpolate(shrink(image)) for image in images]))
        for kind, images in originals.items()
    }
    return Results(originals, enlarged, kernel, kernel, is_random)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_race_shows_its_table_its_kernel_and_pictures(lang: Lang) -> None:
    race = Race(_results(np.eye(20)), lang)
    for picture in (race.table, race.kernels, *(race.pictures(kind) for kind in ("ripples", "cup"))):
        assert isinstance(picture, Picture)
        assert picture._repr_png_()[1]["width"] <= 930
    assert race._repr_png_() is not None


def test_random_numbers_are_not_called_a_tent() -> None:
    titles = [words(Race(_results(np.eye(20), is_random=is_random), "en").kernels) for is_random in (True, False)]
    assert ["random kernel (before)" in each for each in titles] == [True, False]
    assert ["bilinear tent (before)" in each for each in titles] == [False, True]


class _Layer:
    """As a built layer of Keras' with one kernel."""

    def __init__(self) -> None:
        self.weights = [np.full((4, 4, 1, 1), 7.0)]

    def get_weights(self) -> list[Image]:
        return self.weights

    def set_weights(self, weights: list[Image]) -> None:
        self.weights = weights


@pytest.mark.parametrize("start", [None, ..., np.ones(2), np.ones((6, 6)), np.full((2, 2), np.nan)])
def test_a_start_that_does_not_fit_leaves_the_layers_numbers(start: Any) -> None:
    kernel, is_random = _started(_Layer(), start)
    assert is_random
    assert kernel is not None
    assert (kernel == 7).all()


def test_a_start_that_fits_stands_in_the_middle() -> None:
    layer = _Layer()
    kernel, is_random = _started(layer, np.ones((2, 2)))
    assert not is_random
    assert kernel is not None
    assert kernel[1:3, 1:3].sum() == kernel.sum() == 4
    assert (layer.weights[0][:, :, 0, 0] == kernel).all()


def test_what_has_several_kernels_shows_a_note_in_place_of_one() -> None:
    assert isinstance(Race(_results(None), "en").kernels, Note)


def test_psnr_is_that_of_the_formula_without_the_border() -> None:
    results = _results(None)
    inner = (interpolate(shrink(photo("cat"))) - photo("cat"))[8:-8, 8:-8]
    assert results.psnr("cat", "learned") == pytest.approx(10 * np.log10(1 / np.mean(inner**2)))


def test_without_keras_there_is_one_kind_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keras", None)  # whose import then raises ImportError
    never: Any = None
    race = fcnlab.upsampling_race(never, never, never, start=never, lang="ko")
    for shown in (race.table, race.kernels, race.pictures("cup"), fcnlab.against_keras(never, never, lang="ko")):
        assert isinstance(shown, Note)
        assert "pip install keras tensorflow" in repr(shown)
    assert "Keras가 없어" in repr(race)
    assert race._repr_png_() is None


def _transposed(x: Any, kernel: Any, stride: int, padding: str) -> Any:
    size = [(n - 1) * stride + max(k, stride) for n, k in zip(x.shape, kernel.shape, strict=True)]
    output = np.zeros(size)
    for (i, j), value in np.ndenumerate(x):
        top, left = i * stride, j * stride
        output[top : top + kernel.shape[0], left : left + kernel.shape[1]] += value * kernel
    if padding == "same":
        start = [max(k - stride, 0) // 2 for k in kernel.shape]
        return output[tuple(slice(at, at + n * stride) for at, n in zip(start, x.shape, strict=True))]
    return output


def _by_keras(_keras: Any, *given: Any) -> Any:
    return _transposed(*given)


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "keras_or_note", lambda _lang: object())


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_equal_functions_agree_in_every_cell_of_every_case(lang: Lang) -> None:
    picture = fcnlab.against_keras(_transposed, _by_keras, lang=lang)
    lines = words(picture)
    assert sum(line.startswith("✓") for line in lines) == len(comparison.SETTINGS)
    assert isinstance(picture, Picture)
    assert picture._repr_png_()[1]["width"] <= 930


@pytest.mark.usefixtures("played")
def test_cells_and_shapes_that_differ_are_counted() -> None:
    def valid_only(x: Any, kernel: Any, stride: int, _padding: str) -> Any:
        return _transposed(x, kernel, stride, "valid")

    def flipped(x: Any, kernel: Any, stride: int, padding: str) -> Any:
        return _transposed(x, kernel[::-1], stride, padding)

    assert "✗ kernel 3×3, stride 1, same: shape (4, 5), with Keras (2, 3)" in words(
        fcnlab.against_keras(valid_only, _by_keras, lang="en")
    )
    assert any("cells differ" in line for line in words(fcnlab.against_keras(flipped, _by_keras, lang="en")))


@pytest.mark.usefixtures("played")
def test_a_function_that_raises_or_returns_nothing_gives_a_note() -> None:
    def raises(*_: object) -> Any:
        raise IndexError("too far")

    assert "IndexError: too far" in repr(fcnlab.against_keras(raises, _by_keras, lang="ko"))
    assert isinstance(fcnlab.against_keras(lambda *_: None, _by_keras, lang="ko"), Note)


def test_the_photographs_are_small_and_say_whose_they_are() -> None:

    folder = files("fcnlab.photos")
    said = folder.joinpath("README.md").read_text(encoding="utf-8")
    assert sum(len(folder.joinpath(f"{name}.png").read_bytes()) for name in NAMES) < 30_000
    for name in NAMES:
        assert photo(name).shape == (96, 96)
        assert 0 <= photo(name).min() < photo(name).max() <= 1
        assert f"`{name}.png`" in said
    with pytest.raises(ValueError, match="no photograph 'dog'"):
        photo("dog")
