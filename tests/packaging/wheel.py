"""The wheel in an environment of its own, far from any checkout: `make wheel-test`.

The environment sees the packages of the development environment, but not the fcnkit that is there: only that comes from
the wheel. `FCNKIT_WHEEL_ALONE=1` has pip fetch everything that the wheel declares instead, which takes minutes.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALONE = bool(os.environ.get("FCNKIT_WHEEL_ALONE"))
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
FIRST = "01-moving-average"


def run(*command: str | Path, cwd: Path, status: int = 0) -> str:
    """What a command says. It must end with the status."""
    done = subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def fcnkit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from the wheel."""
    here = tmp_path_factory.mktemp("wheel")
    uv = Path(sys.executable).with_name("uv")
    run(uv, "build", "--wheel", "--out-dir", here / "dist", cwd=ROOT)
    (wheel,) = (here / "dist").glob("fcnkit-*.whl")
    run(sys.executable, "-m", "venv", here / "venv", cwd=here)
    pip = here / "venv" / "bin" / "pip"
    run(pip, "install", "--quiet", *(() if ALONE else ("--no-deps", "--no-index")), wheel, cwd=here)
    if not ALONE:
        (own,) = (here / "venv" / "lib").glob("python*/site-packages")
        (own / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return here / "venv" / "bin" / "fcnkit"


@pytest.fixture(scope="module")
def course(fcnkit: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What it makes."""
    folder = tmp_path_factory.mktemp("somewhere") / "mine"
    run(fcnkit, "init", folder, cwd=folder.parent)
    return folder


def test_it_is_the_wheels_own(fcnkit: Path, course: Path) -> None:
    program = "import fcnkit, fcnlab; print(fcnkit.__file__, fcnlab.__file__)"
    said = run(fcnkit.with_name("python"), "-c", program, cwd=course).split()
    assert all(Path(path).is_relative_to(fcnkit.parents[1]) for path in said)
    assert run(fcnkit, "--version", cwd=course).startswith("fcnkit ")


def test_its_metadata_is_true(fcnkit: Path, course: Path) -> None:
    program = "from importlib.metadata import metadata; import json; print(json.dumps(metadata('fcnkit').json))"
    said = json.loads(run(fcnkit.with_name("python"), "-c", program, cwd=course))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (said["version"], said["summary"]) == (project["version"], project["description"])
    assert (said["author"], said["license_expression"]) == ("fcnkit contributors", "MIT")
    assert set(said["classifier"]) == set(project["classifiers"])
    pythons = {each.rpartition(" ")[2] for each in said["classifier"] if "Python :: 3." in each}
    assert min(pythons, key=lambda version: int(version.partition(".")[2])) == said["requires_python"].strip(">=")
    remotes = run("git", "remote", "-v", cwd=ROOT)
    for named in said.get("project_url", []):
        owner_and_name = "/".join(named.split("/")[3:5]).removesuffix(".git")
        assert "/" in owner_and_name, f"{named}: no repository"
        assert owner_and_name in remotes, f"{named}: no remote of this checkout"


def test_outside_a_course_there_is_none(fcnkit: Path, tmp_path: Path) -> None:
    assert "fcnkit init DIR" in run(fcnkit, "verify", cwd=tmp_path, status=2)


def test_the_course_verifies(fcnkit: Path, course: Path) -> None:
    assert "FAIL" not in run(fcnkit, "verify", cwd=course)


def test_it_grades(fcnkit: Path, course: Path, tmp_path: Path) -> None:
    handed_out = course / "assignments" / FIRST / f"{FIRST}.en.ipynb"
    shutil.copy(handed_out, tmp_path / "kim.ipynb")
    run(fcnkit, "grade", "01", tmp_path / "kim.ipynb", "--out", tmp_path / "out", cwd=course)
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [(row["student"], row["score"]) for row in csv.DictReader(table)] == [("kim", "0")]


def test_it_makes_packages_and_practice_sets(fcnkit: Path, course: Path, tmp_path: Path) -> None:
    run(fcnkit, "package", "01", "--out", tmp_path / "zips", cwd=course)
    assert {path.name for path in (tmp_path / "zips").iterdir()} == {f"{FIRST}.zip", f"{FIRST}-autograder.zip"}
    run(fcnkit, "practice", "--seed", "1", "--out", tmp_path / "sets", cwd=course)
    assert (tmp_path / "sets" / "set-01.ko.pdf").stat().st_size > 1000


def test_one_more_assignment(fcnkit: Path, course: Path) -> None:
    run(fcnkit, "new", "02-padding", cwd=course)
    assert "FAIL" not in run(fcnkit, "verify", "02", cwd=course)


def test_the_doctor_finds_what_it_needs(fcnkit: Path, course: Path) -> None:
    assert "This machine can grade" in run(fcnkit, "doctor", cwd=course)
