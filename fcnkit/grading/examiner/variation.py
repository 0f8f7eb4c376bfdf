"""What is changed in a notebook's namespace before it is judged again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fcnkit.grading.examiner.student_process import Answer


@dataclass(frozen=True)
class Variation:
    """A change to the namespace that the cells leave, before anything is called."""

    chosen: Mapping[str, int] = field(default_factory=dict)
    """Name → the cell whose definition is to count, one of `Defined.replaced`."""
    request: dict[str, Any] | None = None
    """What else the student's process is asked to do."""
    answer: Answer | None = None
    """Answers what it asks for from then on, while it works on a call."""


UNCHANGED = Variation()
