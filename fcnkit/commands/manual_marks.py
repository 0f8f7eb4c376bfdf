"""What `fcnkit grade` does about questions that a person grades: takes marks in, leaves a sheet for the rest."""

from __future__ import annotations

import getpass
import shlex
from collections.abc import Sequence
from pathlib import Path

from fcnkit.commands.console import say
from fcnkit.course import Assignment
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import SubmissionResult
from fcnkit.reviews import review_sheet
from fcnkit.reviews.importer import import_marks, is_imported
from fcnkit.text import Lang, Text
from fcnkit.whole_file import write_file

SHEET = "reviews.csv"
WAITING = Text(
    ko="직접 채점을 기다리는 답 {count}개: `fcnkit review {out}` 명령으로 브라우저에서 채점한 뒤, 이 명령을 다시 "
    "실행하세요. {sheet} 파일에 점수를 적고 --reviews {sheet:을} 붙여 실행해도 됩니다.",
    en="Answers that wait for marks by hand: {count}. Mark them in the browser with `fcnkit review {out}` and run this "
    "again; or enter the marks in {sheet} and run this again with --reviews {sheet}.",
)
LEFT_ALONE = Text(
    ko="{sheet}에 아직 반영하지 않은 점수가 있어 그대로 두었습니다. --reviews {sheet:으로} 먼저 반영하세요.",
    en="{sheet} holds marks that have not been taken in, so it was left as it is: use --reviews {sheet} first.",
)


def read_marks(reviews: Path | None) -> list[review_sheet.Row]:
    """The rows of the review sheet that was given. Raises UserError for what is none."""
    return [] if reviews is None else review_sheet.read(reviews)


def take_marks(
    gradebook: Gradebook, assignment: Assignment, marks: Sequence[review_sheet.Row], results: Sequence[SubmissionResult]
) -> list[SubmissionResult]:
    """Take the marks in and return the whole results that they change. Raises UserError, and takes none, if one is
    wrong."""
    changed = import_marks(gradebook, assignment.name, marks, results, somebody())
    return [result for result in gradebook.latest(assignment.name) if result.student in changed]


def somebody() -> str:
    """Who gives marks where the sheet does not say: whose account it is."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's number without a name
        return ""


def leave_sheet(out: Path, assignment: Assignment, gradebook: Gradebook, results: Sequence[SubmissionResult]) -> bool:
    """Write the review sheet, unless marks stand in the present one that would be lost; whether it is up to date."""
    if not assignment.scores.rubrics and not any(answer.review for result in results for answer in result.answers):
        return True
    path = out / SHEET
    try:
        replaceable = not path.exists() or is_imported(gradebook, assignment.name, review_sheet.read(path), results)
    except UserError:
        replaceable = False  # somebody's work, whatever it is
    if replaceable:
        write_file(path, review_sheet.write(results, assignment.scores.rubrics))
    return replaceable


def print_reviews(out: Path, results: Sequence[SubmissionResult], sheet_written: bool, lang: Lang) -> None:
    """How many answers wait for marks, and where they are to be entered."""
    waiting, path = sum(len(result.unreviewed) for result in results), str(out / SHEET)
    if not sheet_written:
        say(LEFT_ALONE.format(sheet=path)[lang])
    elif waiting:
        say(WAITING.format(count=waiting, out=shlex.quote(str(out)), sheet=path)[lang])
