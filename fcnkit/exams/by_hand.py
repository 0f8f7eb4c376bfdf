"""What a person has to look at: `by-hand.csv`, which is filled in and read again, and a page with the pictures."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from fcnkit.bounded_file import read_bounded
from fcnkit.errors import UserError
from fcnkit.spreadsheet import as_csv, decoded, delimiter, unescape_formula
from fcnkit.text import Lang, Text

TABLE, PAGE = "by-hand.csv", "by-hand.html"
COLUMNS = ("id", "page", "sheet", "student", "question", "mark", "why", "read")
EMPTY = "x"
"""What a person writes for a mark in which nothing is filled in, and for a sheet that is not to count."""

NO_TABLE = Text(
    ko="{path}: CSV로 읽을 수 없습니다. `fcnkit scan`이 쓴 표를 'CSV UTF-8'로 저장하세요.",
    en="{path}: not to be read as CSV; save the table that fcnkit scan wrote as CSV UTF-8",
)
NO_COLUMN = Text(
    ko="{path}: {name} 열이 없습니다. `fcnkit scan`이 쓴 표를 첫 줄까지 그대로 쓰세요.",
    en="{path}: no column {name}; use the table that fcnkit scan wrote, first row included",
)


@dataclass(frozen=True)
class Case:
    """One thing for a person to look at."""

    id: str
    page: str
    """The name of the scan."""
    sheet: int
    student: str
    question: str
    mark: str
    why: Text
    picture: bytes = field(default=b"", repr=False)


def table(cases: Sequence[Case], told: Mapping[str, str], lang: Lang) -> str:
    """The table as CSV, with what has been said already."""
    rows = (
        (each.id, each.page, each.sheet, each.student, each.question, each.mark, each.why[lang], told.get(each.id))
        for each in cases
    )
    return as_csv(COLUMNS, rows)


def read_table(path: Path) -> dict[str, str]:
    """What a person has filled in, by the cases' ids; nothing where there is no table yet. Raises UserError."""
    if not path.exists():
        return {}
    content = decoded(read_bounded(path))
    if content is None:
        raise UserError(NO_TABLE, path=path)
    reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter(content))
    try:
        for name in ("id", "read"):
            if name not in (reader.fieldnames or ()):
                raise UserError(NO_COLUMN, path=path, name=name)
        said = {row["id"]: unescape_formula(row["read"] or "").strip() for row in reader}
    except csv.Error as error:  # a cell that is longer than any answer
        raise UserError(NO_TABLE, path=path) from error
    return {id: read for id, read in said.items() if read}


TITLE = Text(ko="사람이 볼 답", en="Answers for a person to see")
HOW = Text(
    ko="{table} 파일의 같은 줄에서 read에 채워진 것(답지의 글자, 수, 7,7,75 같은 모양)을 쓰고, 비어 있으면 x를 쓴 뒤 "
    "같은 명령을 다시 실행하세요.",
    en="Under read, in the same row of {table}, write what is filled in (a letter, a number, a shape such as 7,7,75), "
    "or x where it is empty; then run the same command again.",
)
NONE = Text(ko="볼 것이 없습니다.", en="There is nothing to look at.")
UNREAD = Text(ko="읽지 못한 쪽", en="Pages that could not be read")
SHEET = Text(ko="답안지 {sheet}", en="Sheet {sheet}")
QUESTION = Text(ko="문제 {number}", en="question {number}")
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font-family:sans-serif;word-break:keep-all;max-width:60rem;margin:1rem auto;padding:0 1rem;line-height:1.5}"
    "figure{margin:1.2rem 0;border-top:1px solid #bbb;padding-top:.6rem}img{max-width:100%;border:1px solid #777}"
    "code{background:#8883;padding:0 .3em}"
)


def page(cases: Sequence[Case], unread: Mapping[str, bytes], told: Mapping[str, str], lang: Lang) -> str:
    """A self-contained page with all pictures; what has been said already is left out."""
    left = [case for case in cases if case.id not in told]
    return "".join(
        (
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{TITLE[lang]}</title>',
            f"<meta name='viewport' content='width=device-width'><style>{_STYLE}</style></head><body><main>",
            f"<h1>{TITLE[lang]}</h1><p>{escape(HOW.format(table=TABLE)[lang] if left else NONE[lang])}</p>",
            *(piece for case in left for piece in _figure(case, lang)),
            *_unread(unread, lang),
            "</main></body></html>\n",
        )
    )


def _figure(case: Case, lang: Lang) -> Iterator[str]:
    question = QUESTION.format(number=case.question)[lang] if case.question else ""
    named = " · ".join(filter(None, (SHEET.format(sheet=case.sheet)[lang], case.student, question, case.mark)))
    yield f"<figure><figcaption><code>{escape(case.id)}</code> {escape(named)} ({escape(case.page)})<br>"
    yield escape(case.why[lang])
    yield f"</figcaption>{_image(case.picture, named)}</figure>"


def _unread(unread: Mapping[str, bytes], lang: Lang) -> Iterator[str]:
    if unread:
        yield f"<h2>{UNREAD[lang]}</h2>"
        for name, picture in unread.items():
            yield f"<figure><figcaption>{escape(name)}</figcaption>{_image(picture, name)}</figure>"


def _image(picture: bytes, alt: str) -> str:
    if not picture:
        return ""
    return f'<img alt="{escape(alt)}" src="data:image/jpeg;base64,{base64.b64encode(picture).decode()}">'
