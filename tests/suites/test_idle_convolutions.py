"""Blocks of 06 in which a convolution has no influence on the output: they have the form, and earn no more than it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import test_blocks_06 as blocks

pytestmark = pytest.mark.xdist_group("keras")


def _without(block: Callable[..., Any]) -> Callable[[Any, Any, int], Any]:
    """A block that adds what is left of a convolution to the shortcut."""
    return lambda k, x, n: blocks._same(k.layers, x, n) + block(k, blocks._convolved(k.layers, x, n))


IDLE: dict[str, Callable[[Any, Any, int], Any]] = {
    "times 0": _without(lambda _, y: y * 0),
    "no number": _without(lambda _, y: y * float("nan")),
    "minus itself": _without(lambda _, y: y - y),
    "hardly anything": _without(lambda _, y: y * 1e-6),
    "rescaled": _without(lambda k, y: k.layers.Rescaling(0.0)(y)),
    "all dropped": _without(lambda k, y: k.layers.Dropout(1.0)(y)),
    "not learned": _without(lambda k, y: k.ops.stop_gradient(y)),
    "cut off": _without(lambda k, y: k.layers.ReLU(max_value=0)(y)),
    "cut off below": _without(lambda k, y: k.layers.ReLU(threshold=1e9)(y)),
    "clipped": _without(lambda k, y: k.ops.clip(y, 0, 0)),
    "normalised away": _without(lambda k, y: k.layers.BatchNormalization(epsilon=1e12)(y)),
    "its sign squared": _without(lambda k, y: k.ops.sign(y) * k.ops.sign(y)),
    "zeros like it": _without(lambda k, y: k.ops.zeros_like(y)),
    "beside a 1×1 convolution": lambda k, x, n: (
        k.layers.Conv2D(n, 1)(x) + blocks._convolved(k.layers, x, n) * 0 + blocks._same(k.layers, x, n)
    ),
}


@pytest.mark.parametrize("block", IDLE.values(), ids=IDLE.keys())
def test_convolutions_without_influence_count_for_nothing(keras: Any, block: Callable[..., Any]) -> None:
    (check,) = [check for check in blocks.SUITE.checks_of(blocks.RESIDUAL) if check.name.endswith("test_convolutions")]
    asked, case = check.agreements[0]
    facts = blocks.facts_of(lambda x, filters: block(keras, x, filters), asked, case)
    said = asked.difference(case, facts)
    assert said is not None
    assert "make no difference" in said.en


def test_a_block_whose_convolutions_have_no_influence_has_the_form_alone(keras: Any) -> None:
    lost = blocks.failed(blocks.SUITE, blocks.RESIDUAL, lambda x, filters: IDLE["times 0"](keras, x, filters))
    assert {name.rpartition("::")[2] for name in lost} == {"test_convolutions", "test_identity", "test_projection"}
    assert not any(lost.values())
