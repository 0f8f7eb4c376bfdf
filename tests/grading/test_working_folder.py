"""Grading is often started where the submissions lie: nothing there may become part of the grader."""

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import choose


def test_a_module_in_the_working_folder_is_not_the_graders(tmp_path, monkeypatch):
    for name in ("fcnkit", "pytest", "pydantic", "numpy", "psutil"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nraise SystemExit('planted')")
    assignment = Course.find().assignment("01")
    monkeypatch.chdir(tmp_path)
    with LocalEngine(assignment, choose("auto")) as engine:
        examination = engine.examine(Job(cells=[Cell(number=1, source="x = 1")]))
    assert examination.fault is None
    assert len(examination.questions) == len(assignment.config.questions)
    assert not (tmp_path / "ran").exists()
