"""The table after `fcnkit grade`: a note that everybody has is printed once."""

import pytest

from fcnkit.commands import results_table
from fcnkit.commands.results_table import print_table
from fcnkit.grading.results import NOT_ANSWERED, CheckResult, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.text import Text

NO_METADATA = Text(ko="어느 과제인지 적혀 있지 않습니다.", en="It does not say which assignment it is of [metadata].")
LATE = Text(ko="늦었습니다.", en="It was late.")


def result(student, *notes):
    return SubmissionResult(
        assignment="01",
        student=student,
        submission=f"{student}.ipynb",
        lang="en",
        status=Status.GRADED,
        score=5,
        max_score=5,
        notes=notes,
    )


@pytest.mark.parametrize(("lang", "everybody"), [("en", "Every student: It does"), ("ko", "모든 학생: 어느 과제")])
def test_what_is_to_be_said_of_all_is_said_once_and_the_rest_in_its_row(capsys, lang, everybody):
    print_table([result("jun", NO_METADATA), result("anna", LATE, NO_METADATA)], [], lang)
    shown = capsys.readouterr().out
    assert shown.count(NO_METADATA[lang]) == 1
    assert everybody in shown
    anna, jun = (line for line in shown.splitlines() if line.strip().startswith(("anna", "jun")))
    assert LATE[lang] in anna
    assert jun.split()[-1] == "5"


def test_a_single_student_has_the_note_in_the_row(capsys):
    print_table([result("anna", LATE)], [], "en")
    shown = capsys.readouterr().out
    assert "Every student" not in shown
    assert shown.count("It was late.") == 1


def test_in_a_narrow_terminal_remarks_stand_below_the_table(capsys, monkeypatch):
    long = Text(ko="길다", en="transposed_conv2d_channels " + "was found under another name, " * 3)
    results = [result("anna", LATE, long), result("jun")]
    shown = {}
    for width in (120, 50):
        monkeypatch.setattr(results_table.screen, "width", width)
        print_table(results, [], "en")
        shown[width] = capsys.readouterr().out
    wide, narrow = (next(line for line in shown[width].splitlines() if "anna" in line) for width in shown)
    assert "It was late. transposed_conv2d_channels" in wide  # no semicolon behind a sentence
    assert narrow.split()[-1] == "5"
    assert "\nanna: It was late. transposed_conv2d_channels" in shown[50]
    assert "jun:" not in shown[50]


def test_what_was_left_empty_says_no_more_than_its_sign(capsys):
    question = Text(ko="{said} (문제: YOLO)", en="{said} (The question: YOLO)").format(said=NOT_ANSWERED)
    title = Text(ko="쓰기", en="Writing")
    check = CheckResult(name="a", question="q1", title=title, points=5, outcome=Outcome.UNATTEMPTED, message=question)
    asked = QuestionResult(id="q1", title=title, outcome=Outcome.UNATTEMPTED, score=0, max_score=5, checks=(check,))
    print_table([result("anna").model_copy(update={"questions": (asked,)})], ["q1"], "en")
    assert "YOLO" not in capsys.readouterr().out
