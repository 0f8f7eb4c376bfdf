"""Finds the answers that students' slips are about, and makes a sheet to settle them in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Answer, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reviews.checks_text import checks_text
from fcnkit.reviews.regrade_slips import Slip
from fcnkit.spreadsheet import as_csv
from fcnkit.text import Lang, Text

COLUMNS = (
    "student", "question", "request", "answer", "checks", "max_points", "automatic", "mark", "points", "reason", "by",
    "answer_id", "submission",
)  # fmt: skip
OTHER_ASSIGNMENT = Text(
    ko="{place}: {said} 과제의 요청입니다. 여기에는 {assignment} 과제의 성적부가 있습니다.",
    en="{place}: a request about {said}; this gradebook is of {assignment}",
)
UNKNOWN = Text(
    ko="{place}: {student!r}, {question!r}의 답안 번호 {id!r:은} 이 성적부에 없습니다. 피드백 페이지에서 복사한 것이 "
    "아니거나 고친 것입니다.",
    en="{place}: {student!r}, {question!r}: there is no answer {id!r} in this gradebook; it was not copied from a "
    "feedback page, or was changed",
)
OF_ANOTHER = Text(
    ko="{place}: {student!r}, {question!r}의 요청에 다른 답안({other}, {other_question})의 번호 {id!r:이} 있습니다. "
    "누구의 요청인지 확인하세요.",
    en="{place}: {student!r}, {question!r} asks with the id {id!r} of another answer ({other}, {other_question}); see "
    "whose request it is",
)
OUTDATED = Text(
    ko="{place}: {student} 학생의 {question} 답안이 그 뒤에 바뀌어서, 지난 답안({id})에 대한 요청입니다. 새 페이지의 "
    "글로 다시 요청해 달라고 하세요.",
    en="{place}: the answer of {student} to {question} has changed since; this is about the earlier one ({id}). Ask "
    "for a slip of the new page",
)
NO_REASON = Text(
    ko="{place}: {student} 학생의 {question} 요청에 이유가 없습니다. 파일의 다른 곳에 썼다면 '이유:' 뒤로 옮기고 "
    "다시 실행하세요.",
    en="{place}: the request of {student} about {question} gives no reason; where it stands elsewhere in the file, "
    "move it behind 'my reason is:' and run this again",
)

MAX_REASONS = 7
"""Reasons about one answer that the sheet shows: more text than a spreadsheet's cell holds could not be read back."""


@dataclass(frozen=True)
class Request:
    """What a student asks about the answer that counts."""

    answer: Answer
    result: SubmissionResult
    reasons: tuple[str, ...]


def matched(gradebook: Gradebook, assignment: str, slips: Sequence[Slip]) -> tuple[list[Request], list[Text]]:
    """The requests about answers that count now, and a sentence for each slip that is about no such."""
    results = list(gradebook.latest(assignment))
    now = {(result.student, answer.question.id): (answer, result) for result in results for answer in result.answers}
    known = {answer.id: (answer.student, answer) for answer, _ in now.values()}
    if any(slip.answer not in known for slip in slips):
        known = dict(gradebook.all_answers(assignment)) | known
    reasons: defaultdict[str, dict[str, None]] = defaultdict(dict)
    about: dict[str, tuple[Answer, SubmissionResult]] = {}
    complaints = []
    for slip in slips:
        complaint = _complaint(slip, assignment, known, now)
        if complaint is not None:
            complaints.append(complaint)
            continue
        student, answer = known[slip.answer]
        about[slip.answer] = now[student, answer.question.id]
        reasons[slip.answer][slip.reason] = None
    return [Request(*about[id], tuple(reasons[id])) for id in about], complaints


def _complaint(
    slip: Slip,
    assignment: str,
    known: Mapping[str, tuple[str, Answer]],
    now: Mapping[tuple[str, str], tuple[Answer, SubmissionResult]],
) -> Text | None:
    said = {"place": slip.place, "student": slip.student, "question": slip.question, "id": slip.answer}
    if slip.assignment != assignment:
        return OTHER_ASSIGNMENT.format(place=slip.place, said=slip.assignment or "?", assignment=assignment)
    if slip.answer not in known:
        return UNKNOWN.format(**said)
    student, answer = known[slip.answer]
    if slip.question != answer.question.id or slip.student not in (student, answer.student):
        return OF_ANOTHER.format(other=student, other_question=answer.question.id, **said)
    counts = now.get((student, slip.question))
    if counts is None or counts[0].fingerprint != answer.fingerprint:
        return OUTDATED.format(**said)
    return None if slip.reason else NO_REASON.format(**said)


def sheet(requests: Iterable[Request], lang: Lang) -> str:
    """The requests as CSV for Excel. With points and a reason entered, it is a review sheet."""
    in_order = sorted(requests, key=lambda each: (each.answer.student, each.answer.question.id))
    return as_csv(COLUMNS, (_row(request, lang) for request in in_order))


def _row(request: Request, lang: Lang) -> tuple[str, ...]:
    question, review = request.answer.question, request.answer.review
    automatic = question.score if question.automatic is None and question.by_hand is None else question.automatic
    return (
        request.answer.student, question.id, _together(request.reasons),
        "" if question.by_hand is None else question.by_hand.answer, checks_text(question, lang),
        plain(question.max_score), _number(automatic), _number(question.score),
        *((plain(review.points), review.comment, review.by) if review else ("", "", "")),
        request.answer.id, request.result.submission,
    )  # fmt: skip


def _together(reasons: Sequence[str]) -> str:
    more = len(reasons) - MAX_REASONS
    return "\n\n".join([*reasons[:MAX_REASONS], *([f"… (+{more})"] if more > 0 else [])])


def _number(value: float | None) -> str:
    return "" if value is None else plain(value)
