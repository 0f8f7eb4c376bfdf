"""Who is who, from run to run: nobody gets another's marks, no row changes its owner, and what is unsure is said."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from generated_classes import WITHOUT_IDS, GeneratedClass
from graded import grade, hand_in
from handed_in import mail, notebook, write_tree, zipped
from proof import IS_FULL

from fcnkit.gradebook import Gradebook
from fcnkit.grading.intake import survey
from fcnkit.grading.intake.identities import settle

CLASSES = 500 if IS_FULL else 125


def owners_by_identity(gradebook: Gradebook) -> dict[str, set[int]]:
    """Whose results ever came under each identity."""
    owners = defaultdict[str, set[int]](set)
    for identity, score in gradebook._database.execute("SELECT identity, score FROM result"):
        owners[identity].add(int(score) // 100)
    return owners


def test_of_many_classes_no_mark_is_overwritten_and_no_row_changes_its_owner(tmp_path: Path) -> None:
    for seed in range(CLASSES):
        root = tmp_path / str(seed)
        root.mkdir()
        one = GeneratedClass(seed, root)
        said = f"class {seed} of {one.platform}"
        before: dict[str, tuple[int, int]] = {}
        with Gradebook(Path(":memory:")) as gradebook:
            for run in one.runs():
                table = grade(gradebook, *run)
                assert all(len(owners) == 1 for owners in owners_by_identity(gradebook).values()), said
                assert {label: table[label][0] for label in before} == {k: v[0] for k, v in before.items()}, said
                assert len({label.casefold() for label in table}) == len(table), said
                if one.platform != WITHOUT_IDS:
                    handed_in = {student.number: student.version for student in one.students if student.version}
                    assert sorted(table.values()) == sorted(handed_in.items()), said
                before = table
        shutil.rmtree(root)


def test_every_file_is_somebodys_or_passed_over(tmp_path: Path) -> None:
    for seed in range(14):
        root = tmp_path / str(seed)
        root.mkdir()
        for run in GeneratedClass(seed, root).runs():
            findings = survey(run)
            named = [entry.shown for found in findings.people for entry in found.entries]
            named += [name for found in findings.people for name in found.beside] + list(findings.passed_over)
            given = [str(path.relative_to(place)) for place in run for path in place.rglob("*") if path.is_file()]
            assert sorted(named) == sorted(given)


def test_two_zips_with_one_name_each_are_two_people_and_both_rows_say_so(tmp_path: Path, gradebook: Gradebook) -> None:
    for name, owner in (("first", 1), ("late", 2)):
        files = {"kimminji.ipynb": hand_in(owner, 1), f"other{owner}.ipynb": hand_in(owner + 2, 1)}
        (tmp_path / f"{name}.zip").write_bytes(zipped(files))
    assert grade(gradebook, tmp_path / "first.zip") == {"kimminji": (1, 1), "other1": (3, 1)}
    table = grade(gradebook, tmp_path / "late.zip")
    assert table == {"kimminji": (1, 1), "kimminji-2": (2, 1), "other1": (3, 1), "other2": (4, 1)}
    for result in gradebook.latest("01"):
        said = " ".join(note.en for note in result.notes)
        assert ("bears the same name" in said) == result.student.startswith("kimminji")
    assert grade(gradebook, tmp_path / "late.zip", tmp_path / "first.zip") == table


def test_an_older_upload_given_after_a_newer_one_is_no_later_attempt(tmp_path: Path, gradebook: Gradebook) -> None:
    newer = write_tree(tmp_path / "new", {"kim_12345_678905_hw-1.ipynb": hand_in(1, 2)})
    older = write_tree(tmp_path / "old", {"kim_12345_678901_hw.ipynb": hand_in(1, 1)})
    for paths in ((newer,), (older,), (newer, older)):
        assert grade(gradebook, *paths) == {"kim": (1, 2)}


def test_a_later_runs_mail_with_somebodys_number_is_not_theirs(tmp_path: Path) -> None:
    mine, other, again = (
        write_tree(
            tmp_path / address, {f"{n}.eml": mail({"20231237_홍길동.ipynb": notebook("1")}, From=address) for n in "ab"}
        )
        for address in ("hong@ac.kr", "x@y.kr", "HONG@ac.kr")
    )
    (first,) = settle(survey([mine]).people, {}, {}).found
    known = {first.person.identity: first.person}
    (later,) = settle(survey([other]).people, known, {first.person.identity: first.student}).found
    assert (first.person.identity, later.person.identity) == ("number:20231237", "mail:x@y.kr")
    assert "20231237" in str(later.warnings[-1])
    (same,) = settle(survey([again]).people, known, {first.person.identity: first.student}).found
    assert (same.person.identity, same.student, same.warnings) == (first.person.identity, first.student, ())


def test_no_address_is_another_ones_and_a_number(tmp_path: Path) -> None:
    mine = write_tree(tmp_path / "1", {"hw.eml": mail({"hw.ipynb": notebook("1")}, From="a@b.kr")})
    other = write_tree(tmp_path / "2", {"hw.eml": mail({"hw.ipynb": notebook("1")}, From="a@b.kr//2")})
    (first,) = settle(survey([mine]).people, {}, {}).found
    (later,) = settle(survey([other]).people, {first.person.identity: first.person}, {}).found
    assert first.person.identity == "mail:a@b.kr"
    assert later.person.identity != first.person.identity


def test_a_namesake_changes_nobodys_label(tmp_path: Path, gradebook: Gradebook) -> None:
    write_tree(tmp_path / "class", {"kim_12345_67890_hw.ipynb": hand_in(1, 1)})
    assert grade(gradebook, tmp_path / "class") == {"kim": (1, 1)}
    write_tree(tmp_path / "class", {"kim_12346_67891_hw.ipynb": hand_in(2, 1)})
    assert grade(gradebook, tmp_path / "class") == {"kim": (1, 1), "kim_12346": (2, 1)}
    notes = {result.student: [note.en for note in result.notes] for result in gradebook.latest("01")}
    assert "(kim_12346)" in notes["kim"][0]
    assert "(kim)" in notes["kim_12346"][0]


@pytest.mark.parametrize("way", ["relative", "moved", "unpacked", "one by one"])
def test_the_same_class_given_another_way_is_no_second_one(
    way: str, tmp_path: Path, gradebook: Gradebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"kim.ipynb": hand_in(1, 1), "lee.ipynb": hand_in(2, 1)}
    if way == "unpacked":
        (tmp_path / "class.zip").write_bytes(zipped(files))
        table = grade(gradebook, tmp_path / "class.zip")
        again = [write_tree(tmp_path / "class", files)]
    else:
        folder = write_tree(tmp_path / "class", files)
        table = grade(gradebook, folder)
        monkeypatch.chdir(tmp_path)
        (tmp_path / "elsewhere").mkdir()
        again = {"relative": [Path("class")], "one by one": sorted(folder.iterdir())}.get(way, [])
        if way == "moved":
            again = [Path(shutil.move(folder, tmp_path / "elsewhere" / "class"))]
    assert grade(gradebook, *again) == table


def test_another_folder_of_the_same_name_is_another_class_while_the_first_stands(
    tmp_path: Path, gradebook: Gradebook
) -> None:
    for owner, place in enumerate(("monday/hw", "tuesday/hw"), 1):
        write_tree(tmp_path / place, {"kim.ipynb": hand_in(owner, 1)})
    assert grade(gradebook, tmp_path / "monday" / "hw") == {"kim": (1, 1)}
    assert grade(gradebook, tmp_path / "tuesday" / "hw") == {"kim": (1, 1), "kim-2": (2, 1)}


def test_a_course_that_is_moved_as_a_whole_goes_on_and_a_copy_of_its_gradebook_inherits_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path / "monday" / "hw", {"kim.ipynb": hand_in(1, 1)})
    (tmp_path / "monday" / "out").mkdir()
    with Gradebook(tmp_path / "monday" / "out" / "gradebook.sqlite") as book:
        grade(book, tmp_path / "monday" / "hw")
    write_tree(tmp_path / "tuesday" / "hw", {"kim.ipynb": hand_in(2, 1)})
    shutil.copytree(tmp_path / "monday" / "out", tmp_path / "tuesday" / "out")
    with Gradebook(tmp_path / "tuesday" / "out" / "gradebook.sqlite") as book:
        assert grade(book, tmp_path / "tuesday" / "hw") == {"kim": (1, 1), "kim-2": (2, 1)}
    (tmp_path / "monday").rename(tmp_path / "last year")
    with Gradebook(tmp_path / "last year" / "out" / "gradebook.sqlite") as book:
        moved = book.register.enrol(survey([tmp_path / "last year" / "hw"]).people).moved
        assert moved == {(f"{tmp_path}/monday/hw", f"{tmp_path}/last year/hw")}
        assert grade(book, tmp_path / "last year" / "hw") == {"kim": (1, 1)}


def test_of_a_course_that_is_moved_one_student_alone_is_known_again(tmp_path: Path) -> None:
    write_tree(
        tmp_path / "old" / "hw", {f"{who}.ipynb": hand_in(at, 1) for at, who in enumerate(("kim", "lee", "park"))}
    )
    (tmp_path / "old" / "out").mkdir()
    with Gradebook(tmp_path / "old" / "out" / "gradebook.sqlite") as book:
        table = grade(book, tmp_path / "old" / "hw")
    (tmp_path / "old").rename(tmp_path / "new")
    for who in ("lee", "park"):
        (tmp_path / "new" / "hw" / f"{who}.ipynb").unlink()
    with Gradebook(tmp_path / "new" / "out" / "gradebook.sqlite") as book:
        assert grade(book, tmp_path / "new" / "hw") == table


@pytest.mark.parametrize("name", ["01-transposed-convolution.ko", "answer"])
def test_a_student_of_a_class_who_is_given_alone_or_too_is_no_second_one(
    name: str, tmp_path: Path, gradebook: Gradebook
) -> None:
    files = {f"{who}/{name}.ipynb": hand_in(owner, 1) for owner, who in enumerate(("kim", "lee"), 1)}
    place = write_tree(tmp_path / "class", files)
    table = {"kim": (1, 1), "lee": (2, 1)}
    for paths in ((place, place / "kim"), (place / "kim",), (place / "lee" / f"{name}.ipynb",), (place,)):
        assert grade(gradebook, *paths) == table


def test_a_folder_of_several_given_with_the_one_around_it_keeps_its_people(tmp_path: Path) -> None:
    names = ("kim.ipynb", "late/lee.ipynb", "late/park.ipynb")
    place = write_tree(tmp_path / "class", {name: hand_in(1, 1) for name in names})
    assert [found.student for found in survey([place, place / "late"]).people] == ["kim", "lee", "park"]


def test_another_class_with_one_name_of_one_that_is_gone_is_another_class(tmp_path: Path, gradebook: Gradebook) -> None:
    grade(gradebook, write_tree(tmp_path / "monday" / "hw", {"kim.ipynb": hand_in(1, 1)}))
    shutil.rmtree(tmp_path / "monday")
    tuesday = {f"{name}.ipynb": hand_in(owner, 1) for owner, name in enumerate(("kim", "lee", "park"), 2)}
    table = grade(gradebook, write_tree(tmp_path / "tuesday" / "hw", tuesday))
    assert table == {"kim": (1, 1), "kim-2": (2, 1), "lee": (3, 1), "park": (4, 1)}


def test_a_name_in_letters_that_only_look_the_same_is_told_apart_and_said(tmp_path: Path, gradebook: Gradebook) -> None:
    write_tree(tmp_path / "class", {"kim.ipynb": hand_in(1, 1), "k\u0456m.ipynb": hand_in(2, 1)})
    assert len(grade(gradebook, tmp_path / "class")) == 2
    assert all("looks the same" in result.notes[0].en for result in gradebook.latest("01"))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("20231237_김민지", "20231237"),
        ("20231237", "20231237_김민지"),
        ("20231237_김민지", "김 민지 20231237 합성곱"),
        ("20231237_Kim Minji", "20231237_Minji-Kim"),
        ("20231237_kimminji", "20231237_transposed_Kim, Min-ji"),
    ],
)
def test_one_student_number_beside_one_name_spelled_in_two_ways_is_one_person(
    before: str, now: str, tmp_path: Path, gradebook: Gradebook
) -> None:
    grade(gradebook, write_tree(tmp_path / "first", {f"{before}.ipynb": hand_in(1, 1)}))
    table = grade(gradebook, write_tree(tmp_path / "late", {f"{now}.ipynb": hand_in(1, 2)}))
    assert list(table.values()) == [(1, 2)]
    assert all(not result.notes or "Handed in 2 times" in result.notes[0].en for result in gradebook.latest("01"))


def test_one_student_number_beside_two_names_is_told_apart_and_said(tmp_path: Path, gradebook: Gradebook) -> None:
    write_tree(tmp_path / "class", {"20231237_윤시우_과제1.ipynb": hand_in(1, 1)})
    grade(gradebook, tmp_path / "class")
    write_tree(tmp_path / "class", {"20231237_박지호_과제1.ipynb": hand_in(2, 1)})
    assert grade(gradebook, tmp_path / "class") == {"윤시우": (1, 1), "박지호": (2, 1)}
    assert all("20231237 also stands beside" in result.notes[0].en for result in gradebook.latest("01"))


def test_two_names_beside_one_id_in_a_download_stay_two_people_in_the_next(
    tmp_path: Path, gradebook: Gradebook
) -> None:
    one, other = "Kim Minji_4242_assignsubmission_file_/a.ipynb", "Lee Jun_4242_assignsubmission_file_/a.ipynb"
    first = write_tree(tmp_path / "a", {one: notebook("answer = 1, 0"), other: notebook("answer = 2, 0")})
    second = write_tree(tmp_path / "b", {other: notebook("answer = 2, 1")})
    assert grade(gradebook, first) == {"Kim Minji": (1, 0), "Lee Jun": (2, 0)}
    assert grade(gradebook, second) == {"Kim Minji": (1, 0), "Lee Jun": (2, 1)}
    register = gradebook.register
    said = [text.en for whose in register.taken_for_another() for text in register.remarks(whose)]
    assert all("4242" in text for text in said)
    assert len(register.taken_for_another()) == 2


def test_names_as_korean_windows_writes_them_are_read_and_can_be_kept(tmp_path: Path, gradebook: Gradebook) -> None:
    folder = os.fsencode(tmp_path / "c") + "/분반".encode("cp949")
    os.makedirs(folder)  # noqa: PTH103  # a path of bytes
    for number, name in enumerate(("김민지".encode("cp949"), b"\xff\xff"), 1):
        Path(os.fsdecode(folder + b"/" + name + b".ipynb")).write_bytes(notebook(f"answer = {number}, 0"))
    assert grade(gradebook, Path(os.fsdecode(folder))) == {"김민지": (1, 0), "\ufffd\ufffd": (2, 0)}
    assert {person.place.rpartition("/")[2] for person in gradebook.register.people().values()} <= {"분반", ""}
