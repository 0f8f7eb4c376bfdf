"""What isolation costs a submission: `make bench`.

The same notebook is graded at each level in turn, again and again, and what counts is each round's difference from
`none`: a busy machine slows both down. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from contextlib import ExitStack
from pathlib import Path

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import find, read
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import Isolation, probe

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "examples" / "01-transposed-convolution" / "Emily Carter.ipynb"


def main() -> None:
    options = _parser().parse_args()
    assignment = Course(ROOT).assignment(options.assignment)
    (found,) = find([options.notebook])
    cells = read(found).cells
    levels = [level for level in Isolation if probe(level).is_available]
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, Python {platform.python_version()}")
    rounds: dict[Isolation, list[float]] = {level: [] for level in levels}
    with ExitStack() as stack:
        engines = {level: stack.enter_context(LocalEngine(assignment, level)) for level in levels}
        for number in range(options.rounds + 1):
            for level, engine in engines.items():
                started = time.perf_counter()
                engine.examine(Job(cells=cells))
                if number:  # the first round warms up
                    rounds[level].append(time.perf_counter() - started)
    print("level     submission ms  more than none ms (median, and the middle half of the rounds)")
    for level in levels:
        more = [own - free for own, free in zip(rounds[level], rounds[Isolation.NONE], strict=True)]
        low, median, high = (1000 * value for value in statistics.quantiles(more, n=4))
        print(f"{level:8}  {1000 * statistics.median(rounds[level]):13.1f}  {median:6.1f}  ({low:.1f} to {high:.1f})")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebook", nargs="?", type=Path, default=NOTEBOOK, help="(default: one with full marks)")
    parser.add_argument("--assignment", default="01", help="(default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=30, help="(default: %(default)s)")
    return parser


if __name__ == "__main__":
    main()
