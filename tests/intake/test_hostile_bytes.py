"""Whatever a file holds, `read` answers with cells or with one sentence, and never raises."""

from __future__ import annotations

import json
import time
from pathlib import Path

from handed_in import collect, notebook, only, write_tree, zipped
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from proof import examples

from fcnkit.grading.intake import Submission
from fcnkit.grading.intake.platforms import reading_of

# each example overwrites the file of the one before
anything = examples(200, suppress_health_check=[HealthCheck.function_scoped_fixture])

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
cells = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "heading", "text"]) | values,
        "source": st.text() | values,
        "input": st.text() | values,
        "code": st.text() | values,
    },
)
notebooks = st.fixed_dictionaries(
    {},
    optional={
        "nbformat": st.sampled_from([4, 3, 2, 1, 5]) | values,
        "worksheets": st.lists(st.fixed_dictionaries({"cells": st.lists(cells | values, max_size=2)})) | values,
        "cells": st.lists(cells | values, max_size=4) | values,
        "metadata": st.fixed_dictionaries({}, optional={"fcnkit": values}) | values,
    },
)


def is_sound(submission: Submission) -> bool:
    for sentence in (*submission.warnings, *filter(None, [submission.problem])):
        assert sentence.ko.isprintable()
        assert sentence.en.isprintable()
    return len(submission.digest) == 64 and (submission.problem is None or submission.cells == ())


@anything
@given(st.binary(max_size=300))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    for name in ("hw.ipynb", "hw.zip", "hw.eml"):
        assert is_sound(only(write_tree(tmp_path, {name: content}) / name))


@anything
@given(notebooks | values)
def test_any_json(tmp_path: Path, document: object) -> None:
    assert is_sound(only(write_tree(tmp_path, {"hw.ipynb": json.dumps(document).encode()}) / "hw.ipynb"))


GOOD_ZIP = zipped({"hw.ipynb": notebook("1"), "과제/b.ipynb": notebook("1"), ".OTTER_LOG": b"x"})
flips = st.lists(st.tuples(st.integers(0, len(GOOD_ZIP) - 1), st.integers(0, 255)), min_size=1, max_size=6)


@anything
@given(flips)
def test_a_zip_with_flipped_bytes(tmp_path: Path, flips: list[tuple[int, int]]) -> None:
    content = bytearray(GOOD_ZIP)
    for place, value in flips:
        content[place] = value
    folder = write_tree(tmp_path / "class", {"kim.zip": bytes(content)})
    assert is_sound(only(folder))
    assert all(map(is_sound, collect(folder / "kim.zip")))


def test_a_long_name_like_brightspaces_is_read_at_once() -> None:
    start = time.process_time()
    assert reading_of("1-1 - a - " + "1" * 50_000 + "-", is_file=True) is None
    assert time.process_time() - start < 2
