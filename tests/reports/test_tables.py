"""grades.csv: columns, empty marks, quoting, formulas."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import BROKEN, LATE, OUT_OF_DISK, PERFECT, QUESTION_IDS, TITLE, small_class, submission

from fcnkit.grading.results import Status
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.joined_remarks import joined_remarks
from fcnkit.reports.number_format import percent, plain
from fcnkit.reports.phrases import phrase
from fcnkit.reports.tables import grades_csv
from fcnkit.spreadsheet import escape_formula, unescape_formula
from fcnkit.text import LANGS, Lang, Text

HEADER = ["student", "id", "submission", "status", "score", "max_score", "q1", "q2", "q3", "note"]


def rows(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def test_columns_and_marks() -> None:
    table = rows(grades_csv(small_class(), QUESTION_IDS, "en"))
    assert table[0] == HEADER
    by_student = {row[0]: row[2:] for row in table[1:]}
    assert by_student["kim-haneul"] == ["kim-haneul.ipynb", "graded", "7.5", "27.5", "2.5", "5", "0", LATE.en]
    assert by_student["박 서연"] == ["박 서연.ipynb", "graded", "27.5", "27.5", "7.5", "15", "5", ""]
    assert by_student["untouched"][2:7] == ["0", "27.5", "0", "0", "0"]


def test_without_a_grade_marks_are_empty_and_notes_say_why() -> None:
    by_student = {row[0]: row[2:] for row in rows(grades_csv(small_class(), QUESTION_IDS, "ko"))}
    assert by_student["이\n준호"] == ["이\n준호.ipynb", "invalid", "", "", "", "", "", BROKEN.ko]
    assert by_student["park-jiwoo"][1:] == ["ungraded", "", "", "", "", "", f"{OUT_OF_DISK.ko} {LATE.ko}"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_waits_for_marks_is_said_once_for_all_questions(lang: Lang) -> None:
    waits = [each.model_copy(update={"score": None}) for each in PERFECT[:2]]
    result = submission("a", (*waits, *PERFECT[2:]), notes=())
    note = rows(grades_csv([result], QUESTION_IDS, lang))[1][-1]
    shown = re.sub("<.*?>", "", feedback_page(result.model_copy(update={"lang": lang}), TITLE))
    worth = {"ko": "q1(7.5점), q2(15점)", "en": "q1 (7.5 points), q2 (15 points)"}[lang]
    assert note == phrase("waits", lang, questions=worth)
    assert phrase("waits_long", lang, questions=worth) in shown


def test_a_whole_sentence_needs_nothing_between_it_and_the_next() -> None:
    assert (
        joined_remarks(["q1: none", "Was it renamed?", "Late.", "end"], "en") == "q1: none; Was it renamed? Late. end"
    )


def test_rows_are_by_student_whatever_the_order_of_grading() -> None:
    results = small_class()
    text = grades_csv(results, QUESTION_IDS, "ko")
    assert grades_csv(results[::-1], QUESTION_IDS, "ko") == text
    students = [result.student for result in results]
    assert [row[0] for row in rows(text)[1:]] == [escape_formula(student) for student in sorted(students)]


@pytest.mark.parametrize("name", ["=1+1", "+82-10", "-x", "@cmd", "\tx", "\rx", "＝1+1", "＠cmd"])
def test_formulas_are_defused_in_every_column_that_others_write(name: str) -> None:
    result = submission(name, status=Status.INVALID, notes=(Text(ko=name, en=name),))
    result = result.model_copy(update={"id": name})
    row = rows(grades_csv([result], (), "ko"))[1]
    assert row == [f"'{name}", f"'{name}", f"'{name}.ipynb", "invalid", "", "", f"'{name}"]


@pytest.mark.parametrize(
    "between", [";", "; ", "\t", "|", "\n", "\r\n", "；", ";\u3000", ";\u200b", "", " ", "\ufeff", "\xa0"]
)
@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_a_formula_is_defused_wherever_a_spreadsheet_may_begin_a_cell(between: str, sign: str) -> None:
    before = "a" if between.strip("\ufeff\xa0 ") else ""
    assert f"{between.strip(chr(10) + chr(13)) or between[-1:]}'{sign}1" in escape_formula(f"{before}{between}{sign}1")


@given(st.text(st.sampled_from("'=+-@;|\t\n\r ；＝a\u200b\ufeff")) | st.text())
def test_what_is_defused_can_be_restored_and_begins_no_formula_at_any_separator(text: str) -> None:
    assert unescape_formula(escape_formula(text)) == text
    cells = re.split(r"[;|；\t\r\n]", escape_formula(text))
    assert not any(cell.strip(" \u200b\ufeff").startswith(tuple("=+-@＝＋－＠")) for cell in cells)


@given(st.lists(st.tuples(st.text(), st.text(), st.text().filter(str.strip)), max_size=5))
def test_any_text_comes_back_whole(texts: list[tuple[str, str, str]]) -> None:
    results = [
        submission(student, file=file or "-", status=Status.UNGRADED, notes=(Text(ko=note, en=note),))
        for student, file, note in texts
    ]
    table = rows(grades_csv(results, QUESTION_IDS, "ko"))
    assert sorted(table[1:]) == sorted(
        [escape_formula(student), "", escape_formula(file or "-"), "ungraded", *[""] * 5, escape_formula(note)]
        for student, file, note in texts
    )
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in table[1:] for cell in row)


@pytest.mark.parametrize(
    ("value", "text"),
    [(7.5, "7.5"), (10.0, "10"), (0.0, "0"), (-0.001, "0"), (100, "100"), (0.1 + 0.2, "0.3"), (33.335, "33.34")],
)
def test_numbers_have_no_idle_zeros(value: float, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(("share", "text"), [(0, "0%"), (0.001, "1%"), (2 / 3, "67%"), (0.999, "99%"), (1, "100%")])
def test_a_share_is_all_or_none_only_if_it_is(share: float, text: str) -> None:
    assert percent(share) == text


def test_who_has_not_handed_in_has_a_row_without_marks() -> None:
    absent = submission("정유나", status=Status.MISSING).model_copy(update={"id": "20231234", "submission": ""})
    table = rows(grades_csv([*small_class(), absent], QUESTION_IDS, "ko"))
    assert ["정유나", "20231234", "", "missing", "", "", "", "", "", ""] in table
