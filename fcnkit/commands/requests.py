"""`fcnkit requests`: students' slips in, a sheet out in which they are settled."""

from __future__ import annotations

from pathlib import Path

from fcnkit.commands.console import say, warn
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.errors import UserError
from fcnkit.exams.gradebook_entry import FILE as EXAM
from fcnkit.grading.intake.submission import listed
from fcnkit.reviews import review_sheet
from fcnkit.reviews.corrections import ReviewError
from fcnkit.reviews.importer import is_imported
from fcnkit.reviews.regrade_requests import matched, sheet
from fcnkit.reviews.regrade_slips import read_slips
from fcnkit.text import Text
from fcnkit.whole_file import write_file

SHEET = "requests.csv"
COLLECTED = Text(
    ko="요청 {count}건을 {sheet}에 모았습니다(이미 사람이 점수를 준 답 {settled}건). 점수와 이유를 적고 "
    "`fcnkit grade … --reviews {sheet}`{sheet:~으로} 반영하세요. 점수를 그대로 두려면 지금 점수와 이유를 적으세요.",
    en="Requests in {sheet}: {count} (about answers that a person has marked: {settled}). Enter "
    "points and a reason, and take them in with "
    "`fcnkit grade … --reviews {sheet}`; to leave a mark as it is, enter that mark and the reason.",
)
ON_PAPER = Text(
    ko="요청 {count}건을 {sheet}에 모았습니다(이미 사람이 점수를 준 답 {settled}건). `fcnkit review {folder} "
    "--question ID` 명령으로 점수와 이유를 주고 `fcnkit scan`을 다시 실행하세요.",
    en="Requests in {sheet}: {count} (about answers that a person has marked: {settled}). Give points and a reason "
    "with `fcnkit review {folder} --question ID`, and run fcnkit scan again.",
)
WITHOUT_SLIP = Text(
    ko="페이지에서 복사한 글이 없어 모으지 않은 파일 {count}개: {names}. 무엇이 적혀 있는지 직접 읽어 보세요.",
    en="Files without a slip, which were not collected: {count} ({names}). Read for yourself what stands in them.",
)
NOT_TAKEN_IN = Text(
    ko="{sheet}에 아직 반영하지 않은 점수가 있습니다. `fcnkit grade … --reviews {sheet}`{sheet:~으로} 먼저 반영하거나, "
    "파일을 다른 곳으로 옮기세요.",
    en="{sheet} holds marks that have not been taken in; use `fcnkit grade … --reviews {sheet}` first, or move it away",
)


def requests(path: Path, folder: Path) -> int:
    """Write `requests.csv` into a graded folder. The exit status: 1 where a slip is about no answer that counts."""
    lang = detect_lang()
    sent, target = read_slips(path), folder / SHEET
    with open_graded(folder, is_for_reading=True, takes_exams=True) as (assignment, gradebook):
        try:
            rows = review_sheet.read(target) if target.exists() else []
            is_free = is_imported(gradebook, assignment.name, rows, gradebook.latest(assignment.name) if rows else ())
        except ReviewError:
            is_free = False
        if not is_free:
            raise UserError(NOT_TAKEN_IN, sheet=target)
        found, complaints = matched(gradebook, assignment.name, sent.slips)
    for complaint in complaints:
        warn(complaint[lang])
    if sent.others:
        warn(WITHOUT_SLIP.format(count=len(sent.others), names=listed(map(str, sent.others)))[lang])
    if found:
        write_file(target, sheet(found, lang))
        settled = sum(request.answer.review is not None for request in found)
        said = (ON_PAPER if (folder / EXAM).is_file() else COLLECTED).format(
            folder=folder, count=len(found), settled=settled, sheet=target
        )
        say(said[lang])
    return 1 if complaints else 0
