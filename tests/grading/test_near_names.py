"""What is said of a name that is nearly right, and of Python's own functions that NumPy's replaced."""

import pytest

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.near_names import nearly_named, replaced_by_numpy

ASKED = ("conv_matrix", "conv_output_size", "psnr")


@pytest.mark.parametrize(
    ("source", "name", "found"),
    [
        ("def convmatrix(a): return a", "conv_matrix", "convmatrix"),
        ("PSNR = lambda a: a", "psnr", "PSNR"),
        ("def conv_matirx(a): return a", "conv_matrix", "conv_matirx"),
        ("async def conv_output_sizes(): pass", "conv_output_size", "conv_output_sizes"),
    ],
)
def test_an_answer_under_a_name_that_is_nearly_right_is_pointed_out(source: str, name: str, found: str) -> None:
    (note,) = nearly_named([Cell(7, source)], [name], ASKED)
    assert note.en.startswith(f"{name}: there is no answer of this name, but cell 7 defines {found}.")


def test_other_names_and_those_of_other_questions_are_not() -> None:
    cells = [Cell(1, "def conv_matrix(a): return a\ndef matrix(): pass"), Cell(2, "def Psnr(): pass", "handout")]
    assert list(nearly_named(cells, ["conv_output_size", "psnr"], ASKED)) == []
    asked = ("upsample_2d", "upsample_3d")
    assert list(nearly_named([Cell(1, "def upsample_2d(a): pass")], ["upsample_3d"], asked)) == []


def test_what_numpy_replaces_is_told_where_it_is_called() -> None:
    star = Cell(3, "import sys\nfrom numpy import *")
    (note,) = replaced_by_numpy([star, Cell(4, "y = max(1, 2) + np.sum(x) + x.min()")])
    assert "`from numpy import *` in cell 3 puts NumPy's functions in the place of Python's max, and" in note.en
    assert list(replaced_by_numpy([star, Cell(4, "y = np.max(x)")])) == []
    assert list(replaced_by_numpy([Cell(4, "y = max(1, 2)")])) == []
