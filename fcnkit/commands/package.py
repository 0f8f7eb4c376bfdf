"""`fcnkit package`: the zip that students get, and the one that Otter and Gradescope grade with."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from fcnkit.commands.screen import out as screen
from fcnkit.commands.screen import terminal_lang
from fcnkit.course import Assignment
from fcnkit.packaging.autograder import autograder_zip
from fcnkit.packaging.student import student_zip
from fcnkit.reports.gradescope import Visibility
from fcnkit.text import Text

FOR_STUDENTS = Text(
    ko="학생에게 나누어 주세요. 시작하는 방법은 zip 안의 README.md에 있습니다.",
    en="for students: hand it out; its README.md says how to start",
)
FOR_GRADERS = Text(
    ko="채점용: `otter run -a`나 `otter grade -a`에 쓰거나 Gradescope에 올리세요. "
    "숨은 검사가 들어 있으니 학생에게는 주지 마세요.",
    en="for grading: give it to `otter run -a` or `otter grade -a`, or upload it to Gradescope; "
    "it holds the hidden tests, so never hand it out",
)


def package(assignment: Assignment, out: Path, visibility: Visibility, isolation: str) -> None:
    """Write both zips into `out` and say what each is for; `visibility` and `isolation` hold for the grading one."""
    lang = terminal_lang()
    handed_out = student_zip(assignment, out)
    kept = autograder_zip(assignment, out, visibility, isolation)
    for path, purpose in ((handed_out, FOR_STUDENTS), (kept, FOR_GRADERS)):
        screen.print(f"[bold]{escape(str(path))}[/]\n  {purpose[lang]}", soft_wrap=True)
