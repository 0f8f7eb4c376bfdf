"""Zips that are hostile, broken or merely made on another system."""

from __future__ import annotations

import io
import stat
import struct
import time
from contextlib import AbstractContextManager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from handed_in import codes, collect, notebook, only, refusal, warnings, write_tree, zipped

from fcnkit.grading.intake import IntakeError, Submission, archive, disk, find
from fcnkit.grading.intake.archive import MEMBER_SIGNATURE

MINE = notebook("mine")


def read_zip(tmp_path: Path, content: bytes) -> Submission:
    """As one student's zip inside a class' folder."""
    return only(write_tree(tmp_path / "class", {"kim.zip": content}))


def test_an_otter_export(tmp_path: Path) -> None:
    export = {"hw.ipynb": MINE, ".OTTER_LOG": b"\x80\x04cos\nsystem\n", "__zip_filename__": b"hw_2024.zip"}
    path = tmp_path / "hw_2024_05_01T10_00_00_000001.zip"
    path.write_bytes(zipped(export))
    submission = only(path)
    assert submission.student == "hw"
    assert submission.source == "hw_2024_05_01T10_00_00_000001.zip!hw.ipynb"
    assert submission.problem is None


def test_an_export_that_was_zipped_again(tmp_path: Path) -> None:
    export = zipped({"hw.ipynb": MINE, ".OTTER_LOG": b""})
    one = read_zip(tmp_path, zipped({"제출/hw_2024.zip": export, "data.zip": b"PK\x03\x04", "memo.txt": b""}))
    assert [each.source for each in one.notebooks] == ["kim.zip!제출/hw_2024.zip!hw.ipynb"]
    assert one.beside == ("memo.txt",)
    assert "'data.zip' is a damaged zip" in one.unread[0].en


CLASS = {"kimminji_12345_678901_hw.ipynb": MINE, "leejiho_12346_678902_hw.ipynb": MINE}


@pytest.mark.parametrize(
    "outer",
    [
        {"download.zip": zipped(CLASS)},
        {"download.zip": zipped({"Kim Minji.ipynb": MINE, "Lee Jiho.ipynb": MINE})},
        {"week/1분반.zip": zipped(CLASS), "week/2분반.zip": zipped({"Lee Jiho.ipynb": MINE})},
        {"a.zip": zipped(CLASS), "b.zip": zipped(CLASS)},
        {f"a{number}\x1b[2J.zip": zipped(CLASS) for number in range(9)},
    ],
)
def test_a_class_in_a_zip_in_a_zip_is_no_student(tmp_path: Path, outer: dict[str, bytes]) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(outer))
    with pytest.raises(
        IntakeError, match=r"all\.zip: holds zips with several students' hand-ins \('(download|1분반|a|a0.*)\.zip'"
    ) as refused:
        find([path])
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 400
    assert len(find([tmp_path])) == 1  # as the sentence says it can be had


@pytest.mark.parametrize(
    ("assignments", "is_ones"),
    [
        (["01-a", "02-b"], True),
        (["01-a", "01-a"], False),
        (["02-b", "03-c"], False),
        (["01-a", None], False),
    ],
)
def test_notebooks_that_say_they_are_of_different_assignments_are_one_students(
    tmp_path: Path, assignments: list[str | None], is_ones: bool
) -> None:
    inside = {
        f"{letter}.ipynb": notebook("x", fcnkit={"assignment": each})
        for letter, each in zip("st", assignments, strict=True)
    }
    path = tmp_path / "kim.zip"
    path.write_bytes(zipped({"term.zip": zipped(inside)}))
    if is_ones:
        assert [found.student for found in find([path], "01-a")] == ["kim"]
    else:
        with pytest.raises(IntakeError, match="several students' hand-ins"):
            find([path], "01-a")


@pytest.mark.parametrize(
    ("names", "is_ones"),
    [
        (["kimminji_20231301", "leejiho_20232222"], False),
        (["kimminji_12345_678901_hw", "leejiho_12346_678902_hw"], False),
        (["kimminji_20231301_1", "kimminji_20231301_2"], True),
        (["전치 합성곱", "YOLO"], True),
    ],
)
def test_numbers_of_several_people_outweigh_the_assignments_of_their_notebooks(
    tmp_path: Path, names: list[str], is_ones: bool
) -> None:
    inside = {
        f"{name}.ipynb": notebook("x", fcnkit={"assignment": each})
        for name, each in zip(names, ["01-a", "02-b"], strict=True)
    }
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({"term.zip": zipped(inside)}))
    if is_ones:
        assert len(find([path], "01-a")) == 1
    else:
        with pytest.raises(IntakeError, match=r"holds zips with several students' hand-ins \('term\.zip'"):
            find([path], "01-a")


@pytest.mark.parametrize(
    ("outer", "students"),
    [
        ({"hw.zip": zipped({"hw.ipynb": MINE})}, ["all"]),
        ({"hw.zip": zipped({"a.ipynb": MINE, "b.ipynb": MINE, ".OTTER_LOG": b""})}, ["all"]),
        ({"kim.zip": zipped({"hw.ipynb": MINE}), "lee.zip": zipped(CLASS)}, ["kim", "lee"]),
        ({"kim.zip": b"PK", "lee.zip": zipped({"hw.ipynb": MINE})}, ["kim", "lee"]),
    ],
)
def test_a_students_zip_in_a_zip_stays_theirs(tmp_path: Path, outer: dict[str, bytes], students: list[str]) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(outer))
    assert [found.student for found in find([path])] == students


DRAFTS = {"hw.zip": zipped({"draft.ipynb": notebook("draft"), "test.ipynb": MINE})}


@pytest.mark.parametrize(
    ("name", "outer"),
    [
        ("20231234.zip", DRAFTS),
        ("20231234_kim.zip", {"team.zip": zipped({"20231234.ipynb": MINE, "20231235.ipynb": MINE})}),
        ("kimminji_12345_678901_hw.zip", DRAFTS),
        ("kimminji_12345_678901_hw.zip", {"hw.zip": zipped({"kimminji_12345_678901_hw.ipynb": MINE})}),
        ("kim.zip", {"hw.zip": zipped({"hw1_final.ipynb": MINE, "draft.ipynb": notebook("draft")})}),
        ("kim.zip", {"hw.zip": zipped({"kimminji_12345_678901_hw.ipynb": MINE})}),
    ],
)
def test_drafts_in_a_students_zip_in_a_zip_are_no_class(tmp_path: Path, name: str, outer: dict[str, bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(zipped(outer))
    assert len(find([path])) == 1


def test_zips_in_a_zip_are_not_opened_where_a_notebook_lies_beside_them(tmp_path: Path) -> None:
    one = read_zip(tmp_path, zipped({"hw.ipynb": MINE, "old.zip": zipped({"old.ipynb": notebook("old")})}))
    assert [each.source for each in one.notebooks] == ["kim.zip!hw.ipynb"]
    assert one.beside == ("old.zip",)


def test_of_bombs_in_a_zip_no_more_is_unpacked_than_of_one(tmp_path: Path) -> None:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for number in range(3):
            file.writestr(f"{number}.zip", b" " * (80 * 2**20))
        file.writestr("first.zip", zipped({"hw.ipynb": MINE}))
    one = read_zip(tmp_path, content.getvalue())
    assert "'0.zip' is a damaged zip" in refusal(one)
    crowd = {f"{number}.zip": zipped({"hw.ipynb": MINE}) for number in range(101)}
    assert "too many files" in refusal(read_zip(tmp_path / "crowd", zipped(crowd)))


def test_two_notebooks_in_an_otter_export_are_one_students(tmp_path: Path) -> None:
    path = tmp_path / "kim.zip"
    path.write_bytes(zipped({"a.ipynb": MINE, "b.ipynb": notebook("other"), ".OTTER_LOG": b""}))
    assert [one.source for one in only(path).notebooks] == ["kim.zip!a.ipynb", "kim.zip!b.ipynb"]


def test_a_class_without_an_lms_in_one_zip(tmp_path: Path) -> None:
    path = tmp_path / "class.zip"
    inner = zipped({"hw.ipynb": MINE})
    path.write_bytes(zipped({"class/kim.ipynb": MINE, "class/이서연/hw.ipynb": MINE, "class/park.zip": inner}))
    assert [(one.student, one.source) for one in collect(path)] == [
        ("kim", "class.zip!kim.ipynb"),
        ("park", "class.zip!park.zip!hw.ipynb"),
        ("이서연", "class.zip!이서연/hw.ipynb"),
    ]


@pytest.mark.parametrize(
    "name", ["../up.ipynb", "a/../../up.ipynb", "/abs.ipynb", "C:/x.ipynb", "C:\\x.ipynb", "a\\..\\..\\x"]
)
def test_paths_that_point_out_of_the_zip(name: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert "points out of its folder" in refusal(read_zip(tmp_path, zipped({"hw.ipynb": MINE, name: MINE})))
    direct = tmp_path / "direct.zip"
    direct.write_bytes(zipped({"hw.ipynb": MINE, name: MINE}))
    assert "points out of its folder" in refusal(only(direct))
    after = {path.name for path in tmp_path.rglob("*")} - {path.name for path in before}
    assert after == {"class", "kim.zip", "direct.zip"}


def test_an_unsafe_path_in_a_class_download_costs_nobody_else(tmp_path: Path) -> None:
    download = {"kimminjun_12345_67890_hw.ipynb": MINE, "../leeseoyeon_12346_67891_hw.ipynb": MINE}
    path = tmp_path / "submissions.zip"
    path.write_bytes(zipped(download))
    good, bad = collect(path)
    assert (good.student, good.problem) == ("kimminjun", None)
    assert bad.student == "leeseoyeon"
    assert "points out of its folder" in refusal(bad)


def test_folders_may_be_separated_as_on_windows(tmp_path: Path) -> None:
    assert codes(read_zip(tmp_path, zipped({"과제\\src\\hw.ipynb": MINE}))) == [["mine"]]
    download = tmp_path / "class.zip"
    download.write_bytes(zipped({"반\\20231234_김민지\\hw.ipynb": MINE, "반\\20231235_이준\\hw.ipynb": MINE}))
    assert [one.person.id for one in collect(download)] == ["20231234", "20231235"]


def test_a_link_in_a_zip(tmp_path: Path) -> None:
    link = ZipInfo("hw.ipynb")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    content = io.BytesIO()
    with ZipFile(content, "w") as file:
        file.writestr(link, "/etc/passwd")
    assert "'hw.ipynb' is a link" in refusal(read_zip(tmp_path, content.getvalue()))


def test_an_encrypted_zip(tmp_path: Path) -> None:
    content = bytearray(zipped({"hw.ipynb": MINE}))
    content[6] |= 1
    content[content.index(MEMBER_SIGNATURE) + 8] |= 1
    assert "is encrypted" in refusal(read_zip(tmp_path, bytes(content)))


def test_a_rare_compression(tmp_path: Path) -> None:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_LZMA) as file:
        file.writestr("hw.ipynb", MINE)
    assert "method that is not supported" in refusal(read_zip(tmp_path, content.getvalue()))


def bomb(size: int) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file, file.open("hw.ipynb", "w") as member:
        for _ in range(size // 2**20):
            member.write(b" " * 2**20)
    return content.getvalue()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    content = bomb(101 * 2**20)
    assert len(content) < 2**20
    assert "is too large (the limit is 100 MB)" in refusal(read_zip(tmp_path, content))


def test_a_bomb_that_lies_about_its_size_is_read_no_further_than_it_says(tmp_path: Path) -> None:
    content = bytearray(bomb(8 * 2**20))
    struct.pack_into("<I", content, content.index(MEMBER_SIGNATURE) + 24, 1000)
    assert "is a damaged zip" in refusal(read_zip(tmp_path, bytes(content)))


def test_many_large_notebooks_are_opened_within_a_bound_and_the_likely_one_first(tmp_path: Path) -> None:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for number in range(20):
            file.writestr(f"{number}.ipynb", b" " * (20 * 2**20))
        file.writestr("01-transposed-convolution.ko.ipynb", MINE)
    start = time.process_time()
    one = read_zip(tmp_path, content.getvalue())
    assert time.process_time() - start < 3
    assert [each.source for each in one.notebooks] == ["kim.zip!01-transposed-convolution.ko.ipynb"]
    assert "There are 21 notebooks, more than are opened" in warnings(one)


def test_of_very_many_notebooks_the_likely_ones_are_graded(tmp_path: Path) -> None:
    files = {f"notes{number}.ipynb": notebook(f"n = {number}") for number in range(30)}
    one = read_zip(tmp_path, zipped({**files, "01-transposed-convolution.ko.ipynb": MINE}))
    assert [each.source for each in one.notebooks] == ["kim.zip!01-transposed-convolution.ko.ipynb"]
    assert "Of 31 different notebooks the 1" in warnings(one)


def test_a_name_of_marks_without_end_takes_no_time(tmp_path: Path) -> None:
    path = tmp_path / "class.zip"
    path.write_bytes(zipped({"\u0301\u0323" * 16_000 + ".ipynb": MINE, "kim.ipynb": MINE}))
    start = time.process_time()
    assert len(collect(path)) == 2
    assert time.process_time() - start < 2


def test_a_section_of_more_than_100_mb_is_a_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MAX_BYTES", 300)
    files = {f"{name}_hw.ipynb": MINE for name in ("kim_12345_678901", "lee_12346_678902")}
    write_tree(tmp_path / "c", {"A.zip": zipped(files), "README.txt": b""})
    assert [one.student for one in collect(tmp_path / "c")] == ["kim", "lee"]


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 5)
    content = zipped({"hw.ipynb": MINE} | {f"{number}.txt": b"" for number in range(5)})
    assert "too many files in 'kim.zip'" in refusal(read_zip(tmp_path, content))


@pytest.mark.parametrize(
    ("content", "phrase"),
    [
        (b"", "is empty"),
        (bytes(500), "begins with nothing but zeros"),
        (b"Rar!\x1a\x07\x01", "an archive of another kind (RAR)"),
        (b"EGGA\0\1", "an archive of another kind (EGG)"),
        (b"PK\x03\x04 and nothing", "is a damaged zip"),
        (zipped({"hw.ipynb": MINE})[:-30], "is a damaged zip"),
        (zipped({}), "There is no notebook (.ipynb) in 'kim.zip'"),
        (zipped({"hw.py": b"", "a.zip": zipped({"hw.py": b""})}), "There is no notebook (.ipynb) in 'kim.zip'"),
        (
            zipped({"a.zip": zipped({"b.zip": zipped({"hw.ipynb": MINE})})}),
            "There is no notebook (.ipynb) in 'kim.zip', but the archive 'b.zip'",
        ),
        (zipped({"hw.7z": b"7z"}), "but the archive 'hw.7z'"),
        (zipped({"a.zip": zipped({"hw.ipynb": MINE})[:-30]}), "'a.zip' is a damaged zip"),
        (zipped({"a.zip": zipped({"../hw.ipynb": MINE})}), "points out of its folder"),
        (zipped({"hw.ipynb": b"{"}), "breaks off"),
        (zipped({f"{number}.ipynb": notebook(f"n = {number}") for number in range(21)}), "There are 21 notebooks"),
    ],
    ids=[
        "empty",
        "zeros",
        "RAR",
        "EGG",
        "damaged",
        "cut off",
        "of nothing",
        "in a zip",
        "in two zips",
        "in a 7z",
        "cut off inside",
        "out of a zip",
        "no JSON",
        "too many",
    ],  # zips hold the time of day
)
def test_refusals(content: bytes, phrase: str, tmp_path: Path) -> None:
    assert phrase in refusal(read_zip(tmp_path, content))
    direct = tmp_path / "kim.zip"
    direct.write_bytes(content)
    if phrase != "There are 21 notebooks":  # given directly, that is a class
        assert phrase in refusal(only(direct))


def with_raw_name(raw: bytes) -> bytes:
    """A zip whose one member is named by these bytes, without the mark that says UTF-8."""
    placeholder = b"x" * len(raw)
    return zipped({placeholder.decode(): MINE}).replace(placeholder, raw)


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_hangul_names_of_other_systems(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "submissions.zip"
    path.write_bytes(with_raw_name("민준 김_12345_assignsubmission_file_과제.ipynb".encode(encoding)))
    submission = only(path)
    assert submission.problem is None
    assert submission.student == "민준 김"


def test_decomposed_hangul_of_a_mac_is_composed(tmp_path: Path) -> None:
    decomposed = "\u1112\u1161\u11ab.ipynb"
    assert only(write_tree(tmp_path / "class", {decomposed: MINE})).student == "\ud55c"


def _packed(members: dict[str, bytes]) -> bytes:
    """A zip in which the lists of the zips in it are not to be seen."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return content.getvalue()


def test_the_members_of_all_zips_in_a_zip_are_few_enough_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 50)
    full = zipped({f"{number}.txt": b"" for number in range(29)} | {"hw.ipynb": MINE})
    assert [each.source for each in read_zip(tmp_path, zipped({"a.zip": full})).notebooks] == ["kim.zip!a.zip!hw.ipynb"]
    several = read_zip(tmp_path, _packed({"a.zip": full, "b.zip": full}))
    assert [each.source for each in several.notebooks] == ["kim.zip!a.zip!hw.ipynb"]
    assert [why.en for why in several.unread] == [archive.CROWDED.format(name="kim.zip").en]
    alone = tmp_path / "all.zip"
    alone.write_bytes(_packed({f"{who}.zip": zipped({**CLASS, f"{who}.txt": b""}) for who in "abcdefghijklmnopqrst"}))
    assert len(find([alone])) == 20  # 60 in all: whether each is a class is not looked into


def test_a_zip_in_a_zip_is_opened_once_for_all_its_notebooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebooks = {f"{number}.ipynb": notebook("answer = " + "1 + " * number + "1") for number in range(4)}
    opened, names = archive.opened, []

    def counted(content: Path | bytes, name: str) -> AbstractContextManager[ZipFile]:
        names.append(name)
        return opened(content, name)

    monkeypatch.setattr(archive, "opened", counted)
    assert len(read_zip(tmp_path, zipped({"a.zip": zipped(notebooks)})).notebooks) == 4
    assert names.count("a.zip") == 2  # to list what is in it, and to read that


def test_of_a_class_worth_of_other_numbers_in_a_students_zip_few_are_told(tmp_path: Path) -> None:
    of_others = {f"202300{number}_x.ipynb": notebook(f"answer = {number}") for number in range(10, 30)}
    write_tree(tmp_path, {"20239999_kim.zip": zipped(of_others), "20239998_lee.ipynb": MINE})
    (mine,) = [each for each in collect(tmp_path) if each.person.id == "20239999"]
    assert sum("another student's number" in each.en for each in mine.warnings) == 3
