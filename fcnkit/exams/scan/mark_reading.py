"""What the filled bubbles of one mark say, or why a person has to look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from fcnkit.exams.record import Group, Mark
from fcnkit.exams.scan.bubbles import State


class Doubt(StrEnum):
    """Why a mark is not read."""

    UNSURE = "unsure"
    SEVERAL = "several"
    CROSSED = "crossed"
    """Crossed out, and nothing filled in its place."""
    GAP = "gap"
    """An empty column, or side, between others; or a minus alone."""
    WRITTEN = "written"
    """Words, which a person reads."""
    TWO_SCANS = "two_scans"
    """The page was scanned twice, and the scans say different things."""


@dataclass(frozen=True)
class Reading:
    """What was read, empty where nothing was filled in; or a doubt."""

    value: str
    doubt: Doubt | None = None


class _Doubtful(Exception):
    def __init__(self, doubt: Doubt) -> None:
        self.doubt = doubt


def read(mark: Mark, states: Sequence[Sequence[State]], *, is_id: bool = False) -> Reading:
    """A mark from its groups' bubbles; of a student number zeros in front count, and so do columns left empty."""
    try:
        digits = [_one(group, own) for group, own in zip(mark.groups, states, strict=True)]
        if mark.kind == "choice":
            return Reading(digits[0])
        if is_id:
            return Reading(_unbroken(digits))
        sides = [
            _number([digit for _, digit in side])
            for _, side in groupby(zip(mark.groups, digits, strict=True), key=lambda each: each[0].side)
        ]
        return Reading(",".join(_without_gaps(sides)))
    except _Doubtful as error:
        return Reading("", error.doubt)


def _one(group: Group, states: Sequence[State]) -> str:
    """The value of the only filled bubble; empty where there is none."""
    if State.UNSURE in states:
        raise _Doubtful(Doubt.UNSURE)
    filled = [value for value, state in zip(group.values, states, strict=True) if state is State.FILLED]
    if len(filled) > 1:
        raise _Doubtful(Doubt.SEVERAL)
    if not filled and State.CROSSED in states:
        raise _Doubtful(Doubt.CROSSED)
    return filled[0] if filled else ""


def _number(digits: Sequence[str]) -> str:
    sign = "-" if "-" in digits else ""
    text = _unbroken([digit for digit in digits if digit != "-"] if sign else digits)
    if not text:
        if sign:
            raise _Doubtful(Doubt.GAP)
        return ""
    return str(int(sign + text))


def _unbroken(digits: Sequence[str]) -> str:
    return "".join(_without_gaps(digits))


def _without_gaps(parts: Sequence[str]) -> list[str]:
    """The parts that are there, which stand beside each other."""
    there = [place for place, part in enumerate(parts) if part]
    if there and there[-1] - there[0] >= len(there):
        raise _Doubtful(Doubt.GAP)
    return [parts[place] for place in there]
