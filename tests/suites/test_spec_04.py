"""The specification that assignment 04 is graded by, held against NumPy's own shapes and Python's own results."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hidden_suite import Suite, suite_of
from hypothesis import given, settings
from hypothesis import strategies as st

by_example = settings(max_examples=50, deadline=None, derandomize=True)
SIDES = st.integers(1, 6)


@pytest.fixture(scope="module")
def suite() -> Suite:
    return suite_of("04")


def test_every_prediction_is_what_python_gives(spec: ModuleType, suite: Suite) -> None:
    for expression, expected in spec.PREDICTIONS.items():
        try:
            result: Any = eval(expression, {"np": np})  # noqa: S307  # our own few expressions
        except (TypeError, ValueError) as error:
            result = type(error).__name__
        assert type(result) is type(expected), expression
        assert suite.modules["judge"].predicted(result, expected) is None, expression


@by_example
@given(count=SIDES, size=st.tuples(SIDES, SIDES))
def test_batches(spec: ModuleType, count: int, size: tuple[int, int]) -> None:
    for make, channels, dtype in [(spec.allocate_images, 3, "float32"), (spec.allocate_masks, 1, "uint8")]:
        batch = make(count, size)
        assert batch.shape == spec.image_batch_shape(count, size, channels) == (count, *size, channels)
        assert batch.dtype == dtype
        assert not batch.any()


@by_example
@given(clips=SIDES, frames=SIDES, size=st.tuples(SIDES, SIDES), channels=SIDES)
def test_video(spec: ModuleType, clips: int, frames: int, size: tuple[int, int], channels: int) -> None:
    """Images put one after another are a clip, and clips put one after another a batch of them."""
    clip = np.stack([np.zeros((*size, channels))] * frames)
    assert spec.video_batch_shape(clips, frames, size, channels) == np.stack([clip] * clips).shape


@by_example
@given(size=st.tuples(SIDES, SIDES, SIDES), places=SIDES, data=st.data())
def test_filling(spec: ModuleType, size: tuple[int, ...], places: int, data: st.DataObject) -> None:
    batch = np.full((places, *size), -1.0)
    samples = [np.full(size, float(number)) for number in range(data.draw(st.integers(1, places)))]
    assert spec.fill_batch(batch, samples) is batch
    np.testing.assert_array_equal(batch[: len(samples)], samples)
    assert (batch[len(samples) :] == -1).all()


@pytest.mark.parametrize(
    "names",
    [
        ["이미지", "높이", "너비", "채널"],
        ("Images", "rows", " columns", "RGB"),
        ["사진", "세로", "가로", "색"],
        ["image", "높이(height)", "widths", "채널 / channel"],
    ],
)
def test_axes_go_by_many_names(suite: Suite, names: Any) -> None:
    assert suite.modules["judge"].axes(0, 1, 2, 3)(names, suite.modules["spec"].AXIS_MEANINGS) is None
