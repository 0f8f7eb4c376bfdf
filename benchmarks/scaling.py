"""Whether large classes cost more for each submission than small ones, in time or in memory, and what another worker
and the first result cost. Every class is a fresh `fcnkit grade`; nothing is asserted, since a busy machine is no bug.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import subprocess
import tempfile
import time
from contextlib import closing
from pathlib import Path

import psutil
import tools
from checkout import FCNKIT, ROOT
from measure import MIB, measured, proportional_bytes
from throughput import CLASSES


def main() -> None:
    options = _parser().parse_args()
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="fcnkit-bench-") as place:
        folder = Path(place)
        print("students   wall s  per second  CPU s each  peak MiB")
        for size in options.sizes:
            graded = _class(size, folder / str(size))
            out = folder / f"{size}-out"
            command = [FCNKIT, "grade", "01", graded.folder / "submissions", "--out", out]
            cost = measured([*command, "--workers", str(options.workers)], ROOT)
            rate, each = size / cost.wall, cost.cpu / size
            print(f"{size:8} {cost.wall:8.1f} {rate:11.2f} {each:11.3f} {cost.peak_mib:9.0f}", flush=True)
        print("class        workers  memory while grading, MiB (median)")
        for title, make in CLASSES.items():
            (folder / title).mkdir()
            assignment, source = make(folder / title)
            size = max(20, options.workers * 10)
            graded = tools.write_class(title, assignment, source, size, folder / title / "class", workers=1)
            for workers in range(1, options.workers + 2):
                memory = _memory(graded, folder / title / str(workers), workers)
                print(f"{title:12} {workers:7} {memory:8.0f}", flush=True)
            print(f"{title}: first result after {_first_result(graded, folder / title / 'first'):.2f} s", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sizes = [10, 100]
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="of classes (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="(default: %(default)s)")
    return parser


def _class(size: int, folder: Path) -> tools.Class:
    assignment, source = CLASSES["numpy"](folder)
    return tools.write_class(f"{size} students", assignment, source, size, folder, workers=1)


def _start(graded: tools.Class, out: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [FCNKIT, "grade", "01", graded.folder / "submissions", "--out", out, "--workers", str(workers)]
    return subprocess.Popen(
        command, cwd=graded.assignment.paths.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _memory(graded: tools.Class, out: Path, workers: int) -> float:
    """Proportional memory of the whole tree, the median of looks while the class is graded, in MiB."""
    looks = []
    with _start(graded, out, workers) as process:
        grader = psutil.Process(process.pid)
        while process.poll() is None:
            family = [grader, *grader.children(recursive=True)]
            if len(family) > 3 * workers:  # the parents, and for each worker an examiner, a supervisor and a student
                looks.append(sum(map(proportional_bytes, family)) / MIB)
            time.sleep(0.1)
    return sorted(looks)[len(looks) // 2] if looks else float("nan")


def _first_result(graded: tools.Class, out: Path) -> float:
    """Seconds from the command's start until the first mark is in the gradebook."""
    started = time.perf_counter()
    with _start(graded, out, 1) as process:
        while not has_result(out / "gradebook.sqlite"):
            time.sleep(0.01)
        seconds = time.perf_counter() - started
        process.terminate()
    return seconds


def has_result(gradebook: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{gradebook}?mode=ro", uri=True)) as database:
            return database.execute("SELECT count(*) FROM result").fetchone() != (0,)
    except sqlite3.OperationalError:
        return False  # it is not there yet


if __name__ == "__main__":
    main()
