"""What an assignment can have beside its master and suite: the one place that knows which assignments have a quiz.

Building, packaging and grading ask a `Feature`. One without anything is what most assignments have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from fcnkit.course import Assignment
from fcnkit.text import Lang

Texts = Mapping[str, Callable[[Lang], str]]
"""What stands at the places of a master's texts, by the places' names."""


class Feature:
    """Nothing: an assignment that is written in its master and suite alone."""

    name = ""
    """Begins its places in a master, `{{ NAME.place }}`."""
    files: tuple[Path, ...] = ()
    """Files of the course on which handout and marks depend, too."""
    distributions: tuple[str, ...] = ()
    """What grading it imports, too, as names on PyPI."""
    checks_form_only = False
    """Whether the public checks look at the answers' form alone, and run none of the student's code."""
    has_variants = False
    """Whether each student can be handed other questions."""

    def tag(self, place: str) -> str:
        """The tag of the cell whose text is such a place; `answers` is the cell that students answer in."""
        return f"{self.name}-{place}"

    def texts(self) -> Texts:
        """The texts of the questions that are handed out where there are no variants."""
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


def feature_of(assignment: Assignment) -> Feature:
    """What `assignment.toml` says that it has."""
    if not assignment.config.quiz:
        return Feature()
    from fcnkit.quiz.quiz_feature import QuizFeature  # noqa: PLC0415  # grading other assignments reads no terms

    return QuizFeature(assignment)
