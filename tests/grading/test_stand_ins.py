"""What works at a student's desk alone does nothing here, and says so where somebody would have to answer."""

import builtins
import getpass
import importlib
import sys

import pytest

from fcnkit.grading.worker.stand_ins import StandIns, ask_nobody


@pytest.fixture
def stood_in(monkeypatch):
    """In a process that is left as it was."""
    monkeypatch.setattr(sys, "meta_path", sys.meta_path.copy())
    for name in [name for name in sys.modules if name.startswith(("otter", "google.colab"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("builtins.input", input)
    monkeypatch.setattr(getpass, "getpass", getpass.getpass)
    before = set(sys.modules)
    StandIns()
    ask_nobody()
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].switch_backend("agg")
    for name in set(sys.modules) - before:
        if name.startswith(("google", "nest_asyncio", "ipympl", "otter", "matplotlib.backends")):
            del sys.modules[name]


@pytest.mark.parametrize(
    "source",
    [
        "from google.colab import drive\ndrive.mount('/content/drive', force_remount=True)",
        "import google.colab.output as output\noutput.eval_js('1')\noutput.register_callback('a', print)",
        "from google import colab\ncolab.drive.flush_and_unmount()",
        "from google.colab import files\nassert list(files.upload()) == []\nfiles.download('a')",
        "from google.colab import userdata\nimport os\nos.environ['TOKEN'] = userdata.get('TOKEN')",
        "from google.colab.patches import cv2_imshow\ncv2_imshow([[1]])",
        "import nest_asyncio\nnest_asyncio.apply()",
        "import otter\ngrader = otter.Notebook('a.ipynb')\ngrader.check('q1')\ngrader.export(run_tests=True)",
        "import ipympl\nimport matplotlib.pyplot as plt\nplt.switch_backend('TkAgg')\nplt.figure()\nplt.close()",
        "import matplotlib\nmatplotlib.use('Qt5Agg')\nimport matplotlib.pyplot as plt\nplt.subplots()\nplt.close()",
        "from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg, FigureCanvas",
    ],
)
@pytest.mark.usefixtures("stood_in")
def test_it_runs_and_does_nothing(source):
    exec(source, {})  # noqa: S102  # a cell's text


@pytest.mark.usefixtures("stood_in")
def test_what_is_not_stood_in_for_is_not_there():
    for name in ("google.colabs", "nest", "google.gemini"):
        with pytest.raises(ImportError):
            importlib.import_module(name)


@pytest.mark.usefixtures("stood_in")
def test_a_prompt_says_why_it_cannot_be_asked():
    for ask in (builtins.input, getpass.getpass):
        with pytest.raises(EOFError, match="Nobody is there to answer"):
            ask("n? ")
