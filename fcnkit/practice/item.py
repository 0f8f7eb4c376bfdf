"""An item: how its numbers are drawn, what it asks, and an independent way to the answer.

A draw is redone until it has exactly one right answer and enough wrong ones that tell one misconception each.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Generic, TypeAlias, TypeVar

from fcnkit.practice.answer_spelling import shapes
from fcnkit.practice.answers import Answer, Blank, Choice, Distractor, Explanation, FillIn, Matching, MixUp, Option
from fcnkit.practice.document import Book, Kind, Problem
from fcnkit.practice.document_blocks import Block, shown
from fcnkit.practice.values import Grid, Value, format_value, numbers, untranslated
from fcnkit.text import LANGS, Text

P = TypeVar("P")

MAX_DRAWS = 200
"""Draws after which an item that has given no sound one counts as broken."""


class ItemFault(Exception):
    """An item is wrong: never the user's fault."""


@dataclass(frozen=True)
class MultipleChoice:
    """One right answer, and mistakes from which the wrong options are taken.

    Draw the options first, and ask for one of them after that: then each is as likely to be right, whatever it looks
    like. Where mistakes are made from the right answer, which is therefore the largest, the longest or the most like
    the others, ask for the answer itself, with gaps.
    """

    key: Value
    distractors: Sequence[Distractor]
    options: int = 4


@dataclass(frozen=True)
class MatchPairs:
    """Prompts, each with the option that it goes with, and options that go with none.

    `mix_ups` says of a prompt and another one's option what tells them apart.
    """

    pairs: Sequence[tuple[Text, Text]]
    left_over: Sequence[Text] = ()
    mix_ups: Mapping[tuple[Text, Text], Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """What an item asks with its numbers filled in; `steps` lead to the answer."""

    text: tuple[Block, ...]
    answer: MultipleChoice | FillIn | MatchPairs | Explanation
    steps: tuple[Block, ...]
    must_not_appear: tuple[str, ...] = ()
    """What no other question of a set may say, as it would give this answer away."""
    asks: tuple[str, ...] = ()
    """The facts that it asks for: no other question of a set asks for one of them, or reveals it."""
    reveals: tuple[str, ...] = ()
    """The facts that can be read off the question. Those about a term go by the term's id."""


@dataclass(frozen=True)
class Item(Generic[P]):
    """One kind of question. Its id is the name of the file it stands in."""

    topic: str
    difficulty: int
    """1 (recall, one step) to 3 (several steps)."""
    minutes: int
    book: Book
    draw: Callable[[Random], P]
    """The question's numbers. They need not be sound: a draw that is not is redone."""
    build: Callable[[P], Question]
    oracle: Callable[[P], Value]
    """The answer, found without the ideas of `build`: Keras, NumPy or brute force."""
    max_number: int = 999
    """The largest number that an answer or option may hold: what can be worked out by hand."""
    work: Callable[[P], int] | None = None
    """How many products or steps a draw takes by hand, where that can vary."""
    kind: Kind = "checked"
    in_words: bool = False
    """Whether it is made of the course's words, of which there are only so many, and not of numbers."""
    beyond_search: frozenset[str] = frozenset()
    """Ids of mistakes that take more steps from the numbers shown than `reckoned` searches."""
    name: Text | None = None
    """What people read on an exam's pages and tables behind the topic, such as "The output size of a convolution"."""

    @property
    def id(self) -> str:
        return self.build.__module__.rpartition(".")[2].replace("_", "-")


@dataclass(frozen=True)
class Sample(Generic[P]):
    """A sound draw: the numbers, what was asked with them, and the rendered problem."""

    numbers: P
    question: Question
    problem: Problem


AnyItem: TypeAlias = Item[Any]
AnySample: TypeAlias = Sample[Any]
"""Whatever their numbers are: only the item itself looks at them."""


def sample(item: Item[P], seed: str, prefer: frozenset[str] = frozenset()) -> Sample[P]:
    """Draw an item; the same seed gives the same problem on every machine. Raises ItemFault.

    Mistakes whose ids are in `prefer` are explained, and are options, before others.
    """
    rng = Random(f"{item.id}/{seed}")
    for _ in range(MAX_DRAWS):
        found = item.draw(rng)
        question = item.build(found)
        uid = f"{item.id}-{hashlib.sha256(repr(found).encode()).hexdigest()[:12]}"
        asked = question.answer
        if isinstance(asked, MultipleChoice | FillIn) and (first := {each.id for each in asked.distractors} & prefer):
            asked = replace(asked, distractors=_preferred(asked.distractors, first))
            uid += f"-{hashlib.sha256(repr(sorted(first)).encode()).hexdigest()[:6]}"
        # The options, too, follow from the numbers and what is preferred alone: one name, one content.
        answer = _answer(asked, item.max_number, Random(uid), prefer)
        if answer is not None:
            problem = Problem(
                uid=uid,
                item=item.id,
                topic=item.topic,
                difficulty=item.difficulty,
                minutes=item.minutes,
                book=item.book,
                question=question.text,
                answer=answer,
                solution=question.steps,
                must_not_appear=question.must_not_appear,
                asks=question.asks,
                reveals=question.reveals,
            )
            return Sample(found, question, problem)
    raise ItemFault(f"item {item.id}: no sound draw among {MAX_DRAWS} with seed {seed!r}")


def _preferred(distractors: Sequence[Distractor], first: set[str]) -> tuple[Distractor, ...]:
    """Only the first preferred one of those that lead to the same: several together could explain nothing."""
    kept: dict[str, Distractor] = {}
    for each in distractors:
        if each.id in first:
            kept.setdefault(repr(each.value), each)
    return tuple(each for each in distractors if kept.get(repr(each.value), each) is each)


def nothing_to_compute(_: object) -> Value:
    """The oracle of an explanation that names no facts which can be computed."""
    return ()


def usable_distractors(key: Value, distractors: Iterable[Distractor]) -> list[Distractor]:
    """The mistakes that tell something: wrong in value and in print, each explained by one misconception.

    That is the only one that leads to this answer, or the only likely one.
    """
    candidates = [(each, format_value(each.value)) for each in distractors]
    right = format_value(key)
    holders = {lang: Counter(shown[lang] for _, shown in candidates) for lang in LANGS}
    likely = {lang: Counter(shown[lang] for each, shown in candidates if each.likely) for lang in LANGS}
    return [
        each
        for each, shown in candidates
        if each.value != key
        and all(
            shown[lang] != right[lang] and (likely if each.likely else holders)[lang][shown[lang]] == 1
            for lang in LANGS
        )
    ]


def fill(blanks: Iterable[tuple[Text, Value]], distractors: Iterable[Distractor] = ()) -> FillIn:
    """Gaps with their labels and answers."""
    return FillIn(tuple(blank(label, value) for label, value in blanks), distractors=tuple(distractors))


def fill_grid(key: Grid, distractors: Iterable[Distractor] = ()) -> FillIn:
    """An empty grid to be filled with numbers; the mistakes' values are grids, too."""
    cells = tuple(
        blank(untranslated(f"({row}, {column})"), value)
        for row, cells in enumerate(key)
        for column, value in enumerate(cells)
    )
    return FillIn(cells, columns=len(key[0]), distractors=tuple(distractors))


def blank(label: Text, value: Value, *others: str) -> Blank:
    """A gap; `others` are right answers that are written otherwise."""
    spellings: tuple[str, ...]
    if isinstance(value, int | float):
        spellings = (f"{value:.10g}",)
    elif isinstance(value, Text):
        spellings = tuple(dict.fromkeys(value[lang] for lang in LANGS))
    elif isinstance(value, tuple) and value and len(value) == len([*numbers(value)]):
        spellings = shapes([*numbers(value)])
    else:
        spellings = (format_value(value)["en"].strip("`"),)
    return Blank(label, value, (*spellings, *others))


def _answer(
    answer: MultipleChoice | FillIn | MatchPairs | Explanation, largest: int, rng: Random, prefer: frozenset[str]
) -> Answer | None:
    """The answer as people see it, or None where the draw is not sound."""
    if isinstance(answer, MatchPairs):
        return _matching(answer, rng)
    if isinstance(answer, Explanation):
        return answer
    if isinstance(answer, FillIn):
        key = tuple(each.value for each in answer.blanks)
        if not small(key, largest):
            return None
        usable = usable_distractors(answer_value(answer), answer.distractors)
        told = [each for each in usable if can_be_filled_in(each.value, answer)]
        return FillIn(answer.blanks, answer.columns, tuple(told))
    if not small(answer.key, largest):
        return None
    told = [each for each in usable_distractors(answer.key, answer.distractors) if small(each.value, largest)]
    if len(told) < answer.options - 1:
        return None
    first = [each for each in told if each.id in prefer]
    first = rng.sample(first, min(len(first), answer.options - 1))
    others = [each for each in told if each.id not in prefer]
    taken = first + rng.sample(others, answer.options - 1 - len(first))
    options = [Option(each.value, shown(each.value), each.why) for each in taken]
    options.append(Option(answer.key, shown(answer.key), None))
    rng.shuffle(options)
    return Choice(tuple(options))


def _matching(answer: MatchPairs, rng: Random) -> Matching | None:
    prompts, right = zip(*answer.pairs, strict=True)
    options = [*right, *answer.left_over]
    if any(len({text[lang] for text in texts}) < len(texts) for texts in (prompts, options) for lang in LANGS):
        return None
    rng.shuffle(options)
    wrong: dict[Text, list[tuple[int, int]]] = {}
    for (prompt, option), why in answer.mix_ups.items():
        wrong.setdefault(why, []).append((prompts.index(prompt), options.index(option)))
    mix_ups = tuple(MixUp(tuple(pairs), why) for why, pairs in wrong.items())
    return Matching(prompts, tuple(options), tuple(map(options.index, right)), mix_ups)


def small(value: Value, largest: int) -> bool:
    """Whether all of a value can be worked out by hand."""
    return all(abs(part) <= largest for part in numbers(value))


def can_be_filled_in(value: Value, answer: FillIn) -> bool:
    """Whether the gaps take a value: a single one anything, several only what has a part for each."""
    return len(answer.blanks) == 1 or _alike(value, answer_value(answer))


def _alike(value: Value, other: Value) -> bool:
    if isinstance(value, tuple) and isinstance(other, tuple):
        return len(value) == len(other) and all(map(_alike, value, other))
    return not isinstance(value, tuple) and not isinstance(other, tuple)


def answer_value(answer: Answer) -> Value:
    """The right answer as one value: that of the right option, of the only blank, of all of them, or a grid.

    Of a matching, the options in their prompts' order; of an explanation, the facts that it names.
    """
    if isinstance(answer, Choice):
        return answer.options[answer.correct].value
    if isinstance(answer, Matching):
        return answer.matched
    if isinstance(answer, Explanation):
        return answer.facts
    values = tuple(each.value for each in answer.blanks)
    if answer.columns:
        return tuple(values[start : start + answer.columns] for start in range(0, len(values), answer.columns))
    return values[0] if len(values) == 1 else values
