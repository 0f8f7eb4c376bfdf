"""What is shown in the terminal, and progress that suits a person or a log."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.grading.sandbox.level import UNPROTECTED, Isolation
from fcnkit.text import Lang, Text

Item = TypeVar("Item")

_MOST_REMARKS = 20
AND_MORE = Text(ko="… 그 밖에 {count}건", en="… and {count} more")

_LOG_WIDTH = 120
"""Columns where the output goes to a file, which has no width of its own."""

# `:cat:` in the name of a file or a person is no emoji
out = Console(highlight=False, emoji=False, width=None if sys.stdout.isatty() else _LOG_WIDTH)
err = Console(stderr=True, highlight=False, emoji=False)


def say(line: str, to: Console = out, style: str = "") -> None:
    """Exactly these words: nothing in them is Rich's markup, and the terminal alone breaks them into lines."""
    to.print(line, style=style, soft_wrap=True, markup=False)


def warn(line: str, style: str = "yellow") -> None:
    """Say what somebody should look at: to stderr, in a colour."""
    say(line, err, style)


def say_remarks(remarks: Sequence[Text], lang: Lang) -> None:
    """What is to be said about something that was read, a line each, as far as anybody reads."""
    for remark in remarks[:_MOST_REMARKS]:
        warn(remark[lang])
    if len(remarks) > _MOST_REMARKS:
        warn(AND_MORE.format(count=len(remarks) - _MOST_REMARKS)[lang])


def warn_if_unprotected(level: Isolation) -> None:
    """Say, before anything runs, that a level protects nothing."""
    if level is Isolation.NONE:
        warn(UNPROTECTED[detect_lang()], "bold yellow")


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
