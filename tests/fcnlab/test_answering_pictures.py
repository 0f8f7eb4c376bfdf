"""Pictures that answer to the mouse: what each cell of a stack of convolutions, and of YOLO's grid, tells."""

from __future__ import annotations

import re

import fcnlab
import pytest
from fcnlab.street import THINGS, names
from fcnlab.wording import Lang

LARGEST = 400_000
"""Characters of a page: a notebook holds several."""


def told(document: str) -> list[str]:
    """What the spots are called."""
    return re.findall(r'aria-label="([^"]+)"', document)


@pytest.mark.parametrize(
    ("layers", "cells", "last"),
    [
        ([(3, 1, 2)], 6, "layer 1, cell 5: sees the input from 5 to 9, 5 cells."),
        ([(3, 1, 1), (3, 2, 1)], 19, "layer 2, cell 5: sees the input from 10 to 14, 5 cells."),
        ([(9, 4, 1), (3, 1, 3)], 8, "layer 2, cell 0: sees the input from 0 to 32, 33 cells."),
    ],
)
def test_each_cell_of_each_layer_tells_what_it_sees(layers: list[tuple[int, int, int]], cells: int, last: str) -> None:
    """As many outputs as fit beside each other, and one where even that is wide."""
    document = fcnlab.funnel(layers, lang="en").document()
    assert len(told(document)) == cells
    assert told(document)[-1] == last
    assert len(document) < LARGEST


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_each_cell_of_the_grid_tells_its_numbers(lang: Lang) -> None:
    document = fcnlab.cell_numbers(lang=lang).document()
    spots = told(document)
    assert len(spots) == 13 * 13
    sure = [spot for spot in spots if "p &gt; 0.5: " in spot]
    (near,) = [thing for thing in THINGS if thing.stride == 32]
    assert len(sure) == 1
    assert names(lang)[near.label] in sure[0]
    assert len(document) < LARGEST
