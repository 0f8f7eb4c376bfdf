"""A notebook is run, and a signal in the middle ends the kernel and the command with its own exit status."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import nbformat
import psutil
import pytest

from fcnkit.authoring.run_notebook import run_notebook


def _kernels() -> set[int]:
    return {child.pid for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE}


@pytest.mark.parametrize(("number", "raised"), [(signal.SIGTERM, SystemExit), (signal.SIGINT, KeyboardInterrupt)])
def test_a_signal_between_two_cells(number: signal.Signals, raised: type[BaseException], tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "source": "1 + 1", "metadata": {}, "outputs": [], "execution_count": None}] * 2
    notebook = nbformat.from_dict({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})  # type: ignore[no-untyped-call]
    began, run = _kernels(), []

    def after_cell() -> None:
        run.append(_kernels() - began)
        signal.raise_signal(number)

    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with pytest.raises(raised):
            run_notebook(notebook, tmp_path / "fcnlab", after_cell)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert [len(kernels) for kernels in run] == [1]
    assert not _kernels() & run[0]
