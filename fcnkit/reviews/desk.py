"""What somebody reviews: answers, those that say the same together, and the marks so far.

They are texts that a person grades, or what the checks said of a question that they grade: its marks can be corrected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

from fcnkit.course import Assignment, Question
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Answer, Review, Status
from fcnkit.reviews.alike import places
from fcnkit.reviews.checks_text import checks_text
from fcnkit.reviews.corrections import NO_QUESTION, ReviewError, check
from fcnkit.reviews.rubric_items import beside_items, rubric_items
from fcnkit.text import Lang, Text

MOST_LETTERS = 5_000
"""Letters of a comment."""
UNKNOWN = Text(ko="그 답안을 찾을 수 없습니다. 페이지를 새로 고치세요.", en="There is no such answer; reload the page.")


class Marks(BaseModel):
    """What one click gives: the same marks to one answer, or to several that say the same."""

    model_config = ConfigDict(extra="forbid", strict=True)

    question: str
    answers: Annotated[list[str], Field(min_length=1, max_length=10_000)]
    points: FiniteFloat | None
    """None takes earlier marks back."""
    comment: Annotated[str, Field(max_length=MOST_LETTERS)] = ""
    ticked: Annotated[list[int], Field(max_length=100)] = []


class Desk:
    """One assignment's answers as they were when the page was loaded; marks are written into the journal at once."""

    def __init__(self, gradebook: Gradebook, assignment: Assignment, by: str, asked: Sequence[str] = ()) -> None:
        """`by` gives the marks. `asked` are questions by their ids; without any, what waits for a person or did so.

        Raises ReviewError for a question that the assignment does not have.
        """
        self.gradebook, self.assignment, self._by, self._asked = gradebook, assignment, by, asked
        self._questions = _chosen(assignment, asked)
        self._items = {
            id: () if question.rubric is None else rubric_items(question.rubric, question.points)
            for id, question in self._questions.items()
        }
        self._read()

    def _read(self) -> None:
        """Everything anew from the journal, into which others may have written."""
        results = [each for each in self.gradebook.latest(self.assignment.name) if each.status is Status.GRADED]
        self._hand_ins = {answer.id: result.submission for result in results for answer in result.answers}
        self._answers: Mapping[str, Answer] = {
            answer.id: answer
            for result in results
            for answer in result.answers
            if answer.question.id in self._questions and (self._asked or answer.question.by_hand is not None)
        }
        self._reviews = {id: answer.review for id, answer in self._answers.items() if answer.review is not None}
        self._ticked = self.gradebook.given_marks.ticked(self.assignment.name)

    def __len__(self) -> int:
        """How many answers there are."""
        return len(self._answers)

    @property
    def waiting(self) -> int:
        """How many answers have no marks yet."""
        return sum(id not in self._reviews and _unreviewed(answer) is None for id, answer in self._answers.items())

    def questions(self, lang: Lang) -> list[dict[str, Any]]:
        """Everything that the page shows, but whose the answers are. The order tells nothing of that either."""
        self._read()
        return [
            {
                "id": id,
                "title": question.title[lang],
                "max": question.points,
                "by_checks": question.rubric is None,
                "rubric": self._rubric(question, lang),
                "items": [{"text": item.text[lang], "points": item.points} for item in self._items[id]],
                "answers": self._shown(id, lang),
            }
            for id, question in self._questions.items()
        ]

    def _rubric(self, question: Question, lang: Lang) -> str:
        """What is shown of the rubric beside its items."""
        if question.rubric is None:
            return ""
        return beside_items(question.rubric, lang) if self._items[question.id] else question.rubric[lang].strip()

    def _shown(self, question: str, lang: Lang) -> list[dict[str, Any]]:
        answers = {id: answer for id, answer in self._answers.items() if answer.question.id == question}
        texts = {id: _text(answer, lang) for id, answer in answers.items()}
        pictures = {id: _picture(answer) for id, answer in answers.items()}
        # No picture is like another one, whatever is said of it.
        places_of = places({id: id if pictures[id] else text for id, text in texts.items()})
        ordered = sorted(
            texts, key=lambda id: (_is_right(answers[id]), places_of[id].group, places_of[id].same, id)
        )  # there is nothing to correct where the checks gave all
        return [
            {
                "id": id,
                "text": texts[id],
                "picture": pictures[id],
                "group": places_of[id].group,
                "same": places_of[id].same,
                "without": _unreviewed(answers[id]),
                **self._marks(id),
            }
            for id in ordered
        ]

    def _marks(self, id: str) -> dict[str, Any]:
        answer, review = self._answers[id], self._reviews.get(id)
        if review is None:
            return {"points": _unreviewed(answer), "comment": "", "ticked": ()}
        items, ticked = self._items[answer.question.id], self._ticked.get(id, ())
        is_theirs = all(place < len(items) for place in ticked) and (
            abs(sum(items[place].points for place in ticked) - review.points) < 1e-6
        )  # else a sheet has given other marks since, or the rubric is another one
        return {"points": review.points, "comment": review.comment, "ticked": ticked if is_theirs else ()}

    def names(self) -> dict[str, str]:
        """Whose each answer is."""
        return {id: answer.student for id, answer in self._answers.items()}

    def hand_ins(self) -> dict[str, str]:
        """Where to read on, of each answer whose text is not here: code that the checks graded, or no text at all."""
        return {id: self._hand_ins[id] for id, each in self._answers.items() if not _written(each)}

    def save(self, marks: Marks) -> dict[str, dict[str, Any]]:
        """Write marks down for the answers as they were read, and return what each has now.

        Raises ReviewError, and writes nothing, for unknown answers and points that they cannot have.
        """
        answers = {id: self._answers[id] for id in dict.fromkeys(marks.answers) if id in self._answers}
        if len(answers) != len(set(marks.answers)) or {each.question.id for each in answers.values()} != {
            marks.question
        }:
            raise ReviewError(UNKNOWN)
        if marks.points is None:
            self._take_back(answers)
        else:
            self._give(answers, Review(points=marks.points, comment=marks.comment.strip(), by=self._by), marks.ticked)
        return {id: self._marks(id) for id in answers}

    def _give(self, answers: Mapping[str, Answer], review: Review, ticked: list[int]) -> None:
        for answer in answers.values():
            check(answer, review)
        items = tuple(sorted(set(ticked)))
        self.gradebook.given_marks.append(
            self.assignment.name,
            [(answer, review) for id, answer in answers.items() if self._reviews.get(id) != review],
            {id: items for id in answers if self._ticked.get(id, ()) != items},
        )
        self._reviews.update(dict.fromkeys(answers, review))
        self._ticked.update(dict.fromkeys(answers, items))

    def _take_back(self, answers: Mapping[str, Answer]) -> None:
        for id, answer in answers.items():
            if self._reviews.pop(id, None) is not None:
                self.gradebook.given_marks.take_back(self.assignment.name, answer, "", self._by)


def _chosen(assignment: Assignment, asked: Sequence[str]) -> dict[str, Question]:
    questions = {question.id: question for question in assignment.config.questions}
    for id in asked:
        if id not in questions:
            raise ReviewError(NO_QUESTION, question=id, ko=", ".join(questions), en=" or ".join(questions))
    return {id: each for id, each in questions.items() if (id in asked if asked else each.rubric)}


def _text(answer: Answer, lang: Lang) -> str:
    by_hand = answer.question.by_hand
    return checks_text(answer.question, lang) if by_hand is None else by_hand.answer


def _written(answer: Answer) -> str:
    """What the student wrote for a person to read."""
    by_hand = answer.question.by_hand
    return "" if by_hand is None else by_hand.answer


def _picture(answer: Answer) -> str:
    by_hand = answer.question.by_hand
    return "" if by_hand is None else by_hand.picture


def _unreviewed(answer: Answer) -> float | None:
    """What an answer has as long as nobody gives it marks: the checks', an empty text 0, any other text waits."""
    question = answer.question
    if question.by_hand is not None:
        return None if question.by_hand.answer else 0
    return question.score if question.automatic is None else question.automatic


def _is_right(answer: Answer) -> bool:
    return answer.question.by_hand is None and _unreviewed(answer) == answer.question.max_score
