"""Each file in `cases/` is a class as it is handed in, and what intake is to make of it. A new case is a new file.

Beside `files` a case may say `give` (what is given instead of the folder, as a shell makes it of patterns), `nfd`
(names decomposed, as Macs write them), `assignment`, `attempts` and `passed_over`.
"""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from handed_in import ASSIGNMENT, codes, mail, notebook, write_tree, zipped

from fcnkit.grading.intake import HandedOut, Submission, read, select, survey

CASES = Path(__file__).parent / "cases"
AS_ZIP = ("canvas", "canvas-anonymous", "moodle", "gradescope", "blackboard", "brightspace", "ilias")
"""What platforms pack into one zip."""


def load(name: str) -> tuple[dict[str, bytes], dict[str, Any]]:
    case = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    files = {path: content(path, given) for path, given in case["files"].items()}
    files |= {path: text.encode() for path, text in case.get("raw", {}).items()}
    if case.get("nfd"):
        files = {unicodedata.normalize("NFD", path): data for path, data in files.items()}
    return files, case


def content(path: str, given: str | dict[str, Any]) -> bytes:
    """A table is a zip, or a mail with `headers`; text is a notebook with that one cell, or a file."""
    if isinstance(given, dict) and path.endswith(".eml"):
        attached = {name: content(name, inner) for name, inner in given.items() if name != "headers"}
        return mail(attached, **given.get("headers", {}))
    if isinstance(given, dict):
        return zipped({member: content(member, inner) for member, inner in given.items()})
    return notebook(given) if path.endswith(".ipynb") else given.encode()


def check(given: list[Path], case: dict[str, Any], prefix: str = "") -> None:
    findings = survey(given, case.get("assignment", ""), case.get("attempts", "last"))
    submissions = [select(read(found), HandedOut(ASSIGNMENT)) for found in findings.people]
    expected = case["students"]
    assert [one.student for one in submissions] == [one["student"] for one in expected]
    for got, wanted in zip(submissions, expected, strict=True):
        assert_is(got, wanted, prefix)
    assert [name.replace(prefix, "") for name in findings.passed_over] == case.get("passed_over", [])


def assert_is(got: Submission, wanted: dict[str, Any], prefix: str) -> None:
    assert got.source == prefix + wanted["source"]
    assert got.person.id == wanted.get("id", "")
    assert got.person.identity == wanted.get("identity", got.person.identity)
    assert got.person.name == wanted.get("name", got.person.name)
    assert got.person.email == wanted.get("email", "")
    assert codes(got) == [[code] for code in wanted.get("codes", [wanted["code"]] if "code" in wanted else [])]
    assert_says(got.problem.en.replace(prefix, "") if got.problem else "", wanted.get("problem", ""))
    assert len(got.warnings) == len(wanted.get("warnings", [])), got.warnings
    for warning, phrase in zip(got.warnings, wanted.get("warnings", []), strict=True):
        assert_says(warning.en.replace(prefix, ""), phrase)


def assert_says(sentence: str, phrase: str) -> None:
    assert bool(sentence) == bool(phrase)
    assert phrase in sentence


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml")))
def test_folder(name: str, tmp_path: Path) -> None:
    files, case = load(name)
    folder = write_tree(tmp_path / "class", files)
    given = [path for pattern in case.get("give", []) for path in sorted(folder.glob(pattern))]
    check(given or [folder], case)


@pytest.mark.parametrize("wrapper", ["", "submissions/"])
@pytest.mark.parametrize("name", AS_ZIP)
def test_zip_of_the_class(name: str, wrapper: str, tmp_path: Path) -> None:
    files, case = load(name)
    download = tmp_path / "submissions.zip"
    download.write_bytes(zipped({wrapper + path: data for path, data in files.items()}))
    check([download], case, prefix="submissions.zip!")


@pytest.mark.parametrize("name", AS_ZIP)
def test_a_folder_around_an_unpacked_download_is_looked_through(name: str, tmp_path: Path) -> None:
    files, case = load(name)
    write_tree(tmp_path / "class" / "submissions", files)
    check([tmp_path / "class"], case)
