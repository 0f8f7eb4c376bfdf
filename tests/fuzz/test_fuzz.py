"""A short run of what `make fuzz` runs for long: the kept corpus, and what Hypothesis makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof import examples
from targets import TARGETS

CORPUS = Path(__file__).with_name("corpus")
KEPT = {name: sorted(path.read_bytes() for path in (CORPUS / name).iterdir()) for name in TARGETS}


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_that_once_led_somewhere_raise_nothing(name: str) -> None:
    assert KEPT[name]
    for data in KEPT[name]:
        TARGETS[name](data)


@st.composite
def changed(draw: st.DrawFn, kept: list[bytes]) -> bytes:
    """A kept input with some of its bytes replaced by others, or by a part of another one."""
    data = draw(st.sampled_from(kept))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 16))
        put = draw(st.binary(max_size=12) | st.sampled_from(kept).map(lambda other: other[:40]))
        data = data[:start] + put + data[start + length :]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_changed_inputs_raise_nothing(name: str) -> None:
    @examples(150)
    @given(changed(KEPT[name]) | st.binary(max_size=200))
    def run(data: bytes) -> None:
        TARGETS[name](data)

    run()
