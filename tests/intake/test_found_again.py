"""People who come again under other names, spellings and by other ways: the same row, or told apart and said."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest
from graded import grade, hand_in
from handed_in import write_tree

from fcnkit.gradebook import Gradebook
from fcnkit.grading.intake import survey

WHO = ("kim", "lee", "park")
NFC, NFD = (f"{unicodedata.normalize(form, '김민지')}.ipynb" for form in ("NFC", "NFD"))


def grade_anew(gradebook: Gradebook, place: Path, files: dict[str, bytes]) -> dict[str, tuple[int, int]]:
    shutil.rmtree(place, ignore_errors=True)
    return grade(gradebook, write_tree(place, files))


@pytest.mark.parametrize(("first", "second"), [(NFC, NFD), (NFD, NFC)])
def test_names_that_differ_in_spelling_alone_are_two_people_and_keep_their_rows(
    first: str, second: str, tmp_path: Path, gradebook: Gradebook
) -> None:
    both = {first: hand_in(1, 0), second: hand_in(2, 0)}
    assert grade_anew(gradebook, tmp_path / "c", {first: hand_in(1, 0)}) == {"김민지": (1, 0)}
    for files in (both, both, {second: hand_in(2, 0)}, {first: hand_in(1, 0)}):
        assert grade_anew(gradebook, tmp_path / "c", files) == {"김민지": (1, 0), "김민지-2": (2, 0)}
    assert all("bears the same name" in result.notes[0].en for result in gradebook.latest("01"))


def test_a_class_that_comes_from_a_mac_and_then_from_linux_is_one(tmp_path: Path, gradebook: Gradebook) -> None:
    assert grade_anew(gradebook, tmp_path / "c", {NFD: hand_in(1, 0)}) == {"김민지": (1, 0)}
    assert grade_anew(gradebook, tmp_path / "c", {NFC: hand_in(1, 1)}) == {"김민지": (1, 1)}


@pytest.mark.parametrize("form", ["{name}_4242_assignsubmission_file_/hw.ipynb", "{name}_12345_678901_hw.ipynb"])
def test_an_id_under_another_name_is_one_person_and_told_once(form: str, tmp_path: Path, gradebook: Gradebook) -> None:
    for version, (place, name) in enumerate((("a", "kimminji"), ("b", "leejun"), ("c", "leejun"))):
        folder = write_tree(tmp_path / place, {form.format(name=name): hand_in(1, version)})
        renamed = gradebook.register.enrol(survey([folder]).people).renamed
        assert [(person.name, before) for person, before in renamed] == [("leejun", "kimminji")] * (version == 1)
        assert grade(gradebook, folder) == {"kimminji": (1, version)}


def test_the_same_bytes_again_later_are_the_last(tmp_path: Path, gradebook: Gradebook) -> None:
    uploads = {f"kim_12345_6789{n}_hw-{n}.ipynb": hand_in(1, version) for n, version in enumerate((1, 2, 1))}
    for name, content in uploads.items():
        table = grade_anew(gradebook, tmp_path / name, {name: content})
    assert table == {"kim": (1, 1)}
    with Gradebook(Path(":memory:")) as book:
        assert grade(book, write_tree(tmp_path / "all", uploads)) == {"kim": (1, 1)}


@pytest.mark.parametrize("name", ["01-transposed-convolution.ko", "hw1_final", "answer"])
def test_a_students_folder_alone_is_the_student_before_the_class_is_given_and_after(
    name: str, tmp_path: Path, gradebook: Gradebook
) -> None:
    place = write_tree(tmp_path / "c", {f"{who}/{name}.ipynb": hand_in(n, 0) for n, who in enumerate(WHO)})
    assert grade(gradebook, place / "kim") == {"kim": (0, 0)}
    assert grade(gradebook, place) == {"kim": (0, 0), "lee": (1, 0), "park": (2, 0)}


@pytest.mark.parametrize("around", [{}, {"20249999_이수아.ipynb": hand_in(9, 0)}])
def test_a_student_number_that_could_be_a_day_is_the_same_after_the_file_is_renamed(
    around: dict[str, bytes], tmp_path: Path, gradebook: Gradebook
) -> None:
    for version, name in enumerate(("과제1", "과제1_수정", "최종")):
        files = {f"20240312_김민지_{name}.ipynb": hand_in(1, version)}
        table = grade_anew(gradebook, tmp_path / "c", files | (around if version == 1 else {}))
        assert table["김민지"] == (1, version)
    assert len(table) == 1 + len(around)


def test_a_day_before_two_namesakes_files_makes_them_no_one(tmp_path: Path, gradebook: Gradebook) -> None:
    files = {f"20240312_김민지_{one}.ipynb": hand_in(number, 0) for number, one in enumerate("ab")}
    grade_anew(gradebook, tmp_path / "c", files)
    files = {f"20240312_김민지_{one}.ipynb": hand_in(number, 0) for number, one in enumerate("abc")}
    assert sorted(owner for owner, _ in grade_anew(gradebook, tmp_path / "c", files).values()) == [0, 1, 2]
