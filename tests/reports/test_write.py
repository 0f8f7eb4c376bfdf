"""Files: where they lie, that they are whole, and that nothing is removed."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest
from jinja2 import DictLoader, Environment
from report_page import Page
from report_samples import PERFECT, QUESTION_IDS, TITLE, mixed, small_class, submission

from fcnkit.grading.results import CellError, SubmissionResult
from fcnkit.reports import jinja_environment, write
from fcnkit.reports.item_analysis import analyse
from fcnkit.reports.lessons import LessonPlan
from fcnkit.reports.tables import grades_csv
from fcnkit.reports.write import write_class, write_items, write_reteach, write_student
from fcnkit.text import Text


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_all(out: Path, results: Sequence[SubmissionResult]) -> None:
    for result in results:
        write_student(out, result, TITLE)
    write_class(out, results, TITLE, grades_csv(results, QUESTION_IDS, "ko"), "ko")
    plan = LessonPlan()
    write_items(out, analyse(plan.watch(results)), TITLE, "ko")
    write_reteach(out, plan, {}, TITLE, "ko")


def test_what_is_left(tmp_path: Path) -> None:
    results = small_class()
    results = [result for result in results if "/" not in result.student]
    write_all(tmp_path, results)
    students = [result.student for result in results]
    assert set(files(tmp_path)) == {
        "grades.csv",
        "index.html",
        "items.html",
        "reteach.html",
        *(f"results/{student}.json" for student in students),
        *(f"feedback/{student}.html" for student in students),
    }
    assert json.loads((tmp_path / "results" / "kim-haneul.json").read_text(encoding="utf-8"))["score"] == 7.5
    for attrs in Page((tmp_path / "index.html").read_text(encoding="utf-8")).all("a"):
        assert (tmp_path / unquote(attrs["href"] or "")).is_file()


def test_twice_gives_the_same_bytes_and_removes_nothing(tmp_path: Path) -> None:
    (tmp_path / "feedback").mkdir()
    (tmp_path / "feedback" / "earlier.html").write_text("earlier")
    write_all(tmp_path, small_class())
    first = files(tmp_path)
    write_all(tmp_path, small_class()[::-1])
    assert files(tmp_path) == first
    assert first["feedback/earlier.html"] == b"earlier"


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    student = "가" * 83  # 249 bytes, and five more for .html and .json
    write_student(tmp_path, submission(student, PERFECT), TITLE)
    assert set(files(tmp_path)) == {f"results/{student}.json", f"feedback/{student}.html"}


def test_a_lone_surrogate_breaks_nothing(tmp_path: Path) -> None:
    message = "ValueError: \ud800"
    broken = mixed().model_copy(
        update={"cell_errors": (CellError(cell=1, line=1, message=Text(ko=message, en=message)),)}
    )
    write_all(tmp_path, [broken])
    assert "ValueError: \\ud800" in (tmp_path / "feedback" / "kim-haneul.html").read_text(encoding="utf-8")
    assert message in json.loads((tmp_path / "results" / "kim-haneul.json").read_text(encoding="utf-8"))["output"]


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, small_class())
    before = files(tmp_path)

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        write_student(tmp_path, submission("kim-haneul", PERFECT), TITLE)
    assert files(tmp_path) == before


def test_jinja_is_imported_only_when_a_page_is_written() -> None:
    code = f"import sys, {write.__name__}; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_compiled_templates_are_kept_where_there_is_a_folder_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    cache = jinja_environment.CompiledTemplates()
    for folder, kept in ((tmp_path / "nowhere", 0), (tmp_path, 1)):
        cache.directory = os.fspath(folder)
        page = Environment(autoescape=True, loader=DictLoader({"page": "{{ 2 }}"}), bytecode_cache=cache).get_template(
            "page"
        )
        assert page.render() == "2"
        assert len(list(tmp_path.iterdir())) == kept
