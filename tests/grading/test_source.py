"""What the text of the cells tells without running it."""

import pytest

from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.intake import Cell
from fcnkit.grading.profiles import PASSED_THROUGH, PROFILES, STOOD_IN
from fcnkit.grading.worker.stand_ins import REPLACED


def read(*sources):
    return read_source([Cell(number=number, source=source) for number, source in enumerate(sources, 1)])


def test_a_cell_that_is_not_python_hides_nothing_of_the_others():
    assert read("def f(:", "import scipy").imports == ((2, "scipy"),)
    assert read("%matplotlib inline\nimport scipy\n!ls\nscipy.signal?").imports == ((1, "scipy"),)
    assert read("(" * 10_000, "import scipy").imports == ((2, "scipy"),)
    assert read("import scipy  # one\u2028and two").imports == ((1, "scipy"),)


def test_what_is_stood_in_for_or_written_by_the_notebook_is_no_import_from_elsewhere():
    assert (
        read(
            "from google.colab import drive\nimport nest_asyncio, google.colab.files\nfrom google import colab"
        ).imports
        == ()
    )
    assert read("import google.protobuf").imports == ((1, "google"),)
    assert read("%%writefile helper.py\nx = 1", "from helper import x").imports == ()


def test_the_examiner_and_the_worker_stand_in_for_the_same_modules():
    assert set(REPLACED) == {*STOOD_IN, *PASSED_THROUGH}


def test_imports_beyond_the_profile_are_noted_once_with_their_cell():
    source = read("import numpy as np, math", "from scipy.signal import convolve2d", "import scipy, tensorflow.keras")
    notes = [note["en"] for note in source.notes(PROFILES["numpy"])]
    assert [note.partition(".")[0] for note in notes] == ["Cell 2 imports scipy", "Cell 3 imports tensorflow"]


@pytest.mark.parametrize("text", ["'" + "x" * 30_000 + "'", " + ".join(["b'" + "x" * 999 + "'"] * 30)])
def test_a_cell_that_carries_more_text_than_an_answer_is_pointed_out_where_students_work_by_hand(text):
    source = read("x = 1", f"wheel = {text}")
    (note,) = source.notes(PROFILES["numpy"])
    assert note.en.startswith("Cell 2 carries very long texts, ")
    assert source.notes(PROFILES["keras"]) == ()
    assert read("'" + "x" * 19_000 + "'").carried == ()


def test_a_name_that_takes_minutes_to_normalise_is_not_read():
    assert read("import a" + "\u0301\u0323" * 100_000, "import scipy").imports == ((2, "scipy"),)


def test_names_that_no_file_could_have_are_no_imports():
    long = "m" * 256
    assert read(f"import {long}, scipy\nfrom {long} import a, b\nfrom json import {long}").imports == ((1, "scipy"),)
