"""Whose marks a run has changed: `grades.csv` as it was before, beside the new one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fcnkit.commands.console import say
from fcnkit.reports.tables import grades_in
from fcnkit.roster.roster import listed
from fcnkit.spreadsheet import unescape_formula
from fcnkit.text import Lang, Text

CHANGED = Text(
    ko="지난번과 점수가 달라진 학생 {count}명: {changes}",
    en="Students whose marks differ from last time: {count} ({changes})",
)
_NONE, _SHOWN = "–", 20


def marks_in(out: Path) -> Mapping[str, str]:
    """Each student's marks in the table of `out`, such as `63/85`; empty where no table can be read."""
    rows = grades_in(out / "grades.csv")
    return {row["student"]: f"{row['score']}/{row['max_score']}" if row["score"] else _NONE for row in rows}


def say_changed(before: Mapping[str, str], now: Mapping[str, str], lang: Lang) -> None:
    """Say whose marks have changed: by a mended suite, marks by hand or another hand-in."""
    changed = [student for student, marks in now.items() if before.get(student, _NONE) not in (_NONE, marks)]
    if changed:
        changes = [f"{unescape_formula(student)} {before[student]} → {now[student]}" for student in changed]
        say(CHANGED.format(count=len(changed), changes=listed(changes, _SHOWN))[lang])
