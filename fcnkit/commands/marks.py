"""`fcnkit marks`: the whole history of one student's marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from fcnkit.commands.console import out as screen
from fcnkit.commands.console import say
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.one_student import even, result_of
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Course
from fcnkit.deadlines.late_work import Terms
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.given_marks import Given
from fcnkit.gradebook.history import Graded, Why
from fcnkit.grading.intake.disk import GRADEBOOK
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.phrases import phrase
from fcnkit.reports.tables import grades_in
from fcnkit.spreadsheet import unescape_formula
from fcnkit.text import Lang, Text

WHY: Mapping[Why, Text] = {
    "first": Text(ko="처음 채점", en="graded for the first time"),
    "attempt": Text(ko="다시 제출한 것을 채점", en="another hand-in"),
    "suite": Text(ko="숨은 검사가 바뀌어 다시 채점", en="graded again: the hidden checks have changed"),
    "environment": Text(ko="채점기가 바뀌어 다시 채점", en="graded again: the grader has changed"),
    "device": Text(ko="다른 장치에서 다시 채점", en="graded again on another device"),
    "again": Text(ko="요청에 따라 다시 채점", en="graded again, as asked"),
}
BY_HAND = Text(ko="{question}: 직접 채점 {points}점", en="{question}: {points:+point} by hand")
CORRECTED = Text(
    ko="{question}: 자동 채점 {automatic}점을 {points}점으로 고침",
    en="{question}: {automatic:+point} corrected to {points}",
)
TAKEN_BACK = Text(ko="{question}: 사람이 준 점수를 거둠", en="{question}: a person's marks taken back")
BY = Text(ko="{said} ({by})", en="{said}, by {by}")
COUNTS = Text(ko="지금 점수: {marks}", en="Counts now: {marks}")
GRANTED = Text(ko="명단: {said}", en="the roster: {said}")
NOTHING_GRANTED = Text(ko="따로 정한 것 없음", en="nothing of one's own")
TERMS = {
    "due": Text(ko="마감 {said}", en="due {said}"),
    "extension": Text(ko="연장 {said}", en="extension {said}"),
    "waive": Text(ko="면제 {said}", en="waive {said}"),
    "submitted": Text(ko="제출 {said}", en="submitted {said}"),
}
LATE = Text(ko="  {rule} 늦지 않았으면: {marks}", en="  {rule} Without lateness: {marks}")
CHANGED = Text(
    ko="{question}: 고칠 때 {then}점이던 자동 채점 결과가 지금은 {now}점입니다.",
    en="{question}: the checks came to {then} when the mark was corrected, and come to {now} now.",
)
MISSING = Text(
    ko="{student}: 명단에 있지만 제출하지 않았습니다.", en="{student}: on the roster, but has handed in nothing."
)
WAITS = Text(ko="직접 채점을 기다리는 문제: {questions}", en="Waits for marks by hand: {questions}")


def marks(folder: Path, student: str) -> None:
    """Print every grading and every mark by hand of a student, named by label or id. Raises UserError for nobody."""
    lang = detect_lang()
    with open_graded(folder, is_for_reading=True, takes_exams=True) as (assignment, gradebook):
        if (missing := _missing(folder, gradebook, assignment.name, student)) is not None:
            say(MISSING.format(student=missing)[lang])
            return
        result = result_of(gradebook, assignment.name, student, folder / GRADEBOOK)
        events = gradebook.history(assignment.name, result.identity)
        terms = gradebook.granted.history(assignment.name, result.identity)
    said = [(event.at, _said(event, lang)) for event in events] + [(at, _granted(each, lang)) for at, each in terms]
    screen.print(f"{result.student}  {result.id}".rstrip(), markup=False)
    clock = Course.find().timezone
    for at, what in sorted(said, key=lambda each: each[0]):
        moment = datetime.fromisoformat(at).astimezone(clock)
        say(f"  {moment:%Y-%m-%d %H:%M %Z}  {what}")
    for line in _now(result, events, lang):
        say(line)


def _now(result: SubmissionResult, events: Sequence[Graded | Given], lang: Lang) -> Iterator[str]:
    """What counts, and what an instructor should know of it."""
    yield COUNTS.format(marks=_marks(result.status, result.final, result.max_score, lang))[lang]
    if result.late is not None:
        raw = _marks(result.status, result.score, result.max_score, lang)
        yield LATE.format(rule=result.late.rule[lang], marks=raw)[lang]
    if result.unreviewed:
        yield WAITS.format(questions=", ".join(each.id for each in result.unreviewed))[lang]
    given = {event.answer: event for event in events if isinstance(event, Given)}
    for answer in result.answers:
        then, now = given.get(answer.id), answer.question.automatic
        if then is not None and now is not None and then.automatic not in (None, now):
            marks = {"then": plain(then.automatic or 0), "now": plain(now)}
            yield CHANGED.format(question=answer.question.id, **marks)[lang]
    yield from (f"  {note[lang]}" for note in result.notes)


def _granted(terms: Terms, lang: Lang) -> str:
    said = [text.format(said=getattr(terms, name))[lang] for name, text in TERMS.items() if getattr(terms, name)]
    return GRANTED.format(said=", ".join(said) or NOTHING_GRANTED[lang])[lang]


def _missing(folder: Path, gradebook: Gradebook, assignment: str, student: str) -> str | None:
    """Who is on the roster alone: the gradebook holds nothing of them, but the table does."""
    absent = [row for row in grades_in(folder / "grades.csv") if row["status"] == Status.MISSING]
    asked = [row["student"] for row in absent if even(student) in (even(row["student"]), even(row["id"]))]
    known = {name for each in gradebook.latest(assignment) for name in (even(each.student), even(each.id))}
    return unescape_formula(asked[0]) if len(asked) == 1 and even(student) not in known else None


def _said(event: Graded | Given, lang: Lang) -> str:
    if isinstance(event, Given):
        return _given(event, lang)
    marks = _marks(event.status, event.score, event.max_score, lang)
    return f"{marks:>12}  {WHY[event.why][lang]}: {event.submission}"


def _given(event: Given, lang: Lang) -> str:
    if event.points is None:
        said = TAKEN_BACK.format(question=event.question)[lang]
    elif event.automatic is None:
        said = BY_HAND.format(question=event.question, points=plain(event.points))[lang]
    else:
        marks = {"automatic": plain(event.automatic), "points": plain(event.points)}
        said = CORRECTED.format(question=event.question, **marks)[lang]
    said = BY.format(said=said, by=event.by)[lang] if event.by else said
    return f"{said} – {event.comment}" if event.comment else said


def _marks(status: Status, score: float, max_score: float, lang: Lang) -> str:
    return f"{plain(score)} / {plain(max_score)}" if status is Status.GRADED else phrase(status.value, lang)
