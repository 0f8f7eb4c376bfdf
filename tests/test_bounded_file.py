"""Files that people write are read as far as such a file can be long, and longer ones are told apart in a sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fcnkit.bounded_file import MAX_BYTES, read_bounded, read_bounded_text
from fcnkit.errors import UserError
from fcnkit.exams.record import FILE, read_exam
from fcnkit.exams.seed import secret_seed
from fcnkit.grading.case_secret import read_secret
from fcnkit.grading.intake.handed_out import _read as read_notebook
from fcnkit.practice.responses import read_responses
from fcnkit.reviews import review_sheet
from fcnkit.terminology import parse
from fcnkit.toml_file import TomlFile

READERS: dict[str, Callable[[Path], object]] = {
    FILE: lambda path: read_exam(path.parent),
    "seed.txt": secret_seed,
    "secret": read_secret,
    "course.toml": TomlFile,
    "answers.csv": lambda path: read_responses(path, None),
    "review.csv": review_sheet.read,
    "terminology.md": parse.read,
    "01-a.en.ipynb": read_notebook,
}


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_is_far_too_long_is_not_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch(mode=0o600)
    with path.open("wb") as file:
        file.truncate(100 * MAX_BYTES)  # of which no disk holds anything
    with pytest.raises(UserError, match=rf"{name}: larger than (64 MB|4 kB), and so not read"):
        READERS[name](path)


def test_a_file_of_the_most_is_read_and_its_lines_end_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc")
    assert read_bounded(path, 9) == b"\xef\xbb\xbfa\r\nb\rc"
    assert read_bounded_text(path, "utf-8-sig", most=9) == "a\nb\nc"
    with pytest.raises(UserError, match="so not read"):
        read_bounded(path, 8)
