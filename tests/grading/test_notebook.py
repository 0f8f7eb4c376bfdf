"""Running cells as Jupyter would: what stays, what is told of an exception, what is quietly left out."""

import pytest

from fcnkit.grading.worker.notebook import Notebook


@pytest.fixture(scope="module")
def notebook():
    return Notebook()


def test_names_stay_from_cell_to_cell(notebook):
    assert notebook.run(1, "a = 2") == []
    assert notebook.run(2, "def twice(x):\n    return a * x") == []
    assert notebook.get("twice")(3) == 6


def test_an_exception_is_told_with_its_place(notebook):
    assert notebook.run(3, "def half(x):\n    return x / 0\n") == []
    (raised,) = notebook.run(7, "b = 1\nhalf(b)\n")
    assert (raised.type, raised.builtin, raised.message) == (
        "ZeroDivisionError",
        True,
        "ZeroDivisionError: division by zero",
    )
    assert (raised.cell, raised.line) == (3, 2)


def test_a_syntax_error_is_told_with_its_place(notebook):
    (raised,) = notebook.run(4, "x = 1\ndef (:\n")
    assert (raised.type, raised.cell, raised.line) == ("SyntaxError", 4, 2)


def test_an_exception_that_cannot_be_printed_is_still_told(notebook):
    source = "class Odd(Exception):\n    def __str__(self):\n        raise SystemExit\nraise Odd"
    (raised,) = notebook.run(5, source)
    assert (raised.type, raised.builtin, raised.message) == ("Odd", False, "Odd")


@pytest.mark.parametrize(
    "source",
    [
        "%matplotlib inline",
        "!pip install numpy",
        "%%time\n1 + 1",
        "import asyncio\nawait asyncio.sleep(0)",
        "from IPython.display import HTML, display\ndisplay(HTML('<b>x</b>'))",
        "1 + 1",
    ],
)
def test_what_notebooks_do_beside_python_runs(notebook, source, capfd):
    assert notebook.run(6, source) == []
    assert "<b>" not in capfd.readouterr().out


def test_exit_is_an_exception_like_another(notebook):
    with pytest.warns(UserWarning, match="To exit"):
        (raised,) = notebook.run(8, "import sys\nsys.exit('enough')")
    assert raised.type == "SystemExit"
