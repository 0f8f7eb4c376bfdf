"""How well and how fast answer sheets are read: a simulated class fills them in, a simulated office scans them.

What pencils and scanners do stands in `tests/exams/scanner.py`, with all its parameters. Nothing is asserted. Wrong
readings are to be none, and at most 2 % of what is filled in is to be handed to a person.

    python benchmarks/scans.py --sheets 200
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from random import Random

from checkout import ROOT

sys.path.insert(0, str(ROOT / "tests" / "exams"))

import cv2
from scanner import Filled, Scanner, as_pdf, fill_in, printed, scan

from fcnkit.course import Course
from fcnkit.exams.build_exam import Built, Class, Person, build
from fcnkit.exams.forms import FormSpec, forms
from fcnkit.exams.print_file import print_file
from fcnkit.exams.record import FILE
from fcnkit.exams.scan.mark_reading import Doubt
from fcnkit.exams.scan.page_reader import Trouble
from fcnkit.exams.scan.read_scans import ScannedPage, pages_of, read_scans
from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.registry import load_registry

BATCH = 25
"""Sheets of one PDF."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sheets", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    cv2.setNumThreads(1)
    rng = Random(options.seed)
    count: Counter[str] = Counter()
    seconds = cpu = 0.0
    for start in range(0, options.sheets, BATCH):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            built = _exam(min(BATCH, options.sheets - start), rng)
            (folder / FILE).write_text(built.exam.model_dump_json())
            meant = _scanned(built, folder / "scans.pdf", rng)
            begun, before = time.perf_counter(), os.times()
            found = [*read_scans(pages_of([folder / "scans.pdf"]), folder, options.workers)]
            seconds += time.perf_counter() - begun
            cpu += _spent(os.times()) - _spent(before)
            _count(found, meant, count)
        print(f"{start + len(meant)} sheets: {dict(count)}", flush=True)
    pages, fields = count["pages"], count["fields"]
    print(
        f"{pages} pages in {seconds:.0f} s, {cpu:.0f} CPU s: {60 * pages / seconds:.0f} pages a minute here, "
        f"{120 * pages / cpu:.0f} on two idle cores"
    )
    print(
        f"{fields} fields: {count['wrong']} wrong, {count['doubtful']} for a person ({count['doubtful'] / fields:.2%})"
    )


def _spent(times: os.times_result) -> float:
    return times.user + times.system + times.children_user + times.children_system


def _exam(people: int, rng: Random) -> Built:
    """An exam of this course, with other items each time."""
    registry = load_registry(Course.find(ROOT))
    plan, source = read_blueprint(None, registry)
    seed = rng.getrandbits(128)
    made = forms(registry, plan, source, seed, FormSpec(("A", "B", "C"), has_own_numbers=True))
    ids = rng.sample(range(10**9, 10**10), people)
    return build(registry, made, Class([Person(f"학생 {id_}", str(id_)) for id_ in ids], 6, 0), seed)


def _scanned(built: Built, path: Path, rng: Random) -> list[tuple[Filled, Scanner]]:
    """Print, fill in and scan the sheets of a class into a PDF; what is meant on each, and how it was scanned."""
    found: list[tuple[Filled, Scanner]] = []
    jpegs: list[tuple[bytes, int]] = []
    for filled, how in _filled(built, rng):
        jpegs += [(scan(page, how, rng), how.dpi) for page in filled.pages]
        filled.pages.clear()
        found.append((filled, how))
    as_pdf(jpegs, path)
    return found


def _filled(built: Built, rng: Random) -> Iterator[tuple[Filled, Scanner]]:
    pages = printed(print_file(built, rng.choice(("ko", "en")), has_papers=False))
    for sheet in built.exam.sheets:
        own = [next(pages) for _ in sheet.codes]
        if len(own) % 2 and sheet is not built.exam.sheets[-1]:
            next(pages)  # the empty back of the last leaf
        yield fill_in(built.exam, sheet, own, sheet.id, rng), Scanner.drawn(rng)


def _count(found: list[ScannedPage], meant: list[tuple[Filled, Scanner]], count: Counter[str]) -> None:
    by_sheet = {filled.sheet.number: (filled, how) for filled, how in meant}
    for page in found:
        count["pages"] += 1
        if isinstance(page.found, Trouble):
            count[f"unread: {page.found}"] += 1
            continue
        filled, how = by_sheet[page.found.sheet.number]
        told = dict(page.found.readings)
        if page.found.number is not None:
            told[0, 0] = page.found.number
        for place, reading in told.items():
            if place not in filled.meant and place != (0, 0):
                count["words missed"] += (place in filled.written) != (reading.doubt is Doubt.WRITTEN)
                continue
            right = filled.number if place == (0, 0) else filled.meant[place]
            count["fields"] += 1
            count["doubtful"] += reading.doubt is not None
            is_wrong = reading.doubt is None and reading.value != right
            count["wrong"] += is_wrong
            if is_wrong or reading.doubt:
                print(f"  {page.name} {place}: {right!r} read as {reading}; {asdict(how)}")


if __name__ == "__main__":
    main()
