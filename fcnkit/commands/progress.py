"""Shows the progress of grading: a live line on a terminal, an occasional plain line in a log."""

from __future__ import annotations

import time
from collections.abc import Iterator

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text as Styled

from fcnkit.class_grading.run import Graded, Grading
from fcnkit.commands.console import err
from fcnkit.grading.results import Status
from fcnkit.text import Lang, Text

GRADING = Text(ko="채점", en="grading")
NOT_GRADED = Text(ko="채점하지 못함 {count}개", en="{count} not graded")
LEFT = Text(ko="남음", en="left")
ABOUT_LEFT = Text(ko="약 {minutes}분 {seconds}초 남음", en="about {minutes} min {seconds} s left")
SECONDS_LEFT = Text(ko="약 {seconds}초 남음", en="about {seconds} s left")
NOW = Text(ko="채점 중: {names}", en="now: {names}")
_LINE_SECONDS = 30
"""In a log: a line as often as this, and for each tenth of the class."""
_MAX_NAMES = 4


def show_progress(grading: Grading, results: Iterator[Graded], total: int, lang: Lang) -> Iterator[Graded]:
    """Pass the results on, showing how many are done, running and failed, and how much time is left."""
    yield from (_live if err.is_terminal else _plain)(grading, results, total, lang)


def _live(grading: Grading, results: Iterator[Graded], total: int, lang: Lang) -> Iterator[Graded]:
    columns = (
        SpinnerColumn(),
        TextColumn(GRADING[lang]),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn(LEFT[lang]),
        TextColumn("[red]{task.fields[failures]}"),
        _Running(grading, lang),
    )
    failures = 0
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=total, failures="")
        for graded in results:
            failures += graded.result.status is not Status.GRADED
            bar.update(task, advance=1, failures=NOT_GRADED.format(count=failures)[lang] if failures else "")
            yield graded


class _Running(ProgressColumn):
    """Who is being examined now."""

    def __init__(self, grading: Grading, lang: Lang) -> None:
        super().__init__()
        self._grading = grading
        self._lang = lang

    def render(self, _task: Task) -> Styled:
        names = self._grading.running()[:_MAX_NAMES]
        return Styled(
            NOW.format(names=", ".join(names))[self._lang] if names else "", overflow="ellipsis", no_wrap=True
        )


def _plain(_grading: Grading, results: Iterator[Graded], total: int, lang: Lang) -> Iterator[Graded]:
    started = said_at = time.monotonic()
    said = failures = new = 0
    for count, graded in enumerate(results, 1):
        failures += graded.result.status is not Status.GRADED
        new += graded.is_new
        now = time.monotonic()
        if count == total or count - said >= max(total / 10, 10) or now - said_at >= _LINE_SECONDS:
            said, said_at = count, now
            parts = [f"{GRADING[lang]}: {count}/{total}"]
            if failures:
                parts.append(NOT_GRADED.format(count=failures)[lang])
            if count < total and new:
                minutes, seconds = divmod(round((now - started) / new * (total - count)), 60)
                left = ABOUT_LEFT if minutes else SECONDS_LEFT
                parts.append(left.format(minutes=minutes, seconds=seconds)[lang])
            err.print(", ".join(parts))
        yield graded
