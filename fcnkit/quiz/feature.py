"""What an assignment can have beside its master and suite: the one place that knows which assignments have a quiz.

Building, packaging and grading ask a `Feature`. One without anything is what most assignments have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path

from fcnkit.course import Assignment
from fcnkit.quiz.draw import draw
from fcnkit.quiz.questions import Quiz
from fcnkit.quiz.variants import more_variants, read_variants, variant_ids
from fcnkit.terminology import Terminology, read
from fcnkit.text import Lang

Texts = Mapping[str, Callable[[Lang], str]]
"""What stands at the places of a master's texts, by the places' names."""


class Feature:
    """Nothing: an assignment that is written in its master and suite alone."""

    name = ""
    """Begins its places in a master, `{{ NAME.place }}`."""
    files: tuple[Path, ...] = ()
    """Of the course, on which handout and marks depend, too."""
    distributions: tuple[str, ...] = ()
    """What grading it imports, too, as names on PyPI."""
    checks_form_only = False
    """Whether the public checks look at the answers' form alone, and run none of the student's code."""
    has_variants = False
    """Whether each student can be handed other questions."""

    def tag(self, place: str) -> str:
        """Of the cell whose text is such a place; `answers` is the cell that students answer in."""
        return f"{self.name}-{place}"

    def texts(self) -> Texts:
        """Of the questions that are handed out where there are no variants."""
        return {}

    def answers(self) -> Mapping[str, Callable[[], str]]:
        """Python that stands at the places of code: the answers as students of some style would write them."""
        return {}

    def variant_ids(self) -> list[str]:
        """The variants that were handed out, in the order in which they were made."""
        return []

    def variants(self, count: int | None) -> Mapping[str, Feature]:  # noqa: ARG002
        """The first `count` variants by id; missing ones are made. None: those that there are."""
        return {}


class QuizFeature(Feature):
    """Questions that are drawn from the sheet of terms."""

    name = "quiz"
    distributions = ("markdown-it-py", "rapidfuzz")
    has_variants = True

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self.files = (assignment.course.terminology,)
        self.checks_form_only = not any(question.functions for question in assignment.config.questions)

    @cached_property
    def _terminology(self) -> Terminology:
        return read(self._assignment.course.terminology)

    @cached_property
    def _quiz(self) -> Quiz:
        return draw(self._terminology)

    def texts(self) -> Texts:
        from fcnkit.quiz import render  # noqa: PLC0415  # building alone needs it

        parts = {"choices": render.choices, "writings": render.writings, "matching": render.matching}
        return {name: partial(part, self._quiz, self._terminology) for name, part in parts.items()}

    def answers(self) -> Mapping[str, Callable[[], str]]:
        from fcnkit.quiz import answer_styles  # noqa: PLC0415  # RapidFuzz, which grading other assignments lacks

        quiz, terms = self._quiz, self._terminology
        return {style: partial(answer_styles.written, quiz, terms, style) for style in answer_styles.STYLES}

    def variant_ids(self) -> list[str]:
        return variant_ids(self._assignment.paths.variants)

    def variants(self, count: int | None) -> Mapping[str, Feature]:
        path, terms = self._assignment.paths.variants, self._terminology
        quizzes = read_variants(path, terms) if count is None else more_variants(path, terms, count)
        return {id: self._drawn(quiz) for id, quiz in quizzes.items()}

    def _drawn(self, quiz: Quiz) -> Feature:
        variant = QuizFeature(self._assignment)
        variant._terminology, variant._quiz = self._terminology, quiz
        return variant


def feature_of(assignment: Assignment) -> Feature:
    """What `assignment.toml` says that it has."""
    return QuizFeature(assignment) if assignment.config.quiz else Feature()
