"""What assignment 03 is graded by: its oracles against Keras and Pillow, and strides read off graphs drawn by hand."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hidden_suite import Suite, suite_of
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case

by_example = settings(max_examples=60, deadline=None, derandomize=True)
SIDES = st.integers(1, 24)


@pytest.fixture(scope="module")
def suite() -> Suite:
    return suite_of("03")


@pytest.fixture(scope="module")
def scales(suite: Suite) -> ModuleType:
    return suite.modules["scale_paths"]


@pytest.mark.xdist_group("keras")
@by_example
@given(
    num_classes=st.integers(1, 5),
    shape=st.lists(st.integers(1, 5), min_size=1, max_size=3).map(tuple),
    seed=st.integers(0, 999),
)
def test_mean_iou_is_keras_own(
    keras: Any, spec: ModuleType, num_classes: int, shape: tuple[int, ...], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    y_true, y_pred = rng.integers(0, num_classes, (2, *shape))
    metric = keras.metrics.MeanIoU(num_classes)
    metric.update_state(y_true, y_pred)
    assert spec.mean_iou(y_true, y_pred, num_classes) == pytest.approx(float(metric.result()), abs=1e-6)


@by_example
@given(old=st.tuples(SIDES, SIDES), new=st.tuples(SIDES, SIDES), seed=st.integers(0, 999))
def test_every_way_of_taking_the_nearest_pixel_is_a_right_trimap(
    spec: ModuleType, tmp_path_factory: pytest.TempPathFactory, old: Any, new: Any, seed: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "labels.png"
    labels = np.random.default_rng(seed).integers(1, 4, old, dtype=np.uint8)
    Image.fromarray(labels).save(path)
    right = spec.load_trimap(str(path), new).reshape(-1, *new, 1)
    pillow = np.asarray(Image.open(path).resize(new[::-1], Image.Resampling.NEAREST))[..., None] - 1
    centres = [((np.arange(n) + 0.5) * o / n) for o, n in zip(old, new, strict=True)]
    rows, cols = (np.ceil(c - 1e-9).astype(int) - 1 for c in centres)  # the pixel above, where a centre is on an edge
    numpy = labels[np.ix_(rows, cols)][..., None] - 1
    assert len(right) in (1, 4)
    assert (pillow == right).any(axis=0).all()
    assert (numpy == right).any(axis=0).all()


def _drawn(suite: Suite, *themes: str) -> list[Case]:
    """The cases of some submissions."""
    cases = suite.modules["cases"]
    return [case for seed in "abc" for name in themes for case in getattr(cases, name)(Draw(seed, name))]


@pytest.mark.parametrize("resample", [Image.NEAREST, Image.BILINEAR, Image.BICUBIC, Image.LANCZOS, Image.BOX])
def test_every_way_of_resizing_a_photo_is_right_where_the_oracle_is_certain(suite: Suite, resample: Any) -> None:
    compare = suite.modules["compare_files"].image
    names = ("images_square", "images_oblong", "images_grey", "images_any")
    for case in _drawn(suite, *names):
        expected = case.call(suite.modules["spec"].load_image)
        assert np.isfinite(expected).mean() > 0.02
        got = case.call(lambda path, size: np.array(Image.open(path).convert("RGB").resize(size[::-1], resample)))
        assert compare(got, expected) is None


def test_a_photo_that_is_scaled_turned_or_of_other_channels_is_wrong(suite: Suite) -> None:
    compare, spec = suite.modules["compare_files"].image, suite.modules["spec"]
    for case in _drawn(suite, "images_square"):
        expected = case.call(spec.load_image)
        pixels = np.nan_to_num(expected)
        for wrong in (pixels / 255, pixels[..., ::-1], pixels.swapaxes(0, 1), pixels[::-1], pixels[None]):
            assert compare(wrong, expected) is not None


@pytest.mark.parametrize(
    ("sizes", "written", "mirrored"),
    [
        ((200, 100, 50, 25, 50, 100, 200), "÷2 ÷2 ÷2 ×2 ×2 ×2", True),
        ((64, 32, 8, 32, 64), "÷2 ÷4 ×4 ×2", True),
        ((64, 32, 8, 16, 64), "÷2 ÷4 ×2 ×4", False),
        ((64, 8, 64), "÷8 ×8", True),
        ((64, 32, 16, 64), "÷2 ÷2 ×4", False),
        ((64, 32, 64, 32, 64), "÷2 ×2 ÷2 ×2", True),
        ((200, 201, 100, 98, 100, 200), "÷2 ×2", True),  # padding gives and takes a pixel or two
        ((64, 32), "÷2", False),
        ((64, 64), "×1", True),
    ],
)
def test_strides_are_read_off_the_sizes(suite: Suite, sizes: Any, written: str, mirrored: bool) -> None:
    scales, looks = suite.modules["scale_paths"], suite.modules["model_facts"]
    steps = [("Layer", (place - 1,) if place else (), (size, size, 4)) for place, size in enumerate(sizes)]
    (path,) = scales.paths(steps)
    assert repr(looks.Ways([path])) == written
    assert scales.is_mirrored(path) == mirrored


@pytest.mark.parametrize(
    ("sizes", "named"),
    [
        ((64, 32, 16, 64), {"enlarged-at-once"}),
        ((64, 32, 16, 8, 64), {"enlarged-at-once"}),
        ((64, 32, 16, 8, 16, 64), {"enlarged-at-once"}),
        ((64, 32, 8, 16, 64), {"not-reversed"}),
        ((64, 32, 16, 32, 64), set()),
        ((64, 16, 32, 64), set()),  # shrunk at once
        ((64, 32, 128, 64), set()),
        ((64, 32, 16, 32), {"one-up-too-few"}),
    ],
)
def test_only_strides_in_the_very_order_are_said_not_to_be_reversed(suite: Suite, sizes: Any, named: set[str]) -> None:
    steps = [("Layer", (place - 1,) if place else (), (size, size, 4)) for place, size in enumerate(sizes)]
    facts = {"steps": steps, "settings": [{} for _ in steps], "layers": []}
    about_strides = ("not-reversed", "enlarged-at-once", "one-up-too-few")
    signs = {m.id: m.signs["build_fcn"] for m in suite.misconceptions if m.id in about_strides}
    assert {id for id, sign in signs.items() if sign(facts, (64, 64), 4)} == named


@pytest.mark.parametrize(
    ("losses", "said"), [([], "no weight to train"), ([0.3], "before the first step"), ([1.1, 0.6], "not below 0.5")]
)
def test_only_a_loss_that_falls_is_learning(suite: Suite, losses: list[float], said: str) -> None:
    learns, looks = suite.modules["compare_models"].learns, suite.modules["model_facts"]
    scaling = looks.Scaling(looks.Ways(), is_resized=False, is_pooled=False, works_where=frozenset({"down"}))
    assert learns(looks.Training([1.1, 0.8, 0.4], scaling), None) is None
    assert said in learns(looks.Training(losses, scaling), None).en


def test_only_global_pooling_that_nothing_passes_by_loses_places(suite: Suite) -> None:
    flattened = next(m for m in suite.misconceptions if m.id == "flattened").signs["build_fcn"]
    full = (24, 24, 8)
    steps = [("InputLayer", (), full), ("Conv2D", (0,), full), ("GlobalAveragePooling2D", (1,), (1, 1, 8))]
    assert flattened({"steps": steps}, (24, 24), 3)
    assert not flattened({"steps": [*steps, ("Multiply", (1, 2), full)]}, (24, 24), 3), "attention to channels"


def test_a_layer_that_resizes_is_a_step_up_like_any_other(scales: ModuleType) -> None:
    sizes = ((64, "Conv2D"), (32, "Conv2D"), (16, "Conv2D"), (32, "Conv2DTranspose"), (64, "Resizing"))
    steps = [(kind, (place - 1,) if place else (), (size, size, 4)) for place, (size, kind) in enumerate(sizes)]
    assert all(map(scales.is_mirrored, scales.paths(steps)))
    at_once = [*steps[:3], ("Resizing", (2,), (64, 64, 4))]
    assert not any(map(scales.is_mirrored, scales.paths(at_once)))


def test_a_network_of_endless_ways_is_looked_through_in_part(scales: ModuleType) -> None:
    """Each of 110 layers takes all before it: what was once looked through for minutes."""
    sizes = [(48 >> place % 4, 48 >> place % 3, 3) for place in range(110)]
    steps = [("Layer", tuple(range(place)), size) for place, size in enumerate(sizes)]
    assert len(scales.paths(steps)) == scales.MAX_PATHS


def test_a_way_too_long_to_be_looked_at_is_not_mirrored(scales: ModuleType) -> None:
    steps = [("Layer", (place - 1,) if place else (), (48 >> place % 2,) * 2 + (3,)) for place in range(61)]
    (path,) = scales.paths(steps)
    assert len(path) == scales.MAX_CHANGES
    assert not scales.is_mirrored(path)


def test_branches_and_skips_are_ways_of_their_own(scales: ModuleType) -> None:
    steps = [
        ("InputLayer", (), (32, 32, 3)),
        ("MaxPooling2D", (0,), (16, 16, 3)),
        ("Conv2D", (0,), (16, 16, 3)),
        ("Add", (1, 2), (16, 16, 3)),
        ("Flatten", (3,), (768,)),
        ("Reshape", (4,), (16, 16, 3)),
        ("UpSampling2D", (5,), (32, 32, 3)),
        ("Concatenate", (0, 6), (32, 32, 6)),
    ]
    down, up = ("down", (2, 2)), ("up", (2, 2))
    assert scales.paths(steps) == {(), (down, up)}


def test_a_graph_of_very_many_ways_is_read_in_a_moment(scales: ModuleType) -> None:
    steps: list[Any] = [("InputLayer", (), (8, 8, 3))]
    for _ in range(40):
        last = len(steps) - 1
        steps += [
            ("Conv2D", (last,), (4, 4, 3)),
            ("UpSampling2D", (last + 1,), (8, 8, 3)),
            ("Add", (last, last + 2), (8, 8, 3)),
        ]
    assert len(scales.paths(steps)) <= scales.MAX_PATHS


@pytest.mark.xdist_group("keras")
def test_the_models_that_students_are_given_answer_as_the_oracle_says(keras: Any, suite: Suite) -> None:
    from fcnkit.grading.worker.model_data import rebuild  # noqa: PLC0415 - looks Keras up, which must be imported

    for case in _drawn(suite, "masks_square", "masks_oblong", "masks_any"):
        model, image = case.args
        probabilities = keras.ops.convert_to_numpy(rebuild(model)(image[None]))
        np.testing.assert_allclose(probabilities, model.predict(image[None]), atol=1e-5)
        best, second = np.sort(probabilities, axis=-1)[..., -1], np.sort(probabilities, axis=-1)[..., -2]
        assert (best - second).min() > 1e-3, "too close to call in single precision"
