"""What takes long to import and few notebooks use runs in the fork server, once, when the first of them comes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.level import choose

ASSIGNMENT = Course.find().assignment("01")
SOLUTION = (ASSIGNMENT.paths.alternatives / "slicing.py").read_text(encoding="utf-8")
LOOK = "import sys\nassert 'matplotlib.pyplot' {}in sys.modules\n"
PLOT = "import matplotlib.pyplot as plt\nplt.imshow([[1, 2]])\nplt.show()\n"


def test_the_first_notebook_that_plots_has_it_imported_for_all():
    with LocalEngine(ASSIGNMENT, choose("auto")) as engine:
        for source in (LOOK.format("not "), LOOK.format("") + PLOT, LOOK.format("")):
            examination = engine.examine(Job(cells=[Cell(number=1, source=source), Cell(number=2, source=SOLUTION)]))
            assert examination.fault is None
            assert examination.cell_errors == ()
            assert sum(question.score for question in examination.questions) == ASSIGNMENT.scores.max_score


TRAIN = """import sys
import keras
import numpy as np
model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Conv2D(2, 3), keras.layers.GlobalMaxPooling2D()])
model.compile("adam", "mse")
model.fit(np.zeros((2, 8, 8, 3)), np.zeros((2, 2)), verbose=0)
model.predict(np.zeros((2, 8, 8, 3)), verbose=0)
"""
USE = """import tensorflow as tf
tf.compat.v1.placeholder, tf.feature_column.numeric_column, keras.visualization.plot_image_gallery
tf.profiler.experimental.Profile, tf.tpu.XLAOptions, tf.experimental.tensorrt.Converter
tf.debugging.assert_equal, tf.test.TestCase, tf.__internal__.test.combinations
"""
REST = """tf.__internal__.distribute.combinations.generate, tf.__internal__.distribute.multi_process_runner.run
from tensorflow.lite.experimental.microfrontend.python.ops import audio_microfrontend_op
import h5py, requests
requests.Session, audio_microfrontend_op.audio_microfrontend
model.save("model.keras")
assert (keras.saving.load_model("model.keras").get_weights()[0] == model.get_weights()[0]).all()
"""
HAVE_RUN = "assert {run} == {{name for name in {names} if type(sys.modules[name]).__name__ != '_Waiting'}}\n"


@pytest.mark.xdist_group("graders of 03")
def test_parts_of_keras_and_tensorflow_run_for_those_who_use_them(graders):
    names = {*PROFILES["keras"].unused} - {"tensorflow._api.v2.__internal__.feature_column"}
    waiting, used = HAVE_RUN.format(run=set(), names=names), HAVE_RUN.format(run=names, names=names)
    sources = (TRAIN + waiting, USE, REST + used)  # each cell has time of its own, which slow machines may need
    cells = [Cell(number=number, source=source) for number, source in enumerate(sources, 1)]
    examination = graders("03").examine(Job(cells=cells))
    assert (examination.fault, examination.cell_errors) == (None, ())


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("import matplotlib.pyplot as plt", ["matplotlib.pyplot"]),
        ("def draw():\n    from matplotlib import pyplot", ["matplotlib.pyplot"]),
        ("# import matplotlib", []),
        ("import matplotlib_inline", []),
    ],
)
def test_a_notebook_uses_what_its_code_imports(source, used):
    assert read_source([Cell(number=1, source=source)]).among(["matplotlib.pyplot"]) == used


ROOT = Path(__file__).parents[2]
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
OTHERS = [*Path("/usr/bin").glob("python3.1[1-9]"), *PYENV.glob("versions/3.1[1-9].*/bin/python")]
"""What puts modules off alters a class of Python's own, which not every version has alike, and needs nothing else."""


@pytest.fixture(params=[sys.executable, *sorted(map(str, OTHERS))])
def run_with(request, tmp_path):
    def run(modules, program):
        return _run(request.param, tmp_path, modules, program)

    return run


def _run(python, tmp_path, modules, program):
    """Run the program where `modules`, texts by name, are put off by `later`."""
    for name, text in modules.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    begin = f"from fcnkit.grading.worker.lazy_imports import LazyImports\nlater = LazyImports({list(modules)})\n"
    done = subprocess.run(
        [python, "-c", begin + program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.split(), done.stderr


@pytest.mark.parametrize("again", ["", "import slow\n", "from slow_user import slow\n"])
def test_an_import_runs_nothing_until_the_module_is_used(run_with, tmp_path, again):
    (tmp_path / "slow_user.py").write_text("import slow")
    program = f"import slow\n{again}print('imported')\nprint(slow.value)\nprint(slow.value)"
    said, trouble = run_with({"slow": "print('runs')\nvalue = 5"}, program)
    assert said == ["imported", "runs", "5", "5"], trouble


@pytest.mark.parametrize("before", ["", "import slow, other\n"])
def test_what_is_wanted_runs_once_and_the_rest_waits(run_with, before):
    modules = {"slow": "print('slow')", "other": "print('other')"}
    said, trouble = run_with(modules, before + "later.run(['slow', 'json'])\nlater.run(['slow'])\nimport slow")
    assert said == ["slow"], trouble


def test_what_fails_fails_again_for_whoever_imports_it(run_with):
    program = "later.run(['broken'])\nprint('goes on')\nimport broken"
    said, trouble = run_with({"broken": "raise ValueError('no fonts')"}, program)
    assert said == ["goes", "on"]
    assert trouble.endswith("ValueError: no fonts\n")


def test_a_thread_that_an_import_has_started_is_waited_for(run_with):
    threaded = "import threading, time\nthreading.Thread(target=time.sleep, args=[0.2]).start()"
    said, trouble = run_with(
        {"threaded": threaded}, "later.run(['threaded'])\nprint(__import__('threading').active_count())"
    )
    assert said == ["1"], trouble
