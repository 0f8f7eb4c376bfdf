"""When work was handed in: as the platform tells, and never by what a student can write or a file's date."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.deadlines.late_work import LATE
from fcnkit.grading.intake import Found, find, read


def found(folder: Path, *files: str, **contents: str) -> Found:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(contents.get(path.stem, "{}"), encoding="utf-8")
    return next(one for one in find([folder], "01-a") if "kim" in one.source)


@pytest.mark.parametrize(
    ("files", "submitted"),
    [
        (
            ["hw_kim1_attempt_2026-10-05-23-58-07_hw.ipynb", "hw_lee1_attempt_2026-10-05-10-00-00_hw.ipynb"],
            "2026-10-05 23:58:07",
        ),
        (["kimminji_LATE_20101_7000001_hw.ipynb"], LATE),
        (["kimminji_20101_7000001_hw.ipynb"], ""),
        (["12345-67890 - kim Minji - Oct 5, 2026 1158 PM - hw.ipynb"], "2026-10-05 23:58"),
        (["kim_123_assignsubmission_file_hw.ipynb"], ""),
        (["kim.ipynb"], ""),
    ],
)
def test_names_tell(tmp_path: Path, files: list[str], submitted: str) -> None:
    one = found(tmp_path, *files)
    assert one.submitted == submitted
    assert read(one).submitted == submitted


def test_of_two_uploads_the_one_that_is_graded(tmp_path: Path) -> None:
    names = [f"hw_kim1_attempt_2026-10-0{day}-10-00-00_hw.ipynb" for day in (4, 6, 5)]
    assert found(tmp_path, *names).submitted == "2026-10-06 10:00:00"


def test_gradescope_says_when_and_not_when_an_earlier_one_came(tmp_path: Path) -> None:
    metadata = """---
submission_1:
  :submitters:
  - :name: kim
    :sid: '20101'
    :email: kim@example.com
  :created_at: 2026-10-05 14:58:12.345678 Z
  :score: 3
  :history:
  - :id: 9
    :created_at: 2026-10-01 01:00:00.000000 Z
submission_2:
  :submitters:
  - :name: lee
    :sid: '20102'
    :email: lee@example.com
  :created_at: 2026-10-06 14:58:12.345678 Z
"""
    (tmp_path / "submission_metadata.yml").write_text(metadata, encoding="utf-8")
    for number in "12":
        (tmp_path / f"submission_{number}").mkdir()
        (tmp_path / f"submission_{number}" / "hw.ipynb").write_text("{}", encoding="utf-8")
    one, other = find([tmp_path])
    assert [one.submitted[:19], other.submitted[:19]] == ["2026-10-05 14:58:12", "2026-10-06 14:58:12"]


@pytest.mark.parametrize("given", [".", "submitted"])
def test_nbgrader_writes_it_beside_the_work(tmp_path: Path, given: str) -> None:
    said = "2026-10-05 14:58:12.345678 UTC"
    files = [f"submitted/{name}/01-a/{file}" for name in ("kim", "lee") for file in ("01-a.ipynb", "timestamp.txt")]
    found(tmp_path, *files, timestamp=f"{said}\n")
    assert [one.submitted for one in find([tmp_path / given], "01-a")] == [said, said]


@pytest.mark.parametrize("content", ["soon", "", "\x00" * 500, "9999999-10-05"])
def test_what_cannot_be_read_is_no_time(tmp_path: Path, content: str) -> None:
    files = ["submitted/kim/01-a/01-a.ipynb", "submitted/kim/01-a/timestamp.txt"]
    assert found(tmp_path, *files, timestamp=content).submitted == ""


@pytest.mark.parametrize(
    "folder", ["kim", "kim/01-a", "kim_123_assignsubmission_file_", "submitted/kim_123_assignsubmission_file_/01-a"]
)
def test_a_file_of_that_name_that_a_student_handed_in_says_nothing(tmp_path: Path, folder: str) -> None:
    files = [f"{folder}/01-a.ipynb", f"{folder}/timestamp.txt"]
    assert found(tmp_path, *files, timestamp="2020-01-01 00:00:00 UTC").submitted == ""
