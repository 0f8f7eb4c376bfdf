"""Upgrades notebooks of formats 1 to 3 to format 4, as nbformat does."""

from __future__ import annotations

import contextlib
import json
import logging
import warnings
from collections.abc import Iterator
from typing import Any

MAX_CELLS = 5_000
"""Cells of a notebook, whatever its format."""


class TooMany(Exception):
    """There are `args[0]` cells."""


def upgraded(document: dict[str, Any]) -> list[Any]:
    """The cells of an old notebook as format 4 has them, without their outputs.

    Raises TooMany, and any exception at all for what is no notebook: nbformat believes what it reads.
    """
    version = document["nbformat"]
    sheets = [document] if version == 1 else document["worksheets"]
    cells = [_without_output(cell) for sheet in sheets for cell in sheet["cells"]]
    if len(cells) > MAX_CELLS:
        raise TooMany(len(cells))
    old: dict[str, Any] = {"nbformat": 1, "cells": cells}
    if version != 1:
        old = {"nbformat": min(version, 3), "nbformat_minor": 0, "metadata": {"name": ""}}
        old["worksheets"] = [{"cells": cells, "metadata": {}}]
    from nbformat import converter, reader  # noqa: PLC0415  # over a second, which no other notebook needs

    with _silent(logging.getLogger("traitlets")), warnings.catch_warnings():  # in how many ways it is not valid
        warnings.simplefilter("ignore")
        return list(converter.convert(reader.reads(json.dumps(old)), 4)["cells"])  # type: ignore[no-untyped-call]  # nbformat's are not typed


def _without_output(cell: dict[str, Any]) -> dict[str, Any]:
    return {**cell, "outputs": [], "metadata": {}} if cell["cell_type"] == "code" else {**cell, "metadata": {}}


@contextlib.contextmanager
def _silent(logger: logging.Logger) -> Iterator[None]:
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
