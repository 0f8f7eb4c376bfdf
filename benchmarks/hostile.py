"""How long a class takes whose submissions all do their worst, and whether honest neighbours keep their marks.

    python benchmarks/hostile.py [--assignment 01] [--copies 100] [--kinds burners sleepers]

Each kind is a class of its own: so many hostile notebooks, no two alike, with honest ones in between, graded by two
graders. The clock is also told for 100, and since a busy machine makes that longer, the minutes by the
submissions' own clocks, which stand still while they wait for a CPU: those of a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil

from fcnkit.class_grading.compute_seats import Seats, threads
from fcnkit.course import Assignment, Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.cell import Cell
from fcnkit.grading.messages import Examination, Job
from fcnkit.grading.results import totals
from fcnkit.grading.sandbox.level import choose

COURSE = Course(Path(__file__).resolve().parents[1])
NEIGHBOURS = 3
CLASS = 100

ONCE_AND_IN_EACH_CALL = """
def worst(*args):
{body}

NAMES = {names}
for name in NAMES:
    exec(f"def {{name}}(*args, **kwargs):\\n    return worst(*args)")
"""
RUN = "\n# %%\nworst()\n" * 3
BODIES = {
    "burners": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "burners that end just in time": (
        "import time\nend = time.process_time() + {most}\nwhile time.process_time() < end: pass\nreturn 1"
    ),
    "sleepers": "import time\nwhile True: time.sleep(1000)",
    "sleepers in short": "import time\ntime.sleep(0.4)\nreturn 1",
    "memory eaters": "keep = []\nwhile True: keep.append(bytearray(b'x' * (8 << 20)))",
    "forkers": "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
    "crashers": "import os\nos._exit(0)",
    "deep folders": (
        "import os\nwhile True:\n    for _ in range(400):\n        os.mkdir('d')\n        os.chdir('d')\n"
        "    open('f', 'w').write('x')"
    ),
    "colliding dicts": (
        "return [{str(n * (2**61 - 1)): {n * (2**61 - 1): n for n in range(900)} for n in range(1)} for _ in range(99)]"
    ),
    "huge lists": "return [[1.5] * 100] * 5000",
    "huge arrays": "import numpy as np\nreturn np.ones(7 << 20)",
    "huge output": "import sys\nwhile True: sys.stdout.write('x' * (1 << 20))",
}
_MODEL = """
import keras
if not args: return
is_tensor = hasattr(args[0], "shape")
x = inputs = args[0] if is_tensor else keras.Input(shape=(*args[0], 3))
for _ in range({layers}): x = keras.layers.Conv2D({filters}, 3, padding="same")(x)
return x if is_tensor else keras.Model(inputs, x)"""
MODELS = {
    "large models": _MODEL.format(layers=6, filters=500),
    "deep models": _MODEL.format(layers=250, filters=3),
}
"""Students' code for assignments with Keras; what asks for no model gets none."""


@dataclass(frozen=True)
class Outcome:
    """The result of grading one class."""

    seconds: float
    own: float
    """Seconds that the hostile submissions have taken by their own clocks, the reading of their replies included."""
    examined: float
    """CPU seconds of the examiners, that reading included once more."""
    faults: int
    """Submissions that could not be graded: our fault."""
    neighbours: list[float]
    """Their marks."""


def main() -> None:
    options = _parser().parse_args()
    assignment = COURSE.assignment(options.assignment)
    kinds = BODIES | (MODELS if assignment.config.profile == "keras" else {})
    print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} CPUs, load {os.getloadavg()[0]:.1f} before")
    print(f"limits: {assignment.config.limits.total_seconds:g} s a submission; {options.workers} graders")
    heads = ("kind", "copies", "clock s", f"{CLASS} in min", "own clocks", "examiners", "ungraded", "neighbours")
    print("{:30}  {:>6}  {:>7}  {:>10}  {:>10}  {:>9}  {:>8}  {}".format(*heads))
    for kind in options.kinds or kinds:
        outcome = _graded(assignment, kinds[kind], options.copies, options.workers)
        scale = CLASS / options.copies / 60
        clock = outcome.seconds * scale
        own, examined = (seconds * scale / options.workers for seconds in (outcome.own, outcome.examined))
        marks = ", ".join(f"{score:g}" for score in outcome.neighbours)
        print(
            f"{kind:30}  {options.copies:6}  {outcome.seconds:7.1f}  {clock:10.1f}  {own:10.1f}  {examined:9.1f}"
            f"  {outcome.faults:8}  {marks}",
            flush=True,
        )


def _graded(assignment: Assignment, body: str, copies: int, workers: int) -> Outcome:
    hostile = [_cells(assignment, body, number) for number in range(copies)]
    honest = min(assignment.paths.alternatives.glob("*.py")).read_text(encoding="utf-8")
    places = [round(number * copies / NEIGHBOURS) for number in range(NEIGHBOURS)]
    for place in reversed(places):
        hostile.insert(place, (Cell(1, f"# neighbour {place}\n{honest}"),))
    seats = Seats(workers)

    def examine(cells: tuple[Cell, ...]) -> Examination:
        with seats.taken() as on_sleep:
            return engine.examine(Job(cells=cells, seed="17" * 32), on_sleep)

    with LocalEngine(assignment, choose("auto")) as engine, ThreadPoolExecutor(threads(engine.room, workers)) as pool:
        begun, examined = time.perf_counter(), _cpu_seconds_of_examiners()
        done = list(pool.map(examine, hostile))
        seconds = time.perf_counter() - begun
        examined = _cpu_seconds_of_examiners() - examined
    is_neighbour = ["neighbour" in cells[0].source for cells in hostile]
    neighbours = [each for each, is_one in zip(done, is_neighbour, strict=True) if is_one]
    used = sum(each.used for each, is_one in zip(done, is_neighbour, strict=True) if not is_one)
    own = used * assignment.config.limits.total_seconds
    return Outcome(seconds, own, examined, sum(each.fault is not None for each in done), _scores(neighbours))


def _cpu_seconds_of_examiners() -> float:
    """CPU seconds of the examiners that have ended."""
    (server,) = (each for each in psutil.Process().children() if "fcnkit.grading.examiner" in each.cmdline())
    return sum(server.cpu_times()[2:4])


def _cells(assignment: Assignment, body: str, number: int) -> tuple[Cell, ...]:
    names = [name for question in assignment.config.questions for name in question.functions]
    body = body.replace("{most}", f"{0.9 * assignment.config.limits.call_seconds:g}")
    body = "\n".join(f"    {line}" for line in body.splitlines())
    source = f"# student {number}{ONCE_AND_IN_EACH_CALL.format(body=body, names=names)}{RUN}"
    return tuple(Cell(place, text) for place, text in enumerate(source.split("\n# %%\n"), 1))


def _scores(examinations: Sequence[Examination]) -> list[float]:
    return [totals(examination.questions)[0] or 0.0 for examination in examinations]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--copies", type=int, default=CLASS, help="hostile notebooks of each kind (default: %(default)s)"
    )
    parser.add_argument("--assignment", default="01", help="(default: %(default)s)")
    parser.add_argument("--kinds", nargs="+", choices=[*BODIES, *MODELS], help="(default: all)")
    parser.add_argument("--workers", type=int, default=2, help="graders (default: %(default)s)")
    return parser


if __name__ == "__main__":
    main()
