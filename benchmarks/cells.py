"""What it costs to run cells so that they go on after an error, in notebooks where there is none: `make bench`.

The cells of each assignment's solution run in forks, by turns as the grader runs them and as IPython does, and what
counts is each round's ratio of CPU time. Cells that only show something are left out, as grading does; so is what it
takes to start a process.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

from checkout import ROOT
from IPython.core.interactiveshell import InteractiveShell

from fcnkit.authoring.master import read
from fcnkit.course import Assignment, Course
from fcnkit.grading.worker.notebook_runner import Notebook

ROUNDS = 20
NUMBERS = ("01", "02", "04")
"""Those whose answers need no Keras, which takes threads that no fork has."""


def main() -> None:
    os.environ["MPLBACKEND"] = "agg"
    sys.path.insert(0, str(ROOT / "shared"))
    import fcnlab  # noqa: F401, PLC0415  # as the fork server has done

    notebook, shell = Notebook(), InteractiveShell()
    print("assignment  as graded ms  by IPython ms  ratio (median, and the middle half of the rounds)")
    for number in NUMBERS:
        assignment = Course(ROOT).assignment(number)
        cells = [
            cell.source
            for cell in read(assignment.paths.master).cells_in("ko")
            if cell.kind == "code" and not cell.shows
        ]

        def graded(cells: Sequence[str] = cells, assignment: Assignment = assignment) -> None:
            notebook.ask_for([name for question in assignment.config.questions for name in question.functions], [])
            for place, source in enumerate(cells, 1):
                assert not notebook.run(place, source)

        def by_ipython(cells: Sequence[str] = cells) -> None:
            for source in cells:
                shell.run_cell(source, store_history=False, silent=True).raise_error()

        rounds = [(_cpu_ms(graded), _cpu_ms(by_ipython)) for _ in range(ROUNDS)]
        ours, plain = (statistics.median(times) for times in zip(*rounds, strict=True))
        low, median, high = statistics.quantiles([one / other for one, other in rounds], n=4)
        print(f"{number:10}  {ours:12.1f}  {plain:13.1f}  {median:.3f} ({low:.3f} to {high:.3f})")


def _cpu_ms(work: Callable[[], None]) -> float:
    """CPU milliseconds of this work in a fork, in a folder of its own and with nobody to print to."""
    ours, theirs = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            os.chdir(folder)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            started = time.process_time()
            work()
            os.write(theirs, str(1000 * (time.process_time() - started)).encode())
            os._exit(0)
        os.close(theirs)
        said = os.read(ours, 100)
        os.close(ours)
        os.waitpid(child, 0)
    return float(said)


if __name__ == "__main__":
    main()
