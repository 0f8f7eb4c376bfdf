"""The pieces of an answer sheet, each drawn from its own upper left corner, in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fcnkit.exams.paper import COLUMN, ROW
from fcnkit.exams.record import Group, Kind, Mark
from fcnkit.exams.room import Room
from fcnkit.text import LANGS, Text, same

MINUS = "-"
_NUMBER_WIDTH = 13.0
"""Width of a row's number."""
_OPTION, _OPTION_ROW = 5.4, 6.0
_TITLE, _NAME, _WRITE, _GAP = 4.6, 3.4, 5.6, 2.4
"""Heights of a block's title, of a cell's name and of the boxes to write digits in; what is between cells."""
_AROUND = 1.5
"""Left of the first column, and right of the last one."""
_LETTER = 1.75
"""About how wide a letter is of a title, a syllable being twice that."""
_LINE_WIDTH, _LINE_HEIGHT = 88.0, 16.0
_ESSAY_WIDTH, _ESSAY_LINES, _ESSAY_LINE = 178.0, 5, 9.0
"""The box for an explanation: of one size for all, whatever the model answer is."""
DIGITS = tuple("0123456789")


@dataclass(frozen=True)
class Label:
    """Text that begins at a place; `y` is its baseline, `size` in millimetres."""

    x: float
    y: float
    text: Text
    size: float = 2.9
    is_strong: bool = False
    is_centred: bool = False

    def moved(self, right: float, down: float) -> Label:
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True)
class Block:
    """Marks that stand together, with their labels; the marks' page and key are not known yet."""

    kind: Kind
    width: float
    height: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]


def options_block(title: Text, name: str, letters: Sequence[str]) -> Block:
    """A row of options."""
    spots = tuple((_NUMBER_WIDTH + place * _OPTION, _OPTION_ROW / 2) for place in range(len(letters)))
    width = _NUMBER_WIDTH + len(letters) * _OPTION
    group = Group(values=tuple(letters), spots=spots)
    mark = Mark(name=name, kind="choice", page=0, box=(0, -0.5, width, _OPTION_ROW + 1), groups=(group,))
    return Block("choice", width, _OPTION_ROW, (mark,), (Label(0, _OPTION_ROW / 2 + 1.1, title, 3.2, True),))


def digits_block(title: Text, name: str, room: Room) -> Block:
    """A number, or a shape: a group of columns for each side."""
    mark, width = _columns(name, room, _AROUND, _TITLE)
    height = _height(_TITLE)
    mark = mark.model_copy(update={"box": (0, 0, max(width, _wide(title)), height)})
    label = Label(_AROUND, 3.4, title, 2.9, True)
    return Block(mark.kind, max(width, _wide(title)) + _AROUND, height, (mark,), (label,))


def grid_row_block(title: Text, names: Sequence[str], room: Room) -> Block:
    """A row of a grid, cell by cell."""
    marks, labels, left = [], [Label(_AROUND, 3.4, title, 2.9, True)], _AROUND
    for name in names:
        mark, right = _columns(name, room, left, _TITLE + _NAME)
        middle = (left + right) / 2
        labels.append(Label(middle, _TITLE + 2.2, same(name), 2.3, is_centred=True))
        height = _height(_TITLE + _NAME) - _TITLE
        marks.append(mark.model_copy(update={"box": (left - 1, _TITLE, right - left + 2, height)}))
        left = right + _GAP
    return Block("number", left + _AROUND, _height(_TITLE + _NAME), tuple(marks), tuple(labels))


def line_block(title: Text, name: str) -> Block:
    """A line to write words on."""
    mark = Mark(name=name, kind="written", page=0, box=(0, 0, _LINE_WIDTH, _LINE_HEIGHT - 1))
    return Block("written", _LINE_WIDTH + 2, _LINE_HEIGHT, (mark,), (Label(_AROUND, 3.4, title, 2.9, True),))


def essay_block(title: Text, name: str) -> Block:
    """A box with ruled lines to write sentences on."""
    height = _TITLE + _ESSAY_LINES * _ESSAY_LINE
    lines = tuple(_TITLE + line * _ESSAY_LINE for line in range(1, _ESSAY_LINES))
    mark = Mark(name=name, kind="written", page=0, box=(0, 0, _ESSAY_WIDTH, height), lines=lines)
    return Block("written", _ESSAY_WIDTH + 2, height + 3, (mark,), (Label(_AROUND, 3.4, title, 2.9, True),))


def _columns(name: str, room: Room, left: float, top: float) -> tuple[Mark, float]:
    """The columns of one number or shape, and where they end on the right."""
    groups = []
    first = top + _WRITE + ROW / 2
    for side in range(room.sides):
        if room.is_signed:
            groups.append(Group(values=(MINUS,), spots=((left + COLUMN / 2, first),), side=side))
        for _ in range(room.digits):
            x = left + COLUMN / 2
            spots = tuple((x, first + ROW * (place + 1)) for place in range(10))
            groups.append(Group(values=DIGITS, spots=spots, side=side))
            left += COLUMN
        left += _GAP
    kind: Kind = "shape" if room.kind == "shape" else "number"
    return Mark(name=name, kind=kind, page=0, box=(0, 0, 0, 0), groups=tuple(groups)), left - _GAP


def _height(top: float) -> float:
    return top + _WRITE + ROW * 11 + 1


def _wide(title: Text) -> float:
    """About how wide a title is in the language in which it is wider."""
    return max(sum(_LETTER * (1 if letter.isascii() else 1.75) for letter in title[lang]) for lang in LANGS) + _AROUND
