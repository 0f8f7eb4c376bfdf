"""`NN-topic-autograder.zip`: what Otter and Gradescope grade with, in the layout that `otter generate` writes.

otter_config.json   which plugin grades, and what students may see
environment.yml     the packages, in the versions that are installed here
setup.sh            makes that environment, once
run_autograder      what Gradescope and `otter grade` start; it runs run_otter.py
run_otter.py
files/course/       the course as `fcnkit.course` knows it: configuration, hidden suite, fcnlab, fcnkit itself, and the
                    handed-out notebooks, by which those are told that nobody has worked in; and a secret of its own,
                    with which the hidden cases of each submission are drawn
tests/              empty but for a note: Otter wants it, and would run what is in it inside the notebook
"""

from __future__ import annotations

import json
import platform
import zipfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fcnkit.bundles.grading_bundle import grading_bundle
from fcnkit.course import Assignment
from fcnkit.grading import case_secret
from fcnkit.grading.profiles import PROFILES
from fcnkit.quiz.feature import feature_of
from fcnkit.reports.gradescope import Visibility
from fcnkit.reproducible_zip import write_zip

ENVIRONMENT = "otter-env"
MINIFORGE = "/opt/miniforge3"
"""Not below /root, where students' code would be kept from Python's own files."""
_COURSE = "files/course"
_DRAWS_WITH = f"autograder/{case_secret.NAME}"
_PLUGIN = "fcnkit.otter_plugin.HiddenSuite"
_GRADER = ("otter-grader", "ipykernel", "jinja2", "nbformat", "psutil", "pydantic", "pytest")
_NOTE = "The hidden tests are in files/course: fcnkit's plugin runs them, apart from the student's code.\n"


def autograder_zip(
    assignment: Assignment,
    into: Path,
    visibility: Visibility = "hidden",
    isolation: str = "auto",
    *,
    after_deadline: bool = False,
) -> Path:
    """Write `into/NN-topic-autograder.zip` and return its path; equal files and versions give equal bytes.

    The secret of a zip that is replaced is kept: who is graded again meets the same hidden cases.
    `visibility` says when Gradescope shows the marks, `isolation` how students' code is confined, `after_deadline`
    that students may read the right answers of a quiz.
    """
    scripts = ("setup.sh", "run_autograder", "run_otter.py")
    folder = files("fcnkit.bundles") / "otter_files"
    members = {name: (folder / name).read_bytes() for name in scripts}
    members["otter_config.json"] = _otter_config(assignment, visibility, isolation, after_deadline).encode()
    members["environment.yml"] = _environment(assignment).encode()
    members["tests/README.txt"] = _NOTE.encode()
    members |= {f"{_COURSE}/{name}": path.read_bytes() for name, path in grading_bundle(assignment)}
    for path in sorted(assignment.paths.handout.glob("*.ipynb")):
        members[f"{_COURSE}/{path.relative_to(assignment.paths.root)}"] = path.read_bytes()
    place = into / f"{assignment.name}-autograder.zip"
    members[f"{_COURSE}/{_DRAWS_WITH}"] = _secret_of(place) or f"{case_secret.new_secret()}\n".encode()
    return write_zip(place, members, executable=scripts)


def _secret_of(place: Path) -> bytes | None:
    """The secret of an existing zip at this path, or None."""
    try:
        with zipfile.ZipFile(place) as packed:
            return packed.read(f"{_COURSE}/{_DRAWS_WITH}")
    except (OSError, KeyError, zipfile.BadZipFile):
        return None


def _otter_config(assignment: Assignment, visibility: Visibility, isolation: str, after_deadline: bool) -> str:
    settings: dict[str, object] = {"assignment": assignment.name, "isolation": isolation}
    if after_deadline:
        settings["after_deadline"] = True
    if visibility != "hidden":
        settings["visibility"] = visibility
    config = {
        "show_hidden": visibility != "hidden",
        "miniconda_path": MINIFORGE,
        "plugins": [{_PLUGIN: settings}],
    }
    return json.dumps(config, indent=2) + "\n"


def _environment(assignment: Assignment) -> str:
    """A conda environment with what grading needs, pinned to what is installed here: marks should be the same there."""
    packages = sorted(
        {*_GRADER, *feature_of(assignment).distributions, *PROFILES[assignment.config.profile].distributions}
    )
    python = ".".join(platform.python_version_tuple()[:2])
    lines = [f"name: {ENVIRONMENT}", "channels:", "  - conda-forge"]
    lines += ["dependencies:", f"  - python={python}", "  - pip", "  - pip:"]
    lines += [f"      - {package}=={version(package)}" for package in packages]
    return "\n".join(lines) + "\n"
