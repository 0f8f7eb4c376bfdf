"""What assignment 06 is graded by: its oracles against Keras, what is published, and how answers to that are read."""

from __future__ import annotations

from itertools import pairwise
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hidden_suite import Suite, suite_of
from hypothesis import given, settings
from hypothesis import strategies as st

from fcnkit.grading.protocol import Opaque

by_example = settings(max_examples=40, deadline=None, derandomize=True)
SIDES, CHANNELS = st.integers(1, 5), st.integers(1, 9)
LAYERS = st.lists(st.tuples(SIDES, st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=3)


@pytest.fixture(scope="module")
def suite() -> Suite:
    return suite_of("06")


@pytest.fixture(scope="module")
def judge(suite: Suite) -> ModuleType:
    return suite.modules["compare_architectures"]


@pytest.mark.xdist_group("keras")
@by_example
@given(kernel=SIDES, in_channels=CHANNELS, out_channels=CHANNELS, bias=st.booleans())
def test_parameters_are_those_of_keras_layers(
    keras: Any, spec: ModuleType, kernel: int, in_channels: int, out_channels: int, bias: bool
) -> None:
    layers = keras.layers.Conv2D, keras.layers.SeparableConv2D
    for kind, count in zip(layers, (spec.conv_parameters, spec.separable_parameters), strict=True):
        layer = kind(out_channels, kernel, use_bias=bias)
        layer.build((None, None, None, in_channels))
        assert count(kernel, in_channels, out_channels, bias) == layer.count_params()


@pytest.mark.xdist_group("keras")
@settings(max_examples=12, deadline=None, derandomize=True)
@given(
    directions=st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), min_size=1, max_size=3), ins=SIDES, outs=SIDES
)
def test_multiply_adds_are_as_many_as_ones_add_up_to(
    keras: Any, spec: ModuleType, directions: list[tuple[int, int]], ins: int, outs: int
) -> None:
    """Where inputs and weights are all 1, each multiply-add adds 1 to the output."""
    kernel, output = zip(*directions, strict=True)
    inputs = [side + size - 1 for side, size in directions]
    ones = keras.ops.ones
    y = keras.ops.conv(ones((1, *inputs, ins)), ones((*kernel, ins, outs)), 1, "valid")
    assert tuple(y.shape) == (1, *output, outs)
    assert spec.multiply_adds(kernel, ins, outs, output) == int(keras.ops.sum(y))


@pytest.mark.xdist_group("keras")
@settings(max_examples=12, deadline=None, derandomize=True)
@given(layers=LAYERS)
def test_one_output_sees_as_much_of_the_input_as_its_gradient_says(
    keras: Any, spec: ModuleType, layers: list[tuple[int, int, int]]
) -> None:
    import tensorflow as tf  # noqa: PLC0415 - Keras' backend here, which the fixture imports

    size = spec.receptive_field(layers) + 8
    x = tf.ones((1, size, 1))
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x
        for kernel, stride, dilation in layers:  # Keras has strides or dilations, not both at once: every stride-th
            y = keras.ops.conv(y, keras.ops.ones((kernel, 1, 1)), 1, "valid", dilation_rate=dilation)[:, ::stride]
        first = y[0, 0, 0]
    (seen,) = np.nonzero(np.asarray(tape.gradient(first, x))[0, :, 0])
    assert seen[-1] - seen[0] + 1 == spec.receptive_field(layers)


@by_example
@given(kernel=st.integers(1, 9), dilation=st.integers(1, 9))
def test_a_dilated_kernel_alone_sees_what_it_covers(spec: ModuleType, kernel: int, dilation: int) -> None:
    assert spec.dilated_extent(kernel, dilation) == spec.receptive_field([(kernel, 1, dilation)])


def test_parameters_of_networks_are_what_their_layers_add_up_to(spec: ModuleType, suite: Suite) -> None:
    """Layer by layer, as the papers describe them; a Dense layer is a convolution as large as what it sees."""
    widths = [3, 64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512]
    vgg16 = [(3, n, m) for n, m in pairwise(widths)]
    vgg16 += [(7, 512, 4096), (1, 4096, 4096), (1, 4096, 1000)]
    lenet = [(5, 1, 6), (5, 6, 16), (5, 16, 120), (1, 120, 84), (1, 84, 10)]
    alexnet = [(11, 3, 96), (5, 96, 256), (3, 256, 384), (3, 384, 384), (3, 384, 256)]
    alexnet += [(6, 256, 4096), (1, 4096, 4096), (1, 4096, 1000)]
    published = suite.modules["architectures"].ARCHITECTURES
    for name, layers, millions in [("VGG16", vgg16, 138.36), ("LeNet-5", lenet, 0.0617), ("AlexNet", alexnet, 62.38)]:
        count = sum(kernel**2 * n * m + m for kernel, n, m in layers)
        assert count / 1e6 == pytest.approx(millions, rel=1e-3)
        assert published[name].millions[0] < millions < published[name].millions[1]
    assert spec.conv_parameters(*vgg16[1]) == 36_928


@pytest.mark.xdist_group("keras")
def test_parameters_of_mobilenet_are_those_of_keras(keras: Any, suite: Suite) -> None:
    least, most = suite.modules["architectures"].ARCHITECTURES["MobileNet"].millions
    assert least < keras.applications.MobileNet(weights=None).count_params() / 1e6 < most


@pytest.mark.parametrize(
    ("answer", "place", "right"),
    [
        ((2014, "parallel kernels", 6.8), 0, True),
        ((2015, "parallel kernels", 6.8), 0, True),
        ((2016, "parallel kernels", 6.8), 0, False),
        ((np.int64(2014), ..., ...), 0, True),
        ((2014.0, "", 0), 0, True),
        (("2014", "", 0), 0, False),
        (([2014], "", 0), 0, False),
        ((2014, "Parallel-Kernels", 0), 1, True),
        ((2014, "나란한커널", 0), 1, True),
        ((2014, "stacked 3×3", 0), 1, False),
        ((2014, "inception", 0), 1, False),
        ((2014, None, 0), 1, False),
        ((2014, "", 6.8), 2, True),
        ((2014, "", 5), 2, True),
        ((2014, "", 6_800_000), 2, True),
        ((2014, "", np.float32(7)), 2, True),
        ((2014, "", 23.9), 2, False),
        ((2014, "", 6_800), 2, False),
        ((2014, "", True), 2, False),
        ((2014, "", float("nan")), 2, False),
        ((2014, "", 10**400), 2, False),
        ((2014, "parallel kernels"), 0, False),
        ("2014", 0, False),
    ],
)
def test_answers_about_networks_are_read_kindly(
    judge: ModuleType, suite: Suite, answer: Any, place: int, right: bool
) -> None:
    compare = (judge.year, judge.idea, judge.parameters)[place]
    assert (compare(answer, suite.modules["architectures"].ARCHITECTURES["GoogLeNet"]) is None) == right


def test_what_is_left_empty_is_said_to_be_empty(judge: ModuleType, suite: Suite) -> None:
    expected = suite.modules["architectures"].ARCHITECTURES["VGG16"]
    blank = Opaque("ellipsis")
    for compare in (judge.year, judge.idea, judge.parameters):
        assert compare((blank, blank, blank), expected).en == "Still empty."


def test_the_words_in_the_text_are_the_words_that_are_read(suite: Suite) -> None:
    """Each row of the tables of ideas is known in both languages and means one thing; none is missing."""
    text = suite.assignment.paths.master.read_text(encoding="utf-8")
    ideas = suite.modules["architectures"].IDEAS
    rows = [[entry.strip() for entry in line.split("|")] for line in text.splitlines() if line.startswith("# | ")]
    pairs = [(row[1], row[2]) for row in rows if row[2] in ideas]
    assert len(pairs) == 2 * len(set(ideas.values()))
    assert all(ideas[one] == ideas[other] for one, other in pairs)
    assert {ideas[one] for one, _ in pairs} == set(ideas.values())
