"""What is shown in the terminal, and progress that suits a person or a log."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.grading.sandbox.level import UNPROTECTED, Isolation
from fcnkit.text import Lang, Text

Item = TypeVar("Item")

_MOST_REMARKS = 20
AND_MORE = Text(ko="… 그 밖에 {count}건", en="… and {count} more")

_LOG_WIDTH = 120
"""Columns where the output goes to a file, which has no width of its own."""

out = Console(highlight=False, width=None if sys.stdout.isatty() else _LOG_WIDTH)
err = Console(stderr=True, highlight=False)


def say_remarks(remarks: Sequence[Text], lang: Lang) -> None:
    """What is to be said about something that was read, a line each, as far as anybody reads."""
    for remark in remarks[:_MOST_REMARKS]:
        err.print(escape(remark[lang]), style="yellow", soft_wrap=True)
    if len(remarks) > _MOST_REMARKS:
        err.print(AND_MORE.format(count=len(remarks) - _MOST_REMARKS)[lang], style="yellow")


def warn_if_unprotected(level: Isolation) -> None:
    """Say, before anything runs, that a level protects nothing."""
    if level is Isolation.NONE:
        err.print(UNPROTECTED[detect_lang()], style="bold yellow", soft_wrap=True)


def progress(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """Pass `items` on, showing how many have come; in a log, a line now and then."""
    if not err.is_terminal:
        for count, item in enumerate(items, 1):
            yield item  # with which, not before which, something is done
            if count == total or count % max(total // 10, 10) == 0:
                err.print(f"{what}: {count}/{total}")
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        yield from bar.track(items, total=total, description=what)
