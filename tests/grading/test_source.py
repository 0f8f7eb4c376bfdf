"""What the text of the cells tells without running it."""

import pytest

from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.intake import Cell
from fcnkit.grading.profiles import PROFILES


def read(*sources):
    return read_source([Cell(number=number, source=source) for number, source in enumerate(sources, 1)])


@pytest.mark.parametrize(
    "body", ["...", "pass", '"""What it does."""', '"""Text."""\n    ...', "raise NotImplementedError", "return ..."]
)
def test_an_empty_function_is_a_stub(body):
    assert read(f"def f(x):\n    {body}").stubs == {"f"}


@pytest.mark.parametrize("body", ["return None", "return x", "x = 1", "raise ValueError"])
def test_a_written_function_is_not(body):
    source = read(f"def f(x):\n    {body}")
    assert source.defined == {"f"}
    assert source.stubs == frozenset()


def test_the_last_definition_counts():
    assert read("def f(x): ...", "def f(x): return x").stubs == frozenset()
    assert read("f = lambda x: x", "f = ...").stubs == {"f"}


def test_a_cell_that_is_not_python_hides_nothing_of_the_others():
    assert read("def f(:", "def g(): return 1").defined == {"g"}
    assert read("%matplotlib inline\ndef f(): return 1\n!ls").defined == {"f"}
    assert read("(" * 10_000, "def g(): return 1").defined == {"g"}


def test_imports_beyond_the_profile_are_noted_once_with_their_cell():
    source = read("import numpy as np, math", "from scipy.signal import convolve2d", "import scipy, tensorflow.keras")
    notes = [note["en"] for note in source.notes(PROFILES["numpy"])]
    assert [note.partition(".")[0] for note in notes] == ["Cell 2 imports scipy", "Cell 3 imports tensorflow"]


@pytest.mark.parametrize("text", ["'" + "x" * 30_000 + "'", " + ".join(["b'" + "x" * 999 + "'"] * 30)])
def test_a_cell_that_carries_more_text_than_an_answer_is_pointed_out_where_students_work_by_hand(text):
    source = read("x = 1", f"import zipimport\nwheel = {text}")
    (note,) = source.notes(PROFILES["numpy"])
    assert note.en.startswith("Cell 2 carries very long texts, ")
    assert source.notes(PROFILES["keras"]) == ()
    assert read("'" + "x" * 19_000 + "'").carried == ()
