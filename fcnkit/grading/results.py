"""What grading a submission yields: plain data, the same in the gradebook, the pages and the tables.

Everything here is written by the examiner and the intake, never by a student's process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from fcnkit.points import added
from fcnkit.text import Lang, Text


class Outcome(StrEnum):
    """How one check, or one question, ended."""

    PASSED = "passed"
    FAILED = "failed"
    UNATTEMPTED = "unattempted"
    ERROR = "error"
    """The student's code raised, hung or ran out of memory; the message says which."""
    UNREVIEWED = "unreviewed"
    """Answered, and waiting for a person's marks: of a question that is graded by hand."""


NOT_ANSWERED = Text(ko="아직 작성하지 않았습니다.", en="Not answered yet.")
"""The message of a check whose function is still as it was handed out."""


class Status(StrEnum):
    """How the grading of one submission ended."""

    GRADED = "graded"
    INVALID = "invalid"
    """Could not be read as a submission; the note says why."""
    UNGRADED = "ungraded"
    """Our fault: it costs the student nothing and is run again next time."""
    MISSING = "missing"
    """Nothing was handed in by somebody on the roster. Stands in tables, never in the gradebook."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NamedMisconception(_Record):
    """The part of a `Misconception` that pages need."""

    id: str
    name: Text
    text: Text


class NamedRelation(_Record):
    """What all wrong answers of a function have in common with the right ones, where no misconception explains them."""

    id: str
    name: Text
    text: Text


class ShownValue(_Record):
    """A value as a page shows it: an array of one or two dimensions as a grid, anything else as text."""

    text: str
    """What `repr` would print, bounded."""
    grid: tuple[tuple[str, ...], ...] | None = None
    """Rows of formatted numbers, for an array that is small enough to show; channels share a cell."""
    shape: tuple[int, ...] | None = None
    """Of the array, which its grid does not tell where it has one axis or three."""


class Example(_Record):
    """The student's function run on a *public* example: never a hidden input."""

    call: str
    """The call as a student would type it."""
    expected: ShownValue
    got: ShownValue | None
    """None where the call gave no value."""
    differs: tuple[tuple[bool, ...], ...] | None = None
    """Where the two grids differ, when both are grids of one shape."""
    problem: Text | None
    """Why there is no value, or what is wrong with it; None where it is right."""


class CheckResult(_Record):
    """One hidden check. `message` never tells a hidden input or an expected value."""

    name: str
    question: str
    title: Text
    points: float
    outcome: Outcome
    message: Text | None = None
    misconception: str | None = None
    relation: str | None = None
    """The id of what was found out instead, where no misconception explains the answers."""
    afterwards: Text | None = None
    """The question, the student's answer and the right one: for a page only once an instructor says that it may."""


class Review(_Record):
    """The marks that a person gave one answer."""

    points: float
    comment: str = ""
    """For a correction, the reason."""
    by: str = ""


class ManualGrading(_Record):
    """The answer to a question that a person grades, and their marks once they are there."""

    answer: str
    """The submitted text, bounded; empty if there is none."""
    fingerprint: str
    """Digest of the whole text and what it can earn: marks given for another one do not count."""
    picture: str = ""
    """For an answer on paper, what was cut out of the scan, a JPEG in base 64. `answer` then says where it stands."""
    review: Review | None = None


class Carried(_Record):
    """Marks that a mistake in earlier questions does not cost again: with those answered right, more checks pass."""

    score: float
    """What the question earns with the earlier functions as they were handed in."""
    questions: tuple[str, ...]
    """The earlier questions whose functions it called and got right answers of, by their ids."""


class QuestionResult(_Record):
    id: str
    title: Text
    outcome: Outcome
    score: float | None
    """None while the answer waits for a person's marks."""
    max_score: float
    checks: tuple[CheckResult, ...]
    misconceptions: tuple[NamedMisconception, ...] = ()
    relations: tuple[NamedRelation, ...] = ()
    examples: tuple[Example, ...] = ()
    """Public ones that show something wrong."""
    unshown: Text | None = None
    """What is wrong where no public example shows it."""
    by_hand: ManualGrading | None = None
    """Set where a person grades."""
    carried: Carried | None = None
    """Set if this result was obtained with oracles in place of the student's functions of earlier questions."""
    automatic: float | None = None
    """What the checks came to, where a person has corrected the mark."""
    correction: Review | None = None
    """That person's marks and reason."""
    code: str = ""
    """Digest of the code that the answer is made of; empty where it cannot be told from the rest of the hand-in."""
    place: Text | None = None
    """Where it stood in the student's own form of an exam on paper."""

    @property
    def explanations(self) -> tuple[NamedMisconception | NamedRelation, ...]:
        """All that is known of why its answers are wrong."""
        return (*self.misconceptions, *self.relations)

    def reviewed(self, review: Review) -> QuestionResult:
        """This result with a person's marks: of a question that is graded by hand, or in place of the checks'."""
        is_full = review.points == self.max_score
        marks: dict[str, object] = {"outcome": Outcome.PASSED if is_full else Outcome.FAILED, "score": review.points}
        if self.by_hand is not None:
            by_hand = self.by_hand.model_copy(update={"review": review})
            return self.model_copy(update={**marks, "checks": (), "by_hand": by_hand})
        automatic = self.score if self.automatic is None else self.automatic
        withdrawn = {"misconceptions": (), "relations": (), "examples": (), "unshown": None} if is_full else {}
        corrected = {"automatic": automatic, "correction": review, "carried": None, **withdrawn}
        return self.model_copy(update={**marks, **corrected})


@dataclass(frozen=True)
class Answer:
    """One student's answer to a question, which a person may grade or correct."""

    student: str
    question: QuestionResult
    fingerprint: str
    """Digest of what was answered and what it can earn: marks given for another one do not count."""

    @property
    def id(self) -> str:
        """Tells it from every other. A letter comes first, since spreadsheets rewrite what looks like a number."""
        said = (self.student, self.question.id, self.fingerprint)
        return "a" + hashlib.sha256(repr(said).encode()).hexdigest()[:12]

    @property
    def review(self) -> Review | None:
        """What a person has given it."""
        by_hand = self.question.by_hand
        return self.question.correction if by_hand is None else by_hand.review


class Rest(StrEnum):
    """What became of the rest of a cell in which something stopped."""

    RAN = "rest_ran"
    DEFINITIONS = "rest_definitions"
    """The cell brought its process down; its functions, classes, imports and plain values were kept."""
    LEFT_OUT = "rest_left_out"


class CellError(_Record):
    """A line of a cell that raised, or a cell that brought its process down."""

    cell: int
    """Counting all cells of the notebook from 1, as a reader does."""
    line: int | None
    message: Text
    """The exception as Python prints its last line, or which limit was reached."""
    rest: Rest = Rest.LEFT_OUT


class LateMark(_Record):
    """What becomes of the marks of work that came after the deadline."""

    taken_off: float
    """Points; 0 where there is grace, an extension or a waiver."""
    rule: Text
    """Why, in words."""
    is_accepted: bool = True
    """Whether it came while work was taken at all."""


class SubmissionResult(_Record):
    """All that is known of one graded submission."""

    assignment: str
    student: str
    """Who, as it is shown: a label that is safe as a file name, unique within the class, and stays theirs."""
    identity: str = ""
    """Who, as it is compared: see `Person` of the intake. Empty where somebody is graded alone."""
    id: str = ""
    """The number or login that a platform or school knows them by; empty where the hand-in tells none."""
    submission: str
    """Which: the path below the folder that was graded, as the instructor sees it."""
    lang: Lang
    status: Status
    score: float
    """What has been earned so far."""
    max_score: float
    """What could have been earned so far: answers that wait for a person's marks count in neither."""
    questions: tuple[QuestionResult, ...] = ()
    cell_errors: tuple[CellError, ...] = ()
    notes: tuple[Text, ...] = ()
    """Why it is invalid or ungraded, and warnings: one clear sentence each with what to do."""
    fault: str | None = None
    """What broke down when it is ungraded. For the instructor only: it may name what is hidden."""
    attempt: str = Field(default="", exclude=True)
    """Digest of what was handed in, as the gradebook knows it; no part of what is stored."""
    due: datetime | None = Field(default=None, exclude=True)
    """The student's own deadline, where there is one; computed whenever it is asked for, as is `late`."""
    late: LateMark | None = Field(default=None, exclude=True)

    @property
    def final(self) -> float:
        """What counts: what has been earned, less what lateness takes off."""
        return self.score if self.late is None else round(max(0.0, self.score - self.late.taken_off), 2)

    @property
    def unreviewed(self) -> tuple[QuestionResult, ...]:
        """The questions whose answers wait for a person's marks."""
        return tuple(question for question in self.questions if question.score is None)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers to all questions: any of them may have a person's marks."""
        return tuple(Answer(self.student, each, self._fingerprint(each)) for each in self.questions)

    def _fingerprint(self, question: QuestionResult) -> str:
        """A text is told by itself, code by what it is made of; where that cannot be told, by the whole hand-in."""
        if question.by_hand is not None:
            return question.by_hand.fingerprint
        return hashlib.sha256(f"{question.max_score:g}\n{question.code or self.attempt}".encode()).hexdigest()[:12]

    def reviewed(self, question_id: str, review: Review) -> SubmissionResult:
        """This result with the marks that a person gave one of its answers."""
        questions = tuple(each.reviewed(review) if each.id == question_id else each for each in self.questions)
        score, max_score = totals(questions)
        return self.model_copy(update={"questions": questions, "score": score, "max_score": max_score})


def totals(questions: Sequence[QuestionResult]) -> tuple[float, float]:
    """What has been earned so far, and what could have been: unreviewed answers count in neither."""
    judged = [(question.score, question.max_score) for question in questions if question.score is not None]
    return added(score for score, _ in judged), added(points for _, points in judged)
