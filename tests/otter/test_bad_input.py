"""What is not the assignment's notebook: a clear message in results.json, and status 0, as Gradescope expects."""

import shutil

import pytest
from otter_runs import EXAMPLES, gradescope_folder, notebook
from proof import IS_FULL

pytestmark = pytest.mark.xdist_group("otter")

ANSWER = "def conv_output_size(size, kernel, stride=1, padding='valid'): return (size - kernel) // stride + 1"


def other_assignment(folder):
    return [notebook(folder / "hw.ipynb", ANSWER, metadata={"fcnkit": {"assignment": "02-yolo-output", "lang": "en"}})]


def script(folder):
    (folder / "hw.py").write_text(ANSWER)
    return [folder / "hw.py"]


def script_that_is_no_text(folder):
    (folder / "hw.py").write_bytes(b"\xff\xfe\x00")
    return [folder / "hw.py"]


def broken(folder):
    (folder / "hw.ipynb").write_text('{"cells": [')
    return [folder / "hw.ipynb"]


def old_and_without_cells(folder):
    (folder / "hw.ipynb").write_text('{"worksheets": [], "nbformat": 3, "metadata": {}}')
    return [folder / "hw.ipynb"]


def nothing(_folder):
    return []


GRADESCOPE = {
    other_assignment: "This is a notebook of 02-yolo-output. Please hand in the notebook of 01-transposed-convolution.",
    script: "There is no notebook (.ipynb) or zip, only 'hw.py'.",
    broken: "'hw.ipynb' breaks off in line 1.",
    old_and_without_cells: "There is no code in the notebook.",
    nothing: "The folder 'submission' is empty",
}
OTTER_RUN = {
    other_assignment: GRADESCOPE[other_assignment],
    script: GRADESCOPE[script],
    script_that_is_no_text: GRADESCOPE[script],
    old_and_without_cells: GRADESCOPE[old_and_without_cells],
}
"""`otter run` reads broken JSON itself, and fails."""
HERE = OTTER_RUN if IS_FULL else {make: OTTER_RUN[make] for make in (other_assignment, script_that_is_no_text)}
"""The other two are tried on Gradescope alone, but for `make prove`."""


def assert_refused(run, said):
    assert run.status == 0, run.printed
    assert not run.shows_our_traceback
    assert run.results["score"] == 0
    assert said in run.results["output"]
    (test,) = run.results["tests"]
    assert (test["status"], test["visibility"], test["score"], test["max_score"]) == ("failed", "visible", 0, 100)
    assert said in test["output"]
    assert "files/course" not in str(run.results)


@pytest.mark.parametrize(("make", "said"), GRADESCOPE.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_on_gradescope(otter, autograder, tmp_path, make, said):
    assert_refused(otter.gradescope(gradescope_folder(tmp_path / "autograder", autograder, *make(tmp_path))), said)


@pytest.mark.parametrize(("make", "said"), HERE.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_by_otter_run(otter, autograder, tmp_path, make, said):
    (handed_in,) = make(tmp_path)
    assert_refused(otter.run(autograder, handed_in, tmp_path / "out"), said)


def test_a_notebook_without_metadata_is_graded_and_says_so(otter, autograder, tmp_path):
    run = otter.run(autograder, notebook(tmp_path / "hw.ipynb", ANSWER), tmp_path / "out")
    assert run.results["score"] > 0
    assert "(메타데이터 없음) 01-transposed-convolution" in run.results["output"]


def test_it_makes_no_difference_what_otter_finds_in_the_metadata(otter, autograder, tmp_path):
    """Settings for Otter in a student's notebook: tests of their own, which Otter on its own would trip over."""
    handed_in = notebook(tmp_path / "hw.ipynb", ANSWER, metadata={"otter": {"tests": {"q1": 1}, "assignment_name": 7}})
    run = otter.gradescope(gradescope_folder(tmp_path / "autograder", autograder, handed_in))
    assert run.status == 0, run.printed
    assert run.results["extra_data"]["status"] == "graded"


PLACES = ("misconceptions.py", "test_q6_bilinear_kernel.py")
FAULTS = [("otter run", PLACES[0]), ("gradescope", PLACES[1]), ("otter run", PLACES[1]), ("gradescope", PLACES[0])]


@pytest.mark.parametrize(("way", "place"), FAULTS if IS_FULL else FAULTS[:2])
def test_what_is_the_graders_fault_costs_no_marks(otter, autograder, tmp_path, way, place):
    """No results at all: Gradescope then says that the autograder failed, and gives no marks.

    A fault that shows before grading, and one that shows in a check; in both ways each in `make prove`.
    """
    home = gradescope_folder(tmp_path / "autograder", autograder, EXAMPLES / "Emily Carter.ipynb")
    (suite,) = (home / "source" / "files" / "course" / "autograder" / "suites").iterdir()
    source = (suite / place).read_text(encoding="utf-8")
    (suite / place).write_text(
        source.replace("student.assert_matches", "student.gone").replace("MISCON", "GONE"), "utf-8"
    )
    if way == "gradescope":
        run = otter.gradescope(home)
        assert not (home / "results" / "results.pkl").exists()
        assert "fcnkit: " in run.printed
        assert not run.shows_our_traceback
    else:
        shutil.make_archive(tmp_path / "broken", "zip", home / "source")
        run = otter.run(tmp_path / "broken.zip", EXAMPLES / "Emily Carter.ipynb", tmp_path / "out")
        last = [line for line in source.splitlines() if line.strip("( )")][-1]
        assert last not in run.printed
    assert (run.status, run.results) == (1, None)


def test_settings_that_are_wrong_are_named(otter, autograder, tmp_path):
    home = gradescope_folder(tmp_path / "autograder", autograder, EXAMPLES / "Emily Carter.ipynb")
    config = home / "source" / "otter_config.json"
    config.write_text(config.read_text().replace('"isolation": "auto"', '"isolation": "some"'))
    run = otter.gradescope(home)
    assert (run.status, run.results) == (1, None)
    assert "fcnkit: otter_config.json: plugins: isolation: " in run.printed
