"""A hidden suite's checks, written down for Otter and nbgrader: the same calls of the same functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from fcnkit.course import Assignment
from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.pytest_plugin import Suite, with_suite

PRELUDE = """\
import numpy as _np


def _same(got, expected):
    assert got is not None
    if isinstance(expected, (list, tuple)):
        assert len(got) == len(expected) and type(got) is type(expected)
        for one, other in zip(got, expected):
            _same(one, other)
    else:
        _np.testing.assert_allclose(got, expected, rtol=1e-4, atol=1e-5)
"""


@dataclass
class Check:
    """One hidden check: its question and points, and a line of Python for each call."""

    question: str
    name: str = ""
    points: float = 0
    functions: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)


def checks_of(assignment: Assignment) -> list[Check]:
    """Run the suite over a student who writes down what is asked."""

    def written(suite: Suite) -> list[Check]:
        recorder = _Recorder()
        judged = suite.run(recorder)  # type: ignore[arg-type]  # it takes a student's place
        results = [result for question in judged.values() for result in question.checks]
        for check, result in zip(recorder.written, results, strict=True):
            check.name = f"{result.question}_{result.name.rpartition('::')[2]}"
            check.points = result.points
        return recorder.written

    return with_suite(assignment, written)


class _Recorder:
    """In the place of `Student`."""

    def __init__(self) -> None:
        self.written: list[Check] = []

    def set_question(self, question: str, _asked: object) -> None:
        self.written.append(Check(question))

    def take_calls(self) -> list[Any]:
        """What explains wrong answers, of which there are none."""
        return []

    def take_remark(self) -> None:
        """Nothing is said of right values."""

    def take_afterwards(self) -> None:
        """Likewise."""

    def assert_matches(self, function: Function, theme: Theme) -> None:
        check = self.written[-1]
        check.functions.add(function.name)
        check.lines += [_line(function, case) for case in drawn(theme, "", function)]

    assert_arguments_unchanged = assert_returns_first_argument = assert_owns_memory = assert_matches

    def assert_deterministic(self, function: Function, theme: Theme) -> None:
        self.assert_matches(function, theme)
        self.assert_matches(function, theme)


def _line(function: Function, case: Case) -> str:
    args = [_literal(value) for value in case.args]
    args += [f"{name}={_literal(value)}" for name, value in case.kwargs.items()]
    return f"_same({function.name}({', '.join(args)}), {_literal(case.call(function.oracle))})"


def _literal(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"_np.array({value.tolist()!r}, dtype={value.dtype.str!r}).reshape({value.shape!r})"
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, tuple | list):
        inner = ", ".join(map(_literal, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner},)" if value else "()"
    return repr(value)


def otter_tests(checks: Sequence[Check]) -> Iterator[tuple[str, str]]:
    """A file for each question, in Otter's exception-based format."""
    for question in dict.fromkeys(check.question for check in checks):
        parts = ["from otter.test_files import test_case", PRELUDE, "OK_FORMAT = False", f"name = {question!r}"]
        parts += ["points = None"]
        for check in checks:
            if check.question == question:
                body = "\n".join(f"    {line}" for line in check.lines)
                names = ", ".join(sorted(check.functions))
                parts.append(f"@test_case(points={check.points}, hidden=True)\ndef {check.name}({names}):\n{body}\n")
        yield f"{question}.py", "\n\n".join(parts)
