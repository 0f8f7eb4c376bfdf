"""A term at a glance: marks, missing work, misconceptions that persist and sections, over all assignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, stdev

from fcnkit.grading.results import NamedMisconception, Status, SubmissionResult
from fcnkit.text import Text

FEW = 5
"""Students of a section below which its mean says little."""


@dataclass(frozen=True)
class Sitting:
    """One assignment, as the term counts it."""

    name: str
    title: Text
    weight: float
    folder: str
    """Its graded folder as seen from the page, as an address."""

    @property
    def number(self) -> str:
        return self.name.partition("-")[0]


@dataclass(frozen=True)
class Theme:
    """An idea that misconceptions of several assignments have in common."""

    idea: NamedMisconception
    misconceptions: frozenset[str]
    """Their ids."""


@dataclass(frozen=True)
class Row:
    """One student's term."""

    label: str
    id: str
    sections: tuple[str, ...]
    results: Mapping[str, SubmissionResult]
    shares: tuple[float | None, ...]
    """Part of each assignment's points, 0 to 1; None where there are no marks."""
    total: float | None
    """Mean of the marks that there are, by weight; None where there are none, or none that count."""
    with_zeros: float | None
    """The same with 0 for each assignment that was not handed in."""
    missing: tuple[str, ...]
    """Numbers of the assignments not handed in."""
    persisting: tuple[NamedMisconception, ...]
    """Those seen in more than one assignment; and themes of which several were seen there."""
    held: frozenset[str]
    """Ids of all that were seen, and of themes."""


@dataclass(frozen=True)
class SectionMean:
    """A section's mean share of the points of one assignment; None where nobody has marks."""

    count: int
    mean: float | None
    error: float | None
    """Twice the standard error of the mean; None below `FEW` students."""


@dataclass(frozen=True)
class Term:
    sittings: tuple[Sitting, ...]
    rows: tuple[Row, ...]
    sections: Mapping[str, tuple[SectionMean, ...]]
    """Where there are at least two; each has one mean per assignment."""
    misconceptions: tuple[tuple[NamedMisconception, int, int], ...]
    """Each with the number of students who hold it, and of those in whom it persists; the most frequent first.

    Themes stand among them if they persist in somebody.
    """

    def means(self) -> tuple[float | None, ...]:
        """The class' mean share of each assignment."""
        return tuple(_mean([row.shares[place] for row in self.rows]) for place in range(len(self.sittings)))

    def handed_in(self, sitting: Sitting) -> int:
        """How many have handed in an assignment."""
        return sum(sitting.name in row.results for row in self.rows)


def term_of(sittings: Sequence[Sitting], rows: Sequence[Row], themes: Sequence[Theme] = ()) -> Term:
    """All that is said of everybody together."""
    names = sorted({section for row in rows for section in row.sections})
    sections = {
        name: tuple(
            _section([row.shares[place] for row in rows if name in row.sections]) for place in range(len(sittings))
        )
        for name in names
    }
    return Term(tuple(sittings), tuple(rows), sections if len(names) > 1 else {}, _misconceptions(rows, themes))


def row_of(
    label: str,
    id: str,
    sections: Sequence[str],
    results: Mapping[str, SubmissionResult],
    sittings: Sequence[Sitting],
    themes: Sequence[Theme] = (),
) -> Row:
    """One student's row."""
    shares = tuple(_share(results.get(sitting.name)) for sitting in sittings)
    absent = [name not in results for name in (sitting.name for sitting in sittings)]
    zeros = [0.0 if is_absent else share for share, is_absent in zip(shares, absent, strict=True)]
    weights = [sitting.weight for sitting in sittings]
    named, seen = _held(results.values())
    told = _themes_of(results.values(), themes)
    persisting = [named[id] for id in sorted(seen) if seen[id] > 1]
    return Row(
        label=label,
        id=id,
        sections=tuple(sections),
        results=results,
        shares=shares,
        total=_weighted(shares, weights),
        with_zeros=_weighted(zeros, weights),
        missing=tuple(sitting.number for sitting, is_absent in zip(sittings, absent, strict=True) if is_absent),
        persisting=(*persisting, *(theme.idea for theme, persists in told if persists)),
        held=frozenset(seen) | {theme.idea.id for theme, _ in told},
    )


def _share(result: SubmissionResult | None) -> float | None:
    if result is None or result.status is not Status.GRADED or not result.max_score:
        return None
    return result.final / result.max_score


def _themes_of(results: Iterable[SubmissionResult], themes: Sequence[Theme]) -> list[tuple[Theme, bool]]:
    """The themes of somebody's misconceptions, each with whether different ones were seen in several assignments."""
    seen = [set(_held([result])[1]) for result in results]
    found = []
    for theme in themes:
        by_assignment = [ids & theme.misconceptions for ids in seen if ids & theme.misconceptions]
        if by_assignment:
            found.append((theme, len(by_assignment) > 1 and len(set().union(*by_assignment)) > 1))
    return found


def _held(results: Iterable[SubmissionResult]) -> tuple[dict[str, NamedMisconception], Counter[str]]:
    """Misconceptions by id, and in how many assignments each was seen."""
    named: dict[str, NamedMisconception] = {}
    seen: Counter[str] = Counter()
    for result in results:
        here = {each.id: each for question in result.questions for each in question.misconceptions}
        named |= here
        seen.update(here.keys())
    return named, seen


def _weighted(shares: Sequence[float | None], weights: Sequence[float]) -> float | None:
    counted = [(share, weight) for share, weight in zip(shares, weights, strict=True) if share is not None]
    whole = sum(weight for _, weight in counted)
    return sum(share * weight for share, weight in counted) / whole if whole else None


def _mean(shares: Sequence[float | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return mean(known) if known else None


def _section(shares: Sequence[float | None]) -> SectionMean:
    known = [share for share in shares if share is not None]
    error = 2 * stdev(known) / sqrt(len(known)) if len(known) >= FEW else None
    return SectionMean(len(known), _mean(known), error)


def _misconceptions(rows: Sequence[Row], themes: Sequence[Theme]) -> tuple[tuple[NamedMisconception, int, int], ...]:
    named = {theme.idea.id: theme.idea for theme in themes}
    holders: Counter[str] = Counter()
    persists: Counter[str] = Counter()
    for row in rows:
        named |= _held(row.results.values())[0]
        holders.update(row.held)
        persists.update(each.id for each in row.persisting)
    shown = [id for id in holders if persists[id] or id not in {theme.idea.id for theme in themes}]
    order = sorted(shown, key=lambda id: (-persists[id], -holders[id], id))
    return tuple((named[id], holders[id], persists[id]) for id in order)
