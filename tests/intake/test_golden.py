"""Each file in `cases/` is a class as it is handed in, and what intake is to make of it. A new case is a new file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from handed_in import collect, notebook, write_tree, zipped

from fcnkit.grading.intake import Submission

CASES = Path(__file__).parent / "cases"
WHOLE_CLASS_AS_ZIP = ("canvas", "moodle")


def load(name: str) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    case = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    files = {path: content(path, given) for path, given in case["files"].items()}
    return files | {path: text.encode() for path, text in case.get("raw", {}).items()}, case["students"]


def content(path: str, given: str | dict[str, str]) -> bytes:
    """A table is a zip; text is a notebook with one cell of that code, or any other file's content."""
    if isinstance(given, dict):
        return zipped({member: content(member, inner) for member, inner in given.items()})
    return notebook(given) if path.endswith(".ipynb") else given.encode()


def check(submissions: list[Submission], expected: list[dict[str, Any]], prefix: str = "") -> None:
    assert [one.student for one in submissions] == [one["student"] for one in expected]
    for got, wanted in zip(submissions, expected, strict=True):
        assert got.source == prefix + wanted["source"]
        assert got.person.id == wanted.get("lms_id", "")
        assert [cell.source for cell in got.cells] == ([wanted["code"]] if "code" in wanted else [])
        assert_says(got.problem.en.replace(prefix, "") if got.problem else "", wanted.get("problem", ""))
        assert len(got.warnings) == len(wanted.get("warnings", [])), got.warnings
        for warning, phrase in zip(got.warnings, wanted.get("warnings", []), strict=True):
            assert_says(warning.en.replace(prefix, ""), phrase)


def assert_says(sentence: str, phrase: str) -> None:
    assert bool(sentence) == bool(phrase)
    assert phrase in sentence


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml")))
def test_folder(name: str, tmp_path: Path) -> None:
    files, expected = load(name)
    check(collect(write_tree(tmp_path / "class", files)), expected)


@pytest.mark.parametrize("wrapper", ["", "submissions/"])
@pytest.mark.parametrize("name", WHOLE_CLASS_AS_ZIP)
def test_zip_of_the_class(name: str, wrapper: str, tmp_path: Path) -> None:
    files, expected = load(name)
    download = tmp_path / "submissions.zip"
    download.write_bytes(zipped({wrapper + path: data for path, data in files.items()}))
    check(collect(download), expected, prefix="submissions.zip!")


@pytest.mark.parametrize("name", WHOLE_CLASS_AS_ZIP)
def test_a_folder_around_an_unpacked_download_is_looked_through(name: str, tmp_path: Path) -> None:
    files, expected = load(name)
    write_tree(tmp_path / "class" / "submissions", files)
    check(collect(tmp_path / "class"), expected)
