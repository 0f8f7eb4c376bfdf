"""Which notebooks of a hand-in are graded: those of the assignment that somebody has worked in, and nobody is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from handed_in import ASSIGNMENT, notebook, only, own, refusal, warnings, write_tree, zipped
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.course import Course
from fcnkit.grading.intake import Cell, HandedOut, Submission, handed_out, normal_form

SETUP, STUB, CHECK = "import numpy as np", "def f(x):\n    ...", 'grader.check("q1")'
ANSWER = "def f(x):\n    return x"
HANDED_OUT = HandedOut(
    ASSIGNMENT,
    codes=frozenset({(SETUP, STUB, CHECK)}),
    lines=frozenset({SETUP, *STUB.split("\n"), CHECK}),
    in_texts=frozenset({"example"}),
)
UNTOUCHED = notebook(SETUP, STUB, CHECK, fcnkit={"assignment": ASSIGNMENT, "lang": "en"})
WORKED_IN = notebook(SETUP, ANSWER, CHECK, fcnkit={"assignment": ASSIGNMENT, "lang": "ko"})
OTHER = notebook("yolo = 1", fcnkit={"assignment": "02-yolo-output"})


def chosen(tmp_path: Path, files: dict[str, bytes]) -> Submission:
    return own(write_tree(tmp_path / "kim", files), HANDED_OUT)


def sources(submission: Submission) -> list[str]:
    return [one.source for one in submission.notebooks]


@pytest.mark.parametrize("names", [("a.ipynb", "b.ipynb"), ("b.ipynb", "a.ipynb")])
def test_a_notebook_with_the_code_of_the_hand_out_gives_way_to_one_that_is_worked_in(
    names: tuple[str, str], tmp_path: Path
) -> None:
    untouched, worked_in = names
    submission = chosen(tmp_path, {untouched: UNTOUCHED, worked_in: WORKED_IN})
    assert sources(submission) == [worked_in]
    assert submission.lang == "ko"
    assert warnings(submission) == f"Not graded, since their code is as it was handed out: '{untouched}'"


LIKE_THE_HAND_OUT = {
    "Windows' line ends": notebook(SETUP, STUB.replace("\n", "\r\n"), CHECK),
    "old Macs' line ends": notebook(SETUP, STUB.replace("\n", "\r"), CHECK),
    "trailing blanks": notebook(SETUP + "  ", STUB.replace("\n", " \t\n"), "\n" + CHECK + "\n\n"),
    "cells without code": notebook("", SETUP, "# my notes", STUB, " \n", CHECK, "# 1\n\n  # 2"),
}


@pytest.mark.parametrize("how", LIKE_THE_HAND_OUT)
def test_what_python_does_not_care_about_is_no_work(how: str, tmp_path: Path) -> None:
    submission = chosen(tmp_path, {"a.ipynb": LIKE_THE_HAND_OUT[how], "b.ipynb": WORKED_IN})
    assert sources(submission) == ["b.ipynb"]


DIFFERENT = {
    "another order": notebook(STUB, SETUP, CHECK),
    "a comment in a cell of code": notebook(SETUP, STUB + "  # todo", CHECK),
    "a line of a text that looks like a comment": notebook(SETUP, STUB, 'text = """\n# title\n"""', CHECK),
    "without a check": notebook(SETUP, STUB),
    "formatted otherwise": notebook(SETUP, "def f(x): ...", CHECK),
}


@pytest.mark.parametrize("how", DIFFERENT)
def test_in_doubt_a_notebook_is_worked_in_and_graded_too(how: str, tmp_path: Path) -> None:
    submission = chosen(tmp_path, {"a.ipynb": DIFFERENT[how], "b.ipynb": WORKED_IN})
    assert sorted(sources(submission)) == ["a.ipynb", "b.ipynb"]


def test_an_untouched_notebook_alone_is_graded_and_told(tmp_path: Path) -> None:
    submission = chosen(tmp_path, {"a.ipynb": UNTOUCHED})
    assert sources(submission) == ["a.ipynb"]
    assert "'a.ipynb' is as it was handed out. Please check" in warnings(submission)


def test_beside_a_file_that_cannot_be_read_an_untouched_notebook_is_not_graded_as_the_answer(tmp_path: Path) -> None:
    submission = chosen(tmp_path, {"a.ipynb": UNTOUCHED, "mine.ipynb": WORKED_IN[:-20]})
    assert "'mine.ipynb' breaks off" in refusal(submission)


def test_the_same_code_in_two_names_is_graded_once(tmp_path: Path) -> None:
    lost = notebook(SETUP, ANSWER.replace("\n", "\r\n"), CHECK)
    submission = chosen(tmp_path, {"a.ipynb": lost, "b.ipynb": WORKED_IN, "c.ipynb": WORKED_IN})
    assert sources(submission) == ["b.ipynb"]  # which says what it is of
    assert warnings(submission) == "Not graded again, since the code is that of 'b.ipynb': 'a.ipynb', 'c.ipynb'"


def test_notebooks_of_other_assignments_are_passed_over(tmp_path: Path) -> None:
    submission = chosen(tmp_path, {"01.ipynb": WORKED_IN, "02.ipynb": OTHER, "Untitled.ipynb": notebook()})
    assert sources(submission) == ["01.ipynb"]
    assert warnings(submission) == (
        "Not graded, since they are of another assignment: '02.ipynb'\n"
        "Not graded, since they hold no code: 'Untitled.ipynb'"
    )


def test_without_one_of_the_assignment_the_others_are_refused_in_one_sentence(tmp_path: Path) -> None:
    submission = chosen(tmp_path, {"02.ipynb": OTHER, "03.ipynb": OTHER.replace(b"yolo", b"fcn")})
    assert refusal(submission) == f"This is a notebook of 02-yolo-output. Please hand in the notebook of {ASSIGNMENT}."


def test_a_refusal_is_told_in_the_language_of_the_notebook(tmp_path: Path) -> None:
    other = notebook("yolo = 1", fcnkit={"assignment": "02-yolo-output", "lang": "en"})
    assert chosen(tmp_path, {"02.ipynb": other}).lang == "en"


def test_what_cannot_be_read_is_told_before_what_is_of_another_assignment(tmp_path: Path) -> None:
    assert "'a.ipynb' breaks off" in refusal(chosen(tmp_path, {"02.ipynb": OTHER, "a.ipynb": WORKED_IN[:-20]}))


def test_a_notebook_that_says_nothing_of_itself_is_one_of_the_assignment(tmp_path: Path) -> None:
    submission = chosen(tmp_path, {"01.ipynb": notebook("f = abs"), "02.ipynb": OTHER})
    assert sources(submission) == ["01.ipynb"]


def worked(lines: int) -> bytes:
    return notebook(SETUP, ANSWER, *(f"x{line} = {line}" for line in range(lines)), CHECK)


def test_of_more_than_four_those_with_the_most_code_written_are_graded_and_the_rest_named(tmp_path: Path) -> None:
    submission = chosen(tmp_path, {f"v{lines}.ipynb": worked(lines) for lines in range(6)} | {"copy.ipynb": worked(5)})
    assert sources(submission) == ["copy.ipynb", "v4.ipynb", "v3.ipynb", "v2.ipynb"]
    assert "Of 6 different notebooks the 4 with the most code" in warnings(submission)
    assert "Not graded: 'v1.ipynb', 'v0.ipynb'" in warnings(submission)


def test_the_digest_tells_every_notebook_that_is_graded(tmp_path: Path) -> None:
    first = {"a.ipynb": worked(1), "b.ipynb": worked(2)}
    digests = [
        chosen(tmp_path / str(number), files).digest
        for number, files in enumerate(
            (first, {"a.ipynb": worked(1)}, first | {"b.ipynb": worked(3)}, first | {"b.ipynb": OTHER}, first)
        )
    ]
    assert digests[0] == digests[-1]
    assert digests[1] == digests[3]  # the note alone differs
    assert len(set(digests)) == 3


def test_modules_and_files_that_the_code_names_are_told_where_they_lie_beside(tmp_path: Path) -> None:
    mine = notebook(SETUP, 'from helper import f\nnp.load("data.npy")')
    files = {"helper.py": b"", "data.npy": b"", "report.pdf": b"", "tests/q1.py": b"", "fcnlab/masks.py": b""}
    in_folder = chosen(tmp_path / "folder", {"a.ipynb": mine, **files})
    in_zip = chosen(tmp_path / "zip", {"kim.zip": zipped({"a.ipynb": mine, **files})})
    for submission in (in_folder, in_zip):
        assert "these files were not used" in warnings(submission)
        assert "helper.py'" in warnings(submission)
        assert "data.npy'" in warnings(submission)
        assert not [name for name in ("report", "q1", "masks") if name in warnings(submission)]


def test_code_in_texts_is_kept_but_for_what_the_hand_out_has_there(tmp_path: Path) -> None:
    text = "My answer:\n\ndef f(x):\n    return x\nexample = 3\nIf x == 1: y >= 2"
    cells: list[Any] = [{"cell_type": kind, "source": text} for kind in ("markdown", "raw")]
    (one,) = chosen(tmp_path, {"a.ipynb": notebook(SETUP, STUB, more=cells)}).notebooks
    assert [(each.number, each.names) for each in one.texts] == [(3, {"f"}), (4, {"f"})]


def test_the_notebooks_in_assignments_are_untouched_and_all_their_variants() -> None:
    course = Course.find()
    for name in course.names():
        assignment = course.assignment(name)
        known = handed_out(assignment)
        assert len(known.codes) == 2
        for path in assignment.paths.handout.glob("*.ipynb"):
            (one,) = own(path, known).notebooks
            assert known.is_untouched(one.cells)
            assert known.written(one.cells) == 0
            marked = tuple(Cell(cell.number, f"# 문제지: 0a1b\n{cell.source}") for cell in one.cells)
            assert known.is_untouched(marked)


lines = st.lists(st.sampled_from(["x = 1", "    y = 2", "", "# note", "'''", "  "]), max_size=6).map("\n".join)


@given(st.lists(lines, max_size=5), st.lists(st.sampled_from(["\n", " ", "  \n"]), min_size=5, max_size=5))
def test_the_form_in_which_code_is_compared_keeps_all_but_blanks(sources: list[str], blanks: list[str]) -> None:
    plain = [Cell(1, source) for source in sources]
    padded = [Cell(9, source + blank) for source, blank in zip(sources, blanks, strict=False)]
    assert normal_form.code(plain) == normal_form.code(padded)
    kept = [line for text in normal_form.code(plain) for line in text.split("\n") if line]
    code = [source for source in sources if any(line.strip() and line[0] != "#" for line in source.split("\n"))]
    assert kept == [line.rstrip() for source in code for line in source.split("\n") if line.strip()]


def test_the_same_notebook_from_another_download_is_no_other_attempt(tmp_path: Path) -> None:
    first, later = ({f"{place}/kim_1234_5678_hw.ipynb": notebook("answer = 1")} for place in ("monday", "tuesday"))
    write_tree(tmp_path, first | later)
    assert only(tmp_path / "monday").digest == only(tmp_path / "tuesday").digest


def test_an_import_of_the_hand_outs_that_stands_in_a_block_is_put_back_too() -> None:
    keras = handed_out(Course.find().assignment("03"))
    answer = "def build_fcn(img_size, num_classes):\n    return keras.Sequential([layers.Dense(np.pi)])"
    assert set(keras.lacking(keras.marked([Cell(1, answer)]))) == {"import keras", "import numpy as np"}
    assert keras.lacking(keras.marked([Cell(1, "import numpy as np\nimport keras"), Cell(2, answer)])) == ()


def test_of_many_files_that_cannot_be_read_the_first_are_named_and_the_others_counted(tmp_path: Path) -> None:
    damaged = {f"{number}.zip": b"PK\x03\x04 damaged" for number in range(7)}
    submission = chosen(tmp_path, {"a.ipynb": WORKED_IN, **damaged})
    assert sources(submission) == ["a.ipynb"]
    said = [warning.en for warning in submission.warnings]
    assert [f"'{number}.zip'" in line for number, line in enumerate(said[:5])] == [True] * 5
    assert said[5:] == ["Nor could 2 more files be graded."]
