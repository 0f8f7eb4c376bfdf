"""How many graders a class needs to be graded in time, from what its submissions cost here: `make capacity`.

Costs are measured on the example class, honest mistakes and code that hangs included. The number of graders follows
from their mean; a simulation, in which every submission costs what one of the measured ones did, says when the last one
would be done; and a real run on this machine says how far to trust both.
"""

from __future__ import annotations

import argparse
import heapq
import math
import os
import random
import statistics
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice

from checkout import ROOT

from fcnkit.course import Assignment, Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Submission, find, read
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import choose

SPARE = 0.8
"""Graders are planned to be busy for this part of the time: some nodes are slower, and some die."""


@dataclass(frozen=True)
class Class:
    """How many hand in, and in how many seconds the last mark is wanted."""

    name: str
    submissions: int
    seconds: float


CLASSES = (
    Class("a class", 60, 10 * 60),
    Class("a department", 2_000, 60 * 60),
    Class("a MOOC", 100_000, 24 * 60 * 60),
)


def main() -> None:
    options = _parser().parse_args()
    assignment = Course(ROOT).assignment(options.assignment)
    submissions = [each for each in map(read, find([ROOT / "examples" / assignment.name])) if each.problem is None]
    started = time.perf_counter()
    with LocalEngine(assignment, choose("auto")) as engine:
        start = time.perf_counter() - started
        costs, _ = _run(engine, submissions, workers=options.workers)
        class_of = list(islice(cycle(submissions), options.check))
        _, real = _run(engine, class_of, workers=options.workers)
    print(
        f"{assignment.name}: {statistics.mean(costs):.2f} s a submission (median {statistics.median(costs):.2f} s, "
        f"longest {max(costs):.1f} s) with {options.workers} at a time; {start:.1f} s to start"
    )
    in_order = list(islice(cycle(costs), options.check))
    print(
        f"check: {options.check} submissions took {real:.1f} s; simulated {makespan(in_order, options.workers):.1f} s, "
        f"mean cost x submissions / workers {len(in_order) * statistics.mean(costs) / options.workers:.1f} s"
    )
    print("\n| | submissions | wanted within | graders | memory | grader hours | simulated: last one after |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for each in CLASSES:
        print(_row(each, costs, start, assignment))


def graders(wanted: Class, costs: Sequence[float], start: float) -> int:
    """By the mean cost, leaving time to start and for the longest submission, should it come last."""
    seconds = wanted.seconds - start - max(costs)
    if seconds <= 0:
        raise SystemExit(f"{wanted.seconds:g} s is less than one submission may take: allow more time")
    return math.ceil(wanted.submissions * statistics.mean(costs) / (seconds * SPARE))


def makespan(costs: Iterable[float], workers: int) -> float:
    """When the last of the submissions is done, each being taken by whichever grader is free first (a simulation)."""
    free_at = [0.0] * workers
    for cost in costs:
        heapq.heappush(free_at, heapq.heappop(free_at) + cost)
    return max(free_at)


def _row(wanted: Class, costs: Sequence[float], start: float, assignment: Assignment) -> str:
    count = graders(wanted, costs, start)
    draws = random.Random(0).choices(costs, k=wanted.submissions)
    gib = count * assignment.config.limits.memory_mib / 1024
    done = start + makespan(draws, count)
    return (
        f"| {wanted.name} | {wanted.submissions:,} | {_clock(wanted.seconds)} | {count} | {gib:,.0f} GiB "
        f"| {sum(draws) / 3600:,.1f} | {_clock(done)} |"
    )


def _clock(seconds: float) -> str:
    if seconds < 3600:
        return f"{seconds / 60:.1f} min"
    return f"{seconds / 3600:.1f} h"


def _run(engine: LocalEngine, submissions: Sequence[Submission], workers: int) -> tuple[list[float], float]:
    """Seconds for each submission, and for all of them."""

    def one(submission: Submission) -> float:
        started = time.perf_counter()
        examination = engine.examine(Job(cells=submission.cells, variant=submission.variant))
        assert examination.fault is None, examination.fault
        return time.perf_counter() - started

    started = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        costs = list(pool.map(one, submissions))
    return costs, time.perf_counter() - started


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assignment", default="01", help="(default: %(default)s)")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="(default: %(default)s)")
    parser.add_argument(
        "--check", type=int, default=60, help="size of the class for the real run (default: %(default)s)"
    )
    return parser


if __name__ == "__main__":
    main()
