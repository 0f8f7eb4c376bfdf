"""Downloads of classes within what is given: sections, wrappers, zips beside lists; none is one person's."""

from pathlib import Path

import pytest
from handed_in import ASSIGNMENT, notebook, write_tree, zipped

from fcnkit.grading.intake import survey

ONE = notebook("answer = 1")
CANVAS = {"kimminji_12345_678901_hw.ipynb": ONE, "leejun_12346_678902_hw.ipynb": ONE}
MOODLE = {f"{name}_assignsubmission_file_/hw.ipynb": ONE for name in ("Kim Minji_4242", "Lee Jun_4243")}


def identities(*paths: Path) -> list[str]:
    return sorted(found.person.identity for found in survey(paths, ASSIGNMENT).people)


def below(folder: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": data for name, data in files.items()}


@pytest.mark.parametrize(
    "files",
    [
        {"submissions.zip": zipped(CANVAS)},
        {"a.zip": zipped(below("a", CANVAS)), "README.txt": b""},
        below("A", CANVAS),
        {**below("download", MOODLE), "roster.csv": b"name"},
        {**below("download", MOODLE), "README.txt": b""},
        {**below("c", CANVAS), "README.txt": b""},
    ],
)
def test_a_download_in_the_folder_that_is_given_is_a_class(files: dict[str, bytes], tmp_path: Path) -> None:
    platform = "moodle" if any("assignsubmission" in name for name in files) else "canvas"
    ids = ("4242", "4243") if platform == "moodle" else ("12345", "12346")
    assert identities(write_tree(tmp_path / "c", files)) == [f"{platform}:{id}" for id in ids]


def test_what_drive_packs_in_several_zips_is_one_class(tmp_path: Path) -> None:
    first = {f"과제1/{who} - {ASSIGNMENT}.ko.ipynb": ONE for who in ("김민지", "이준")}
    second = {f"과제1/박지호 - {ASSIGNMENT}.ko.ipynb의 사본": ONE}
    files = {f"과제1-20261129T101010Z-00{n}.zip": zipped(part) for n, part in enumerate((first, second), 1)}
    people = survey([write_tree(tmp_path / "c", files)], ASSIGNMENT).people
    assert sorted(found.person.name for found in people) == ["김민지", "박지호", "이준"]
    own = {"최바다-20261129T101010Z-001.zip": zipped({"a.ipynb": ONE, "b.ipynb": notebook("b = 1")})}
    assert len(survey([write_tree(tmp_path / "d", {**own, "김.ipynb": ONE})], ASSIGNMENT).people) == 2


def test_sections_are_each_a_class_also_one_of_one(tmp_path: Path) -> None:
    files = below("A", CANVAS) | {"B/parkjiho_12347_678903_hw.ipynb": ONE}
    everybody = ["canvas:12345", "canvas:12346", "canvas:12347"]
    assert identities(write_tree(tmp_path / "c", files)) == everybody
    (tmp_path / "all.zip").write_bytes(zipped(files))
    assert identities(tmp_path / "all.zip") == everybody


def test_sections_of_folders_with_student_numbers_are_each_a_class(tmp_path: Path) -> None:
    files = {f"01분반/{who}/{ASSIGNMENT}.ko.ipynb": ONE for who in ("20244001 김민지", "20244002 이준")}
    files |= {f"02분반/20244003 박지호/{ASSIGNMENT}.ko.ipynb": ONE, "제출현황.txt": b""}
    everybody = ["number:20244001", "number:20244002", "number:20244003"]
    assert identities(write_tree(tmp_path / "c", files)) == everybody
    assert survey([tmp_path / "c"], ASSIGNMENT).passed_over == ("제출현황.txt",)
    (tmp_path / "all.zip").write_bytes(zipped(files))
    assert identities(tmp_path / "all.zip") == everybody


@pytest.mark.parametrize(
    "names", [("1분반", "2분반"), ("A반", "B반"), ("Section 01", "Section 02"), ("분반1", "분반2")]
)
def test_sections_by_name_are_each_a_class_though_names_alone_tell_people(
    names: tuple[str, str], tmp_path: Path
) -> None:
    first, second = names
    files = {f"{first}/김민지.ipynb": ONE, f"{first}/이준.ipynb": ONE, f"{second}/박지호/{ASSIGNMENT}.ko.ipynb": ONE}
    people = survey([write_tree(tmp_path / "c", files)], ASSIGNMENT).people
    assert sorted(found.person.name for found in people) == ["김민지", "박지호", "이준"]
    zips = {f"{first}.zip": zipped({"김민지.ipynb": ONE}), f"{second}.zip": zipped({"b/박지호.ipynb": ONE})}
    people = survey([write_tree(tmp_path / "d", zips)], ASSIGNMENT).people
    assert sorted(found.person.name for found in people) == ["김민지", "박지호"]


def test_a_group_that_hands_in_together_is_one(tmp_path: Path) -> None:
    files = {"1조/hw.ipynb": ONE, "2조/a.ipynb": ONE, "2조/b.ipynb": notebook("b = 1"), "3반/hw1.ipynb": ONE}
    people = survey([write_tree(tmp_path / "c", files)], ASSIGNMENT).people
    assert len(people) == 3


def test_days_in_front_of_files_make_nobodys_folder_a_class(tmp_path: Path) -> None:
    write_tree(
        tmp_path / "c", {f"{who}/{day}_a.ipynb": ONE for who in ("김민지", "이준") for day in (20240501, 20240502)}
    )
    assert identities(tmp_path / "c") == ["name:c/김민지", "name:c/이준"]


@pytest.mark.parametrize("name", ["submissions_20241120", "2024-2025_submissions", "20231237_submissions"])
def test_a_zip_of_a_class_may_bear_digits(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.zip"
    path.write_bytes(zipped(CANVAS))
    assert identities(path) == ["canvas:12345", "canvas:12346"]


def test_a_folder_in_one_of_the_same_name_is_looked_through(tmp_path: Path) -> None:
    write_tree(tmp_path / "c", {"c/kim/hw.ipynb": ONE, "c/lee/hw.ipynb": ONE})
    assert identities(tmp_path / "c") == ["name:c/kim", "name:c/lee"]


def test_what_is_submitted_is_looked_into_beside_a_text(tmp_path: Path) -> None:
    files = {f"submitted/{who}/{ASSIGNMENT}/hw.ipynb": ONE for who in ("kim", "lee")}
    write_tree(tmp_path / "c", {**files, "README.txt": b"", "solution.ipynb": ONE})
    findings = survey([tmp_path / "c"], ASSIGNMENT)
    assert [found.student for found in findings.people] == ["kim", "lee"]
    assert findings.passed_over == ("README.txt", "solution.ipynb")


def test_files_of_one_platforms_user_in_a_students_folder_stay_theirs(tmp_path: Path) -> None:
    write_tree(tmp_path / "c", {"kim/kimminji_12345_678901_hw.ipynb": ONE, "lee/hw.ipynb": ONE})
    assert identities(tmp_path / "c") == ["name:c/kim", "name:c/lee"]


def test_a_zip_that_bears_a_students_number_stays_theirs_whatever_is_in_it(tmp_path: Path) -> None:
    write_tree(tmp_path / "c", {"20231237_kim.zip": zipped(CANVAS), "20231238_lee.ipynb": ONE})
    assert identities(tmp_path / "c") == ["number:20231237", "number:20231238"]


def test_a_zip_of_numbered_names_is_a_class(tmp_path: Path) -> None:
    (tmp_path / "c.zip").write_bytes(zipped({"01-kim.ipynb": ONE, "02-lee.ipynb": ONE}))
    assert identities(tmp_path / "c.zip") == ["name:c/01-kim", "name:c/02-lee"]
    (tmp_path / "kim.zip").write_bytes(zipped({f"{ASSIGNMENT}.ko.ipynb": ONE, "02-yolo-output.ko.ipynb": ONE}))
    assert identities(tmp_path / "kim.zip") == [f"name:{tmp_path.name}/kim"]


def test_whoever_has_an_empty_folder_in_a_class_zip_is_told(tmp_path: Path) -> None:
    empty = {"Park_4244_assignsubmission_file_/": b"", "Choi_4245_assignsubmission_file_/inner/": b""}
    hidden = {"Han_4246_assignsubmission_file_/.DS_Store": b""}
    (tmp_path / "c.zip").write_bytes(zipped({**MOODLE, **empty, **hidden, "__MACOSX/._x": b""}))
    people = survey([tmp_path / "c.zip"], ASSIGNMENT).people
    assert {found.person.id for found in people} == {"4242", "4243", "4244", "4245", "4246"}
    told = {found.person.id: found.problem.en for found in people if found.problem}
    assert set(told) == {"4244", "4245", "4246"}
    assert all("is empty" in text for text in told.values())


def test_a_folder_whose_name_is_like_a_number_is_still_a_class(tmp_path: Path) -> None:
    write_tree(tmp_path / "20261234_DL", {"20231237_kim.ipynb": ONE, "20231238_lee.ipynb": ONE})
    assert identities(tmp_path / "20261234_DL") == ["number:20231237", "number:20231238"]


def test_a_number_that_could_be_a_day_is_one_persons_also_where_they_handed_in_twice(tmp_path: Path) -> None:
    others = {f"2024400{n} 이준/hw.ipynb": ONE for n in range(3)}
    twice = {f"20241021 황현우{again}/hw.ipynb": ONE for again in ("", " (2)")}
    write_tree(tmp_path / "a", {**others, **twice})
    assert "number:20241021" in identities(tmp_path / "a")
    write_tree(tmp_path / "b", {**others, "20241021 황현우/hw.ipynb": ONE, "20241021 박지호/hw.ipynb": ONE})
    assert "number:20241021" not in identities(tmp_path / "b")
