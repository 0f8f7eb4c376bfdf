"""The document model: what a practice set is, before it becomes paper, a page or a file for an LMS.

Everything that people read is there in both languages; writers pick one. Running text has the markup of
`fcnkit.practice.markup`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from fcnlab import Picture

from fcnkit.practice.criteria import Criterion, shared_out
from fcnkit.practice.values import Value, format_list, format_value, is_grid, number, untranslated
from fcnkit.terminology import Terminology
from fcnkit.text import LANGS, Lang, Text

Book = Literal["closed", "open"]
Kind = Literal["checked", "explanation"]
"""Whether an answer can be checked, or is a few sentences that a person marks."""


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: Text


def say(*, ko: str, en: str) -> Paragraph:
    """A paragraph in both languages."""
    return Paragraph(Text(ko=ko, en=en))


def explain(*, ko: str, en: str) -> Paragraph:
    """What is to be explained, and how long the answer may be."""
    return say(ko=f"{ko} 2~4문장으로 설명하세요.", en=f"{en} Explain it in 2 to 4 sentences.")


@dataclass(frozen=True)
class Code:
    """Lines of Python."""

    source: str


@dataclass(frozen=True)
class Table:
    """Rows of cells. `style` says whether it is a grid of numbers or data under a first row of headings."""

    rows: tuple[tuple[Text, ...], ...]
    style: Literal["grid", "data"] = "data"


@dataclass(frozen=True)
class Figure:
    """A picture, and in words all that it shows. Picklable, if what makes the picture is."""

    picture: Callable[[Lang], Picture]
    alt: Text


Block: TypeAlias = Paragraph | Code | Table | Figure


@dataclass(frozen=True)
class Distractor:
    """A wrong answer and what leads to it. `id` is that of a hidden suite's misconception where it comes from one."""

    id: str
    value: Value
    why: Text


def distractor(id: str, value: Value, *, ko: str, en: str) -> Distractor:
    """A mistake that no hidden suite knows."""
    return Distractor(id, value, Text(ko=ko, en=en))


def misconception(id: str, said: Text, *, ko: str, en: str) -> Distractor:
    """What somebody writes who holds a misconception, and what is wrong with it."""
    return Distractor(id, said, Text(ko=ko, en=en))


@dataclass(frozen=True)
class Option:
    """One of the answers to choose from; `why` says what leads to a wrong one, and is None for the right one."""

    value: Value
    content: Block
    why: Text | None


@dataclass(frozen=True)
class Choice:
    """Exactly one option is right. They are in the order in which every format shows them."""

    options: tuple[Option, ...]

    @property
    def correct(self) -> int:
        """The right option's index."""
        (index,) = (index for index, option in enumerate(self.options) if option.why is None)
        return index


@dataclass(frozen=True)
class Blank:
    """A gap to be filled in. Any of `accepted` is right, in either language; case, spaces and hyphens do not count."""

    label: Text
    value: Value
    accepted: tuple[str, ...]

    @property
    def formatted(self) -> Text:
        """The answer as the key shows it."""
        return format_value(self.value)


@dataclass(frozen=True)
class FillIn:
    """Gaps, one below the other, or in rows of `columns` cells where that is not 0.

    A mistake's value has one part for each blank.
    """

    blanks: tuple[Blank, ...]
    columns: int = 0
    distractors: tuple[Distractor, ...] = ()

    def format_filled(self, value: Value) -> Text:
        """What the gaps hold when they are filled in with the parts of a value."""
        if self.columns or len(self.blanks) == 1 or not isinstance(value, tuple):
            return format_value(value)
        return format_list(value)


@dataclass(frozen=True)
class MixUp:
    """Wrong pairs of a prompt and an option, both by their indices, and the one reason against all of them."""

    pairs: tuple[tuple[int, int], ...]
    why: Text


@dataclass(frozen=True)
class Matching:
    """Each prompt goes with one option, and no option with two; what is left over goes with none.

    Both are in the order in which every format shows them: prompts have numbers, options letters.
    """

    prompts: tuple[Text, ...]
    options: tuple[Text, ...]
    correct: tuple[int, ...]
    """Each prompt's option, by its index."""
    mix_ups: tuple[MixUp, ...] = ()
    """The likely ones."""

    @property
    def matched(self) -> tuple[Text, ...]:
        """Each prompt's option."""
        return tuple(self.options[place] for place in self.correct)


@dataclass(frozen=True)
class Explanation:
    """A few sentences, marked by criteria; the problem's solution is the model answer.

    The criteria are the same in all draws, so that a class is marked by one rubric.
    """

    criteria: tuple[Criterion, ...]
    misconceptions: tuple[Distractor, ...] = ()
    """Each with what its holders write."""
    facts: tuple[Value, ...] = ()
    """What the model answer says that can be computed."""


Answer: TypeAlias = Choice | FillIn | Matching | Explanation


@dataclass(frozen=True)
class Problem:
    """One item, drawn: `uid` names this very draw, so that the same question has the same name wherever it goes."""

    uid: str
    item: str
    topic: str
    difficulty: int
    minutes: int
    book: Book
    question: tuple[Block, ...]
    answer: Answer
    solution: tuple[Block, ...]
    """The way to the answer, step by step."""
    must_not_appear: tuple[str, ...] = ()
    """What no other problem of a set may say, as it would give this answer away."""
    asks: tuple[str, ...] = ()
    reveals: tuple[str, ...] = ()
    """The facts that it asks for, and those that can be read off it."""

    @property
    def asked(self) -> Iterator[Text]:
        """All running text that is read before answering."""
        yield from iter_texts(self.question)
        match self.answer:
            case Choice(options):
                yield from iter_texts([option.content for option in options])
            case FillIn(blanks):
                yield from (blank.label for blank in blanks)
            case Matching(prompts, names):
                yield from (*prompts, *names)

    @cached_property
    def said(self) -> str:
        """All of that, in both languages and in small letters, to look for answers in."""
        return " ".join(text[lang] for text in self.asked for lang in LANGS).casefold()

    @cached_property
    def secrets(self) -> tuple[str, ...]:
        """What `said` of no other problem may hold."""
        return tuple(secret.casefold() for secret in self.must_not_appear)


@dataclass(frozen=True)
class Entry:
    """A problem's place in a set."""

    number: int
    points: int
    problem: Problem
    topic: Text
    """What the problem's topic is called."""

    @classmethod
    def of(cls, number: int, points: int, problem: Problem, topic: Text) -> Entry:
        """With the points of a rubric's criteria adding up to those of the place."""
        if isinstance(problem.answer, Explanation):
            problem = replace(
                problem, answer=replace(problem.answer, criteria=shared_out(problem.answer.criteria, points))
            )
        return cls(number, points, problem, topic)


@dataclass(frozen=True)
class Section:
    """A part of a set, such as the closed-book one."""

    title: Text
    note: Text | None
    minutes: int
    """The time allowed for it, the same in every set."""
    entries: tuple[Entry, ...]
    chosen: int | None = None
    """How many of the entries, all worth the same, a platform chooses for each student; None for all of them."""

    @property
    def points(self) -> int:
        counted = self.entries if self.chosen is None else self.entries[: self.chosen]
        return sum(entry.points for entry in counted)


@dataclass(frozen=True)
class Glossary:
    """All terms of a course, which some formats have beside the problems."""

    course: Text
    """The course's title."""
    terms: Terminology | None
    edited: int
    """When a text of the course was last changed, in seconds since 1970."""


@dataclass(frozen=True)
class PracticeSet:
    """A whole set. `name` tells it from the others of a run: a number, or the student that it is for.

    The seed is left out on purpose: whoever had it from a paper could draw the key. Picklable, so that other processes
    can write it.
    """

    title: Text
    name: str
    student: str | None
    sections: tuple[Section, ...]
    glossary: Glossary

    @property
    def label(self) -> str:
        """Whose set it is, or else its name."""
        return self.student or self.name

    @property
    def entries(self) -> Iterator[Entry]:
        return (entry for section in self.sections for entry in section.entries)

    @property
    def points(self) -> int:
        return sum(section.points for section in self.sections)

    @property
    def minutes(self) -> int:
        return sum(section.minutes for section in self.sections)


def iter_texts(blocks: Sequence[Block]) -> Iterator[Text]:
    """The running text of blocks."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text
            case Figure(_, alt):
                yield alt
            case Table(rows):
                yield from (cell for row in rows for cell in row)


def shown(value: Value) -> Block:
    """An answer as a block of its own: a grid as a table, anything else as text."""
    return grid_table(value) if is_grid(value) else Paragraph(format_value(value))


def grid_table(rows: tuple[tuple[int, ...], ...]) -> Table:
    """Numbers in rows and columns."""
    return Table(tuple(tuple(untranslated(number(cell)) for cell in row) for row in rows), style="grid")
