"""The slip with which a student asks for another look at one answer: plain text, to be sent in any way.

What stands in it is read back by `fcnkit.reviews.regrade_slips`. It proves nothing: whose answer it is, the gradebook
knows.
"""

from __future__ import annotations

from collections.abc import Mapping

from fcnkit.grading.results import Answer, SubmissionResult
from fcnkit.text import Lang, Text

BEGINS, ENDS = "[fcnkit", "[/fcnkit]"
HEADING = Text(ko=f"{BEGINS} 다시 봐 주세요]", en=f"{BEGINS} regrade request]")
FIELDS: Mapping[str, Text] = {
    "assignment": Text(ko="과제", en="assignment"),
    "student": Text(ko="학생", en="student"),
    "question": Text(ko="문제", en="question"),
    "answer": Text(ko="답안", en="answer"),
    "reason": Text(ko="이유", en="my reason is"),
}


def slips(result: SubmissionResult) -> list[tuple[Answer, str]]:
    """One for each answer that has marks, but not all; none for work that no gradebook knows."""
    if not result.attempt:
        return []
    lost = [answer for answer in result.answers if answer.question.score not in (None, answer.question.max_score)]
    return [(answer, slip(result.assignment, answer, result.lang)) for answer in lost]


def slip(assignment: str, answer: Answer, lang: Lang) -> str:
    """The text to copy, which ends where the reason is to be written."""
    said = {"assignment": assignment, "student": answer.student, "question": answer.question.id, "answer": answer.id}
    lines = [f"{FIELDS[field][lang]}: {value}" for field, value in said.items()]
    return "\n".join([HEADING[lang], *lines, f"{FIELDS['reason'][lang]}: …", ENDS])
