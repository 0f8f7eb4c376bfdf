"""A misconception: a wrong answer with a name.

One definition serves the hidden suite (it recognises the mistake), `fcnkit verify` (it proves that the
suite fails it), practice items (distractors) and the class report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from fcnkit.course_package import import_folder, import_module
from fcnkit.text import Text


@dataclass(frozen=True)
class Misconception:
    """What somebody believes, said kindly, and what they would therefore answer.

    `answers` maps a student function's name to a function of the same signature that returns what
    the holder of this misconception would return, and a variable's name to the value that the holder would
    give it; of a dict, to a dict of the wrong entries alone.
    """

    id: str
    name: Text
    """A few words, for the class report."""
    text: Text
    """Two or three sentences to the student: what happened and what to think of instead."""
    answers: Mapping[str, Any]
    signs: Mapping[str, Callable[..., bool]] = field(default_factory=dict)
    """For functions that return a Keras model, of which there are as many as people: whether the facts about one, and
    the arguments that it was made with, show this misconception: `sign(facts, *args)`."""
    raises: Mapping[str, Callable[[str | None, str], bool]] = field(default_factory=dict)
    """For answers that raise: whether an exception's type, if it is one of Python's, and its message show it."""
    keeps_form: bool = True
    """Whether checks of the form alone still count with it: not where it leaves nothing of the question but a form."""
    on_paper: bool = True
    """Whether somebody who reckons by hand could hold it: what a machine leaves in memory is no option to choose."""


def load(suite: Path) -> tuple[Misconception, ...]:
    """A hidden suite's misconceptions, imported anew. Raises whatever an author's module may raise."""
    return misconceptions_of(import_folder(suite))


def misconceptions_of(suite: ModuleType) -> tuple[Misconception, ...]:
    """`misconceptions.MISCONCEPTIONS` of a suite that is a package. Raises likewise."""
    found: tuple[Misconception, ...] = import_module(suite, "misconceptions").MISCONCEPTIONS
    return found
