"""The examiner without what explains wrong answers: no names, no relations, no public examples. See explanations.py.

Which misconceptions explain a check's answers is found all the same: it decides whether what is easy earns its marks.
"""

from __future__ import annotations

import runpy
from typing import Any

from fcnkit.grading.examiner import examine, pytest_plugin


def nothing(*_: Any, **__: Any) -> None:
    """In the place of what explains."""


def no_examples(*_: Any, **__: Any) -> tuple[()]:
    return ()


class Unexplained(pytest_plugin.Suite):
    """A suite that looks for no public inputs."""

    def find_public_cases(self) -> None:
        self.public_cases = {}


if __name__ == "__main__":
    examine.explain = nothing
    examine.unshown = nothing  # type: ignore[assignment]
    examine.telling_examples = no_examples
    pytest_plugin.Suite = Unexplained  # type: ignore[misc]
    runpy.run_module("fcnkit.grading.examiner", run_name="__main__", alter_sys=True)
