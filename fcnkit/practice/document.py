"""The document model: what a practice set is, before it becomes paper, a page or a file for an LMS.

Everything that people read is there in both languages; writers pick one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from fcnkit.practice.answers import Answer, Choice, Explanation, FillIn, Matching
from fcnkit.practice.criteria import shared_out
from fcnkit.practice.document_blocks import Block, iter_texts
from fcnkit.terminology import Terminology
from fcnkit.text import LANGS, Text

Book = Literal["closed", "open"]
Kind = Literal["checked", "explanation"]
"""Whether an answer can be checked, or is a few sentences that a person marks."""


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
