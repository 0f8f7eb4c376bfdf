"""CPU seconds that one submission costs once the graders are warm: its cells, and the hidden checks on them.

    .venv/bin/python benchmarks/hidden_checks.py 03

Each of the assignment's alternatives is graded by itself. Processes that end at once are seen by their last sample
only, so the figures are a few hundredths too small.
"""

from __future__ import annotations

import sys
import threading
import time

import psutil

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import choose

SAMPLE_SECONDS = 0.02


class CpuMeter:
    """Adds up the CPU time of all processes below this one, those that end meanwhile included."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, float], float] = {}
        self._ended = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def seconds(self) -> float:
        return sum(self._seen.values())

    def _watch(self) -> None:
        while not self._ended.wait(SAMPLE_SECONDS):
            for process in psutil.Process().children(recursive=True):
                try:
                    times = process.cpu_times()
                    self._seen[process.pid, process.create_time()] = times.user + times.system
                except psutil.NoSuchProcess:
                    continue


def main() -> None:
    assignment = Course.find().assignment(sys.argv[1])
    meter = CpuMeter()
    with LocalEngine(assignment, choose("auto")) as engine:
        time.sleep(5 * SAMPLE_SECONDS)
        print(f"{meter.seconds():6.2f} s of CPU to get warm")
        for path in sorted(assignment.paths.alternatives.glob("*.py")):
            before, started = meter.seconds(), time.perf_counter()
            examination = engine.examine(Job(cells=[Cell(1, path.read_text(encoding="utf-8"))]))
            score = sum(question.score for question in examination.questions)
            spent, waited = meter.seconds() - before, time.perf_counter() - started
            print(f"{spent:6.2f} s of CPU, {waited:6.2f} s by the clock: {path.stem} ({score:g} points)")


if __name__ == "__main__":
    main()
