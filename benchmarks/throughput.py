"""How fast whole classes are graded: the same submissions with the same checks through `otter run`, `nbgrader
autograde` and `fcnkit grade`, and the limit that it can come close to: a fork with no isolation and no wire.

The tools take turns, again and again; the table has medians, and ratios within each turn. A tool that does not give
everybody full marks stops the benchmark. Nothing is asserted of times, since a busy machine is no bug.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import tools
from checkout import ROOT
from measure import Cost

from fcnkit.course import Course

TENSORFLOW = Path(__file__).with_name("tensorflow_course")
TOOLS: dict[str, tools.Tool] = {
    "otter": tools.otter,
    "nbgrader": tools.nbgrader,
    "fcnkit": tools.fcnkit,
    "limit": tools.limit,
}


def main() -> None:
    options = _parser().parse_args()
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    saved = {}
    for title in options.classes:
        with tempfile.TemporaryDirectory(prefix="fcnkit-bench-") as place:
            turns = _turns(title, options, Path(place))
        lines = [f"{title} class, {options.size} submissions, {options.runs} runs", *_table(turns, options.size)]
        print("\n".join(["", *lines]), flush=True)
        saved[title] = [{tool: asdict(cost) for tool, cost in turn.items()} for turn in turns]
    options.save.parent.mkdir(parents=True, exist_ok=True)
    options.save.write_text(json.dumps({"size": options.size, "runs": saved}, indent=1) + "\n", encoding="utf-8")
    print(f"\nEvery figure: {options.save}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    both = ["numpy", "tensorflow"]
    parser.add_argument("--size", type=int, default=10, help="submissions of a class (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="of each tool (default: %(default)s)")
    parser.add_argument("--classes", nargs="+", choices=both, default=both, help="(default: both)")
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=list(TOOLS), help="(default: all)")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="(default: %(default)s)")
    parser.add_argument("--otter-workers", type=int, default=1, help="`otter run` at a time (default: %(default)s)")
    parser.add_argument("--save", type=Path, default=ROOT / "out" / "throughput.json", help="(default: %(default)s)")
    return parser


def _turns(title: str, options: argparse.Namespace, place: Path) -> list[dict[str, Cost]]:
    """What each tool cost in each turn."""
    assignment, source = CLASSES[title](place)
    workers = options.workers, options.otter_workers
    graded = tools.write_class(title, assignment, source, options.size, place / "class", *workers)
    turns = []
    for turn in range(options.runs):
        costs = {}
        for name in options.tools:
            folder = place / f"{turn}-{name}"
            folder.mkdir()
            costs[name] = TOOLS[name](graded, folder)
            print(f"{title} {turn + 1}/{options.runs} {name}: {costs[name].wall:.1f} s", file=sys.stderr, flush=True)
        turns.append(costs)
    return turns


def _numpy(_place: Path) -> tuple[tools.Assignment, str]:
    assignment = Course(ROOT).assignment("01")
    return assignment, (assignment.paths.alternatives / "slicing.py").read_text(encoding="utf-8")


def _tensorflow(place: Path) -> tuple[tools.Assignment, str]:
    """The small course beside this file, with the packages of the real one."""
    course = place / "course"
    course.mkdir()
    for name, target in (("solutions", TENSORFLOW), ("autograder", TENSORFLOW), ("shared", ROOT)):
        (course / name).symlink_to(target / name)
    return Course(course).assignment("01"), (TENSORFLOW / "submission.py").read_text(encoding="utf-8")


CLASSES: dict[str, Callable[[Path], tuple[tools.Assignment, str]]] = {"numpy": _numpy, "tensorflow": _tensorflow}


def _table(turns: Sequence[Mapping[str, Cost]], size: int) -> list[str]:
    lines = [
        "              wall s    CPU s  peak MiB | per submission: wall s  CPU s | fcnkit is so many times as fast"
    ]
    for tool in turns[0]:
        wall, cpu, peak = (
            statistics.median(figure(turn[tool]) for turn in turns)
            for figure in (lambda cost: cost.wall, lambda cost: cost.cpu, lambda cost: cost.peak_mib)
        )
        line = f"{tool:10} {wall:9.1f} {cpu:8.1f} {peak:9.0f} | {wall / size:22.3f} {cpu / size:6.3f}"
        if "fcnkit" in turns[0] and tool != "fcnkit":
            by_wall = statistics.median(turn[tool].wall / turn["fcnkit"].wall for turn in turns)
            by_cpu = statistics.median(turn[tool].cpu / turn["fcnkit"].cpu for turn in turns)
            line += f" | {by_wall:.2f} by the clock, {by_cpu:.2f} in CPU"
        lines.append(line)
    return lines


if __name__ == "__main__":
    main()
