"""The notebooks that need Keras run from top to bottom, untouched and without a red line, as students get them."""

from __future__ import annotations

from pathlib import Path

import pytest
from unzipped import run, unzipped

from fcnkit.course import Course
from fcnkit.text import LANGS, Lang

ASSIGNMENT = Course.find(Path(__file__)).assignment("03")


@pytest.mark.parametrize("lang", LANGS)
def test_no_cell_of_an_untouched_notebook_fails(lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TF_CPP_MIN_LOG_LEVEL", raising=False)
    folder = unzipped(tmp_path, ASSIGNMENT)
    cells = run(folder / f"{ASSIGNMENT.name}.{lang}.ipynb", "python3")  # which TensorFlow may say something in
    said = str([cell.outputs for cell in cells])
    nothing = {"ko": "아무 값도 돌려주지 않았습니다(None).", "en": "gives nothing back (None)."}
    assert said.count(nothing[lang]) >= len(ASSIGNMENT.config.questions)
    assert "'stderr'" not in said, "TensorFlow's notices are hidden, and nothing else was written there"
    assert len(list((folder / "oxford-iiit-pet" / "images").glob("*.jpg"))) == 32
