"""What isolation costs a submission: `make bench`.

The same notebook is graded at each level in turn, again and again. What counts is each round's difference from `none`,
in CPU seconds of all processes: a busy machine leaves them nearly as they are. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from contextlib import ExitStack
from pathlib import Path

import psutil
from checkout import ROOT

from fcnkit.course import Assignment, Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import find, read
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import Isolation, probe

NOTEBOOK = ROOT / "examples" / "01-transposed-convolution" / "Emily Carter.ipynb"
HEADING = "level     wall ms  CPU ms  more than none: CPU ms (median, and the middle half of the rounds)"


class Graders:
    """Those of one level, and what each submission of a round has cost them."""

    def __init__(self, assignment: Assignment, level: Isolation, close: ExitStack) -> None:
        before = set(psutil.Process().children())
        self._engine = close.enter_context(LocalEngine(assignment, level))
        self._servers = set(psutil.Process().children()) - before
        self.wall_ms: list[float] = []
        self.cpu_ms: list[float] = []

    def grade(self, job: Job, times: int) -> None:
        started, used = time.perf_counter(), self._cpu()
        for _ in range(times):
            self._engine.examine(job)
        self.wall_ms.append(1000 * (time.perf_counter() - started) / times)
        self.cpu_ms.append(1000 * (self._cpu() - used) / times)

    def _cpu(self) -> float:
        """Seconds of all processes of theirs by now: those that have ended count for the server that reaped them."""
        family = [each for server in self._servers for each in (server, *server.children(recursive=True))]
        return sum(sum(each.cpu_times()[:4]) for each in family if each.is_running())


def main() -> None:
    parser = _parser()
    options = parser.parse_args()
    if options.rounds < 2:
        parser.error("--rounds must be 2 or more: the middle half of one is none")
    assignment = Course(ROOT).assignment(options.assignment)
    (found,) = find([options.notebook])
    job = Job(cells=read(found).cells)
    levels = [level for level in Isolation if probe(level).is_available]
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    with ExitStack() as close:
        graders = {level: Graders(assignment, level, close) for level in levels}
        for _ in range(options.rounds + 1):  # the first round warms up
            for each in graders.values():
                each.grade(job, options.times)
    print(HEADING)
    for level, each in graders.items():
        more = [own - free for own, free in zip(each.cpu_ms, graders[Isolation.NONE].cpu_ms, strict=True)][1:]
        low, median, high = statistics.quantiles(more, n=4)
        wall, cpu = statistics.median(each.wall_ms[1:]), statistics.median(each.cpu_ms[1:])
        print(f"{level:8}  {wall:7.1f}  {cpu:6.1f}  {median:6.1f}  ({low:.1f} to {high:.1f})")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebook", nargs="?", type=Path, default=NOTEBOOK, help="(default: one with full marks)")
    parser.add_argument("--assignment", default="01", help="(default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=8, help="2 or more (default: %(default)s)")
    parser.add_argument("--times", type=int, default=10, help="it is graded in each round (default: %(default)s)")
    return parser


if __name__ == "__main__":
    main()
