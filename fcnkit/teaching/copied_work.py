"""Which pairs of a class are more alike than the class explains: by their code, and by the same wrong answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice, product
from math import log2
from statistics import median

from fcnkit.course import Question
from fcnkit.grading.results import Outcome, QuestionResult, SubmissionResult
from fcnkit.reports.similar_pairs import Line, Pair, SameMistake, Side, Similar
from fcnkit.roster.person_names import evened
from fcnkit.teaching.code_prints import Block, blocks, shared_lines
from fcnkit.text import Text

# SHORT, LIKE and COMMON were chosen with `benchmarks/similar.py 01 02 --seed 1`; other seeds tell how well they hold.
SHORT = 30
"""Tokens of a typical answer below which independent people write the same."""
LIKE = 0.5
"""Share of the code from which a pair is shown."""
RARE = 8.0
"""Bits from which the same mistakes alone are shown: one pair in 256 by chance, were questions independent."""
BITS_OF_CODE = 20.0
"""So many bits of the same mistakes count as all of the code."""
MAX_PAIRS = 60
MAX_LINES = 600
COMMON = 0.5
"""What a larger share of everybody wrote says nothing of two of them."""
FEW = 6
"""Holders up to which a part is never taken for common."""

_WRONG = (Outcome.FAILED, Outcome.ERROR)
Pattern = tuple[str, tuple[tuple[str, str], ...]]
"""A question, and its failed checks, each with its reason."""


@dataclass(frozen=True)
class Work:
    """One student's: what was graded, what they wrote, or both."""

    label: str
    id: str = ""
    source: str = ""
    code: str = ""
    """Their own cells, one after the other, without those of the hand-out."""
    result: SubmissionResult | None = None
    is_earlier: bool = False


@dataclass
class _Read:
    """Work as it is compared."""

    work: Work
    blocks: list[Block]
    prints: set[int] = field(default_factory=set)
    patterns: frozenset[Pattern] = frozenset()


def similar(works: Sequence[Work], questions: Sequence[Question], handed_out: Sequence[str]) -> Similar:
    """Pairs with at least one of this term's class, those most alike first. `handed_out` are the hand-out's cells."""
    known = {name for question in questions for name in question.names}
    base = {hash for source in handed_out for block in blocks(source, known) for hash, _ in block.grams()}
    everybody = [_Read(work, blocks(work.code, known), patterns=_patterns(work.result)) for work in works]
    short = _short(everybody, questions)
    left_out = {name: question for question in short for name in question.functions}
    for each in everybody:
        prints = (block.prints() for block in each.blocks if block.name not in left_out)
        each.prints = set().union(*prints) - base
    likeness = _likeness(everybody)
    mistakes = _mistakes(everybody)
    chosen = [
        pair
        for pair in likeness.keys() | mistakes.keys()
        if likeness.get(pair, 0) >= LIKE or sum(bits for _, bits in mistakes.get(pair, ())) >= RARE
    ]

    def rank(pair: tuple[int, int]) -> tuple[float, tuple[int, int]]:
        bits = sum(bits for _, bits in mistakes.get(pair, ()))
        return -(likeness.get(pair, 0) + bits / BITS_OF_CODE), pair

    counts = Counter(pattern for each in everybody for pattern in each.patterns)
    ordered = sorted(chosen, key=rank)
    pairs = [
        _pair(everybody[a], everybody[b], likeness.get((a, b)), mistakes.get((a, b), ()), counts, base, left_out)
        for a, b in ordered[:MAX_PAIRS]
    ]
    return Similar(
        tuple(pairs),
        len(ordered) - len(pairs),
        sum(not work.is_earlier for work in works),
        sum(work.is_earlier for work in works),
        sum(bool(work.code) for work in works),
        tuple(question.title for question in short),
    )


def _short(everybody: Sequence[_Read], questions: Sequence[Question]) -> list[Question]:
    """Questions whose typical answer is too short for its code to tell anything."""
    lengths: defaultdict[str, list[int]] = defaultdict(list)
    for each in everybody:
        sizes = {block.name: len(block.tokens) for block in each.blocks}
        for question in questions:
            written = [sizes[name] for name in question.functions if name in sizes]
            if written:
                lengths[question.id].append(sum(written))
    return [each for each in questions if not lengths[each.id] or median(lengths[each.id]) < SHORT]


def _likeness(everybody: Sequence[_Read]) -> dict[tuple[int, int], float]:
    """The common share of two texts, each part weighed by how rare it is; pairs with nothing in common are left out."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(everybody):
        for hash in each.prints:
            holders[hash].append(number)
    total = sum(bool(each.prints) for each in everybody)
    weights = {hash: log2((total + 1) / len(having)) for hash, having in holders.items()}
    sizes = [sum(weights[hash] for hash in each.prints) for each in everybody]
    common: defaultdict[tuple[int, int], float] = defaultdict(float)
    for hash, having in holders.items():
        if len(having) <= max(FEW, COMMON * total):
            for pair in _pairs(having, everybody):
                common[pair] += weights[hash]
    return {
        (a, b): shared / max(sizes[a], sizes[b])
        for (a, b), shared in common.items()
        if shared and _may_be_two(everybody[a].work, everybody[b].work)
    }


def _mistakes(everybody: Sequence[_Read]) -> dict[tuple[int, int], list[tuple[Pattern, float]]]:
    """What two got wrong alike, and how many bits each of these says; of a question never more than once."""
    holders: defaultdict[Pattern, list[int]] = defaultdict(list)
    for number, each in enumerate(everybody):
        for pattern in each.patterns:
            holders[pattern].append(number)
    total = sum(each.work.result is not None for each in everybody)
    found: defaultdict[tuple[int, int], list[tuple[Pattern, float]]] = defaultdict(list)
    for pattern, having in sorted(holders.items()):
        if len(having) <= max(FEW, COMMON * total):
            for a, b in _pairs(having, everybody):
                if _may_be_two(everybody[a].work, everybody[b].work):
                    found[a, b].append((pattern, log2((total + 1) / len(having))))
    return dict(found)


def _pairs(having: Sequence[int], everybody: Sequence[_Read]) -> Iterator[tuple[int, int]]:
    """Two of this class, or one of it and one of an earlier term; years of earlier terms cost no pairs of their own."""
    mine = [number for number in having if not everybody[number].work.is_earlier]
    yield from combinations(mine, 2)
    yield from product(mine, [number for number in having if everybody[number].work.is_earlier])


def _may_be_two(one: Work, other: Work) -> bool:
    """Whether they are two people: somebody who repeats the course may hand in their own work again."""
    if one.is_earlier == other.is_earlier:
        return True
    is_known = bool(one.id and other.id)
    return one.id != other.id if is_known else evened(one.label) != evened(other.label)


def _patterns(result: SubmissionResult | None) -> frozenset[Pattern]:
    return frozenset(_pattern_of(result)) if result else frozenset()


def _pattern_of(result: SubmissionResult) -> Iterator[Pattern]:
    for question in result.questions:
        wrong = [check for check in question.checks if check.outcome in _WRONG]
        # without a reason there are many ways to be wrong, and nothing says that two are the same
        if any(check.misconception or check.relation for check in wrong):
            yield question.id, tuple((check.name, check.misconception or check.relation or "") for check in wrong)


def _pair(
    one: _Read,
    other: _Read,
    likeness: float | None,
    mistakes: Sequence[tuple[Pattern, float]],
    counts: Mapping[Pattern, int],
    base: set[int],
    left_out: Mapping[str, object],
) -> Pair:
    sides = _side(one, other, base, left_out), _side(other, one, base, left_out)
    result = one.work.result
    by_id = {each.id: each for each in result.questions} if result else {}
    same = tuple(_same(by_id[pattern[0]], pattern, counts[pattern], bits) for pattern, bits in mistakes)
    has_code = bool(one.prints and other.prints)
    return Pair(sides, (likeness or 0.0) if has_code else None, same)


def _same(question: QuestionResult, pattern: Pattern, count: int, bits: float) -> SameMistake:
    names: dict[str, Text] = {each.id: each.name for each in question.explanations}
    reasons = dict.fromkeys(reason for _, reason in pattern[1] if reason in names)
    return SameMistake(question.title, tuple(names[reason] for reason in reasons), count, bits)


def _side(read: _Read, other: _Read, base: set[int], left_out: Mapping[str, object]) -> Side:
    shared = shared_lines(read.blocks, other.blocks, base, left_out)
    lines = islice(enumerate(read.work.code.split("\n")), MAX_LINES) if read.work.code else ()
    return Side(
        read.work.label,
        read.work.source,
        tuple(Line(text[:200], number in shared) for number, text in lines),
    )
