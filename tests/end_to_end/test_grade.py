"""The command line on a class in which everything goes wrong: each is told in a sentence, nobody else suffers."""

import csv
import json
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from classes import grade

pytestmark = [pytest.mark.usefixtures("lent_graders"), pytest.mark.xdist_group("graders of 01")]
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "01-transposed-convolution"
GOOD = EXAMPLES / "Emily Carter.ipynb"
ODD_NAMES = ["김 하늘", "two\nlines", "🙂", "=1+1", "-rf", "a'b\"c", "%2e#?"]
UNREADABLE = {
    "truncated": lambda path: path.write_bytes(GOOD.read_bytes()[:5000]),
    "empty": lambda path: path.touch(),
    "not-json": lambda path: path.write_text("print('hello')", encoding="utf-8"),
    "format-99": lambda path: path.write_text(
        json.dumps({"cells": [], "metadata": {}, "nbformat": 99, "nbformat_minor": 0})
    ),
    "200-mb": lambda path: _sparse(path, 200 << 20),
    "link": lambda path: path.symlink_to(GOOD),
}


def _sparse(path, size):
    with path.open("wb") as file:
        file.truncate(size)


def _zip(path, names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    for name in ODD_NAMES:
        shutil.copy(GOOD, folder / f"{name}.ipynb")
    for name, make in UNREADABLE.items():
        make(folder / f"{name}.ipynb")
    _zip(folder / "traversal.zip", ["../../escaped.ipynb"])
    _zip(folder / "without-notebook.zip", ["report.pdf"])
    (folder / "two").mkdir()
    shutil.copy(GOOD, folder / "two" / "a.ipynb")
    shutil.copy(EXAMPLES / "Ava Thompson.ipynb", folder / "two" / "b.ipynb")
    return folder


@pytest.fixture(scope="module")
def graded(class_folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    return grade(class_folder, out), out


@pytest.fixture(scope="module")
def rows(graded):
    with (graded[1] / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["submission"]: row for row in csv.DictReader(file)}


def test_the_command_says_that_some_could_not_be_graded(graded):
    done, _ = graded
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr


def test_everybody_else_is_graded_all_the_same(rows):
    graded = [row for row in rows.values() if row["status"] == "graded"]
    assert len(graded) == len(ODD_NAMES) + 1
    assert {row["score"] for row in graded} == {"100"}


def test_of_two_notebooks_the_better_one_counts_and_the_note_names_both(rows):
    row = rows["two/a.ipynb"]
    assert (row["student"], row["status"], row["score"]) == ("two", "graded", "100")
    assert "counts: 'two/a.ipynb' (100/100). Graded, too: 'two/b.ipynb' (80/100)" in row["note"]


@pytest.mark.parametrize("name", [*(f"{name}.ipynb" for name in UNREADABLE), "traversal.zip", "without-notebook.zip"])
def test_what_cannot_be_read_says_why_and_has_no_marks(rows, name):
    row = rows[name]
    assert (row["status"], row["score"], row["q1"]) == ("invalid", "", "")
    assert len(row["note"]) > 20


def test_nothing_is_written_outside(graded, class_folder):
    assert not (class_folder.parent / "escaped.ipynb").exists()
    names = {path.name for path in graded[1].iterdir()}
    assert names == {
        "grades.csv",
        "index.html",
        "items.html",
        "reteach.html",
        "gradebook.sqlite",
        "case-secret",
        "feedback",
        "results",
    }


def test_every_link_of_the_class_page_leads_to_a_page(graded):
    _, out = graded
    links = re.findall(r'href="(feedback/[^"]+)"', (out / "index.html").read_text(encoding="utf-8"))
    assert {unquote(link) for link in links} == {f"feedback/{page.name}" for page in (out / "feedback").iterdir()}


def test_nothing_hidden_is_on_a_page(graded):
    _, out = graded
    pages = "".join(
        path.read_text(encoding="utf-8") for path in out.rglob("*") if path.suffix in (".html", ".json", ".csv")
    )
    for secret in ("spec.py", "cases.", "oracle", "autograder/suites", "BEGIN SOLUTION", str(ROOT)):
        assert secret not in pages


def test_grading_again_runs_nothing_and_gives_the_same_bytes(graded, class_folder, tmp_path):
    _, out = graded
    before = (out / "grades.csv").read_bytes()
    again = grade(class_folder, out)
    assert f"not run again: {len(UNREADABLE) + len(ODD_NAMES) + 3}" in again.stdout
    assert (out / "grades.csv").read_bytes() == before
    grade(class_folder, tmp_path / "fresh")
    assert (tmp_path / "fresh" / "grades.csv").read_bytes() == before


def test_a_changed_submission_is_run_again_alone(tmp_path):
    folder, out = tmp_path / "class", tmp_path / "out"
    folder.mkdir()
    for name in ("kim", "lee"):
        shutil.copy(GOOD, folder / f"{name}.ipynb")
    assert grade(folder, out).returncode == 0
    shutil.copy(EXAMPLES / "Ava Thompson.ipynb", folder / "lee.ipynb")
    assert "not run again: 1" in grade(folder, out).stdout
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["score"] for row in csv.DictReader(file)] == ["100", "80"]
    assert "not run again: 0" in grade(folder, out, "--regrade").stdout
