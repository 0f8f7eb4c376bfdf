"""What our autograder adds to Otter: `otter run` with it, beside what Otter itself needs for an empty notebook.

Both are run in turn, again and again, each as a whole process. Nothing is asserted, since a busy machine is no bug.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkout import ROOT
from measure import cpu_of_children

from fcnkit.bundles.autograder_zip import autograder_zip
from fcnkit.course import Course

OTTER = Path(sys.executable).with_name("otter")
EMPTY_NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
EMPTY_TEST = "OK_FORMAT = True\ntest = {'name': 'q1', 'points': 1, 'suites': []}\n"


@dataclass(frozen=True)
class Run:
    """One `otter run`: seconds by the clock, and of CPU in it and all that it started."""

    wall: float
    cpu: float


def main() -> None:
    options = _parser().parse_args()
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = folder / "empty.ipynb"
        empty.write_text(EMPTY_NOTEBOOK, encoding="utf-8")
        assignment = Course(ROOT).assignment(options.assignment)
        ways = {
            "otter, empty notebook": (_plain_autograder(folder), empty),
            "fcnkit's autograder": (autograder_zip(assignment, folder), options.notebook.resolve()),
        }
        runs: dict[str, list[Run]] = {way: [] for way in ways}
        for turn in range(options.runs + 1):
            for way, (autograder, notebook) in ways.items():
                run = _otter_run(autograder, notebook, folder)
                if turn:  # the first turn warms the disk's cache
                    runs[way].append(run)
    _print(runs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    example = ROOT / "examples" / "01-transposed-convolution" / "Emily Carter.ipynb"
    parser.add_argument(
        "notebook", nargs="?", type=Path, default=example, help="graded; by default one of the examples"
    )
    parser.add_argument("--assignment", default="01-transposed-convolution", help="(default: %(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="of each (default: %(default)s)")
    return parser


def _plain_autograder(folder: Path) -> Path:
    """The least that Otter takes: a test without cases."""
    path = folder / "plain.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("otter_config.json", "{}")
        archive.writestr("tests/q1.py", EMPTY_TEST)
    return path


def _otter_run(autograder: Path, notebook: Path, folder: Path) -> Run:
    before, started = cpu_of_children(), time.perf_counter()
    command = [OTTER, "run", "--no-logo", "-a", autograder, notebook]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - started
    if done.returncode != 0:
        sys.exit(f"{notebook}: otter run ended with status {done.returncode}:\n{done.stdout}{done.stderr}")
    return Run(wall, cpu_of_children() - before)


def _print(runs: dict[str, list[Run]]) -> None:
    """Medians of each way, and of what the second adds to the first within each turn."""
    print(f"{'median of ' + str(len(next(iter(runs.values())))):24} wall s   CPU s")
    for way, done in runs.items():
        print(f"{way:24} {_median(done, 'wall'):6.2f}  {_median(done, 'cpu'):6.2f}")
    otters, ours = runs.values()
    added = [Run(b.wall - a.wall, b.cpu - a.cpu) for a, b in zip(otters, ours, strict=True)]
    print(f"{'added':24} {_median(added, 'wall'):6.2f}  {_median(added, 'cpu'):6.2f}")


def _median(runs: Sequence[Run], figure: str) -> float:
    return statistics.median(getattr(run, figure) for run in runs)


if __name__ == "__main__":
    main()
