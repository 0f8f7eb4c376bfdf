"""Running cells as Jupyter would: what stays, what is told of an exception, what is quietly left out."""

import itertools
import os
import signal
import threading
import time

import pytest
from IPython.core.inputtransformer2 import TransformerManager

from fcnkit.grading.worker.notebook_runner import Notebook
from fcnkit.grading.worker.shell import _MAY_BE_SPECIAL, _Transformers
from fcnkit.grading.worker.skipped_sleep import let_sleep_be_skipped
from fcnkit.grading.worker.time_limit import let_none_come_late


@pytest.fixture(scope="module")
def notebook():
    return Notebook()


def test_names_stay_from_cell_to_cell(notebook):
    assert notebook.run(1, "a = 2") == []
    assert notebook.run(2, "def twice(x):\n    return a * x") == []
    assert notebook.get("twice")(3) == 6


def test_an_exception_is_told_with_its_place_in_the_cell_that_ran(notebook):
    assert notebook.run(3, "def half(x):\n    return x / 0\n") == []
    (raised,) = notebook.run(7, "b = 1\n\nhalf(b)\n")
    assert (raised.type, raised.builtin, raised.message) == (
        "ZeroDivisionError",
        True,
        "ZeroDivisionError: division by zero",
    )
    assert (raised.cell, raised.line) == (7, 3)


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


@pytest.mark.parametrize(
    "source", ["\n\n\n1 / 0", "%%time\n\n\n1 / 0", "  \n \n  x = 1\n  1 / 0", "\n%%timeit -n3\n\n1 / 0"]
)
def test_lines_are_counted_as_a_reader_counts_them(notebook, source):
    assert told(notebook, 5, source) == [(4, "ZeroDivisionError")]


@pytest.mark.parametrize(
    "source",
    [
        "%timeit f(1)",
        "%timeit -n 100 -r5 -q f(1)",
        "t = %timeit -o -q f(1)\nt.average",
        "%%timeit -n10 one = 1\nf(one)",
        "%%timeit\nf(1)",
        "%time f(1)",
        "%prun f(1)",
    ],
)
def test_what_measures_time_runs_once(notebook, source, capfd):
    notebook.run(5, "calls = []\nf = calls.append")
    assert notebook.run(6, source) == []
    assert notebook.get("calls") == [1]
    capfd.readouterr()


BEFORE = ("", "a = 1\n", "if True:\n    ", "\t", "a = '?'\n", "a = [\n1]\n", "# why\r")
BEHIND = ("", "\nb = 2\n", "  # why", "; c = 3", " \\\n + 1")


@pytest.mark.parametrize(
    "source",
    [
        *["%time f(1)", "%%time\nf(1)", "!ls", "!!ls", "f?", "f??", "?f", "??f", "%time?", ",f 1 2", ";f 1 2", "/f 1"],
        *[
            "a = %time f(1)",
            "a=%time f(1)",
            "a = \\\n  %time f(1)",
            "files = !ls",
            "files =!ls",
            "a, b = !ls",
            "a[0] = %pwd",
        ],
        *[
            "a = b % c",
            "a = b %c",
            "a != b",
            "print('a = %d' % b)",
            "f'{a!r}'",
            "a = 7 \\\n% 2",
            "f(a,\n%b)",
            "a = (b\n/ c)",
        ],
        *["...", ">>> f(1)", "In [1]: f(1)"],
    ],
)
def test_syntax_of_its_own_is_found_wherever_ipython_finds_it(source):
    for before, behind in itertools.product(BEFORE, BEHIND):
        cell = f"{before}{source}{behind}"
        assert _Transformers().transform_cell(cell) == TransformerManager().transform_cell(cell)


def test_a_cell_of_many_empty_lines_is_looked_through_in_linear_time():
    begun = time.process_time()
    for blank in ("\n", "\r", " ", "\f ", "= "):
        assert _MAY_BE_SPECIAL.search(blank * 100_000 + "x") is None
    assert time.process_time() - begun < 2


def test_exit_is_an_exception_like_another(notebook):
    with pytest.warns(UserWarning, match="To exit"):
        (raised,) = notebook.run(8, "import sys\nsys.exit('enough')")
    assert raised.type == "SystemExit"


def told(notebook, number, source, **how):
    return [(raised.line, raised.type) for raised in notebook.run(number, source, **how)]


def test_a_cell_goes_on_after_a_line_that_raised_and_tells_it(notebook):
    source = "import not_there\n\ndef twice(x):\n    return 2 * x\n\nnot_there.train()\nfour = twice(2)"
    assert told(notebook, 10, source) == [(1, "ModuleNotFoundError"), (6, "NameError")]
    assert notebook.get("four") == 4


def test_of_many_exceptions_in_a_cell_the_first_ones_are_told(notebook):
    assert told(notebook, 11, "\n".join(["1 / 0"] * 50)) == [(line, "ZeroDivisionError") for line in (1, 2, 3)]


@pytest.mark.parametrize(
    "source",
    [
        "with open('/not/there') as file:\n    found = 1",
        "if True:\n    1 / 0\n    found = 1",
        "try:\n    if True:\n        1 / 0\n        found = 1\nfinally:\n    pass",
        "import sys\nsys.exit()\nfound = 1",
        "raise KeyboardInterrupt\nfound = 1",
        "return 1\nfound = 1",
        "(\n\nfound = 1",
        "(\n\nfound = 1  # not yet\u2028found = 0",
        "def broken(:\n    pass\nfound = 1\nelse:\n    pass",
        "text = '''\nfound = 0\n'''\n1 2\nfound = 1",
        "import asyncio\n1 / 0\nawait asyncio.sleep(0)\nfound = 1",
        "def f(x: not_there) -> not_there: return 1\nfound = f(1)",
        "@not_there\ndef f(x: not_there): return 1\nfound = f(1)",
        "class C:\n    def f(self, x: not_there): return 1\nfound = C().f(1)",
        "%%time\n1 / 0\nfound = 1",
        "%%capture said --no-stderr\n1 / 0\nsaid.stdout\nfound = 1",
        "%%a_magic_of_elsewhere\n1 / 0\nfound = 1",
        "%a_magic_of_elsewhere\nfound = 1",
    ],
)
def test_what_stands_below_what_stopped_is_run(notebook, source):
    notebook.run(12, "found = 0")
    assert len(notebook.run(13, source)) == 1
    assert notebook.get("found") == 1


def test_a_statement_can_run_a_cell_of_its_own(notebook):
    inner = r"get_ipython().run_cell('x = 1\nx = 2\n1 / 0\nx = 3')"
    assert told(notebook, 11, f"y = 1\n{inner}\n1 / 0\ny = x") == [(3, "ZeroDivisionError")]
    assert notebook.get("y") == 3


@pytest.mark.parametrize(
    "source",
    [
        "np.pad?",
        "print??",
        "files = !ls\nassert not files",
        "%pip install numpy",
        "%%bash\nls",
        "%%timeit\n1 + 1",
        "%matplotlib widget",
        "%matplotlib notebook",
        "%gui qt",
        "exit()\nquit()",
    ],
)
def test_what_has_no_place_here_is_no_reason_to_stop(notebook, source, capfd):
    assert notebook.run(14, source) == []
    capfd.readouterr()


def test_of_a_cell_that_must_not_be_run_whole_definitions_are_had(notebook):
    source = "import math as m\ndef f(x):\n    return K * x\nK: int = 3\nL = len('a')\nwhile True: pass"
    assert notebook.run(15, source, "definitions") == []
    assert notebook.get("f")(2) == 6
    assert [notebook.defines(name) for name in ("m", "L")] == [True, False]


def test_a_cell_that_did_not_end_before_has_a_moment_for_each_statement(notebook):
    source = "L = len('ab')\nwhile True: pass\nclass C:\n    while True: pass\nM = sorted([L, 1])"
    assert told(notebook, 15, source, care="brief") == [(2, "OutOfTime"), (4, "OutOfTime")]
    assert notebook.get("M") == [1, 2]
    assert notebook.defines("C")


def test_a_sleeper_is_woken(notebook, monkeypatch):
    monkeypatch.setattr("fcnkit.grading.worker.time_limit.PATIENCE", 0.2)
    waits = "import threading\nthreading.Event().wait(99)"
    assert told(notebook, 15, waits, care="brief") == [(2, "OutOfTime")]


@pytest.mark.parametrize("wait", ["await asyncio.sleep(99)", "asyncio.run(asyncio.sleep(99))", "Event().wait(99)"])
def test_what_waits_is_woken_by_a_signal_and_the_rest_of_its_cell_is_run(notebook, wait):
    source = f"import asyncio\nfrom threading import Event\n{wait}\n{wait}\nM = 1"
    wakes = [threading.Timer(seconds, os.kill, [os.getpid(), signal.SIGPROF]) for seconds in (0.2, 0.4)]
    let_none_come_late()
    try:
        for wake in wakes:
            wake.start()
        assert told(notebook, 15, source) == [(3, "OutOfTime"), (4, "OutOfTime")]
        assert notebook.get("M") == 1
    finally:
        for wake in wakes:
            wake.join()
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


@pytest.fixture
def _skipped(monkeypatch):
    monkeypatch.setattr(time, "sleep", time.sleep)
    let_sleep_be_skipped()


@pytest.mark.usefixtures("_skipped")
def test_where_it_has_slept_too_long_before_it_does_not_sleep(notebook):
    assert told(notebook, 15, "import time\ntime.sleep(99)\nN = 1", care="brief") == []
    assert notebook.get("N") == 1


@pytest.mark.usefixtures("_skipped")
def test_what_a_cell_puts_in_the_place_of_sleep_stays_there_when_it_is_run_again(notebook):
    assert told(notebook, 15, "import time\ntime.sleep = lambda _: None", sleeps=False) == []
    assert told(notebook, 16, "begun = time.monotonic()\ntime.sleep(2)\nTOOK = time.monotonic() - begun") == []
    assert notebook.get("TOOK") < 2


@pytest.mark.usefixtures("_skipped")
def test_where_there_is_no_time_to_sleep_it_does_not_whatever_it_is_called(notebook):
    assert told(notebook, 15, "from time import sleep as wait") == []
    assert told(notebook, 15, "wait(99)\nN = 2", sleeps=False) == []
    begun = time.monotonic()
    assert told(notebook, 15, "wait(0.1)") == []
    assert (notebook.get("N"), time.monotonic() - begun >= 0.1) == (2, True)


def test_what_does_not_end_in_a_cell_is_stopped_and_the_rest_of_it_has_a_moment(notebook):
    source = "L = len('ab')\nwhile True: pass\nwhile True: pass\nM = sorted([L, 1])"
    begun = time.process_time()
    assert told(notebook, 15, source, seconds=0.1) == [(2, "OutOfTime"), (3, "OutOfTime")]
    assert time.process_time() - begun < 2
    assert notebook.get("M") == [1, 2]


OLDER, NEWER = "def f(x):\n    return 'older'", "def f(x):\n    return 'newer'"


@pytest.mark.parametrize(
    "stop",
    ["import sys; sys.exit()", "raise SystemExit", "raise ValueError('old tries below')", "assert f(1) == 2"],
)
def test_what_stands_below_a_line_that_stops_its_cell_on_purpose_counts_for_nothing_else(stop):
    notebook = Notebook()
    notebook.ask_for(["f", "g"], [])
    notebook.run(1, f"{NEWER}\n{stop}\n{OLDER}\ndef g(x):\n    return x")
    settled = notebook.settle({})
    assert notebook.get("f")(1) == "newer"
    assert notebook.get("g")(1) == 1  # there is no other answer
    assert settled["f"]["replaced"] == settled["f"]["passed"] == []


@pytest.mark.parametrize("stop", ["import not_there_at_all", "open('not there')", "not_there_at_all()"])
def test_below_a_line_that_fails_here_alone_the_last_answer_counts(stop):
    notebook = Notebook()
    notebook.ask_for(["f"], [])
    notebook.run(1, f"{OLDER}\n{stop}\n{NEWER}")
    notebook.settle({})
    assert notebook.get("f")(1) == "newer"


def test_a_cell_that_is_not_stopped_counts_again():
    notebook = Notebook()
    notebook.ask_for(["f"], [])
    notebook.run(1, f"assert False\n{OLDER}")
    notebook.run(2, NEWER)
    assert notebook.settle({})["f"]["cell"] == 2
    assert notebook.get("f")(1) == "newer"
