"""`fcnkit export`: marks into the file that a learning platform exported."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from fcnkit.commands.console import err, say, warn
from fcnkit.commands.console import out as screen
from fcnkit.commands.graded_folder import open_graded
from fcnkit.commands.report_table import write_report
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.errors import UserError
from fcnkit.export.feedback_zip import moodle_names
from fcnkit.export.fill import Filled, RowOutcome, comment, fill
from fcnkit.export.matching import find_rows
from fcnkit.export.plain_table import is_final, plain_table
from fcnkit.export.platform_columns import Columns, Platform, below_titles, find_columns
from fcnkit.export.sheet import Sheet
from fcnkit.gradebook import Gradebook
from fcnkit.grading.feedback_policy import told
from fcnkit.grading.results import SubmissionResult
from fcnkit.reproducible_zip import write_zip
from fcnkit.roster import Roster, read_roster
from fcnkit.text import Lang, Text
from fcnkit.whole_file import encoded

REPORT = "export-report.csv"
COLUMNS = ("line", "student", "outcome", "score", "before", "rows_that_may_be_theirs")
OUTCOMES: Mapping[RowOutcome, Text] = {
    RowOutcome.FILLED: Text(ko="점수를 채운 줄", en="filled"),
    RowOutcome.NO_WORK: Text(ko="제출물이 없어 그대로 둔 줄", en="left as before: no work"),
    RowOutcome.NOT_GRADED: Text(
        ko="제출물을 채점하지 못해 그대로 둔 줄", en="left as before: the work could not be graded"
    ),
    RowOutcome.WAITING: Text(
        ko="직접 채점할 답이 남아 그대로 둔 줄", en="left as before: an answer waits for a person's marks"
    ),
    RowOutcome.LOCKED: Text(
        ko="플랫폼이 잠갔거나 면제한 학생이라 그대로 둔 줄", en="left as before: locked or excused by the platform"
    ),
    RowOutcome.NOT_A_STUDENT: Text(ko="학생이 아닌 줄", en="left as before: no student"),
    RowOutcome.AGAIN: Text(
        ko="같은 학생이 또 나와 그대로 둔 줄", en="left as before: a student who stands in another row, too"
    ),
    RowOutcome.MAYBE: Text(
        ko="아래 제출물의 것일 수 있어 그대로 둔 줄", en="left as before: may be one of the students' below"
    ),
    RowOutcome.UNSURE: Text(
        ko="어느 줄의 학생인지 확실하지 않은 제출물", en="filled in nowhere: the student's row is not sure"
    ),
    RowOutcome.NO_ROW: Text(ko="파일에 줄이 없는 학생", en="without a row in the file"),
}
LEFT_EMPTY = Text(
    ko="직접 채점할 답이 남았거나 채점하지 못해 점수를 비워 둔 줄",
    en="left empty: an answer waits for a person's marks, or the work could not be graded",
)
SETTLE = Text(
    ko="맞는 줄이 있으면 {aliases} 파일에 student,row 머리글을 쓰고, 학생 이름과 그 줄의 학번이나 이메일을 적은 뒤 "
    "다시 실행하세요.",
    en="Where a row is theirs, write the student and the row's id or e-mail into {aliases}, under the headings "
    "student,row, and run this again.",
)
WRITTEN = Text(ko="채운 파일: {out}  (줄마다의 결과: {report})", en="Written: {out}  (each row: {report})")
FEEDBACK = Text(
    ko="피드백 묶음: {path}  (Moodle의 '여러 피드백 파일을 zip으로 올리기'로 올리세요)",
    en="Feedback: {path}  (for Moodle's “Upload multiple feedback files in a zip”)",
)
NO_TEMPLATE = Text(
    ko="--template이 없습니다. {platform}에서 내려받은, 점수를 채울 파일을 지정하세요.",
    en="--template is missing: give the file that {platform} exported, to be filled in",
)
NOBODY = Text(
    ko="{path}: 파일에 있는 사람 가운데 여기에 제출한 사람이 없습니다. 이 과목의 파일을 지정하세요.",
    en="{path}: nobody on it has handed in here; give this course's file",
)
NOTHING = Text(
    ko="{path}: 확실히 아는 학생이 하나도 없어 파일을 쓰지 않았습니다. 이 과목의 파일이 맞는지 확인하세요.  "
    "(줄마다의 결과: {report})",
    en="{path}: no row is surely anybody's, so nothing was written; see that it is this course's file  (each row: "
    "{report})",
)
IS_TEMPLATE = Text(
    ko="--out {path}: 내려받은 원본 파일이며, 원본은 그대로 둡니다. 다른 파일을 지정하세요.",
    en="--out {path}: that is the template, which stays as it is; name another file",
)
EXISTS = Text(
    ko="--out {path}: 이미 있는 파일입니다. 다른 이름을 쓰세요.", en="--out {path}: is there already; name another file"
)
_MOST_NAMES = 20


def export(
    folder: Path,
    to: Platform,
    template: Path | None,
    column: str | None,
    out: Path | None,
    scale: bool,
) -> int:
    """Fill in a copy of `template`. The exit status: 1 when a graded student found no row.

    Raises UserError, and writes nothing, where the template does not fit.
    """
    lang = detect_lang()
    with open_graded(folder, is_for_reading=True, takes_exams=True) as (assignment, gradebook):
        results = list(gradebook.latest(assignment.name))
        if to == "csv" and template is None:
            return _write_plain(folder, out, gradebook, results, lang)
        _forget_report(folder)
        if template is None:
            raise UserError(NO_TEMPLATE, platform=to)
        sheet = below_titles(Sheet.read(template), to, assignment, column)
        columns = find_columns(sheet, to, assignment, column)
        people = read_roster(template)
        rows = find_rows(results, gradebook, people, folder)
    if results and not rows.of and not rows.unsure:
        raise UserError(NOBODY, path=template)
    comments = {each.student: comment(told(each, assignment.config), each.lang) for each in results}
    filled = fill(sheet, people, columns, rows, comments, scale)
    target = _target(folder, template, out)
    rows_of_report = (
        (each.line, each.student, each.outcome.value, each.score, each.before, each.hint) for each in filled.report
    )
    report = write_report(folder, target, REPORT, COLUMNS, rows_of_report)
    _print(filled, lang, folder)
    if results and not rows.of:
        say(NOTHING.format(path=template, report=report)[lang])
        return 1
    target.write_bytes(filled.content)
    say(WRITTEN.format(out=target, report=report)[lang])
    if to == "moodle":
        _write_feedback(folder, target, people, columns, rows.of, lang)
    is_complete = not any(line.outcome in (RowOutcome.NO_ROW, RowOutcome.UNSURE) for line in filled.report)
    return 0 if is_complete else 1


def _target(folder: Path, template: Path, out: Path | None) -> Path:
    target = out or folder / "export" / template.name
    if target.exists() and target.samefile(template):
        raise UserError(IS_TEMPLATE, path=target)
    if out is not None and target.exists():
        raise UserError(EXISTS, path=target)
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _forget_report(folder: Path) -> None:
    """What an earlier export did to its rows is no account of this one, should it be refused."""
    if os.access(folder, os.W_OK):
        (folder / REPORT).unlink(missing_ok=True)


def _print(filled: Filled, lang: Lang, folder: Path) -> None:
    for outcome, text in OUTCOMES.items():
        lines = [line for line in filled.report if line.outcome is outcome]
        if not lines:
            continue
        screen.print(f"{len(lines):5}  {text[lang]}", markup=False)
        if outcome in (RowOutcome.UNSURE, RowOutcome.NO_ROW):
            for line in lines[:_MOST_NAMES]:
                say(f"  {line.student} {line.hint}".rstrip(), err)
    if any(line.outcome in (RowOutcome.UNSURE, RowOutcome.NO_ROW) for line in filled.report):
        warn(SETTLE.format(aliases=folder / "aliases.csv")[lang])


def _write_plain(
    folder: Path, out: Path | None, gradebook: Gradebook, results: Sequence[SubmissionResult], lang: Lang
) -> int:
    target = out or folder / "export" / "marks.csv"
    target.parent.mkdir(parents=True, exist_ok=True)
    people = gradebook.register.people() | gradebook.register.enlisted()
    table = plain_table(results, people)
    target.write_bytes(encoded(table))  # into what was named, which may be no ordinary file
    count = sum(is_final(result) for result in results)
    if count < len(results):
        screen.print(f"{len(results) - count:5}  {LEFT_EMPTY[lang]}", markup=False)
    say(f"{count:5}  {OUTCOMES[RowOutcome.FILLED][lang]}: {target}")
    return 0


def _write_feedback(
    folder: Path, target: Path, people: Roster, columns: Columns, of: Mapping[int, SubmissionResult], lang: Lang
) -> None:
    pages = {line: folder / "feedback" / f"{result.student}.html" for line, result in of.items()}
    names = moodle_names(people, columns)
    members = {names[line]: page.read_bytes() for line, page in pages.items() if line in names and page.is_file()}
    path = write_zip(target.with_name(f"{target.stem}-feedback.zip"), members)
    say(FEEDBACK.format(path=path)[lang])
