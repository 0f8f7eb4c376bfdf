"""What an instructor may set in otter_config.json and on the platform, and what becomes of the results."""

import json

import pytest
from otter_runs import EXAMPLES, PLUGIN, gradescope_folder

from fcnkit.bundles.autograder_zip import autograder_zip
from fcnkit.grading.sandbox.level import Isolation, probe

pytestmark = pytest.mark.xdist_group("otter")

HANDED_IN = EXAMPLES / "Ava Thompson.ipynb"
SCORE = 80
MESSAGE = "bilinear_kernel(2)"
"""Of a public example that goes with what is wrong."""


@pytest.fixture
def home(autograder, tmp_path):
    return gradescope_folder(tmp_path / "autograder", autograder, HANDED_IN)


@pytest.fixture(scope="module")
def as_packaged(otter, autograder, tmp_path_factory):
    """What a run without any change leaves: its folder, and its results."""
    home = gradescope_folder(tmp_path_factory.mktemp("packaged") / "autograder", autograder, HANDED_IN)
    return home, otter.gradescope(home).results


def configure(home, **options):
    path = home / "source" / "otter_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | options))


def test_marks_are_hidden_and_feedback_is_not(as_packaged):
    _, results = as_packaged
    assert {test["visibility"] for test in results["tests"]} == {"hidden"}
    assert MESSAGE in results["output"]


@pytest.fixture(scope="module")
def after_due_date(otter, assignment, tmp_path_factory):
    """A run with a package that shows marks after the due date and, where there is Landlock, confines by it alone."""
    level = "landlock" if probe(Isolation.LANDLOCK).is_available else "auto"
    folder = tmp_path_factory.mktemp("after_due_date")
    return otter.run(autograder_zip(assignment, folder, "after_due_date", level), HANDED_IN, folder)


@pytest.fixture(scope="module")
def visible(otter, assignment, tmp_path_factory):
    """A run with a package that shows marks at once, of a zip that is handed in as it is."""
    folder = tmp_path_factory.mktemp("visible")
    export = next((EXAMPLES / "Sofia Rossi").iterdir())
    home = gradescope_folder(folder / "autograder", autograder_zip(assignment, folder, "visible"))
    (home / "submission" / export.name).write_bytes(export.read_bytes())
    configure(home, zips=True)
    return otter.gradescope(home)


@pytest.fixture(scope="module")
def with_options(otter, autograder, tmp_path_factory):
    """A run with options of Otter's own, of a submission whose metadata are an empty file."""
    home = gradescope_folder(tmp_path_factory.mktemp("options") / "autograder", autograder, HANDED_IN)
    configure(home, show_hidden=True, points_possible=20, show_stdout=True)
    (home / "submission_metadata.json").write_text("")
    return otter.gradescope(home)


@pytest.mark.parametrize("visibility", ["after_due_date", "visible"])
def test_the_package_says_when_marks_are_shown(visibility, request):
    results = request.getfixturevalue(visibility).results
    assert {test["visibility"] for test in results["tests"]} == {visibility}


def test_a_container_without_namespaces(after_due_date):
    found = probe(Isolation.LANDLOCK)
    if not found.is_available:
        pytest.skip(f"landlock is not available here: {found.finding.en}")
    assert after_due_date.status == 0, after_due_date.printed
    assert after_due_date.results["score"] == SCORE


def test_zips_may_be_handed_in_as_they_are(visible):
    """So `otter grade --ext zip` copies them into its container, and sets `zips`."""
    assert visible.results["score"] == 83


def test_otters_own_options_work(with_options):
    results = with_options.results
    assert {test["visibility"] for test in results["tests"]} == {"after_published"}
    assert results["score"] == pytest.approx(SCORE / 5)
    assert results["stdout_visibility"] == "after_published"


def test_an_empty_metadata_file_is_no_problem(with_options):
    """So `otter grade` leaves it in its container."""
    assert with_options.status == 0, with_options.printed
    assert sum(test["score"] for test in with_options.results["tests"]) == SCORE


LATER_PLUGIN = """
from otter.plugins import AbstractOtterPlugin

class Later(AbstractOtterPlugin):
    def after_grading(self, results):
        results.set_output(f"{self.submission_metadata['earlier']} earlier submissions")
        results.update_score("q6", 10)
        if self.submission_metadata["earlier"]:
            results.hide_everything()
"""


@pytest.mark.parametrize("earlier", [0, 1])
def test_plugins_that_come_later_change_our_results_as_they_do_otters_own(otter, home, earlier):
    """As Otter's plugins that limit submissions and override marks do."""
    (home / "source" / "files" / "course" / "later_plugin.py").write_text(LATER_PLUGIN)
    plugins = json.loads((home / "source" / "otter_config.json").read_text())["plugins"]
    configure(home, plugins=[*plugins, "later_plugin.Later"], show_hidden=True)
    (home / "submission_metadata.json").write_text(json.dumps({"earlier": earlier}))
    run = otter.gradescope(home)
    assert run.status == 0, run.printed
    assert sum(test.get("score", 0) for test in run.results["tests"]) == SCORE + 10  # q6 had none
    assert {test["visibility"] for test in run.results["tests"]} == ({"hidden"} if earlier else {"after_published"})
    assert run.results["output"].startswith(f"{earlier} earlier submissions")
    assert (MESSAGE in run.results["output"]) == (not earlier)


def test_results_can_be_unpickled_without_fcnkit(otter, as_packaged, tmp_path):
    """`otter grade` does so outside its container."""
    home, _ = as_packaged
    program = (
        "import sys; assert 'fcnkit' not in sys.modules; sys.modules['fcnkit'] = None\n"
        "import dill, json; results = dill.load(open(sys.argv[1], 'rb'))\n"
        "print(json.dumps({'total': results.total, **{q: f.score for q, f in results.results.items()}}))"
    )
    run = otter.script(program, tmp_path, home / "results" / "results.pkl")
    assert run.status == 0, run.printed
    assert json.loads(run.printed) == {
        "total": SCORE,
        "q1": 2,
        "q2": 15,
        "q3": 23,
        "q4": 15,
        "q5": 15,
        "q6": 0,
        "q7": 10,
    }


def test_grading_twice_in_one_folder_gives_the_same(otter, as_packaged):
    home, first = as_packaged
    assert otter.gradescope(home).results == first
    assert {path.name for path in (home / "submission").iterdir()} == {HANDED_IN.name}
    assert PLUGIN in (home / "source" / "otter_config.json").read_text()
