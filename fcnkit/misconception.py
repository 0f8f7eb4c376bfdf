"""A misconception: a wrong answer with a name.

One definition serves the hidden suite (it recognises the mistake), `fcnkit verify` (it proves that the
suite fails it), practice items (distractors) and the class report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
    give it; for a dict, to a dict of the wrong entries only.
    """

    id: str
    name: Text
    """A few words, for the class report."""
    text: Text
    """Two or three sentences to the student: what happened and what to think of instead."""
    answers: Mapping[str, Any]
    variants: Mapping[str, tuple[Callable[..., Any], ...]] = field(default_factory=dict)
    """Of a function, other answers that the same belief leads to: it is named for them, too, one at a time."""
    signs: Mapping[str, Callable[..., bool]] = field(default_factory=dict)
    """For functions that return a Keras model, which has no one right value: `sign(facts, *args)` says whether the
    facts about a model that was built with these arguments show this misconception."""
    raises: Mapping[str, Callable[[str | None, str], bool]] = field(default_factory=dict)
    """For answers that raise: `raises(type, message)` says whether the exception shows this misconception; the type is
    None where it is not one of Python's own."""
    keeps_form: bool = True
    """Whether checks of form alone still earn points with it; False where it leaves nothing else of the question."""
    on_paper: bool = True
    """Whether somebody who computes by hand could hold it; else practice items do not offer it as an option."""

    def all_answers(self) -> Iterator[tuple[str, Any]]:
        """Names and answers, variants after the answers."""
        yield from self.answers.items()
        for name, others in self.variants.items():
            yield from ((name, answer) for answer in others)

    def about(self, name: str) -> Iterator[Misconception]:
        """As what each of its answers to a function shows it; nothing where it has none."""
        if name in self.answers:
            yield self
        for answer in self.variants.get(name, ()):
            yield replace(self, answers={**self.answers, name: answer})


def load(suite: Path) -> tuple[Misconception, ...]:
    """A hidden suite's misconceptions, imported anew. Raises whatever an author's module may raise."""
    return misconceptions_of(import_folder(suite))


def misconceptions_of(suite: ModuleType) -> tuple[Misconception, ...]:
    """`misconceptions.MISCONCEPTIONS` of a suite that is a package. Raises likewise."""
    found: tuple[Misconception, ...] = import_module(suite, "misconceptions").MISCONCEPTIONS
    return found
