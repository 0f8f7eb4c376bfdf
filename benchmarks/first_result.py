"""How soon a first result is there: a class of one right answer, graded again and again by a fresh `fcnkit grade`.

Seconds are from the command's start until the mark is in the gradebook; CPU seconds are those of the whole command with
all that it starts. Nothing is asserted, since a busy machine is no bug.
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
from pathlib import Path

import tools
from checkout import FCNKIT, ROOT
from scaling import has_result

from fcnkit.course import Course

_GLANCE = 0.005
"""Seconds between two looks into the gradebook."""


def main() -> None:
    options = _parser().parse_args()
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    print("assignment                first result s  (least)  CPU s of the command")
    with tempfile.TemporaryDirectory(prefix="fcnkit-bench-") as place:
        for number in options.assignments:
            assignment = Course(ROOT).assignment(number)
            answer = sorted(assignment.paths.alternatives.glob("*.py"))[0].read_text(encoding="utf-8")
            graded = tools.write_class(number, assignment, answer, 1, Path(place, number), workers=1)
            runs = [_start(graded, Path(place, f"{number}-out-{run}")) for run in range(options.runs + 1)][1:]
            first, cpu = zip(*runs, strict=True)
            figures = f"{statistics.median(first):14.2f} {min(first):9.2f} {statistics.median(cpu):21.2f}"
            print(f"{assignment.name:25} {figures}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("assignments", nargs="*", default=["01", "03"], help="(default: 01 03)")
    runs = "after one that warms the disk's cache (default: %(default)s)"
    parser.add_argument("--runs", type=int, default=9, help=runs)
    return parser


def _start(graded: tools.Class, out: Path) -> tuple[float, float]:
    """Seconds until the first result, and CPU seconds of the whole command."""
    command = [FCNKIT, "grade", graded.title, graded.folder / "submissions", "--out", out]
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while not has_result(out / "gradebook.sqlite"):
            time.sleep(_GLANCE)
        seconds = time.perf_counter() - started
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command}: status {process.returncode}")
    return seconds, used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
