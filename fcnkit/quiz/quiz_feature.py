"""The quiz of an assignment: questions that are drawn from the sheet of terms, and their places in a master."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial

from fcnkit.course import Assignment
from fcnkit.quiz.draw_quiz import draw
from fcnkit.quiz.feature import Feature, Texts
from fcnkit.quiz.questions import Quiz
from fcnkit.quiz.variants import more_variants, read_variants, variant_ids
from fcnkit.terminology import Terminology, read


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
