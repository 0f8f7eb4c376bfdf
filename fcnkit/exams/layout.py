"""Places a form's questions on the pages of its answer sheet: options in rows, digits in columns, lines to write on.

Each section begins a page of its own, since its pages may be collected before the next section is handed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil

from fcnkit.exams.blocks import Block, Label, digits_block, essay_block, grid_row_block, line_block, options_block
from fcnkit.exams.paper import BOTTOM, LEFT, RIGHT, TOP
from fcnkit.exams.record import Mark
from fcnkit.exams.room import Room
from fcnkit.practice import markup
from fcnkit.practice.answers import Choice, Explanation, FillIn, Matching
from fcnkit.practice.document import Entry, PracticeSet, Section
from fcnkit.practice.item_texts import LETTERS
from fcnkit.text import Text, same

_SECTION = 7.0
"""Height of a section's title."""
_OPTION_COLUMNS = 3
_STUDENT = Text(ko="학번", en="Student number")
_SIDE_OF_NUMBER = 63.0
"""Height of the student number's columns and what stands beside them."""


@dataclass
class Layout:
    """Where everything is, and what is printed beside the bubbles."""

    marks: dict[int, list[Mark]] = field(default_factory=dict)
    """By the questions' numbers; their pages are set, not their keys."""
    labels: list[list[Label]] = field(default_factory=list)
    """The labels on each page."""
    number: Mark | None = None

    @property
    def pages(self) -> int:
        return len(self.labels)

    def on_page(self, page: int) -> list[Mark]:
        """Everything to be filled in on a page."""
        number = [self.number] if self.number is not None and page == 0 else []
        return number + [mark for marks in self.marks.values() for mark in marks if mark.page == page]


def lay_out(form: PracticeSet, rooms: Mapping[str, Room], digits: int) -> Layout:
    """The sheet of a form; `digits` is the length of student numbers, or 0 where there are none."""
    layout = Layout()
    top = TOP
    if digits:
        layout.labels.append([])
        block = digits_block(_STUDENT, "", Room("number", digits))
        layout.number = _put(layout, 0, block, LEFT, top)[0]
        top += _SIDE_OF_NUMBER
    for place, section in enumerate(form.sections):
        if place or not layout.labels:
            layout.labels.append([])
            top = TOP
        _place_section(layout, section, rooms, top)
    return layout


def _place_section(layout: Layout, section: Section, rooms: Mapping[str, Room], top: float) -> None:
    layout.labels[-1].append(
        Label(LEFT, top + 4, Text(**{k: markup.plain(section.title[k]) for k in ("ko", "en")}), 3.6, True)
    )
    cursor = _Cursor(layout, top + _SECTION)
    blocks = [(entry.number, block) for entry in section.entries for block in _blocks(entry, rooms)]
    cursor.in_columns([each for each in blocks if each[1].kind == "choice"])
    cursor.in_bands([each for each in blocks if each[1].kind == "written"])
    cursor.in_bands([each for each in blocks if each[1].kind in ("number", "shape")])


class _Cursor:
    """The place where the next block goes."""

    def __init__(self, layout: Layout, top: float) -> None:
        self.layout, self.top = layout, top

    def in_columns(self, blocks: Sequence[tuple[int, Block]]) -> None:
        """Rows of options, down one column after another."""
        if not blocks:
            return
        height = max(block.height for _, block in blocks)
        fits = int((BOTTOM - self.top) / height)
        here, later = blocks[: fits * _OPTION_COLUMNS], blocks[fits * _OPTION_COLUMNS :]
        rows = ceil(len(here) / _OPTION_COLUMNS)
        width = (RIGHT - LEFT) / _OPTION_COLUMNS
        for place, (number, block) in enumerate(here):
            column, row = divmod(place, rows)
            self._put(number, block, LEFT + column * width, self.top + row * height)
        self.top += rows * height + 2
        if later:
            self._turn()
            self.in_columns(later)

    def in_bands(self, blocks: Sequence[tuple[int, Block]]) -> None:
        """From left to right as far as there is room, then below."""
        left, height = LEFT, 0.0
        for number, block in blocks:
            if left > LEFT and left + block.width > RIGHT:
                self.top, left, height = self.top + height, LEFT, 0.0
            if self.top + block.height > BOTTOM:
                self._turn()
                left, height = LEFT, 0.0
            self._put(number, block, left, self.top)
            left, height = left + block.width, max(height, block.height)
        self.top += height

    def _turn(self) -> None:
        self.layout.labels.append([])
        self.top = TOP

    def _put(self, number: int, block: Block, left: float, top: float) -> None:
        self.layout.marks.setdefault(number, []).extend(_put(self.layout, self.layout.pages - 1, block, left, top))


def _put(layout: Layout, page: int, block: Block, left: float, top: float) -> list[Mark]:
    layout.labels[page] += [label.moved(left, top) for label in block.labels]
    return [
        Mark(
            name=mark.name,
            kind=mark.kind,
            page=page,
            box=(left + mark.box[0], top + mark.box[1], mark.box[2], mark.box[3]),
            lines=tuple(round(top + y, 2) for y in mark.lines),
            groups=tuple(
                group.model_copy(
                    update={"spots": tuple((round(left + x, 2), round(top + y, 2)) for x, y in group.spots)}
                )
                for group in mark.groups
            ),
        )
        for mark in block.marks
    ]


def _blocks(entry: Entry, rooms: Mapping[str, Room]) -> Iterator[Block]:
    """What one question needs, in parts that may stand in different places."""
    answer, title = entry.problem.answer, same(entry.number)
    match answer:
        case Choice(options):
            yield options_block(title, "", LETTERS[: len(options)])
        case Matching(prompts, options):
            for place in range(len(prompts)):
                yield options_block(same(f"{entry.number}–{place + 1}"), str(place + 1), LETTERS[: len(options)])
        case Explanation():
            yield essay_block(title, "")
        case FillIn(blanks, columns):
            room = rooms[entry.problem.item]
            if columns and room.kind == "number":
                for row, cells in groupby(enumerate(blanks), key=lambda each: each[0] // columns):
                    names = [blank.label["en"] for _, blank in cells]
                    yield grid_row_block(
                        Text(ko=f"{entry.number} · 행 {row}", en=f"{entry.number} · row {row}"), names, room
                    )
                return
            several = len(blanks) > 1
            for blank in blanks:
                plain = Text(ko=markup.plain(blank.label.ko), en=markup.plain(blank.label.en))
                label = Text(ko=f"{entry.number} {plain.ko}", en=f"{entry.number} {plain.en}")
                name = plain.en if several else ""
                yield line_block(label, name) if room.kind == "written" else digits_block(label, name, room)
