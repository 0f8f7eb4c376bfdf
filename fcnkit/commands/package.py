"""`fcnkit package`: the zip that students get, and the one that Otter and Gradescope grade with."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from fcnkit.commands.screen import out as screen
from fcnkit.commands.screen import terminal_lang
from fcnkit.course import Assignment
from fcnkit.packaging.autograder import autograder_zip
from fcnkit.packaging.student import student_zip
from fcnkit.packaging.variants import variant_zips
from fcnkit.reports.gradescope import Visibility
from fcnkit.text import Text

FOR_STUDENTS = Text(
    ko="학생에게 나누어 주세요. 시작하는 방법은 zip 안의 README.md에 있습니다.",
    en="for students: hand it out; its README.md says how to start",
)
VARIANTS_FOR_STUDENTS = Text(
    ko="학생마다 하나씩 나누어 주세요. 문제지마다 문제가 다릅니다. 채점에 쓰는 {file} 파일은 지우지 마세요.",
    en="for students: give each of them one, every variant asks other questions; keep {file}, which grading needs",
)
FOR_GRADERS = Text(
    ko="채점용: `otter run -a`나 `otter grade -a`에 쓰거나 Gradescope에 올리세요. "
    "숨은 검사가 들어 있으니 학생에게는 주지 마세요.",
    en="for grading: give it to `otter run -a` or `otter grade -a`, or upload it to Gradescope; "
    "it holds the hidden tests, so never hand it out",
)


def package(
    assignment: Assignment, out: Path, visibility: Visibility, isolation: str, variants: int | None = None
) -> None:
    """Write the zips into `out` and say what each is for.

    `visibility` and `isolation` hold for the one that grades. A quiz of which there are variants, or `variants` are
    wanted, gets a zip for each of them.
    """
    lang = terminal_lang()
    handed_out = variant_zips(assignment, out, variants) or [student_zip(assignment, out)]
    kept = autograder_zip(assignment, out, visibility, isolation)
    if len(handed_out) > 1:
        shown = f"{handed_out[0]} … {handed_out[-1].name}"
        purpose = VARIANTS_FOR_STUDENTS.format(file=assignment.variants)
    else:
        shown, purpose = str(handed_out[0]), FOR_STUDENTS
    for path, why in ((shown, purpose), (kept, FOR_GRADERS)):
        screen.print(f"[bold]{escape(str(path))}[/]\n  {escape(why[lang])}", soft_wrap=True)
