"""What explaining wrong answers adds to the cost of a class: `python benchmarks/explanations.py 01 --rounds 3`.

A class in which some have one wrong answer each (a slip in one of the alternatives, see mutations.py) is graded with
and without explanations by turns, each time by graders that start anew. CPU seconds of all processes together.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from measure import cpu_of_children
from wrong_answers import sources

from fcnkit.authoring.verification import expectations_of
from fcnkit.course import Assignment, Course
from fcnkit.engines import server_process
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import choose

UNEXPLAINED = str(Path(__file__).with_name("unexplained.py"))


def class_of(assignment: Assignment, size: int, share: float, seed: int) -> list[Job]:
    """Jobs of a class, those with wrong answers among the others."""
    right = cycle(e.cells for e in expectations_of(assignment) if e.subject.en.startswith("alternative "))
    wrong = (cells for cells, _ in sources(assignment, seed))
    is_wrong = [int((n + 1) * share) > int(n * share) for n in range(size)]
    return [Job(cells=next(wrong if each else right), seed=f"{seed} {n}") for n, each in enumerate(is_wrong)]


def cost(assignment: Assignment, jobs: Sequence[Job], *, explained: bool) -> float:
    """CPU seconds, the start of the graders included."""
    before = cpu_of_children()
    start: Any = server_process.ServerProcess

    def otherwise(command: list[str], *rest: Any) -> Any:
        if "fcnkit.grading.examiner" not in command:
            return start(command, *rest)
        at = command.index("-m")
        return start([*command[:at], UNEXPLAINED, *command[at + 2 :]], *rest)

    examiner = patch.object(server_process, "ServerProcess", start if explained else otherwise)
    with examiner, LocalEngine(assignment, choose("auto")) as engine:
        for job in jobs:
            if (fault := engine.examine(job).fault) is not None:
                raise SystemExit(f"not graded: {fault}")
    return cpu_of_children() - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("assignments", nargs="*", default=["01", "02", "04", "06"])
    parser.add_argument("--size", type=int, default=40, help="of the class (40)")
    parser.add_argument("--wrong", type=float, default=0.4, help="the share that has a wrong answer (0.4)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for name in options.assignments:
        assignment = Course.find().assignment(name)
        jobs = class_of(assignment, options.size, options.wrong, options.seed)
        rounds = [
            (cost(assignment, jobs, explained=True), cost(assignment, jobs, explained=False))
            for _ in range(options.rounds)
        ]
        with_, without = (median(each) for each in zip(*rounds, strict=True))
        added = median(one - other for one, other in rounds)
        print(f"{assignment.name}: {with_:.1f} CPU s with explanations, {without:.1f} without: {added / without:+.1%}")
        print("   " + ", ".join(f"{one:.1f}/{other:.1f}" for one, other in rounds), flush=True)


if __name__ == "__main__":
    main()
