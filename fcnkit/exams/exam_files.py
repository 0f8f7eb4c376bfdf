"""Writes an exam: the record, the print file, keys, seat plan, and who has which form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from fcnkit.exams.build_exam import Built
from fcnkit.exams.print_file import print_file, seat_plan
from fcnkit.exams.record import FILE
from fcnkit.exams.rubric import rubric_csv
from fcnkit.practice.export_sets import atomic_output
from fcnkit.practice.writers.pdf import key_pdf
from fcnkit.spreadsheet import as_csv
from fcnkit.text import Lang

SEATS = "seats.csv"
COLUMNS = ("seat", "student", "id", "form", "sheet")


def export(built: Built, langs: Sequence[Lang], out: Path) -> list[Path]:
    """Write everything below `out`, which appears only when all of it is finished, for its owner alone; returns what is
    to be printed."""
    with atomic_output(out) as folder:
        for name, content in _files(built, langs):
            (folder / name).write_bytes(content)
            (folder / name).chmod(0o600)
    return [out / f"print.{lang}.pdf" for lang in langs]


def _files(built: Built, langs: Sequence[Lang]) -> Iterator[tuple[str, bytes]]:
    yield FILE, built.exam.model_dump_json(indent=1).encode()
    yield SEATS, _seats(built).encode()
    for lang in langs:
        yield f"print.{lang}.pdf", print_file(built, lang)
        yield f"seats.{lang}.pdf", seat_plan(built, lang)
        yield f"rubric.{lang}.csv", rubric_csv(built.exam, lang).encode()
        for name, form in built.forms.items():
            yield f"key-{name}.{lang}.pdf", key_pdf(form, lang)


def _seats(built: Built) -> str:
    sheets = built.exam.sheets
    return as_csv(COLUMNS, ((each.seat, each.student, each.id, each.form, each.number) for each in sheets))
