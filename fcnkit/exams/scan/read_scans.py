"""Reads all pages of scans, on all CPUs."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import cv2

from fcnkit.exams.record import Exam, read_exam
from fcnkit.exams.scan.page_reader import PageReading, Trouble, heading, read_page
from fcnkit.exams.scan.pdf_pages import Scan
from fcnkit.quiet_pool import QuietPool

WORTH_A_POOL = 8
"""Pages to read from which on starting more processes pays."""


@dataclass(frozen=True)
class ScannedPage:
    """A page of a scan and what was read from it."""

    file: Path
    number: int
    """From 1, as PDF viewers count."""
    found: PageReading | Trouble
    picture: bytes | None = field(default=None, repr=False)
    """A small one of a page that could not be read, as JPEG."""

    @property
    def name(self) -> str:
        """As messages name it."""
        return f"{self.file.name} [{self.number}]"


def pages_of(files: Sequence[Path]) -> list[tuple[Path, int]]:
    """All pages, each by its file and its number from 0. Raises UserError."""
    return [(path, number) for path in files for number in range(_opened(path).pages)]


def read_scans(pages: Sequence[tuple[Path, int]], folder: Path, workers: int) -> Iterator[ScannedPage]:
    """Every page in its order, read with the exam in a folder."""
    work = partial(_read, folder)
    if workers == 1 or len(pages) < WORTH_A_POOL:
        yield from map(work, pages)
        return
    # Not fork: OpenCV has threads.
    with QuietPool(workers, multiprocessing.get_context("spawn")) as pool:
        try:
            yield from pool.map(work, pages, chunksize=2)
        finally:
            pool.shutdown(cancel_futures=True)


def _read(folder: Path, page: tuple[Path, int]) -> ScannedPage:
    path, number = page
    try:
        picture = _opened(path).picture(number)
    except ValueError:
        return ScannedPage(path, number + 1, Trouble.DAMAGED)
    found = read_page(picture, _exam(folder))
    return ScannedPage(path, number + 1, found, heading(picture) if isinstance(found, Trouble) else None)


@cache
def _opened(path: Path) -> Scan:
    cv2.setNumThreads(1)  # each process has a CPU of its own
    return Scan(path)


@cache
def _exam(folder: Path) -> Exam:
    return read_exam(folder)
