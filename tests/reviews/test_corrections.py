"""Corrections in the journal: they hold for one answer, tell who and why, and nothing is ever overwritten."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from one_student import BELIEF, SAID, hand_in, result
from recorded_marks import record

from fcnkit.gradebook import Gradebook, Key
from fcnkit.gradebook.given_marks import Given
from fcnkit.grading.results import (
    Outcome,
    QuestionResult,
    Review,
    Status,
)
from fcnkit.reports.class_page import class_page
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.gradescope import results_json
from fcnkit.reports.phrases import phrase
from fcnkit.reports.tables import grades_csv
from fcnkit.reviews import review_sheet
from fcnkit.reviews.corrections import ReviewError
from fcnkit.reviews.importer import import_marks, is_imported
from fcnkit.text import Lang, place


def q1(book: Gradebook) -> QuestionResult:
    (kim,) = book.latest("01")
    return kim.questions[0]


def test_the_page_gets_the_mark_the_reason_and_what_the_checks_said(book: Gradebook) -> None:
    kim = record(book, "01", "kim", "q1", 8, "The check was too strict.", "lee")
    assert [kim] == list(book.latest("01"))
    assert (kim.score, kim.max_score, q1(book).outcome, q1(book).automatic) == (8, 10, Outcome.FAILED, 4)
    assert q1(book).correction is not None
    assert (q1(book).correction.comment, q1(book).correction.by) == ("The check was too strict.", "lee")
    assert q1(book).checks
    assert q1(book).misconceptions == (BELIEF,)


def test_full_marks_withdraw_what_was_thought_to_be_misunderstood(book: Gradebook) -> None:
    record(book, "01", "kim", "q1", 10, "Right after all", "lee")
    assert (q1(book).outcome, q1(book).misconceptions) == (Outcome.PASSED, ())


def test_who_when_and_why_stay_in_the_journal(book: Gradebook, tmp_path: Path) -> None:
    record(book, "01", "kim", "q1", 8, "Too strict", "lee")
    record(book, "01", "kim", "q1", 9, "Even more so", "park")
    record(book, "01", "kim", "q1", None, "A mistake of mine", "park")
    record(book, "01", "kim", "q2", 5, "", "park")
    assert (q1(book).score, q1(book).correction) == (4, None)
    given = [each for each in book.history("01", "kim") if isinstance(each, Given)]
    assert [(each.question, each.points, each.comment, each.by, each.automatic) for each in given] == [
        ("q1", 8, "Too strict", "lee", 4),
        ("q1", 9, "Even more so", "park", 4),
        ("q1", None, "A mistake of mine", "park", 4),
        ("q2", 5, "", "park", None),
    ]
    with closing(sqlite3.connect(tmp_path / "gradebook.sqlite")) as journal:
        assert journal.execute("SELECT count(*) FROM review").fetchone() == (4,)
        assert journal.execute("SELECT json FROM result").fetchone() == (result().model_dump_json(),)


def test_it_stays_when_the_same_work_is_graded_again(book: Gradebook) -> None:
    record(book, "01", "kim", "q1", 8, "Too strict", "lee")
    hand_in(book, "one", suite="s2", score=6)
    assert (q1(book).score, q1(book).automatic) == (8, 6)
    (kim,) = book.latest("01")
    assert kim.notes == ()


def test_another_answer_lets_it_lapse_and_says_so_until_the_first_counts_again(book: Gradebook) -> None:
    record(book, "01", "kim", "q1", 8, "Too strict", "lee")
    record(book, "01", "kim", "q2", 5, "Good", "lee")
    kim = hand_in(book, "two", essay="f")
    assert (kim.score, kim.max_score) == (9, 15)  # the essay is the same
    assert "q1: the mark of 8 that your instructor gave no longer counts" in kim.notes[0].en
    assert "q1: 선생님이 8점을 준 뒤에 답이나 배점이 바뀌어" in kim.notes[0].ko
    kim = hand_in(book, "three", essay="g")
    assert [note.en[:2] for note in kim.notes] == ["q1", "q2", "Ha"]
    assert hand_in(book, "one").score == 13


def test_it_stays_in_a_later_hand_in_whose_answer_is_the_same(book: Gradebook) -> None:
    hand_in(book, "two", code="c1")
    record(book, "01", "kim", "q1", 8, "Too strict", "lee")
    assert hand_in(book, "three", code="c1").score == 8
    kim = hand_in(book, "four", code="c2")
    assert kim.score == 4
    assert "q1: the mark of 8 that your instructor gave no longer counts" in kim.notes[0].en


def test_what_was_taken_back_does_not_lapse(book: Gradebook) -> None:
    record(book, "01", "kim", "q1", 8, "Too strict", "lee")
    record(book, "01", "kim", "q1", None, "", "lee")
    assert [note.en[:9] for note in hand_in(book, "two").notes] == ["Handed in"]


@pytest.mark.parametrize(
    ("question", "points", "reason", "said"),
    [
        ("q1", 10.5, "why", "points 10.5 are out of range; write 0 to 10"),
        ("q1", -1, "why", "points -1 are out of range; write 0 to 10"),
        ("q1", float("nan"), "why", "are out of range"),
        ("q1", 3, " ", "q1 is graded by checks; give a reason"),
        ("q9", 3, "why", "no question 'q9'; write q1 or q2"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(
    book: Gradebook, question: str, points: float, reason: str, said: str
) -> None:
    with pytest.raises(ReviewError, match=said) as caught:
        record(book, "01", "kim", question, points, reason, "lee")
    assert caught.value.text.ko
    assert [each for each in book.history("01", "kim") if isinstance(each, Given)] == []


def test_work_that_was_not_graded_has_no_marks_to_correct(book: Gradebook) -> None:
    book.append(Key("kim", "bad", "s", "e", "cpu", "bad"), result(status=Status.INVALID))
    with pytest.raises(ReviewError, match="has no graded question"):
        record(book, "01", "kim", "q1", 3, "why", "lee")


def sheet(folder: Path, *lines: str, headings: str = "student,question,points,reason,by") -> list[review_sheet.Row]:
    path = folder / "mine.csv"
    path.write_text("\n".join([headings, *lines]), encoding="utf-8")
    return review_sheet.read(path)


def take(book: Gradebook, rows: list[review_sheet.Row]) -> set[str]:
    return import_marks(book, "01", rows, list(book.latest("01")), "me")


def test_a_sheet_takes_any_question_without_an_id(book: Gradebook, tmp_path: Path) -> None:
    rows = sheet(tmp_path, "kim,q1,8,Too strict,")
    assert not is_imported(book, "01", rows, ())
    assert take(book, rows) == {"kim"}
    assert (q1(book).score, q1(book).correction) == (8, Review(points=8, comment="Too strict", by="me"))
    assert is_imported(book, "01", rows, ())
    assert take(book, rows) == set()


def test_what_was_corrected_stands_in_the_next_sheet_with_its_id(book: Gradebook, tmp_path: Path) -> None:
    take(book, sheet(tmp_path, "kim,q1,8,Too strict,lee"))
    (tmp_path / "next.csv").write_text(review_sheet.write(list(book.latest("01")), {}), encoding="utf-8")
    (row,) = review_sheet.read(tmp_path / "next.csv")
    assert (row.question, row.points, row.comment, row.by) == ("q1", "8", "Too strict", "lee")
    assert take(book, [row]) == set()
    hand_in(book, "two")
    with pytest.raises(ReviewError, match=r"mine\.csv, line 2.*the answer of kim to q1 has changed since"):
        take(book, [replace(row, place=place("mine.csv", 2))])


def test_the_same_sheet_does_not_correct_another_answer(book: Gradebook, tmp_path: Path) -> None:
    rows = sheet(tmp_path, "kim,q1,8,Too strict,lee")
    take(book, rows)
    kim = hand_in(book, "two")
    with pytest.raises(ReviewError, match="taken in for an earlier answer of kim to q1") as caught:
        take(book, rows)
    assert kim.answers[0].id in caught.value.text.ko
    with pytest.raises(ReviewError, match="sort and move whole rows only"):
        take(book, [replace(rows[0], answer_id=kim.answers[1].id)])
    take(book, [replace(rows[0], answer_id=kim.answers[0].id)])
    assert q1(book).score == 8


def test_a_row_may_name_its_student_by_number(book: Gradebook, tmp_path: Path) -> None:
    (kim,) = book.latest("01")
    rows = sheet(tmp_path, "7,q1,8,why,")
    assert import_marks(book, "01", rows, [kim.model_copy(update={"id": "007"})]) == {"kim"}


def test_marks_of_what_a_person_grades_are_no_correction(book: Gradebook) -> None:
    for points in (4, 5):
        record(book, "01", "kim", "q2", points, "", "lee")
    assert [each.automatic for each in book.given_marks.of_student("01", {"kim"})] == [None, None]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("kim,q1,11,why,", "points 11 are out of range; write 0 to 10"),
        ("kim,q1,-0.5,why,", "points -0.5 are out of range"),
        ("kim,q1,8,,", "q1 is graded by checks; give a reason"),
        ("kim,q7,8,why,", "no question 'q7'; write q1 or q2"),
        ("kim,q2,5,,", "has changed since, or the row's answer_id ''"),
        ("lee,q1,8,why,", "no student 'lee'"),
        (",q1,8,why,", "no student ''"),
    ],
)
def test_a_wrong_row_is_one_sentence_and_no_row_is_taken(book: Gradebook, tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ReviewError, match=rf"mine\.csv, line 3: .*{said}"):
        take(book, sheet(tmp_path, "kim,q1,9,why,", line))
    assert q1(book).score == 4


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_pages_and_tables_show_the_marks_that_count_and_the_reason(book: Gradebook, lang: Lang) -> None:
    kim = record(book, "01", "kim", "q1", 8, "<b>Too</b> strict", "lee").model_copy(update={"lang": lang})
    page = feedback_page(kim, SAID)
    assert "&lt;b&gt;Too&lt;/b&gt; strict" in page
    assert phrase("corrected", lang, automatic="4", points="8") in page
    assert phrase("to_look_at", lang) not in page
    assert "&lt;b&gt;Too&lt;/b&gt; strict" in class_page([kim], SAID, lang)
    data = results_json(kim)
    assert (data["score"], [(test["score"], test["max_score"]) for test in data["tests"]]) == (8, [(8, 10)])
    assert data["extra_data"]["questions"][0]["correction"] == {
        "automatic": 4, "points": 8, "reason": "<b>Too</b> strict",
    }  # fmt: skip
    assert phrase("corrected_note", lang, id="q1", automatic="4", points="8", reason="<b>Too</b> strict") in grades_csv(
        [kim], ["q1", "q2"], lang
    )
