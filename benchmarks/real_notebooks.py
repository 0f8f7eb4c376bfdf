"""What whole notebooks cost: the solution of each assignment in its hand-out, texts, pictures and training included.

Copies of it are graded by `fcnkit grade`, as it is and with `run_shown = true`, which runs the cells that only show
something, too; and a few by `otter run` with the hand-out's public checks, which is less than a hidden suite asks, one
after another. The ways take turns; figures of `otter run` are scaled to all copies. Nothing is asserted of times.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checkout import ROOT
from measure import Cost, measured

from fcnkit.authoring.master_blocks import solutions
from fcnkit.authoring.places import read_master
from fcnkit.course import Assignment, Course

_BIN = Path(sys.executable).parent
ANSWER = "otter_answer_cell"


@dataclass(frozen=True)
class Copies:
    """Notebooks to be graded, and how many of them `otter run` gets."""

    assignment: Assignment
    folder: Path
    count: int
    by_otter: int
    workers: int


def main() -> None:
    options = _parser().parse_args()
    ways = dict(WAYS)
    if options.small:
        options.copies, options.by_otter = 8, 1
        del ways["fcnkit, all cells run"]
    os.environ["PYTHONPATH"] = str(ROOT / "shared")  # Otter runs notebooks where the course is not
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    print("                      a notebook: wall s    CPU s | peak MiB | CPU, times fcnkit's")
    for number in options.assignments:
        with tempfile.TemporaryDirectory(prefix="fcnkit-bench-") as place:
            copies = _written(Course(ROOT).assignment(number), Path(place), options)
            turns = [{name: way(copies, Path(place) / f"{turn}-{name}") for name, way in ways.items()}
                     for turn in range(options.runs)]  # fmt: skip
        for name in ways:
            wall, cpu, peak = (statistics.median(getattr(turn[name], figure) for turn in turns)
                               for figure in ("wall", "cpu", "peak_mib"))  # fmt: skip
            times = statistics.median(turn[name].cpu / turn["fcnkit"].cpu for turn in turns)
            each = f"{wall / copies.count:12.2f} {cpu / copies.count:8.2f}"
            print(f"{number} {name:24} {each} | {peak:8.0f} | {times:.1f}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    every = [name.partition("-")[0] for name in Course(ROOT).names()]
    parser.add_argument("assignments", nargs="*", default=every, help="their numbers (default: all)")
    parser.add_argument("--copies", type=int, default=20, help="(default: %(default)s)")
    parser.add_argument("--by-otter", type=int, default=2, help="copies for `otter run` (default: %(default)s)")
    parser.add_argument("--small", action="store_true", help="8 copies, one for Otter, and no cells that only show")
    parser.add_argument("--runs", type=int, default=1, help="(default: %(default)s)")
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="(default: %(default)s)")
    return parser


def _written(assignment: Assignment, place: Path, options: argparse.Namespace) -> Copies:
    """Copies of the English hand-out with the solution in its answer cells, which differ in a comment."""
    notebook = json.loads((assignment.paths.handout / f"{assignment.name}.en.ipynb").read_text(encoding="utf-8"))
    answers = [cell for cell in notebook["cells"] if ANSWER in cell["metadata"].get("tags", ())]
    solved = list(solutions(read_master(assignment).cells_in("en")))
    folder = place / "submissions"
    folder.mkdir()
    for number in range(options.copies):
        for cell, source in zip(answers, solved, strict=True):
            cell["source"] = f"{source}\n# {number}\n"
        (folder / f"student{number:04}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return Copies(assignment, folder, options.copies, options.by_otter, options.workers)


def fcnkit(of: Copies, place: Path, root: Path | None = None) -> Cost:
    """The whole command: start, grading, gradebook, pages and tables."""
    command = [_BIN / "fcnkit", "grade", of.assignment.name, of.folder, "--out", place, "--workers", str(of.workers)]
    cost = measured(command, root or of.assignment.paths.root)
    with (place / "grades.csv").open(encoding="utf-8-sig", newline="") as table:
        scores = {(row["status"], row["score"]) for row in csv.DictReader(table)}
    by_machine = sum(question.points for question in of.assignment.config.questions if question.rubric is None)
    if len(scores) != 1 or scores not in ({("graded", f"{by_machine:g}")}, {("graded", "")}):
        sys.exit(f"{of.assignment.name}: {scores} instead of full marks")
    return cost


def with_shown(of: Copies, place: Path) -> Cost:
    """The same in a course that says `run_shown = true`."""
    root = place.with_name(f"{place.name}-course")
    own = root / "solutions" / of.assignment.name
    own.mkdir(parents=True)
    for name in ("assignments", "autograder", "shared", "terminology.md", "course.toml"):
        (root / name).symlink_to(ROOT / name)
    config = f"run_shown = true\n{of.assignment.paths.config_file.read_text(encoding='utf-8')}"
    (own / "assignment.toml").write_text(config, encoding="utf-8")
    return fcnkit(of, place, root)


def otter_run(of: Copies, place: Path) -> Cost:
    """`otter run` for some of the copies, its time scaled to all."""
    place.mkdir()
    autograder = place / "autograder.zip"
    with zipfile.ZipFile(autograder, "w") as archive:
        archive.writestr("otter_config.json", "{}")
        for test in (of.assignment.paths.handout / "tests").glob("*.py"):
            archive.write(test, f"tests/{test.name}")
    command = [_BIN / "otter", "run", "--no-logo", "-a", autograder]
    costs = [measured([*command, path], place) for path in sorted(of.folder.iterdir())[: of.by_otter]]
    scale = of.count / len(costs)
    cpu, wall = (scale * sum(getattr(cost, figure) for cost in costs) for figure in ("cpu", "wall"))
    return Cost(wall, cpu, max(cost.peak_mib for cost in costs))


WAYS: dict[str, Callable[[Copies, Path], Cost]] = {
    "fcnkit": fcnkit,
    "fcnkit, all cells run": with_shown,
    "otter run": otter_run,
}

if __name__ == "__main__":
    main()
