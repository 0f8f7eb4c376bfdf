"""The notebooks that need Keras run from top to bottom, untouched, as they come out of the student zip."""

from __future__ import annotations

from pathlib import Path

import pytest
from unzipped import run, unzipped

from fcnkit.course import Course
from fcnkit.text import LANGS, Lang

ASSIGNMENT = Course.find(Path(__file__)).assignment("03")


@pytest.mark.parametrize("lang", LANGS)
def test_no_cell_of_an_untouched_notebook_fails(lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
    folder = unzipped(tmp_path, ASSIGNMENT)
    cells = run(folder / f"{ASSIGNMENT.name}.{lang}.ipynb")
    said = str([cell.outputs for cell in cells])
    assert said.count("Not answered yet") >= len(ASSIGNMENT.config.questions)
    assert len(list((folder / "oxford-iiit-pet" / "images").glob("*.jpg"))) == 32
