"""The reference of what suite authors and students import; mkdocstrings fills in the docstrings."""

from __future__ import annotations

from importlib.util import find_spec

import fcnlab

from fcnkit.text import Lang

SUITE = (
    "fcnkit.grading.examiner.check.check",
    "fcnkit.grading.examiner.check.case",
    "fcnkit.grading.examiner.check.Case",
    "fcnkit.grading.examiner.check.Function",
    "fcnkit.grading.examiner.check.Variable",
    "fcnkit.grading.examiner.check.Look",
    "fcnkit.grading.examiner.student_fixture.Student",
    "fcnkit.grading.examiner.case_draws.Draw",
    "fcnkit.grading.examiner.compare",
    "fcnkit.grading.examiner.failure.CheckFailed",
    "fcnkit.grading.examiner.model_runner.ReturnedModel",
    "fcnkit.grading.protocol.File",
    "fcnkit.grading.protocol.Input",
    "fcnkit.grading.protocol.Model",
    "fcnkit.grading.protocol.Opaque",
    "fcnkit.misconception.Misconception",
    "fcnkit.text.Text",
)
"""What suites are written with, as long as there is no module `fcnkit.suite` that has it all."""


def suite(_: Lang) -> str:
    """Everything that a suite imports."""
    return _documented(suite_names())


def fcnlab_names(_: Lang) -> str:
    """The public names of `fcnlab`."""
    return _documented(tuple(f"fcnlab.{name}" for name in fcnlab.__all__))


def suite_names() -> tuple[str, ...]:
    """The documented names with their modules."""
    if find_spec("fcnkit.suite") is None:
        return SUITE
    import fcnkit.suite  # noqa: PLC0415

    return tuple(f"fcnkit.suite.{name}" for name in fcnkit.suite.__all__)


def _documented(names: tuple[str, ...]) -> str:
    return "\n\n".join(f"::: {name}" for name in names)
