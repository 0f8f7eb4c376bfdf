"""How hard practice items are, by what students did with them: shares, proposals, and what to look at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atanh, exp, sqrt, tanh
from statistics import mean

import numpy as np

from fcnkit.practice.rasch import Floats, rasch
from fcnkit.practice.responses import Response
from fcnkit.reports.intervals import Z, wilson
from fcnkit.reports.item_analysis import correlation
from fcnkit.text import Text

FEWEST = 20
"""Students below which an item's discrimination is not told."""
ENOUGH = 30
"""Students of an item from which on the Rasch model tells its difficulty to about 1 logit (Linacre 1994, Rasch
Measurement Transactions 7:4, 328)."""
EASY, MIDDLING = 0.75, 0.45
"""What average students solve at least of items of difficulty 1, and of 2."""
Interval = tuple[float, float]

TOO_FEW = Text(ko="학생이 너무 적어 알 수 없습니다.", en="Too few students to say.")
AS_IT_IS = Text(ko="정해 둔 난이도와 맞습니다.", en="Its difficulty is right.")
UNSURE = Text(ko="난이도를 바꿀 만큼 확실하지 않습니다.", en="Not sure enough to change its difficulty.")
CHANGE = Text(ko="난이도 {now}보다 {new}에 맞습니다.", en="Fits difficulty {new}, not {now}.")
NOBODY_FAILS = Text(ko="거의 모두 풀어서 알려 주는 것이 없습니다.", en="Nearly everybody solves it: it tells nothing.")
NOBODY_SOLVES = Text(
    ko="거의 아무도 풀지 못합니다. 문제와 정답을 확인하세요.", en="Nearly nobody solves it: look at question and key."
)
UPSIDE_DOWN = Text(
    ko="다른 문항을 잘 푼 학생이 더 많이 틀립니다. 문제와 정답을 확인하세요.",
    en="Those who solve the others fail it more often: look at question and key.",
)


@dataclass(frozen=True)
class ItemDifficulty:
    """One item's figures."""

    item: str
    difficulty: int | None
    """As the course has it; None of an item that it no longer has."""
    count: int
    facility: float
    """Share of the students who solved it."""
    facility_interval: Interval
    discrimination: float | None
    """Correlation with the share that its students solved of the others; None where it cannot be told."""
    discrimination_interval: Interval | None
    logit: float | None
    """By the Rasch model: half of the average students solve an item of 0; None where there are too few."""
    logit_interval: Interval | None
    proposed: int | None
    """Another difficulty, where the whole interval speaks for it."""
    remarks: tuple[Text, ...]
    is_flagged: bool
    """Whether somebody should look at it."""


def difficulties(responses: Iterable[Response], known: Mapping[str, int]) -> list[ItemDifficulty]:
    """All items' figures, by id. `known` are the difficulties that the course gives."""
    solved: dict[str, dict[str, bool]] = defaultdict(dict)
    for each in responses:
        solved[each.item].setdefault(each.student, each.is_right)
    modelled = _modelled(solved)
    return [_figures(item, solved, modelled.get(item), known.get(item)) for item in sorted(solved)]


def _figures(
    item: str, solved: Mapping[str, Mapping[str, bool]], logit: tuple[float, float] | None, difficulty: int | None
) -> ItemDifficulty:
    own = solved[item]
    right, count = sum(own.values()), len(own)
    interval = wilson(right, count)
    discrimination = _discrimination(item, solved)
    spread = None if discrimination is None else _fisher(*discrimination)
    of_average = interval if logit is None else _chances(*logit)
    proposed = _proposed(of_average, difficulty) if count >= FEWEST else None
    flags = _flags(interval, spread) if count >= FEWEST else []
    said = [_remark(of_average, difficulty, proposed)] if count >= FEWEST and difficulty else []
    return ItemDifficulty(
        item=item,
        difficulty=difficulty,
        count=count,
        facility=right / count,
        facility_interval=interval,
        discrimination=None if discrimination is None else discrimination[0],
        discrimination_interval=spread,
        logit=None if logit is None else logit[0],
        logit_interval=None if logit is None else (logit[0] - Z * logit[1], logit[0] + Z * logit[1]),
        proposed=proposed,
        remarks=(*said, *flags) if count >= FEWEST else (TOO_FEW,),
        is_flagged=bool(flags),
    )


def _modelled(solved: Mapping[str, Mapping[str, bool]]) -> dict[str, tuple[float, float]]:
    """Logit and standard error of each item for which there is enough; students need two items to be compared by."""
    items = sorted(item for item, own in solved.items() if len(own) >= ENOUGH and 0 < sum(own.values()) < len(own))
    answered = Counter(student for item in items for student in solved[item])
    students = sorted(student for student, count in answered.items() if count > 1)
    table: Floats = np.array([[solved[item].get(student, np.nan) for item in items] for student in students], float)
    if len(items) < 2 or len(students) < ENOUGH or not _is_whole(items, students, solved):
        return {}
    kept = [place for place in range(len(items)) if 0 < np.nansum(table[:, place]) < (~np.isnan(table[:, place])).sum()]
    found = rasch(table[:, kept])
    return {items[place]: (float(found.difficulties[at]), float(found.errors[at])) for at, place in enumerate(kept)}


def _is_whole(items: Sequence[str], students: Sequence[str], solved: Mapping[str, Mapping[str, bool]]) -> bool:
    """Whether common students join all items to one scale."""
    reached, waiting = set[str](), [items[0]]
    those = set(students)
    while waiting:
        here = solved[waiting.pop()].keys() & those
        near = [item for item in items if item not in reached and not here.isdisjoint(solved[item])]
        reached.update(near)
        waiting += near
    return reached >= set(items)


def _discrimination(item: str, solved: Mapping[str, Mapping[str, bool]]) -> tuple[float, int] | None:
    """The correlation, and of how many students."""
    pairs = []
    for student, is_right in solved[item].items():
        others = [own[student] for other, own in solved.items() if other != item and student in own]
        if others:
            pairs.append((float(is_right), mean(others)))
    if len(pairs) < FEWEST:
        return None
    value = correlation([one for one, _ in pairs], [other for _, other in pairs])
    return None if value is None else (value, len(pairs))


def _fisher(value: float, count: int) -> Interval:
    """The 95 % interval of a correlation by Fisher's transformation."""
    centre, half = atanh(max(-0.999999, min(0.999999, value))), Z / sqrt(count - 3)
    return tanh(centre - half), tanh(centre + half)


def _chances(logit: float, error: float) -> Interval:
    """Which share of average students solves the item."""
    return 1 / (1 + exp(logit + Z * error)), 1 / (1 + exp(logit - Z * error))


def _level(share: float) -> int:
    if share >= EASY:
        return 1
    return 2 if share >= MIDDLING else 3


def _proposed(shares: Interval, difficulty: int | None) -> int | None:
    levels = {_level(share) for share in shares}
    return levels.pop() if difficulty is not None and len(levels) == 1 and difficulty not in levels else None


def _remark(shares: Interval, difficulty: int, proposed: int | None) -> Text:
    if proposed is not None:
        return CHANGE.format(now=difficulty, new=proposed)
    return AS_IT_IS if {_level(share) for share in shares} == {difficulty} else UNSURE


def _flags(shares: Interval, discrimination: Interval | None) -> list[Text]:
    low, high = shares
    flags = {
        NOBODY_FAILS: low > 0.9,
        NOBODY_SOLVES: high < 0.2,
        UPSIDE_DOWN: discrimination is not None and discrimination[1] < 0,
    }
    return [flag for flag, is_so in flags.items() if is_so]
