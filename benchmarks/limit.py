"""The limit that grading can come close to: notebook and hidden suite in one process, forked from a fork server, with
no isolation and no wire between them. `python benchmarks/limit.py ROOT NAME NOTEBOOK...` grades notebooks one by one.
"""

from __future__ import annotations

import copy
import gc
import importlib
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fcnkit.course import Course, Question
from fcnkit.grading.examiner import examine
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.bound_names import Defined
from fcnkit.grading.examiner.pytest_plugin import Suite, with_suite
from fcnkit.grading.examiner.replies import Missing, Raise, Reply, Value
from fcnkit.grading.examiner.session import Calls
from fcnkit.grading.examiner.time_shares import TimeShares
from fcnkit.grading.intake import Cell, find, read
from fcnkit.grading.messages import Job
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.worker.array_traits import ArrayTraits
from fcnkit.grading.worker.lazy_imports import LazyImports
from fcnkit.grading.worker.notebook_runner import Notebook
from fcnkit.grading.worker.stand_ins import StandIns
from fcnkit.grading.worker.tensorflow_setup import fill_registries


class Direct:
    """In the place of a session: the student's functions are called right here."""

    question = ""
    ran_otherwise = False

    def __init__(
        self,
        _requests: object,
        cells: Sequence[Cell],
        account: Account,
        _modules: object,
        questions: Sequence[Question],
    ) -> None:
        self.account = account
        self.shares = TimeShares(account, account.limits.total_seconds, [question.id for question in questions])
        self.cell_errors: dict[int, Any] = {}
        self._handed = ArrayTraits()
        functions = [name for question in questions for name in question.functions]
        NOTEBOOK.ask_for(functions, [name for question in questions for name in question.variables])
        for cell in cells:
            NOTEBOOK.run(cell.number, cell.source)
        self.defined = {
            name: Defined(told["cell"], told["is_stub"], (), ()) for name, told in NOTEBOOK.settle({}).items()
        }

    def turn_to(self, question: str) -> None:
        self.question = question

    def call(self, name: str, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None, **_: bool) -> Reply:
        if not NOTEBOOK.defines(name):
            return Missing()
        args, kwargs = copy.deepcopy((tuple(args), dict(kwargs or {})))
        try:
            found = NOTEBOOK.get(name)(*args, **kwargs)
        except Exception as error:
            return Raise(type(error).__name__, str(error), None, None)
        return Value(found, args, kwargs, tuple(self._handed.traits(found, args[0] if args else None)))

    def call_some(self, calls: Calls, **_: bool) -> list[Reply]:
        return [self.call(*calls[0][:3])]

    def get(self, name: str) -> Reply:
        return Value(NOTEBOOK.get(name)) if NOTEBOOK.defines(name) else Missing()

    def stopped(self, _name: str) -> None: ...

    def seal(self) -> None: ...

    def watch(self) -> None: ...

    def refers(self, _functions: object, _names: object) -> bool:
        """No question is judged again: what others are compared with does not do that either."""
        return False

    def close(self) -> None: ...


def main(root: str, name: str, paths: Sequence[str]) -> None:
    assignment = Course(Path(root)).assignment(name)
    profile = PROFILES[assignment.config.profile]
    os.environ.update(profile.environment | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"})
    LazyImports(profile.lazy_imports)
    for module in profile.preload:
        importlib.import_module(module)
    fill_registries()
    examine.Session = Direct  # type: ignore[misc,assignment]

    def grade(suite: Suite) -> None:
        gc.freeze()  # as the forkserver does
        for submission in map(read, find([Path(path) for path in paths])):
            child = os.fork()
            if child == 0:
                job = Job(cells=submission.cells)
                try:
                    result = examine.examine(job, assignment, suite, None, Account)  # type: ignore[arg-type]
                    result.model_dump_json()
                    score = sum(question.score for question in result.questions)
                    os.write(1, f"{submission.student} {score:g}\n".encode())
                    os._exit(int(score != assignment.scores.max_score))
                except BaseException:
                    traceback.print_exc()
                    os._exit(1)
            if os.waitpid(child, 0)[1] != 0:
                sys.exit(f"{submission.student} did not get full marks: this is not what others are compared with")

    with_suite(assignment, grade)


if __name__ == "__main__":
    StandIns()
    NOTEBOOK = Notebook()
    main(*sys.argv[1:3], sys.argv[3:])
