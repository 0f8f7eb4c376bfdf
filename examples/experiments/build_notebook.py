"""Writes `train_fcn.ipynb` from `notebook_source.txt`; equal sources give equal bytes.

python examples/experiments/build_notebook.py
"""

from __future__ import annotations

import json
from pathlib import Path

import jupytext

SOURCE = Path(__file__).with_name("notebook_source.txt")
NOTEBOOK = SOURCE.with_name("train_fcn.ipynb")


def content() -> str:
    """The notebook as JSON, with ids that stay and without outputs."""
    notebook = jupytext.reads(SOURCE.read_text(encoding="utf-8"), fmt="py:percent")
    cells = []
    for place, cell in enumerate(notebook.cells):
        kept = {"cell_type": cell.cell_type, "id": f"cell-{place}", "metadata": {}, "source": cell.source}
        cells.append(kept | ({"execution_count": None, "outputs": []} if cell.cell_type == "code" else {}))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    whole = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    NOTEBOOK.write_text(content(), encoding="utf-8")
