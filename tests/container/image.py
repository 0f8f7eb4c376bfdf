"""The grader image, proved: `make image-test`. Not among the tests of `make test`, since building takes minutes.

Needs a Docker daemon; says so and skips where there is none.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "01-transposed-convolution"
FCNKIT = Path(sys.executable).with_name("fcnkit")
GIVEN = os.environ.get("IMAGE_TO_PROVE")
"""An image that is there already, instead of one built from a clean clone."""
IMAGE = GIVEN or "fcnkit:proof"
CONFINED = ("--network", "none", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL")  # noqa: S108  # inside the container
GRADER = 10001
"""The image's own user."""


def docker(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", autouse=True)
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The image, built from a clean clone of what is committed."""
    try:
        answer = docker("version", "--format", "{{.Server.Version}}")
    except FileNotFoundError:
        pytest.skip("docker is not installed")
    if answer.returncode != 0:
        pytest.skip(f"no Docker daemon is reachable: {answer.stderr.strip()}")
    if GIVEN:
        yield GIVEN
        return
    clone = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "--quiet", "--no-local", ROOT, clone], check=True)
    started = time.monotonic()
    built = subprocess.run(["make", "image", f"IMAGE={IMAGE}"], cwd=clone, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout[-3000:] + built.stderr[-3000:]
    size = int(docker("image", "inspect", "--format", "{{.Size}}", IMAGE).stdout)
    print(f"\nbuilt in {time.monotonic() - started:.0f} s with Docker {answer.stdout.strip()}: {size / 1e9:.2f} GB")
    yield IMAGE
    docker("image", "rm", IMAGE)


def test_the_example_class_gets_the_hosts_marks_without_network_and_with_a_read_only_root(tmp_path: Path) -> None:
    user = os.getuid() or GRADER
    (tmp_path / "image").mkdir()
    os.chown(tmp_path / "image", user, -1)
    started = time.monotonic()
    volumes = ("-v", f"{EXAMPLES}:/submissions:ro", "-v", f"{tmp_path / 'image'}:/out")
    inside = docker(
        "run", "--rm", *CONFINED, "--user", str(user), *volumes, IMAGE, "grade", "01", "/submissions", "--out", "/out"
    )
    took = time.monotonic() - started
    host = subprocess.run(
        [FCNKIT, "grade", "01", EXAMPLES, "--out", tmp_path / "host"], capture_output=True, check=False
    )
    print(f"\nexample class: {took:.1f} s in the image, {time.monotonic() - started - took:.1f} s on the host")
    assert inside.returncode == host.returncode == 1, inside.stderr
    for name in ("grades.csv", "reteach.html"):
        assert (tmp_path / "image" / name).read_bytes() == (tmp_path / "host" / name).read_bytes()


def test_doctor_says_which_isolation_dockers_own_profile_allows() -> None:
    done = docker("run", "--rm", *CONFINED, "-e", "COLUMNS=100", IMAGE, "doctor")
    print(f"\n{done.stdout}")
    assert done.returncode == 0, done.stdout
    levels = re.findall(r"isolation (\w+)", done.stdout.partition("`auto` takes this one")[0])
    assert levels[-1] == "landlock"


def test_it_runs_as_nobody_who_may_change_it_and_is_healthy_where_doctor_is() -> None:
    config = json.loads(docker("image", "inspect", "--format", "{{json .Config}}", IMAGE).stdout)
    assert config["User"] == f"{GRADER}:{GRADER}"
    assert config["Healthcheck"]["Test"] == ["CMD", "fcnkit", "doctor"]
    writable = "find / -xdev -writable -not -type l -not -path '/proc/*' -not -path '/dev/*' -not -path '/tmp*'"
    done = docker("run", "--rm", "--entrypoint", "sh", IMAGE, "-c", writable)
    assert set(done.stdout.split()) <= {"/var/tmp", "/run/lock"}  # noqa: S108  # for everybody in many base images


def test_it_holds_neither_solutions_nor_examples_nor_tests() -> None:
    done = docker("run", "--rm", "--entrypoint", "sh", IMAGE, "-c", "cd /course && ls; find solutions -type f")
    assert not {"examples", "tests", ".git"} & set(done.stdout.split())
    files = [line for line in done.stdout.splitlines() if line.startswith("solutions/")]
    assert files
    assert {Path(file).name for file in files} == {"assignment.toml"}
