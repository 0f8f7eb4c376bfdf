"""Writes a run of sets: on all CPUs, into a folder that appears only when everything in it is finished."""

from __future__ import annotations

import csv
import errno
import io
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from fcnkit.errors import UserError
from fcnkit.practice import markup
from fcnkit.practice.answers import Answer, Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import PracticeSet, Problem
from fcnkit.practice.document_blocks import iter_texts
from fcnkit.practice.item import answer_value
from fcnkit.practice.item_texts import LETTERS
from fcnkit.practice.values import format_list, format_value
from fcnkit.practice.writers import Format, writer
from fcnkit.quiet_pool import QuietPool
from fcnkit.spreadsheet import escape_formula
from fcnkit.text import Lang, Text, joined

KEYS = "keys.csv"
SEED = "seed.txt"
"""Stands with the keys: from the seed, everybody can make them."""
COLUMNS = ("set", "student", "number", "item", "points", "option", "answer")
Rows = list[tuple[object, ...]]
"""One set's, of `keys.csv`."""
WORTH_A_POOL = 6
"""Files to write from which on starting more processes pays."""
AHEAD = 4
"""Sets that wait for each process: with more, a class's would all be in memory."""


@dataclass(frozen=True)
class ExportRequest:
    """What is to be written of each set."""

    seed: int
    formats: tuple[Format, ...]
    langs: tuple[Lang, ...]


def export(order: ExportRequest, sets: Iterable[PracticeSet], total: int, out: Path, workers: int) -> Iterator[str]:
    """Write every set, `keys.csv` and `seed.txt` below `out`; yields the name of each set that is finished.

    `total` is the number of the sets, which may come one by one.
    """
    with atomic_output(out) as folder:
        rows: dict[int, Rows] = {}
        pool = workers > 1 and total > 1 and total * len(order.formats) >= WORTH_A_POOL
        exported = _side_by_side if pool else _one_by_one
        for place, name, found in exported(partial(_export_one, order, folder), sets, min(workers, total)):
            rows[place] = found
            yield name
        buffer = io.StringIO()
        table = csv.writer(buffer, lineterminator="\n")
        table.writerow(COLUMNS)
        for place in sorted(rows):
            table.writerows(rows[place])
        (folder / KEYS).write_text("\ufeff" + buffer.getvalue(), encoding="utf-8")
        (folder / SEED).write_text(f"--seed {order.seed}\n", encoding="utf-8")


def export_file(name: str, content: bytes, seed: int, out: Path) -> None:
    """Write one file that is made of no set, and `seed.txt` beside it."""
    with atomic_output(out) as folder:
        (folder / name).write_bytes(content)
        (folder / SEED).write_text(f"--seed {seed}\n", encoding="utf-8")


def _export_one(order: ExportRequest, folder: Path, practice_set: PracticeSet) -> Rows:
    """Write one set in all formats and languages; its rows of `keys.csv`."""
    for format_ in order.formats:
        write = writer(format_)
        for lang in order.langs:
            for ending, content in write(practice_set, lang).items():
                (folder / f"{practice_set.name}.{lang}{ending}").write_bytes(content)
    return list(_key_rows(practice_set))


def _key_rows(practice_set: PracticeSet) -> Iterator[tuple[object, ...]]:
    for entry in practice_set.entries:
        problem = entry.problem
        yield (
            escape_formula(practice_set.name),
            escape_formula(practice_set.student or ""),
            entry.number,
            problem.item,
            entry.points,
            _letters(problem.answer),
            _cell(problem),
        )


def _letters(answer: Answer) -> str:
    """The right options' letters; of a matching, in the order of its prompts."""
    if isinstance(answer, FillIn | Explanation):
        return ""
    return ", ".join(LETTERS[place] for place in ((answer.correct,) if isinstance(answer, Choice) else answer.correct))


def _cell(problem: Problem) -> str:
    """The answer, in both languages where they differ; of an explanation the model answer."""
    answer = problem.answer
    if isinstance(answer, Explanation):
        text = joined([*iter_texts(problem.solution)], " ")
    else:
        text = format_list(answer.matched) if isinstance(answer, Matching) else format_value(answer_value(answer))
    return escape_formula(" / ".join(dict.fromkeys(markup.plain(words) for words in (text.ko, text.en))))


Work = Callable[[PracticeSet], Rows]
Exported = Iterator[tuple[int, str, Rows]]
"""The place of each set among them, its name and its rows, as they finish."""


def _one_by_one(work: Work, sets: Iterable[PracticeSet], _: int) -> Exported:
    for place, practice_set in enumerate(sets):
        yield place, practice_set.name, work(practice_set)


def _side_by_side(work: Work, sets: Iterable[PracticeSet], workers: int) -> Exported:
    # Not fork: Typst and NumPy have threads.
    context = multiprocessing.get_context("spawn")
    with QuietPool(workers, context) as pool:
        running: dict[Future[Rows], tuple[int, str]] = {}
        finished: SimpleQueue[Future[Rows]] = SimpleQueue()
        try:
            for place, practice_set in enumerate(sets):
                if len(running) == AHEAD * workers:
                    done = finished.get()
                    yield *running.pop(done), done.result()
                future = pool.submit(work, practice_set)
                running[future] = place, practice_set.name
                future.add_done_callback(finished.put)
            while running:
                done = finished.get()
                yield *running.pop(done), done.result()
        finally:
            pool.shutdown(cancel_futures=True)


IS_A_FILE = Text(
    ko="{path}: 파일입니다. 연습 문제를 쓸 폴더를 지정하세요.",
    en="{path}: is a file; name a folder for the practice sets",
)


@contextmanager
def atomic_output(out: Path) -> Iterator[Path]:
    """A folder beside `out` whose files go there at the end; after an error, nothing is left of them."""
    if out.exists() and not out.is_dir():
        raise UserError(IS_A_FILE, path=out)
    if out.exists() and not os.access(out, os.W_OK):  # told now, not once all sets are made
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield folder
        out.mkdir(exist_ok=True)
        for path in sorted(folder.iterdir()):
            path.replace(out / path.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
