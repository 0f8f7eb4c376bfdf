"""Reads a roster from any spreadsheet with a person in each row, or from a plain list of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from fcnkit.roster.columns import PERSONAL, Meaning, by_content, headed, header_words, hidden_names, looks_like, meaning
from fcnkit.roster.duplicates import one_each
from fcnkit.roster.misspelled import misspelled
from fcnkit.roster.roster import Roster, RosterError, complained, listed
from fcnkit.roster.rows import Nobody, NoId, Said, nobody, said_in, said_in_line
from fcnkit.roster.table import Row, Table, read_table
from fcnkit.roster.term_columns import Kind as TermKind
from fcnkit.roster.term_columns import term_columns
from fcnkit.text import AT, Text, place

HEADINGS_WITHIN = 30
"""Rows: campus systems put titles above the headings."""
_LONGEST_NAME, _MOST_WORDS = 60, 8
_PROSE = set("{}[];<>|\\#")
"""What stands in programs and texts, and in no name."""
_GUESSED: dict[Meaning, Text] = {
    "name": Text(ko="이름", en="names"),
    "number": Text(ko="학번", en="student numbers"),
    "email": Text(ko="이메일", en="e-mail addresses"),
    "moodle": Text(ko="Moodle 참여자 번호", en="Moodle's participant numbers"),
}
TAKEN = Text(
    ko="{place}: {column}번째 열의 머리글을 알 수 없어 내용을 보고 {meaning} 열로 읽었습니다(예: '{example}'). "
    "아니라면 첫 줄에 '이름', '학번', '이메일' 같은 머리글을 써 주세요.",
    en="{place}: column {column} has no heading that is known and was taken for {meaning} (such as '{example}'); where "
    "that is wrong, write headings like 'name', 'id' and 'email' above the columns.",
)
PASSED_OVER: dict[Nobody, Text] = {
    "test": Text(ko="{place}: Canvas의 테스트 학생은 뺐습니다.", en="{place}: Canvas' test student was left out."),
    "staff": Text(
        ko="{place}: 역할이 학생이 아닌 사람 {count}명은 뺐습니다(줄: {lines}).",
        en="{place}: left out {count} whose role is not student (lines: {lines}).",
    ),
    "total": Text(ko="{place}: 합계나 평균 줄은 뺐습니다.", en="{place}: a row with sums or means was left out."),
    "unnamed": Text(
        ko="{place}: 이름도 학번도 이메일도 없는 줄 {count}개는 뺐습니다(줄: {lines}). 학생이라면 이름을 써 주세요.",
        en="{place}: left out {count:+row} without name, id or e-mail (lines: {lines}); where one is a student's, "
        "write the name there.",
    ),
}
NAMELESS = Text(
    ko="{place}: 이름이 없는 학생은 '{shown}'처럼 표시합니다(줄: {lines}). 명단에 이름을 써 주세요.",
    en="{place}: students without a name go by what there is, such as '{shown}' (lines: {lines}); write their names "
    "into the roster.",
)
NO_STUDENT = Text(
    ko="{place}: 학생이 없습니다. 한 줄에 이름을 하나씩 쓰거나, 머리글이 있는 표를 만드세요.",
    en="{place}: no student; write one name in each line, or a table with headings",
)
NO_NAME = Text(
    ko="{place}: {cell!r:은} 이름이 아니어서, 명단이 아닌 파일로 보입니다. 한 줄에 이름이 하나씩 있는 목록이나 "
    "머리글이 있는 표를 지정하세요.",
    en="{place}: {cell!r} is no name, so this seems to be no roster; give a list with a name in each line, or a table "
    "with headings",
)
NO_COLUMN = Text(
    ko="{place}: 이름이나 학번 열을 찾지 못했습니다({cells}). 열 위에 '이름', '학번', '이메일' 같은 머리글을 쓰세요.",
    en="{place}: no column of names or ids among {cells}; write headings such as 'name', 'id' and 'email' above the "
    "columns",
)
MISSPELLED = Text(
    ko="{place}: {heading!r:은} 모르는 머리글입니다. {near!r:을} 쓰려고 하셨나요? 아니라면 열 이름을 바꾸세요.",
    en="{place}: the heading {heading!r} is unknown; did you mean {near!r}? Else call the column something else",
)
TOO_WIDE = Text(
    ko="{place}: 머리글은 {headings}개인데 칸은 {cells}개입니다. 쉼표가 든 이름처럼 구분 기호가 들어 있는 칸은 "
    "따옴표로 묶으세요.",
    en="{place}: {cells} cells under {headings} headings; put quotation marks around a cell that holds the separator, "
    "such as a name with a comma",
)
REPAIRED = Text(
    ko="{place}: 학번이 숫자로 저장되어 소수점이나 쉼표가 붙어 있어 '{id}'처럼 읽었습니다(줄: {lines}).",
    en="{place}: ids were saved as numbers with decimals or commas and were read like '{id}' (lines: {lines}).",
)


@dataclass(frozen=True)
class _Layout:
    """Where a table's people stand."""

    header: int | None
    """Which of the rows has the headings."""
    columns: dict[int, Meaning]
    is_canvas: bool
    guessed: tuple[int, ...]
    """Columns whose meaning was told by their content."""
    terms: Mapping[int, tuple[TermKind, str]]
    """Columns about deadlines."""


def read_roster(path: Path) -> Roster:
    """The people on a roster, each once. Raises RosterError, with a sentence for each line that is wrong."""
    table = read_table(path)
    if not table.rows:
        raise RosterError(NO_STUDENT, place=place(path, 1))
    remarks = list(table.remarks)
    if table.is_list:
        _refuse_prose(path, table.rows)
        said = [said_in_line(row.line, row.cells[0]) for row in _without_heading(table.rows)]
        is_canvas = False
    else:
        layout = _layout(path, table.rows)
        remarks += _guesses(path, table.rows, layout)
        said, is_canvas = list(_said(path, table, layout)), layout.is_canvas
    students = [each.student() for each in _people(path, said, is_canvas, remarks)]
    if not students:
        raise RosterError(NO_STUDENT, place=place(path, 1))
    return Roster(path, *one_each(path, students, remarks))


def _without_heading(rows: Sequence[Row]) -> Sequence[Row]:
    """The lines of a list of names; `student` or `이름` above them is a heading."""
    return rows[1:] if meaning(rows[0].cells[0]) in PERSONAL else rows


def _refuse_prose(path: Path, rows: Sequence[Row]) -> None:
    odd = [row for row in rows if _is_prose(row.cells[0])]
    if len(odd) * 3 > len(rows):
        raise RosterError(NO_NAME, place=place(path, odd[0].line), cell=odd[0].cells[0][:_LONGEST_NAME])


def _is_prose(line: str) -> bool:
    return len(line) > _LONGEST_NAME or len(line.split()) > _MOST_WORDS or bool(_PROSE & set(line))


def _layout(path: Path, rows: Sequence[Row]) -> _Layout:
    header = _header(rows)
    known = {} if header is None else headed(rows[header].cells)
    if header is None and _is_odd(rows[0], _meanings(rows[1:], {})):
        header = 0
    terms = (
        {} if header is None else {at: term for at, term in term_columns(rows[header].cells).items() if at not in known}
    )
    if header is not None:
        _refuse_misspelled(path, rows, header, known.keys() | terms.keys())
    found = _meanings(rows if header is None else rows[header + 1 :], known, terms)
    if not PERSONAL & set(found.values()):
        at = rows[header or 0]
        raise RosterError(NO_COLUMN, place=place(path, at.line), cells=listed(at.cells))
    return _Layout(header, found, "canvas" in found.values(), tuple(sorted(found.keys() - known.keys())), terms)


def _refuse_misspelled(path: Path, rows: Sequence[Row], header: int, known: Collection[int]) -> None:
    """Columns that hold something under a heading that is nearly one of ours: what they say would not be heeded."""
    headings = rows[header].cells
    complaints = [
        MISSPELLED.format(place=place(path, rows[header].line), heading=headings[column], near=near)
        for column, near in misspelled(headings, known).items()
        if any(any(row.cells[column : column + 1]) for row in rows[header + 1 :])
    ]
    if complaints:
        raise complained(complaints)


def _meanings(rows: Sequence[Row], known: Mapping[int, Meaning], terms: Collection[int] = ()) -> dict[int, Meaning]:
    """What the columns hold of which these are the cells below the headings."""
    columns = list(zip_longest(*(row.cells for row in rows), fillvalue=""))
    columns = [() if at in terms else cells for at, cells in enumerate(columns)]
    told = dict(known)
    for column, cells in enumerate(columns):
        if told.get(column, "number") == "number" and hidden_names(cells):
            told[column] = "moodle"
    return by_content(columns, told)


def _is_odd(first: Row, below: Mapping[int, Meaning]) -> bool:
    """Whether the first row has a word where those below have ids or addresses: it has headings, if unknown ones."""
    firm = {column: meaning for column, meaning in below.items() if meaning in ("number", "email", "moodle")}
    alone = {column: cell for column, cell in enumerate(first.cells) if column in firm}
    return any(not looks_like(firm[column], cell) for column, cell in alone.items())


def _header(rows: Sequence[Row]) -> int | None:
    """The row of headings: the one with most known ones, none of which comes again below in its column."""
    best, most = None, 0
    for number, row in enumerate(rows[:HEADINGS_WITHIN]):
        known = header_words(row.cells)
        if known > most and not _stands_again(rows[number + 1 :], row):
            best, most = number, known
    return best


def _stands_again(below: Sequence[Row], row: Row) -> bool:
    """Whether a heading's word is also one of its column's cells, but for rows that repeat all headings."""
    words = {column: cell for column, cell in enumerate(row.cells) if meaning(cell) in PERSONAL}
    return any(
        other.cells != row.cells and any(other.cells[column : column + 1] == (word,) for column, word in words.items())
        for other in below
    )


def _said(path: Path, table: Table, layout: _Layout) -> Iterator[Said]:
    """What each row says. Raises RosterError with all that cannot be read."""
    headings = table.rows[layout.header].cells if layout.header is not None else None
    complaints = []
    for row in table.rows[0 if layout.header is None else layout.header + 1 :]:
        if row.cells == headings:  # again at the top of a printed page
            continue
        if headings is not None and any(row.cells[len(headings) :]):
            where = place(path, row.line)
            complaints.append(TOO_WIDE.format(place=where, cells=len(row.cells), headings=len(headings)))
            continue
        try:
            yield said_in(row.line, row.cells, layout.columns, layout.terms)
        except NoId as error:
            complaints.append(AT.format(place=place(path, row.line), what=error.text))
    if complaints:
        raise complained(complaints)


def _guesses(path: Path, rows: Sequence[Row], layout: _Layout) -> Iterator[Text]:
    below = rows[0 if layout.header is None else layout.header + 1 :]
    for column in layout.guessed:
        if layout.columns[column] in _GUESSED:
            example = next((row.cells[column] for row in below if row.cells[column : column + 1] > ("",)), "")
            yield TAKEN.format(
                place=place(path, rows[layout.header or 0].line),
                column=column + 1,
                meaning=_GUESSED[layout.columns[column]],
                example=example,
            )


def _people(path: Path, said: Sequence[Said], is_canvas: bool, remarks: list[Text]) -> Iterator[Said]:
    """Those rows that are people's; what was passed over or mended is added to the remarks."""
    passed: defaultdict[Nobody, list[int]] = defaultdict(list)
    mended, nameless = [each for each in said if each.repaired], list[Said]()
    for each in said:
        why = nobody(each, is_canvas)
        if why is None:
            if not each.names and not each.hidden_name:
                nameless.append(each)
            yield each
        elif why != "points" and not (why == "unnamed" and is_canvas):
            passed[why].append(each.line)
    for why, lines in passed.items():
        remarks.append(PASSED_OVER[why].format(place=place(path, lines[0]), count=len(lines), lines=listed(lines)))
    if nameless:
        lines, shown = [each.line for each in nameless], nameless[0].student().name
        remarks.append(NAMELESS.format(place=place(path, lines[0]), shown=shown, lines=listed(lines)))
    if mended:
        lines = [each.line for each in mended]
        remarks.append(REPAIRED.format(place=place(path, lines[0]), id=mended[0].repaired, lines=listed(lines)))
