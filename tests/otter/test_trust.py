"""Nothing that a student hands in runs in Otter, and nothing hidden is in sight of where it does run.

Each attack is also tried on an autograder without our plugin: there it must succeed, or the test would prove nothing.
"""

import ast
import json
import pickle
import zipfile

import pytest
from otter_runs import PLUGIN, gradescope_folder, notebook

pytestmark = pytest.mark.xdist_group("otter")

SECRETS = ("overlap-overwritten", "def transposed_conv2d_channels", "test_q3_transposed_conv2d")
LOOK = """
import os, sys
hits = []
for folder, _, files in os.walk("/"):
    if folder.startswith(("/proc", "/sys")): continue
    for name in files:
        try:
            with open(os.path.join(folder, name), "rb") as file:
                text = name + file.read(200_000).decode("latin-1")  # suites are smaller by far
        except OSError:
            continue
        hits += [(folder, name) for secret in SECRETS if secret in text]
for process in map(str, range(1, 100_000)):
    try:
        hits += [("process", name) for name in os.listdir(f"/proc/{process}/cwd") if name == "hw.ipynb"]
    except OSError:
        pass
hits += [("environment", key) for key, value in os.environ.items() if "course" in value or "otter" in value]
hits += [("module", name) for name in sys.modules if name.startswith(("otter.run", "ipykernel", "fcnkit.course"))]
hits += [("path", place) for place in sys.path if "source" in place]
raise RuntimeError("|" + repr(hits))
""".replace("SECRETS", repr(SECRETS))


class OnLoad:
    """Pickled, it writes `marker` wherever it is unpickled."""

    def __init__(self, marker):
        self._code = f"open({str(marker)!r}, 'w').close()"

    def __reduce__(self):
        return exec, (self._code,)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A submission that leaves its marks, and the folder of those marks: by whom each was left."""
    folder = tmp_path_factory.mktemp("hostile")
    marks = folder / "marks"
    marks.mkdir()

    def leave(name):
        return f"open({str(marks / name)!r}, 'w').close()\n"

    answers = notebook(folder / "hw.ipynb", leave("cell"), f"import os\n{leave('function')}")
    submission = folder / "hw.zip"
    with zipfile.ZipFile(submission, "w") as archive:
        archive.write(answers, "hw.ipynb")
        archive.writestr(".OTTER_LOG", pickle.dumps(OnLoad(marks / "log")))
        for module in ("otter", "fcnkit", "pytest", "pandas", "numpy"):
            archive.writestr(f"{module}.py", leave(f"module {module}"))
        archive.writestr("ipython_config.py", leave("configuration"))
        archive.writestr("tests/q1.py", f"OK_FORMAT = True\n{leave('test')}test = {{'name': 'q1', 'suites': []}}")
        archive.writestr("course/fcnkit/__init__.py", leave("course"))
    return submission, marks


@pytest.fixture(scope="module")
def without_plugin(tmp_path_factory):
    """An autograder as Otter makes it, with a test, and without our plugin."""
    path = tmp_path_factory.mktemp("plain") / "autograder.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("otter_config.json", "{}")
        archive.writestr("tests/q1.py", "OK_FORMAT = True\ntest = {'name': 'q1', 'points': 1, 'suites': []}")
    return path


def test_nothing_handed_in_runs_in_otter(otter, autograder, hostile, tmp_path):
    submission, marks = hostile
    run = otter.run(autograder, submission, tmp_path)
    assert run.status == 0, run.printed
    assert run.results["extra_data"]["status"] == "graded"
    assert list(marks.iterdir()) == []


def test_nothing_handed_in_runs_on_gradescope(otter, autograder, hostile, tmp_path):
    submission, marks = hostile
    run = otter.gradescope(gradescope_folder(tmp_path / "autograder", autograder, submission))
    assert run.status == 0, run.printed
    assert list(marks.iterdir()) == []


def test_without_the_plugin_otter_does_run_it(otter, without_plugin, hostile, tmp_path):
    submission, marks = hostile
    otter.run(without_plugin, submission, tmp_path, JUPYTER_PATH="")  # a kernel that has not imported Otter yet
    left = {mark.name for mark in marks.iterdir()}
    for mark in marks.iterdir():
        mark.unlink()
    assert {"log", "module otter"} <= left


def test_code_sees_neither_the_suite_nor_otter(otter, autograder, tmp_path):
    run = otter.run(autograder, notebook(tmp_path / "hw.ipynb", LOOK), tmp_path / "out", FOR_GRADERS="course")
    assert run.status == 0, run.printed
    said = next(line for line in run.results["output"].splitlines() if "RuntimeError: |" in line)
    assert said.partition("|")[2].startswith("[] "), said


def test_code_does_run_where_it_may(otter, without_plugin, tmp_path):
    """The look above, from within Otter's own kernel: it finds the environment and Otter."""
    looking = LOOK.replace('os.walk("/")', "()").replace(
        "raise RuntimeError", f"open({str(tmp_path / 'saw')!r}, 'w').write"
    )
    otter.run(without_plugin, notebook(tmp_path / "hw.ipynb", looking), tmp_path / "out", FOR_GRADERS="course")
    saw = ast.literal_eval((tmp_path / "saw").read_text().removeprefix("|"))
    assert ("environment", "FOR_GRADERS") in saw
    assert ("module", "ipykernel") in saw
    assert ("process", "hw.ipynb") in saw


def test_no_text_of_the_suite_is_in_what_is_written(otter, autograder, tmp_path):
    run = otter.run(
        autograder, notebook(tmp_path / "hw.ipynb", "def conv_output_size(*a, **k): return 1 / 0"), tmp_path
    )
    assert run.status == 0
    written = json.dumps(run.results, ensure_ascii=False) + run.printed
    assert "ZeroDivisionError" in written
    for secret in (*SECRETS, "files/course", "spec.py", "cases."):
        assert secret not in written
    assert PLUGIN not in written
