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
    for name in [name for name in sys.modules if name.startswith(("otter", "google.colab", "tqdm", "numba"))]:
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
        if name.startswith(("google", "nest_asyncio", "ipympl", "numba", "otter", "matplotlib.backends", "tqdm")):
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
        "from tqdm import tqdm, trange\nassert list(tqdm([1, 2], desc='a')) == [1, 2] == [n + 1 for n in trange(2)]",
        "from tqdm.auto import tqdm\nwith tqdm(total=3) as bar:\n    bar.update(2)\n    bar.set_postfix(a=1)\n"
        "    tqdm.write('b')\nassert bar.n == 2 and len(bar) == 3",
        "import tqdm.notebook\nassert [*tqdm.notebook.tqdm(range(2))] == [*tqdm.tqdm((0, 1))] == [0, 1]",
        "from tqdm.contrib import tzip, tenumerate\nassert [*tzip('a', 'b'), *tenumerate('a')][1] == (0, 'a')",
        "from numba import njit, prange\n@njit\ndef f(x):\n    return sum([x for _ in prange(3)])\nassert f(2) == 6",
        "import numba as nb\n@nb.jit(nopython=True, parallel=True)\ndef f(x): return x\nassert f(2) == 2",
        "from numba import f8, jit\n@jit(f8[:, :](f8[:], f8))\ndef f(x): return x\nassert f(2) == 2",
        "from numba import vectorize, f8\n@vectorize([f8(f8)])\ndef f(x): return x + 1\nassert f([1, 2])[1] == 3",
        "from numba.typed import List, Dict\nassert List([1]) == [1] and Dict.empty(1, 2) == {}",
        "from numba.experimental import jitclass\n@jitclass([('x', 1)])\nclass A:\n    f = 3\nassert A().f == 3",
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
