"""The examiner without what explains wrong answers: no names, no relations, no public examples. See explanations.py."""

from __future__ import annotations

import runpy
from typing import Any

from fcnkit.grading.examiner import examine, pytest_plugin


def nothing(*_: Any, **__: Any) -> None:
    """In the place of what explains."""


def no_examples(*_: Any, **__: Any) -> tuple[()]:
    return ()


class Unexplained(pytest_plugin.Suite):
    """A suite that knows no misconceptions and looks for no public inputs."""

    def __init__(self, package: Any, _misconceptions: Any) -> None:
        super().__init__(package, ())

    def find_public_cases(self) -> None:
        self.public_cases = {}


if __name__ == "__main__":
    examine.explain = nothing
    examine.unshown = nothing  # type: ignore[assignment]
    examine.telling_examples = no_examples
    pytest_plugin.Suite = Unexplained  # type: ignore[misc]
    runpy.run_module("fcnkit.grading.examiner", run_name="__main__", alter_sys=True)
