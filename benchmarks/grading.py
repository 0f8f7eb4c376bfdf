"""How fast grading is, and how much memory it takes: `make bench`.

One submission is timed from the command line's start to its end, a class by its throughput. Every run is a fresh
`fcnkit grade` with an empty gradebook; nothing is asserted, since a busy machine is no bug.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import psutil
from checkout import FCNKIT, ROOT

SAMPLE_SECONDS = 0.05
MIB = 1 << 20


@dataclass(frozen=True)
class Run:
    """One `fcnkit grade`."""

    seconds: float
    driver_mib: float
    """The largest resident memory of the command's own process."""
    tree_mib: float
    """The largest sum over the command and all processes below it; what forks share counts for each of them."""


def main() -> None:
    options = _parser().parse_args()
    notebooks = [Path(path).resolve() for path in options.notebooks] or _full_marks(options.assignment)
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        runs = [_time_one(options, notebook, Path(folder, f"one{n}")) for n, notebook in enumerate(notebooks)]
        median = statistics.median(runs)
        print(f"one submission: {median:.2f} s (median of {len(runs)} notebooks), {max(runs):.2f} s at most")
        print("students  seconds  per second  driver MiB  all MiB")
        for size in options.sizes:
            students = Path(folder, str(size))
            _write_class(students, notebooks, size)
            run = _grade(options, students)
            rate = size / run.seconds
            print(f"{size:8}  {run.seconds:7.1f}  {rate:10.2f}  {run.driver_mib:10.0f}  {run.tree_mib:7.0f}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebooks", nargs="*", help="copied to make the class; by default the examples' full marks")
    parser.add_argument("--assignment", default="01-transposed-convolution", help="(default: %(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="of each notebook by itself (default: %(default)s)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 200], help="of classes (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="(default: %(default)s)")
    return parser


def _full_marks(assignment: str) -> list[Path]:
    """The example class' notebooks with full marks, found by grading it once."""
    examples = ROOT / "examples" / assignment
    with tempfile.TemporaryDirectory() as out:
        command = [FCNKIT, "grade", assignment, str(examples), "--out", out]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        with Path(out, "grades.csv").open(encoding="utf-8-sig", newline="") as table:
            full = [row["submission"] for row in csv.DictReader(table) if row["score"] == row["max_score"] != ""]
    return sorted(path for name in full if (path := examples / name).suffix == ".ipynb" and path.is_file())


def _time_one(options: argparse.Namespace, notebook: Path, folder: Path) -> float:
    """Seconds for a class of one: the median of some runs after one that warms the disk's cache."""
    _write_class(folder, [notebook], 1)
    _grade(options, folder)
    return statistics.median(_grade(options, folder).seconds for _ in range(options.runs))


def _write_class(folder: Path, notebooks: Sequence[Path], size: int) -> None:
    """`size` notebooks that differ, so that none is known from another."""
    folder.mkdir()
    for number, notebook in enumerate(islice(cycle(notebooks), size), 1):
        document = json.loads(notebook.read_text(encoding="utf-8"))
        comment = {"cell_type": "code", "source": f"# student {number}", "metadata": {}, "outputs": [], "id": "student"}
        document["cells"].append({**comment, "execution_count": None})
        (folder / f"student{number:04}.ipynb").write_text(json.dumps(document), encoding="utf-8")


def _grade(options: argparse.Namespace, submissions: Path) -> Run:
    with tempfile.TemporaryDirectory() as out:
        command = [
            FCNKIT,
            "grade",
            options.assignment,
            str(submissions),
            "--out",
            out,
            "--workers",
            str(options.workers),
        ]
        started = time.perf_counter()
        process = psutil.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        memory = list(_memory_until_end(process))
        seconds = time.perf_counter() - started
        if process.returncode != 0:
            sys.exit(f"fcnkit grade ended with status {process.returncode}; run it by hand to see why")
    return Run(seconds, max(driver for driver, _ in memory) / MIB, max(tree for _, tree in memory) / MIB)


def _memory_until_end(process: psutil.Popen) -> Iterator[tuple[int, int]]:
    """Resident bytes of the process, and of it with all below it, again and again."""
    while True:
        try:
            sizes = [p.memory_info().rss for p in (process, *process.children(recursive=True))]
            yield sizes[0], sum(sizes)
        except psutil.NoSuchProcess:
            pass  # one of them has just ended
        try:
            process.wait(SAMPLE_SECONDS)
            return
        except psutil.TimeoutExpired:
            continue


if __name__ == "__main__":
    main()
