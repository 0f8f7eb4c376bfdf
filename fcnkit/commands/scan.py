"""`fcnkit scan`: reads answer sheets into tables and pages, and hands what is doubtful to a person."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from fcnkit.bounded_file import read_bounded_text
from fcnkit.commands.console import progress, say, say_remarks
from fcnkit.commands.output_lock import check_assignment, exclusive_lock
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.errors import UserError
from fcnkit.exams.by_hand import PAGE, TABLE, page, read_table, table
from fcnkit.exams.gradebook_entry import FILE as CONFIG
from fcnkit.exams.gradebook_entry import entry, name_of
from fcnkit.exams.record import Exam, read_exam
from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.intake.disk import GRADEBOOK
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.reports.item_analysis import analyse
from fcnkit.reports.tables import grades_csv
from fcnkit.reports.write import write_class, write_items, write_student
from fcnkit.text import Lang, Text
from fcnkit.whole_file import write_file

READ = "scanned.txt"
"""The names of the files that were read."""
NO_EXTRA = Text(
    ko="답안지를 읽는 데 필요한 {name:이} 없습니다. `pip install 'fcnkit[scan]'`을 실행하세요.",
    en="reading answer sheets needs {name}, which is not installed; run pip install 'fcnkit[scan]'",
)
OTHERS_BEFORE = Text(
    ko="{out}: 전에 {files}에서 읽은 결과가 있습니다. 그 파일도 함께 지정하거나, 새로 시작하려면 --out에 다른 폴더를 "
    "쓰세요.",
    en="{out}: holds what was read from {files} before; name these files, too, or start anew in another --out",
)
READING = Text(ko="답안지", en="answer sheets")
DONE = Text(
    ko="{pages}쪽에서 답안지 {sheets}부를 읽었습니다. 결과: {out}",
    en="Pages: {pages}, sheets read: {sheets}. Open {out}",
)
LEFT = Text(
    ko="분명하지 않은 것 {count}건을 {page}에서 보고 {table}에 적은 뒤 다시 실행하세요.",
    en="Not clear: {count}. Look at {page}, write into {table}, and run this again.",
)
WAITING = Text(
    ko="점수를 기다리는 답 {count}개: `fcnkit review {out}` 명령으로 채점하고, 이 명령을 다시 실행하세요.",
    en="Answers that wait for marks: {count}. Run fcnkit review {out}, then this again.",
)


def scan(files: Sequence[Path], folder: Path, out: Path | None, lang: Lang | None, workers: int) -> bool:
    """Read the sheets and write what comes of them; whether nothing is left to be seen. Raises UserError."""
    try:
        from fcnkit.exams.answers_table import ANSWERS, answers_csv  # noqa: PLC0415
        from fcnkit.exams.exam_results import results  # noqa: PLC0415  # OpenCV and PDFium, which are an extra
        from fcnkit.exams.scan.read_scans import pages_of, read_scans  # noqa: PLC0415
        from fcnkit.exams.scan.sheets import gather  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UserError(NO_EXTRA, name=error.name) from error
    speak = lang or detect_lang()
    exam = read_exam(folder)
    target = out or folder / "scan"
    _check_files(target, files)
    told = read_table(target / TABLE)
    pages = pages_of(files)
    gathered = gather(progress(read_scans(pages, folder, workers), len(pages), READING[speak]), exam)
    outcome = results(gathered, exam, told, speak)
    say_remarks([*gathered.notes, *gathered.remarks, *outcome.remarks], speak)
    target.mkdir(parents=True, exist_ok=True)
    with exclusive_lock(target):
        write_file(target / READ, "".join(f"{path.name}\n" for path in files))
        write_file(target / TABLE, table(outcome.cases, told, speak))
        write_file(target / PAGE, page(outcome.cases, gathered.unread, told, speak))
        write_file(target / ANSWERS, answers_csv(outcome, exam, told))
        marked = _enter(outcome.results, exam, target)
        _write_pages(marked, exam, target, speak)
    done = DONE.format(pages=len(pages), sheets=len(gathered.sheets), out=target / "index.html")
    say(done[speak])
    left = sum(case.id not in told for case in outcome.cases)
    waiting = sum(len(result.unreviewed) for result in marked)
    if left:
        said = LEFT.format(count=left, page=target / PAGE, table=target / TABLE)
        say(said[speak])
    if waiting:
        say(WAITING.format(count=waiting, out=target)[speak])
    return bool(gathered.sheets) and not left and not waiting and not gathered.remarks


def _check_files(target: Path, files: Sequence[Path]) -> None:
    """What is not read again would be missing from the tables, as would what people have said of it."""
    record = target / READ
    before = read_bounded_text(record).splitlines() if record.is_file() else []
    others = [name for name in before if name not in {path.name for path in files}]
    if others:
        raise UserError(OTHERS_BEFORE, out=target, files=", ".join(others))


def _enter(results: Sequence[SubmissionResult], exam: Exam, target: Path) -> list[SubmissionResult]:
    """Write results into the gradebook; returns what counts, with the marks that people have given."""
    config = entry(exam)
    write_file(target / CONFIG, config.model_dump_json(indent=1, exclude_unset=True))
    with Gradebook(target / GRADEBOOK) as gradebook:
        check_assignment(target, gradebook, name_of(exam))
        return [
            gradebook.append(_key(result, exam), result) if result.status is Status.GRADED else result
            for result in results
        ]


def _key(result: SubmissionResult, exam: Exam) -> Key:
    """The same sheet read in the same way needs no second row; however often it is read, it is one attempt."""
    digest = hashlib.sha256(result.model_dump_json().encode()).hexdigest()
    return Key(result.identity, digest, exam.id, "", "", attempt=exam.id)


def _write_pages(results: Sequence[SubmissionResult], exam: Exam, target: Path, lang: Lang) -> None:
    ids = [question.id for question in entry(exam).questions]
    for result in results:
        if result.status is not Status.MISSING:
            write_student(target, result, exam.title)
    write_class(target, results, exam.title, grades_csv(results, ids, lang), lang, is_on_paper=True)
    write_items(target, analyse(results), exam.title, lang)
