"""Sheets that were printed by us, filled in and scanned by a simulator; and all that can be wrong with a scan."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pytest
from scanner import Filled, Grey, Scanner, as_pdf, fill_in, scan

from fcnkit.errors import UserError
from fcnkit.exams import by_hand
from fcnkit.exams.answers_table import answers_csv
from fcnkit.exams.build_exam import Built
from fcnkit.exams.by_hand import read_table, table
from fcnkit.exams.exam_results import Outcome, results
from fcnkit.exams.record import Exam, Sheet
from fcnkit.exams.scan.mark_reading import Doubt, Reading
from fcnkit.exams.scan.page_reader import PageReading, Trouble, read_page
from fcnkit.exams.scan.pdf_pages import Scan
from fcnkit.exams.scan.read_scans import ScannedPage
from fcnkit.exams.scan.sheets import gather
from fcnkit.grading.results import Status

GOOD = Scanner(200, 0.5, 0, False, 0.5, 3, 80, 245, 20, 5, 1)
BAD = [
    replace(GOOD, dpi=150, skew=3, noise=10, jpeg=40, blur=1.0, shade=20),
    replace(GOOD, dpi=300, skew=-3, upside_down=True, black=50, white=225),
    replace(GOOD, dpi=240, skew=-1.7, stretch=1.005, shift=3),
]
Pages = Mapping[str, Grey]


def _filled(exam: Exam, sheet: Sheet, pages: Pages, seed: int, number: str | None = None) -> Filled:
    return fill_in(exam, sheet, [pages[code] for code in sheet.codes], number or sheet.id, Random(seed))


def _scanned(page: Grey, how: Scanner = GOOD) -> Grey:
    picture = cv2.imdecode(np.frombuffer(scan(page, how, Random(1)), np.uint8), cv2.IMREAD_GRAYSCALE)
    return np.asarray(picture, np.uint8)


@pytest.fixture(scope="module")
def sheets(built: Built, pages: Pages) -> list[Filled]:
    """The class' sheets, all filled in."""
    return [_filled(built.exam, sheet, pages, seed) for seed, sheet in enumerate(built.exam.sheets) if sheet.student]


@pytest.fixture(scope="module")
def read(built: Built, sheets: list[Filled]) -> list[list[PageReading]]:
    """What is read of well scanned sheets."""
    found = [[read_page(_scanned(page), built.exam) for page in sheet.pages] for sheet in sheets]
    return [[page for page in sheet if isinstance(page, PageReading)] for sheet in found]


def _as_scan(pages: list[PageReading | Trouble]) -> list[ScannedPage]:
    return [ScannedPage(Path("s.pdf"), number, page, b"jpeg") for number, page in enumerate(pages, 1)]


def test_bad_scans_are_read_as_they_were_meant(built: Built, sheets: list[Filled]) -> None:
    doubtful = 0
    for sheet, how in zip(sheets, BAD, strict=True):
        for number, page in enumerate(sheet.pages):
            found = read_page(_scanned(page, how), built.exam)
            assert isinstance(found, PageReading), (found, how)
            assert (found.sheet, found.page) == (sheet.sheet, number)
            for place, reading in found.readings.items():
                if (place in sheet.written) != (reading.doubt is Doubt.WRITTEN):
                    pytest.fail(f"{place}: {reading}, {how}")
                doubtful += reading.doubt not in (None, Doubt.WRITTEN)
                assert reading.doubt or reading.value == sheet.meant.get(place, ""), (place, how)
            if found.number is not None:
                assert found.number == Reading(sheet.number)
    assert doubtful <= 0.02 * sum(len(sheet.meant) for sheet in sheets)


def test_a_pdf_of_scans_is_read_page_by_page(built: Built, sheets: list[Filled], tmp_path: Path) -> None:
    as_pdf([(scan(sheets[0].pages[0], GOOD, Random(1)), 200)], tmp_path / "s.pdf")
    scanned = Scan(tmp_path / "s.pdf")
    assert scanned.pages == 1
    found = read_page(scanned.picture(0), built.exam)
    assert isinstance(found, PageReading)
    assert found.number == Reading(sheets[0].number)


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n"])
def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.pdf"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"s\.pdf"):
        Scan(path)


def test_pages_that_are_no_sheets_are_told_apart(built: Built, sheets: list[Filled]) -> None:
    page = _scanned(sheets[0].pages[0])
    rng = np.random.default_rng(1)
    blobs = cv2.GaussianBlur(rng.normal(0, 1, page.shape), (0, 0), 25)
    photo = (255 * (blobs - blobs.min()) / np.ptp(blobs)).astype(np.uint8)
    no_code = page.copy()
    no_code[60:240, 1290:1480] = 250
    two_marks = page.copy()
    two_marks[:, 1480:] = 250
    other = built.exam.model_copy(update={"id": "OTHER"})
    unknown = Exam.model_validate(built.exam.model_dump() | {"sheets": built.exam.sheets[1:]})
    assert read_page(np.full_like(page, 250), built.exam) is Trouble.BLANK
    assert read_page(photo, built.exam) is Trouble.NO_MARKS
    assert read_page(two_marks, built.exam) is Trouble.NO_MARKS
    assert read_page(no_code, built.exam) is Trouble.NO_CODE
    assert read_page(page, other) is Trouble.OTHER_EXAM
    assert read_page(page, unknown) is Trouble.UNKNOWN


def test_one_torn_off_corner_does_no_harm(built: Built, sheets: list[Filled]) -> None:
    page = _scanned(sheets[0].pages[0])
    page[-230:, :230] = 250
    found = read_page(page, built.exam)
    assert isinstance(found, PageReading)
    assert found.number == Reading(sheets[0].number)


def test_two_filled_bubbles_are_for_a_person(built: Built, pages: Pages) -> None:
    sheet = built.exam.sheets[0]
    question = next(each for each in built.exam.form[sheet.form].questions if each.marks[0].kind == "choice")
    mark = question.marks[0]
    page = pages[sheet.codes[mark.page]].copy()
    for x, y in mark.groups[0].spots[:2]:
        cv2.circle(page, (round(x * 300 / 25.4), round(y * 300 / 25.4)), 18, 60, -1)
    found = read_page(_scanned(page), built.exam)
    assert isinstance(found, PageReading)
    assert found.readings[question.number, 0] == Reading("", Doubt.SEVERAL)
    assert found.clips[question.number, 0].startswith(b"\xff\xd8")


def test_every_student_gets_a_result_and_who_has_no_sheet_is_missing(
    built: Built, read: list[list[PageReading]]
) -> None:
    outcome = results(gather(_as_scan([*read[0], *read[1]]), built.exam), built.exam, {}, "en")
    status = {result.student: result.status for result in outcome.results}
    assert len(status) == 3
    assert [*status.values()].count(Status.MISSING) == 1
    graded = next(result for result in outcome.results if result.status is Status.GRADED)
    assert {question.id for question in graded.questions} == {question.id for question in built.exam.forms[0].questions}


def test_a_missing_page_is_named_and_its_questions_wait(built: Built, read: list[list[PageReading]]) -> None:
    gathered = gather(_as_scan([read[0][0], *read[0][2:]]), built.exam)
    assert "page 2 is missing" in gathered.remarks[0].en
    (result,) = [each for each in results(gathered, built.exam, {}, "en").results if each.status is Status.GRADED]
    assert result.unreviewed
    assert result.max_score < 100


def test_pages_in_any_order_and_twice_count_once(built: Built, read: list[list[PageReading]]) -> None:
    once = results(gather(_as_scan([*read[0]]), built.exam), built.exam, {}, "en")
    again = gather(_as_scan([*reversed(read[0]), read[0][0], Trouble.BLANK, Trouble.BLANK]), built.exam)
    assert [note.en.partition(":")[0] for note in again.notes] == ["s.pdf [4]", "s.pdf [5, 6]"]
    assert not again.remarks
    assert results(again, built.exam, {}, "en").results[0].score == once.results[0].score


def test_two_scans_that_differ_are_for_a_person(built: Built, read: list[list[PageReading]]) -> None:
    page = read[0][0]
    place = next(place for place, reading in page.readings.items() if reading.value)
    other = replace(page, readings={**page.readings, place: Reading("")})
    gathered = gather(_as_scan([page, other]), built.exam)
    (sheet,) = gathered.sheets.values()
    assert sheet.readings[place] == Reading("", Doubt.TWO_SCANS)


def test_an_unused_sheet_is_named_and_nobodys(built: Built, read: list[list[PageReading]]) -> None:
    nothing = [replace(page, readings=dict.fromkeys(page.readings, Reading(""))) for page in read[0]]
    nothing[0] = replace(nothing[0], number=Reading(""))
    outcome = results(gather(_as_scan([*nothing]), built.exam), built.exam, {}, "en")
    assert all(result.status is Status.MISSING for result in outcome.results)
    assert "nothing is filled in" in outcome.remarks[0].en


def _waiting(outcome: Outcome) -> list[str]:
    """Who has a sheet and no marks; everybody else has none, and neither handed in nor failed."""
    assert {result.status for result in outcome.results} == {Status.UNGRADED, Status.MISSING}
    return [result.student for result in outcome.results if result.status is Status.UNGRADED]


def test_two_sheets_of_one_student_wait_until_a_person_chooses(built: Built, read: list[list[PageReading]]) -> None:
    spare = built.exam.sheets[-1]
    (own,) = {page.sheet for page in read[0]}
    as_spare = [replace(page, sheet=spare) for page in read[0]]
    gathered = gather(_as_scan([*read[0], *as_spare]), built.exam)
    outcome = results(gathered, built.exam, {}, "en")
    assert {case.id for case in outcome.cases if case.id.endswith("whose")} == {
        f"{own.number}-whose", f"{spare.number}-whose",
    }  # fmt: skip
    assert _waiting(outcome) == [own.student]
    settled = results(gathered, built.exam, {f"{own.number}-whose": "x"}, "en")
    (result,) = [each for each in settled.results if each.status is Status.GRADED]
    assert result.student == own.student
    assert "It has been said whose it is." in table(settled.cases, {}, "en")


def test_numbers_that_were_read_are_numbers_in_a_spreadsheet(built: Built, read: list[list[PageReading]]) -> None:
    form = built.exam.form[read[0][0].sheet.form]
    place = next((each.number, 0) for each in form.questions if each.marks[0].kind == "number")
    page = next(page for page in read[0] if place in page.readings)
    negative = replace(page, readings={**page.readings, place: Reading("-4")})
    pages = [negative if each is page else each for each in read[0]]
    outcome = results(gather(_as_scan(pages), built.exam), built.exam, {}, "en")
    rows = list(csv.DictReader(io.StringIO(answers_csv(outcome, built.exam, {}), newline="")))
    assert "-4" in [row["read"] for row in rows if row["question"] == str(place[0])]


def test_another_number_on_a_sheet_is_never_believed(built: Built, read: list[list[PageReading]]) -> None:
    first = replace(read[0][0], number=Reading("2026999999"))
    outcome = results(gather(_as_scan([first, *read[0][1:]]), built.exam), built.exam, {}, "en")
    assert _waiting(outcome) == [first.sheet.student]
    (case,) = [case for case in outcome.cases if case.id.endswith("whose")]
    assert "2026999999" in case.why.en


def test_what_a_person_writes_into_the_table_counts(
    built: Built, read: list[list[PageReading]], tmp_path: Path
) -> None:
    page = read[0][0]
    form = built.exam.form[page.sheet.form]
    place = next(
        (each.number, 0) for each in form.questions if each.marks[0].kind == "choice" and each.marks[0].page == 0
    )
    question = next(each for each in form.questions if each.number == place[0])
    doubtful = replace(page, readings={**page.readings, place: Reading("", Doubt.SEVERAL)})
    gathered = gather(_as_scan([doubtful, *read[0][1:]]), built.exam)
    outcome = results(gathered, built.exam, {}, "en")
    case = next(case for case in outcome.cases if case.question == str(place[0]))
    path = tmp_path / "by-hand.csv"
    path.write_text(table(outcome.cases, {}, "ko"), encoding="utf-8")
    assert read_table(path) == {}
    assert f"{page.sheet.student} · 문제 {place[0]} (" in by_hand.page(outcome.cases, {}, {}, "ko")
    sent_back = table(outcome.cases, {case.id: "B"}, "en").replace(",", "\t")  # as Excel's “Unicode text”
    path.write_text(sent_back.removeprefix("\ufeff"), encoding="utf-16")
    assert read_table(path) == {case.id: "B"}
    path.write_text(table(outcome.cases, {case.id: question.marks[0].key}, "ko"), encoding="utf-8")
    settled = results(gathered, built.exam, read_table(path), "en")
    graded = next(each for each in settled.results if each.status is Status.GRADED)
    assert next(each for each in graded.questions if each.id == question.id).score == question.points


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", "\x00"])
def test_a_table_without_its_columns_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "by-hand.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"by-hand\.csv: no column id"):
        read_table(path)
