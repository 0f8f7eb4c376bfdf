"""`fcnkit build`: says what was built, or what differs from its master."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from fcnkit.authoring import build_assignment as authoring
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.text import Text

BUILT = Text(ko="{path:을} 만들었습니다.", en="built {path}")
UP_TO_DATE = Text(ko="assignments/가 최신입니다.", en="assignments/ is up to date")


def build(assignments: Sequence[Assignment], *, check: bool) -> bool:
    """Write the handouts, or with `check` only compare them; whether all are what their masters give."""
    lang = detect_lang()
    if not check:
        for assignment in assignments:
            typer.echo(BUILT.format(path=authoring.build(assignment))[lang])
        return True
    differences = [difference for assignment in assignments for difference in authoring.check(assignment)]
    for difference in differences or [UP_TO_DATE]:
        typer.echo(difference[lang])
    return not differences
