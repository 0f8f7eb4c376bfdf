"""Example submissions get the same marks from `fcnkit grade`, from `otter run` and on Gradescope.

A ninth of them in each way here; `make prove` tries all of them in both.
"""

import shutil

import pytest
from otter_runs import EXAMPLES, gradescope_folder, otter_run, read_results, run_autograder
from proof import one_in

from fcnkit.grading.intake import find

pytestmark = pytest.mark.xdist_group("otter")

SUBMISSIONS = {found.student: [entry.path for entry in found.entries] for found in find([EXAMPLES])}
OTTER_REFUSES = {"임채원", "배수아"}
"""Broken JSON, and two notebooks: `otter run` fails on them before it asks a plugin."""


@pytest.fixture(scope="module")
def graded(graded_examples):
    """What `fcnkit grade` finds of each student."""
    results = graded_examples(EXAMPLES.name).out / "results"
    return {student: read_results(results / f"{student}.json") for student in SUBMISSIONS}


def without_relations(questions):
    """A relation is found among the hidden inputs, of which the two secrets draw others."""
    return [{key: value for key, value in question.items() if key != "relations"} for question in questions]


def assert_same(results, expected):
    assert results["extra_data"]["status"] == expected["extra_data"]["status"]
    assert results["score"] == (expected["score"] or 0)  # where there are no marks, Gradescope wants some
    found, wanted = results["extra_data"]["questions"], expected["extra_data"]["questions"]
    assert without_relations(found) == without_relations(wanted)
    if expected["score"] is not None:
        questions = expected["extra_data"]["questions"]
        assert [test["score"] for test in results["tests"]] == [question["score"] for question in questions]


@pytest.mark.parametrize("student", one_in(9, sorted(SUBMISSIONS.keys() - OTTER_REFUSES)))
def test_otter_run(otter, autograder, graded, tmp_path, student):
    (handed_in,) = SUBMISSIONS[student]
    run = otter.run(autograder, handed_in, tmp_path)
    assert run.status == 0, run.printed
    assert_same(run.results, graded[student])


@pytest.mark.parametrize("student", one_in(9, sorted(SUBMISSIONS), first=1))
def test_gradescope(otter, autograder, graded, tmp_path, student):
    run = otter.gradescope(gradescope_folder(tmp_path / "autograder", autograder, *SUBMISSIONS[student]))
    assert run.status == 0, run.printed
    assert_same(run.results, graded[student])


def test_the_command_line_itself(autograder, graded, tmp_path):
    export, notebook = SUBMISSIONS["Sofia Rossi"][0], SUBMISSIONS["choijiwoo"][0]
    run = otter_run(autograder, export, tmp_path / "zip")
    assert run.status == 0, run.printed
    assert_same(run.results, graded["Sofia Rossi"])
    home = gradescope_folder(tmp_path / "autograder", autograder, notebook)
    run = run_autograder(home)
    assert run.status == 0, run.printed
    assert_same(run.results, graded["choijiwoo"])


@pytest.mark.parametrize("student", sorted(OTTER_REFUSES))
def test_what_otter_run_cannot_open_shows_nothing_of_the_suite(otter, autograder, tmp_path, student):
    handed_in = SUBMISSIONS[student][0]
    if len(SUBMISSIONS[student]) > 1:
        handed_in = shutil.make_archive(tmp_path / "both", "zip", handed_in.parent)
    run = otter.run(autograder, handed_in, tmp_path / "out")
    assert (run.status, run.results) == (1, None)
    assert "files/course" not in run.printed
