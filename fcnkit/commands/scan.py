"""`fcnkit scan`: reads answer sheets into tables and pages, and hands what is doubtful to a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fcnkit.commands.console import out as screen
from fcnkit.commands.console import progress, say_remarks
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.errors import UserError
from fcnkit.exams.by_hand import PAGE, TABLE, page, read_table, table
from fcnkit.exams.record import read_exam
from fcnkit.exams.results_table import ANSWERS, answers_csv
from fcnkit.grading.results import Status
from fcnkit.reports.item_analysis import analyse
from fcnkit.reports.tables import grades_csv
from fcnkit.reports.write import write_class, write_file, write_items, write_student
from fcnkit.text import Lang, Text

NO_EXTRA = Text(
    ko="답안지를 읽는 데 필요한 {name:이} 없습니다. `pip install 'fcnkit[scan]'`을 실행하세요.",
    en="reading answer sheets needs {name}, which is not installed; run pip install 'fcnkit[scan]'",
)
READING = Text(ko="답안지", en="answer sheets")
DONE = Text(
    ko="{pages}쪽에서 답안지 {sheets}부를 읽었습니다. 결과: {out}",
    en="Pages: {pages}, sheets read: {sheets}. Open {out}",
)
LEFT = Text(
    ko="사람이 볼 것이 {count}건 있습니다. {page}에서 보고 {table}에 적은 뒤 다시 실행하세요.",
    en="For a person to see: {count}. Look at {page}, write into {table}, and run this again.",
)


def scan(files: Sequence[Path], folder: Path, out: Path | None, lang: Lang | None, workers: int) -> bool:
    """Read the sheets and write what comes of them; whether nothing is left to be seen. Raises UserError."""
    try:
        from fcnkit.exams.results import results  # noqa: PLC0415  # OpenCV and PDFium, which are an extra
        from fcnkit.exams.scan.read_scans import pages_of, read_scans  # noqa: PLC0415
        from fcnkit.exams.scan.sheets import gather  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UserError(NO_EXTRA, name=error.name) from error
    speak = lang or detect_lang()
    exam = read_exam(folder)
    target = out or folder / "scan"
    told = read_table(target / TABLE)
    pages = pages_of(files)
    gathered = gather(progress(read_scans(pages, folder, workers), len(pages), READING[speak]), exam)
    outcome = results(gathered, exam, told, speak)
    say_remarks([*gathered.remarks, *outcome.remarks], speak)
    ids = sorted({question.item for form in exam.forms for question in form.questions})
    for result in outcome.results:
        if result.status is Status.GRADED:
            write_student(target, result, exam.title)
    write_file(target / TABLE, table(outcome.cases, told, speak))
    write_file(target / PAGE, page(outcome.cases, gathered.unread, told, speak))
    write_file(target / ANSWERS, answers_csv(outcome, exam, told))
    write_class(target, outcome.results, exam.title, grades_csv(outcome.results, ids, speak), speak)
    write_items(target, analyse(outcome.results), exam.title, speak)
    done = DONE.format(pages=len(pages), sheets=len(gathered.sheets), out=target / "index.html")
    screen.print(done[speak], soft_wrap=True, markup=False)
    left = sum(case.id not in told for case in outcome.cases)
    if left:
        said = LEFT.format(count=left, page=target / PAGE, table=target / TABLE)
        screen.print(said[speak], soft_wrap=True, markup=False)
    return not left and not gathered.remarks
