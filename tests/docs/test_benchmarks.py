"""Benchmarks, which no test runs, fit what they measure, and people are told of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import ROOT, pages, read

from fcnkit.course import Course

FOLDER = ROOT / "benchmarks"
SCRIPTS = sorted(path.name for path in FOLDER.glob("*.py") if 'if __name__ == "__main__":' in path.read_text("utf-8"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_run_by_make_or_another_or_described(script: str) -> None:
    told = [read(name) for name in ("Makefile", *pages())]
    started = [path.read_text("utf-8") for path in FOLDER.glob("*.py") if path.name != script]
    assert any(f"benchmarks/{script}" in text for text in told) or any(f'"{script}"' in text for text in started)


@pytest.mark.parametrize("course", [ROOT, FOLDER / "tensorflow_course"], ids=lambda path: path.name)
def test_what_other_graders_ask_is_what_the_suites_ask(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    import translated  # noqa: PLC0415  # which is no package's

    assignment = Course(course).assignment("01")
    checks = translated.checks_of(assignment)
    assert sum(check.points for check in checks) == assignment.scores.max_score
    assert {name for check in checks for name in check.functions} == {
        name for question in assignment.config.questions for name in question.functions
    }
    for name, test in translated.otter_tests(checks):
        compile(test, name, "exec")
