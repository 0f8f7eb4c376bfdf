"""What to teach again: the misconceptions that most of a class hold, each with a public example that shows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from fcnkit.grading.results import Example, NamedMisconception, QuestionResult, ShownValue, Status, SubmissionResult
from fcnkit.reports.intervals import wilson
from fcnkit.text import Text

MOST = 3
_ENOUGH = 2
"""Students who must have got a text before it is shown: what only one has written may be about that one."""
_NUMBERS = re.compile(r"[-+0-9.,()\[\] ]+")
"""Such as a shape."""


@dataclass(frozen=True)
class Lesson:
    """One misconception, and how it can be seen."""

    misconception: NamedMisconception
    count: int
    """Students who hold it."""
    low: float
    high: float
    """95 % interval of their share."""
    share: float
    questions: tuple[tuple[str, Text], ...]
    """Ids and titles of the questions that it was seen in."""
    example: Example | None
    """A public one, with what holders of the misconception get for it."""


@dataclass
class _Seen:
    misconception: NamedMisconception
    students: set[int] = field(default_factory=set)
    questions: dict[str, Text] = field(default_factory=dict)
    examples: Counter[Example] = field(default_factory=Counter)


@dataclass
class LessonPlan:
    """Gathers lessons from results that are read one at a time."""

    count: int = 0
    """Graded students."""
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def watch(self, results: Iterable[SubmissionResult]) -> Iterable[SubmissionResult]:
        """The same results, each of them taken into account as it passes."""
        for result in results:
            if result.status is Status.GRADED:
                self._take(result)
            yield result

    def _take(self, result: SubmissionResult) -> None:
        self.count += 1
        for question in result.questions:
            for each in question.misconceptions:
                seen = self._seen.setdefault(each.id, _Seen(each))
                seen.students.add(self.count)
                seen.questions[question.id] = question.title
                if question.explanations == (each,):  # else another mistake may be what the example shows
                    seen.examples.update(_telling(question))

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The most frequent first."""
        order = sorted(self._seen.values(), key=lambda seen: (-len(seen.students), seen.misconception.id))
        return tuple(self._lesson(seen) for seen in order[:MOST])

    def _lesson(self, seen: _Seen) -> Lesson:
        count = len(seen.students)
        low, high = wilson(count, self.count)
        return Lesson(
            seen.misconception, count, low, high, count / self.count, tuple(sorted(seen.questions.items())), _best(seen)
        )


def _telling(question: QuestionResult) -> list[Example]:
    """What can be compared: numbers in a grid, or a value. What an exception says is the student's own."""
    return [each for each in question.examples if each.got is not None and each.got != each.expected]


def _is_of_numbers(value: ShownValue) -> bool:
    return value.grid is not None or _NUMBERS.fullmatch(value.text) is not None


def _best(seen: _Seen) -> Example | None:
    """What most of them got, and where that is only one student's, numbers alone."""
    for example, count in seen.examples.most_common():
        if count >= _ENOUGH or (example.got is not None and _is_of_numbers(example.got)):
            return example
    return None
