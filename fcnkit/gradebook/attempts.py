"""Which of somebody's attempts counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from fcnkit.course import Attempts
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.text import Text, joined

COUNTS = {
    "last": Text(
        ko="모두 {count}번 제출했고, 그 가운데 가장 나중에 낸 '{submission}' 제출물의 점수가 인정됩니다.",
        en="Handed in {count} times; the last one counts: '{submission}'.",
    ),
    "first": Text(
        ko="모두 {count}번 제출했고, 그 가운데 가장 먼저 낸 '{submission}' 제출물의 점수가 인정됩니다.",
        en="Handed in {count} times; the first one that could be graded counts: '{submission}'.",
    ),
    "best": Text(
        ko="모두 {count}번 제출했고, 그 가운데 점수가 가장 높은 '{submission}' 제출물의 점수가 인정됩니다.",
        en="Handed in {count} times; the best one counts: '{submission}'.",
    ),
}

TOO_LATE = Text(
    ko="받는 기간이 지난 뒤에 낸 것은 빼고 골랐습니다.",
    en="What came too late to be accepted was left out of the choice.",
)


class Attempt(NamedTuple):
    """One attempt, as the journal has it."""

    json: str
    """Its newest result."""
    identity: str
    uploaded: str
    digest: str
    times: tuple[str, ...]
    """All times that the platform has ever given for it, the newest statement last."""


def as_uploaded(rows: Sequence[Attempt]) -> list[Attempt]:
    """The rows in their order, except that one identity's uploads come in the order that the platform gives them.

    So an older download that is graded after a newer one adds no later attempts.
    """
    ordered, places = list(rows), defaultdict[str, list[int]](list)
    for at, row in enumerate(rows):
        if row.uploaded:
            places[row.identity].append(at)
    for mine in places.values():
        for at, source in zip(mine, sorted(mine, key=lambda at: rows[at].uploaded), strict=True):
            ordered[at] = rows[source]
    return ordered


def counting(tries: Sequence[SubmissionResult], attempts: Attempts) -> SubmissionResult:
    """Chooses the attempt that counts from one person's, in their order.

    What came after the last day counts only if there is nothing else. What could not be graded counts where it is the
    last, if the last one counts; the first and the best are chosen from what was graded, where there is any.
    """
    in_time = [result for result in tries if _is_accepted(result)] or tries
    graded = [result for result in in_time if result.status is Status.GRADED]
    if attempts == "last" or not graded:
        return in_time[-1]
    return graded[0] if attempts == "first" else max(graded, key=lambda result: result.final)


def note(tries: Sequence[SubmissionResult], counted: SubmissionResult, attempts: Attempts) -> Text:
    """Which of several attempts counts, and why not a later one."""
    said = COUNTS[attempts].format(count=len(tries), submission=counted.submission)
    leaves_some_out = _is_accepted(counted) and not all(map(_is_accepted, tries))
    return joined((said, TOO_LATE), " ") if leaves_some_out else said


def _is_accepted(result: SubmissionResult) -> bool:
    return result.late is None or result.late.is_accepted
