"""Warm graders that tests share: to start them costs seconds, of those with Keras ten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.sandbox.level import choose

Graders = Callable[[str], LocalEngine]
"""An assignment's number → its graders at level `auto`."""


@contextmanager
def kept() -> Iterator[Graders]:
    """Graders that are started when they are first asked for, and end with the context."""
    course = Course.find(Path(__file__))
    with ExitStack() as close:
        yield cache(lambda number: close.enter_context(LocalEngine(course.assignment(number), choose("auto"))))
