"""What is shown in the terminal, and progress that suits a person or a log."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
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
    with counting(total, what) as one_more:
        for item in items:
            yield item  # with which, not before which, something is done
            one_more()


@contextmanager
def counting(total: int, what: str) -> Iterator[Callable[[], None]]:
    """Show how many are done, likewise; what this gives is to be called after each."""
    if not err.is_terminal:
        yield partial(_say_count, count(1), total, what)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        yield partial(bar.advance, bar.add_task(what, total=total))


def _say_count(counted: Iterator[int], total: int, what: str) -> None:
    done = next(counted)
    if done == total or done % max(total // 10, 10) == 0:
        err.print(f"{what}: {done}/{total}")
