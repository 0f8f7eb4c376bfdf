"""`fcnkit return`: students' pages, bundled for a learning platform or as mails. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from fcnkit.commands.after_deadline import check_key_may_be_told
from fcnkit.commands.console import err, say, warn
from fcnkit.commands.console import out as screen
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.report_table import write_report
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.exams.gradebook_entry import FILE as EXAM
from fcnkit.export.deliveries import (
    Delivery,
    DeliveryOutcome,
    by_gradebook,
    by_list,
    for_canvas,
    for_moodle,
    totals,
    without_work,
)
from fcnkit.export.mails import as_mbox, is_address, mail
from fcnkit.export.matching import find_rows
from fcnkit.export.pages import current_page
from fcnkit.export.platform_columns import find_columns
from fcnkit.export.sheet import Sheet
from fcnkit.gradebook import Gradebook
from fcnkit.grading.feedback_policy import is_told
from fcnkit.grading.results import SubmissionResult
from fcnkit.reproducible_zip import write_zip
from fcnkit.roster import read_roster
from fcnkit.text import Lang, Text

Destination = Literal["moodle", "canvas", "eml", "mbox"]
REPORT = "return-report.csv"
COLUMNS = ("student", "outcome", "to", "rows_that_may_be_theirs")
DEFAULT_OUT = {"moodle": "moodle-feedback.zip", "canvas": "canvas-feedback.zip", "eml": "mails", "mbox": "mails.mbox"}
OUTCOMES = {
    DeliveryOutcome.WITH_PAGE: Text(ko="페이지를 담은 학생", en="students with a page"),
    DeliveryOutcome.NO_WORK: Text(ko="제출하지 않은 학생", en="students without work"),
    DeliveryOutcome.NOT_GRADED: Text(
        ko="아직 채점하지 못한 학생(다시 채점하세요)", en="students whose work is not graded yet; grade it again"
    ),
    DeliveryOutcome.NO_ADDRESS: Text(
        ko="메일 주소가 없어 뺀 학생(주소가 있는 명단을 --roster로 지정하세요)",
        en="students left out, since they have no mail address; name a list that has it with --roster",
    ),
    DeliveryOutcome.SHARED: Text(
        ko="여러 명이 같은 메일 주소를 써서 뺀 학생",
        en="students left out, since their mail address is another's, too",
    ),
    DeliveryOutcome.UNSURE: Text(
        ko="명단의 누구인지 확실하지 않아 뺀 학생",
        en="students left out, since it is not sure who on the list they are",
    ),
    DeliveryOutcome.NO_ROW: Text(ko="명단에 없어 뺀 학생", en="students left out, since they are not on the list"),
    DeliveryOutcome.LOCKED: Text(
        ko="Moodle이 점수를 잠가 뺀 학생", en="students left out, since Moodle has locked their grade"
    ),
    DeliveryOutcome.NOT_FROM_CANVAS: Text(
        ko="Canvas에서 내려받은 제출물이 아니어서 뺀 학생",
        en="students left out, since their hand-in is not as Canvas named it",
    ),
}
"""In the order in which they are printed; from the third on, something is left to do."""
FINE = {DeliveryOutcome.WITH_PAGE, DeliveryOutcome.NO_WORK, DeliveryOutcome.LOCKED}
WRITTEN = Text(ko="{what}: {out}  (학생마다의 결과: {report})", en="{what}: {out}  (each student: {report})")
WHAT = {
    "moodle": Text(
        ko="Moodle의 '여러 피드백 파일을 zip으로 올리기'로 올리세요",
        en="For Moodle’s “Upload multiple feedback files in a zip”",
    ),
    "canvas": Text(ko="Canvas 성적부의 '제출물 업로드'로 올리세요", en="For “Upload Submissions” of Canvas’ gradebook"),
    "eml": Text(ko="메일 프로그램에서 열어 보내세요", en="Mails, to be opened and sent by a mail program"),
    "mbox": Text(ko="메일 프로그램으로 가져와 보내세요", en="Mails, to be imported and sent by a mail program"),
}
NOBODY = Text(
    ko="돌려줄 페이지가 없어 아무것도 만들지 않았습니다.  (학생마다의 결과: {report})",
    en="Nobody's page can be handed back, so nothing was written.  (each student: {report})",
)
NEEDS_WORKSHEET = Text(
    ko="--roster가 없습니다. Moodle에서 내려받은 채점 워크시트를 지정하세요. 학생을 찾는 번호가 그 안에 있습니다.",
    en="--roster is missing: give the grading worksheet that Moodle exported, which holds the numbers it goes by",
)
NO_SENDER = Text(
    ko="--sender {sender!r}: 메일 주소 하나가 아닙니다. me@example.ac.kr처럼 쓰세요.",
    en="--sender {sender!r} is not one mail address; write it like me@example.edu",
)
NOT_MAIL = Text(
    ko="--sender는 메일에만 씁니다. --to eml이나 --to mbox와 함께 쓰거나 빼세요.",
    en="--sender is for mails: use it with --to eml or --to mbox, or leave it out",
)
NOT_IN_CANVAS = Text(
    ko="--to canvas: Canvas는 거기에 제출된 것에만 피드백을 받으므로 종이 시험에는 쓸 수 없습니다. 점수는 `fcnkit "
    "export`로 올리고, 페이지는 --to eml이나 --to mbox로 보내세요.",
    en="--to canvas: Canvas takes feedback on what was handed in there alone, so not on an exam on paper; upload marks "
    "with fcnkit export, and send pages with --to eml or --to mbox",
)
EXISTS = Text(
    ko="{path}: 이미 있습니다. 전에 만든 것이면 지우거나, --out에 다른 이름을 쓰세요.",
    en="{path}: is there already; remove what an earlier run has left, or name another --out",
)
NOT_YET = Text(
    ko="점수와 설명을 아직 모두 알려 줄 수 없는 학생이 {count}명 있습니다(feedback = {feedback!r}). 마감이 지난 뒤 "
    "다시 실행하세요.",
    en="Students whose pages do not tell everything yet: {count} (feedback = {feedback!r}). Run this again after the "
    "deadline.",
)
WAITING = Text(
    ko="직접 채점할 답이 남은 학생이 {count}명 있습니다. 그 학생의 페이지에는 점수를 기다린다고 쓰여 있습니다.",
    en="Students with an answer that waits for marks by hand: {count}. Their pages say so.",
)
_MOST_NAMES = 20


def hand_back(
    folder: Path,
    to: Destination,
    roster: Path | None,
    out: Path | None,
    sender: str | None,
    lang: Lang | None,
    *,
    after_deadline: bool = False,
) -> int:
    """Bundle everybody's page. The exit status: 1 when somebody's page goes nowhere that should.

    Raises UserError, and writes nothing, where the roster does not fit or the place is taken.
    """
    speak = detect_lang()
    _check_sender(to, sender)
    if to == "moodle" and roster is None:
        raise UserError(NEEDS_WORKSHEET)
    if to == "canvas" and (folder / EXAM).is_file():
        raise UserError(NOT_IN_CANVAS)
    target = _target(folder, to, out)
    with open_graded(folder, is_for_reading=True, takes_exams=True) as (assignment, gradebook):
        if after_deadline:
            check_key_may_be_told(assignment)
        results = [
            result if lang is None else result.model_copy(update={"lang": lang})
            for result in gradebook.latest(assignment.name)
        ]
        deliveries = _deliveries(folder, to, roster, gradebook, results, assignment)
    _write(target, to, deliveries, assignment, sender, with_key=after_deadline)
    rows = ((each.student, each.outcome.value, each.to, each.hint) for each in deliveries)
    report = write_report(folder, target, REPORT, COLUMNS, rows)
    _print(deliveries, speak)
    _warn(deliveries, assignment, speak)
    said = WRITTEN if totals(deliveries)[DeliveryOutcome.WITH_PAGE] else NOBODY
    say(said.format(what=WHAT[to], out=target, report=report)[speak])
    return 0 if totals(deliveries).keys() <= FINE else 1


def _check_sender(to: Destination, sender: str | None) -> None:
    if sender is not None and to not in ("eml", "mbox"):
        raise UserError(NOT_MAIL)
    if sender is not None and not is_address(sender):
        raise UserError(NO_SENDER, sender=sender)


def _target(folder: Path, to: Destination, out: Path | None) -> Path:
    """Where it goes. Mails of an earlier run are never mixed with these: they could be sent twice."""
    target = out or folder / "return" / DEFAULT_OUT[to]
    if (out is not None or to == "eml") and target.exists():
        raise UserError(EXISTS, path=target)
    return target


def _deliveries(
    folder: Path,
    to: Destination,
    roster: Path | None,
    gradebook: Gradebook,
    results: Sequence[SubmissionResult],
    assignment: Assignment,
) -> list[Delivery]:
    if roster is None:
        return for_canvas(results) if to == "canvas" else by_gradebook(results, gradebook)
    people = read_roster(roster)
    rows = find_rows(results, gradebook, people, folder)
    if to == "moodle":
        return for_moodle(people, find_columns(Sheet.read(roster), to, assignment, None), rows)
    return [*for_canvas(results), *without_work(people, rows)] if to == "canvas" else by_list(people, rows)


def _write(
    target: Path,
    to: Destination,
    deliveries: Sequence[Delivery],
    assignment: Assignment,
    sender: str | None,
    *,
    with_key: bool,
) -> None:
    with_page = [
        (each, each.result) for each in deliveries if each.outcome is DeliveryOutcome.WITH_PAGE and each.result
    ]
    if not with_page:
        return
    pages = {each.to: current_page(result, assignment, with_key=with_key) for each, result in with_page}
    if to in ("moodle", "canvas"):
        write_zip(target, pages)
        return
    mails = {
        each.student: mail(result, each.name, each.to, pages[each.to], assignment, sender) for each, result in with_page
    }
    if to == "mbox":
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"".join(map(as_mbox, mails.values())))
        return
    target.mkdir(parents=True)
    for student, message in mails.items():
        (target / f"{student}.eml").write_bytes(message.as_bytes())


def _print(deliveries: Sequence[Delivery], lang: Lang) -> None:
    for outcome, text in OUTCOMES.items():
        students = [each for each in deliveries if each.outcome is outcome]
        if students:
            screen.print(f"{len(students):5}  {text[lang]}", markup=False)
        if outcome not in FINE:
            for each in students[:_MOST_NAMES]:
                say(f"  {each.student} {each.hint}".rstrip(), err)


def _warn(deliveries: Sequence[Delivery], assignment: Assignment, lang: Lang) -> None:
    config = assignment.config
    waiting = sum(bool(each.result and each.result.unreviewed) for each in deliveries)
    if waiting:
        warn(WAITING.format(count=waiting)[lang])
    untold = sum(each.result is not None and not is_told(config, each.result.due) for each in deliveries)
    if untold:
        said = NOT_YET.format(count=untold, feedback=config.feedback)
        warn(said[lang])
