"""Paths and names: what is a student, and what is nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from handed_in import collect, notebook, only, refusal, write_tree, zipped
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.grading.intake import Found, IntakeError, Person, find
from fcnkit.grading.intake.file_names import MAX_BYTES, is_ignored, safe, suffix
from fcnkit.grading.intake.identities import settle
from fcnkit.grading.intake.plain_names import plain_reading
from fcnkit.grading.intake.platforms import reading_of

MINE = notebook("mine")


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"nowhere: no such file or folder; give the path of"):
        find([tmp_path / "nowhere"])


def test_a_folder_without_any_submission(tmp_path: Path) -> None:
    write_tree(tmp_path / "class", {".DS_Store": b"", "__MACOSX/._hw.ipynb": b""})
    with pytest.raises(IntakeError, match=r"class: no submission in this folder"):
        find([tmp_path / "class"])


def test_a_notebook_that_a_browser_saved_as_a_text_is_one(tmp_path: Path) -> None:
    inside = zipped({"hw.ipynb.txt": MINE})
    write_tree(
        tmp_path / "class", {"kim.ipynb.txt": MINE, "lee/hw.ipynb.json": MINE, "oh.zip": inside, "notes.txt": b""}
    )
    assert [(one.student, len(one.notebooks)) for one in collect(tmp_path / "class")] == [
        ("kim", 1),
        ("lee", 1),
        ("oh", 1),
    ]


def test_an_empty_folder_among_others_is_a_student_who_handed_in_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path / "class", {"lee.ipynb": MINE})
    (tmp_path / "class" / "kim v1.2").mkdir()
    kim, lee = collect(tmp_path / "class")
    assert kim.student == "kim v1.2"
    assert "The folder 'kim v1.2' is empty" in refusal(kim)
    assert lee.problem is None


def test_several_paths(tmp_path: Path) -> None:
    write_tree(tmp_path, {"monday/kim.ipynb": MINE, "tuesday/kim.ipynb": MINE, "lee.ipynb": MINE})
    paths = [tmp_path / "monday", tmp_path / "tuesday" / "kim.ipynb", tmp_path / "lee.ipynb", tmp_path / "monday"]
    assert [found.student for found in find(paths)] == ["kim", "kim-2", "lee"]


def test_one_student_given_file_by_file(tmp_path: Path) -> None:
    write_tree(tmp_path, {"kim_12345_67890_a.ipynb": MINE, "kim_12345_67891_b.pdf": b""})
    submission = only(tmp_path / "kim_12345_67891_b.pdf", tmp_path / "kim_12345_67890_a.ipynb")
    assert (submission.student, submission.problem) == ("kim", None)


def test_one_students_moodle_folder_given_itself(tmp_path: Path) -> None:
    folder = write_tree(tmp_path / "민준 김_12345_assignsubmission_file_", {"hw.ipynb": MINE})
    submission = only(folder)
    assert (submission.student, submission.person.id) == ("민준 김", "12345")
    assert submission.source == "민준 김_12345_assignsubmission_file_/hw.ipynb"


def test_a_whole_class_download_left_inside_the_folder(tmp_path: Path) -> None:
    many = {f"{number}.ipynb": notebook(str(number)) for number in range(21)}
    assert "give its path itself" in refusal(
        only(write_tree(tmp_path / "class", {f"all/{k}": v for k, v in many.items()}))
    )


def test_a_very_deep_folder(tmp_path: Path) -> None:
    deep = "/".join(["kim", *"x" * 200])
    write_tree(tmp_path / "class", {f"{deep}/hw.ipynb": MINE, "kim/hw.ipynb": MINE})
    assert only(tmp_path / "class").source == "kim/hw.ipynb"


def test_a_folder_that_is_too_deep_has_a_row_that_says_so(tmp_path: Path) -> None:
    write_tree(tmp_path / "class", {"/".join(["kim", *"x" * 200, "hw.ipynb"]): MINE, "lee.ipynb": MINE})
    kim, _ = collect(tmp_path / "class")
    assert "more than 50 folders" in refusal(kim)


@pytest.mark.parametrize("page", [b"", b"SQLite format 3\0"])
def test_whoever_names_files_as_the_grader_does_keeps_the_row(page: bytes, tmp_path: Path) -> None:
    ours = {f"kim/{name}": page for name in ("gradebook.sqlite", "index.html", "grades.csv", "results", "feedback")}
    write_tree(tmp_path / "class", {**ours, "kim/hw.ipynb": MINE, "lee/gradebook.sqlite": page, "lee/hw.ipynb": MINE})
    assert [found.student for found in find([tmp_path / "class"])] == ["kim", "lee"]


def test_a_name_that_differs_by_what_nobody_sees_is_another_ones_with_another_label(tmp_path: Path) -> None:
    write_tree(tmp_path / "class", {"kim.ipynb": MINE, "kim\u3164.ipynb": MINE})
    assert {found.entries[0].parts[-1]: found.student for found in find([tmp_path / "class"])} == {
        "kim.ipynb": "kim",
        "kim\u3164.ipynb": "kim-2",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("김민준", "김민준"),
        ("  Anna   Schmidt ", "Anna Schmidt"),
        ('a/b\\c:d*e?f"g<h>i|j`k', "a_b_c_d_e_f_g_h_i_j_k"),
        ("new\nline\ttab\x00\x1b[31m", "new line tab[31m"),
        ("\u202egnp.exe", "gnp.exe"),
        ("kim\u3164", "kim"),
        ("\u115f\u2800\U000e0100", "unnamed"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("...hidden", "hidden"),
        ("=1+1", "1+1"),
        ("NUL.old", "_NUL.old"),
        ("dots...", "dots"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("\udcff.x", "_.x"),
        ("한" * 100, "한" * 40),
    ],
)
def test_safe_names(name: str, expected: str) -> None:
    assert safe(name) == expected


names = st.text(st.characters() | st.sampled_from("/\\.: \n\u202e=-A한🙂"), max_size=80)
people = st.builds(
    Person,
    identity=st.text("abc:", min_size=1, max_size=8),
    name=names | st.sampled_from(["kim", "Kim", "KIM", "kim-2", "kim_123", "ß", "SS"]),
    id=st.sampled_from(["", "123", "456"]),
)


def labels(those: list[Person]) -> list[str]:
    found = [Found("", person, "", (), None, ()) for person in those]
    return [each.student for each in settle(found, {}, {}).found]


@given(st.lists(people, max_size=12, unique_by=lambda person: person.identity))
def test_names_are_safe_and_unique_whoever_is_in_the_class(those: list[Person]) -> None:
    result = labels(those)
    assert len({name.casefold() for name in result}) == len(those)
    for name in result:
        assert name == name.strip()
        assert len(name.encode()) <= MAX_BYTES + 30
        assert not name.startswith((".", "=", "-", "+", "@"))
        assert not set(name) & set('/\\:*?"<>|`\n\r\t\0')
        assert all(char.isprintable() or char == "\u200d" for char in name)


def test_nobody_takes_a_name_that_another_has_as_it_is() -> None:
    taken = labels([Person("a", " kim"), Person("b", "+kim"), Person("c", "kim")])
    assert taken[2] == "kim"
    assert len({*taken, "kim"}) == 3


@given(names, st.booleans())
def test_no_name_is_too_odd_to_be_looked_at(name: str, is_file: bool) -> None:
    reading = reading_of(name, is_file=is_file, assignment="01-topic") or plain_reading(name, is_file=is_file)
    assert reading.key or not name
    assert name.lower().endswith(suffix(name)) or "\u0130" in name  # İ in lower case is two characters
    assert isinstance(is_ignored(name), bool)
