"""The notebook beside the script is what its source gives."""

import nbformat
from scripts import script


def test_the_notebook_is_up_to_date_and_valid() -> None:
    build = script("build_notebook")
    text = build.NOTEBOOK.read_text(encoding="utf-8")
    assert text == build.content(), "run examples/experiments/build_notebook.py"
    nbformat.validate(nbformat.reads(text, as_version=4))
