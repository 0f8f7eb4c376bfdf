"""`fcnkit interview`, for real: a graded class, its notebooks read again, and the pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fcnkit.cli import main
from fcnkit.course import Course

pytestmark = [pytest.mark.usefixtures("lent_graders"), pytest.mark.xdist_group("graders of 01")]

COURSE = Course.find(Path(__file__))
CLASS = COURSE.root / "examples" / "01-transposed-convolution"
GOOD, EMPTY = "강하은", "untouched"


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["--ui-lang", "en", *map(str, words)])
    return int(ended.value.code or 0)


def test_pages_for_those_whose_notebooks_are_found_and_a_sentence_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(COURSE.root)
    work, out = tmp_path / "class", tmp_path / "out"
    work.mkdir()
    shutil.copy(CLASS / f"{GOOD}.ipynb", work)
    shutil.copy(COURSE.assignment("01").paths.handout / "01-transposed-convolution.en.ipynb", work / f"{EMPTY}.ipynb")
    assert run("grade", "01", work, "--out", out) == 0
    capfd.readouterr()

    assert run("interview", out, GOOD, EMPTY, "--submissions", work, "--lang", "en") == 1
    said = capfd.readouterr()
    assert f"{GOOD}: questions: 3." in " ".join(said.out.split())
    assert f"{EMPTY}: no function of theirs answers" in said.err
    page = (out / "interview" / f"{GOOD}.html").read_text(encoding="utf-8")
    assert page.count("<h2") == 4
    assert [path.name for path in (out / "interview").iterdir()] == [f"{GOOD}.html"]

    assert run("interview", out, GOOD, "--submissions", work / f"{EMPTY}.ipynb") == 1
    assert f"{GOOD}: the graded notebook {GOOD}.ipynb is not in --submissions" in capfd.readouterr().err
    assert run("interview", out, "nobody", "--submissions", work) == 2
    assert "no student 'nobody'" in capfd.readouterr().err
