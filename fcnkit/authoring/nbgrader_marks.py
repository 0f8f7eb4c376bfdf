"""What nbgrader would take out of a notebook and Otter Assign hands out: found before anything is built."""

from __future__ import annotations

import re

from fcnkit.text import Text

_MARK = re.compile(r"#{2,}\s*(?:BEGIN|END) SOLUTION\b|(?:BEGIN|END) (?:HIDDEN TESTS|MARK SCHEME)\b")
LEFT = Text(
    ko="nbgrader의 표시 {mark!r:이} 있습니다. 여기서는 그 내용이 학생에게 그대로 나갑니다. 풀이는 `# BEGIN "
    "SOLUTION`으로 표시하고, 숨은 검사는 autograder/suites로, 채점 기준은 assignment.toml의 rubric으로 옮기세요.",
    en="{mark!r} is a mark of nbgrader, and what it hides would be handed out here; mark solutions with "
    "`# BEGIN SOLUTION`, and move hidden tests to autograder/suites, mark schemes to the rubric in assignment.toml",
)


def first_mark(source: str) -> tuple[int, str] | None:
    """The first of nbgrader's marks in a cell: the number of its line, and the mark."""
    for number, line in enumerate(source.splitlines(), 1):
        if found := _MARK.search(line):
            return number, found[0]
    return None
