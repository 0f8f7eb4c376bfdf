"""What late work loses: the rule of a course, what one student was granted, and when they handed in.

Nothing here is stored. Whoever writes a table or a page asks anew, so that an extension which is granted today counts
for work of last week.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from fcnkit.deadlines.moments import after_days, later, moment, span, utc
from fcnkit.text import BadValue, Text

LATE = "late"
"""Stands for a time where a platform says that work is late, and not since when."""
NO_PENALTY = Text(
    ko="{text!r:은} 감점 규칙이 아닙니다. '10% per day'나 '5 points per hour'처럼 쓰세요.",
    en="{text!r} is no penalty; write one such as '10% per day' or '5 points per hour'",
)
NO_PORTION = Text(
    ko="{text!r:은} 여기에 쓸 수 없습니다. '50%'나 '20 points'처럼 쓰세요.",
    en="{text!r} cannot stand here; write '50%' or '20 points', for instance",
)
NEITHER = Text(
    ko="{text!r:은} 예인지 아니오인지 알 수 없습니다. yes나 no를 쓰세요.",
    en="{text!r} is neither yes nor no; write one of these",
)
PERCENT = Text(ko="{amount:g}%", en="{amount:g}%")
POINTS = Text(ko="{amount:g}점", en="{amount:+point}")
_YES = {"yes", "y", "true", "1", "x", "o", "v", "✓", "예", "네", "면제", "ja", "oui", "sí", "si"}
_NO = {"", "no", "n", "false", "0", "-", "아니오", "아니요", "nein", "non"}
_PORTION = re.compile(r"(?P<amount>\d{1,4}(?:\.\d{1,3})?)\s*(?P<unit>%|points?|점)")
_PENALTY = re.compile(rf"{_PORTION.pattern}\s*(?:per|a|/)\s*(?P<per>day|hour)")


@dataclass(frozen=True)
class Portion:
    """A percentage of the maximum, or points."""

    amount: float
    is_percent: bool

    def of(self, maximum: float) -> float:
        """How many points this is, of so many at most."""
        return self.amount * maximum / 100 if self.is_percent else self.amount

    @property
    def said(self) -> Text:
        """In words."""
        return (PERCENT if self.is_percent else POINTS).format(amount=self.amount)


@dataclass(frozen=True)
class Penalty:
    """What each day or hour that has begun takes off."""

    portion: Portion
    per: Literal["day", "hour"]


def _portion(text: Any) -> Any:
    found = _PORTION.fullmatch(str(text).strip())
    if not isinstance(text, str) or found is None or (found["unit"] == "%" and float(found["amount"]) > 100):
        raise BadValue(NO_PORTION, text=text)
    return Portion(float(found["amount"]), found["unit"] == "%")


def _penalty(text: Any) -> Any:
    found = _PENALTY.fullmatch(str(text).strip())
    if not isinstance(text, str) or found is None:
        raise BadValue(NO_PENALTY, text=text)
    return Penalty(_portion(f"{found['amount']}{found['unit']}"), "day" if found["per"] == "day" else "hour")


class LateWork(BaseModel):
    """The table `[late]`: what becomes of work that comes after the deadline."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    grace: Annotated[timedelta, BeforeValidator(lambda text: span(str(text)))] = timedelta()
    """So long after the deadline nothing is taken off; who is later than that is late since the deadline."""
    penalty: Annotated[Penalty | None, BeforeValidator(_penalty)] = None
    """What each day or hour that has begun takes off."""
    cap: Annotated[Portion | None, BeforeValidator(_portion)] = None
    """Most that is taken off."""
    last_day: Annotated[int | None, Strict(), Field(ge=0)] = None
    """So many days after the deadline work is taken; what comes later has no marks."""

    @property
    def has_rules(self) -> bool:
        """Whether late work loses anything."""
        return self.penalty is not None or self.last_day is not None


@dataclass(frozen=True)
class Terms:
    """What a roster says of one student, as it is written there."""

    due: str = ""
    extension: str = ""
    waive: str = ""
    submitted: str = ""

    @property
    def is_waived(self) -> bool:
        """Raises BadValue for what is neither yes nor no."""
        said = self.waive.strip().casefold()
        if said not in _YES | _NO:
            raise BadValue(NEITHER, text=self.waive)
        return said in _YES

    def own_due(self, due: datetime) -> datetime:
        """The deadline of this student. Raises BadValue."""
        own = moment(self.due, due.tzinfo or UTC, is_end=True) if self.due else due
        extension = f"{self.extension} days" if re.fullmatch(r"\d{1,3}", self.extension) else self.extension
        return later(own, span(extension)) if extension else own

    def check(self, due: datetime, *, is_time_needed: bool) -> None:
        """Raises BadValue for what cannot be read; a time only where it is needed: platforms write many."""
        self.own_due(due)
        _ = self.is_waived
        if self.submitted and is_time_needed:
            moment(self.submitted, due.tzinfo or UTC)


@dataclass(frozen=True)
class Lateness:
    """How late one piece of work is by its student's own deadline."""

    due: datetime
    submitted: datetime | None
    """None where the platform says only that it is late."""
    units: int
    """Days or hours that have begun since the deadline; 0 where nothing is taken off."""
    is_accepted: bool
    is_extended: bool
    """Whether the deadline is another one than everybody's."""


def lateness(due: datetime, rules: LateWork, terms: Terms, times: Sequence[str]) -> Lateness | None:
    """None for work that is in time. `times` are what the platform gave for this very work; the earliest counts.

    Where a platform says no more than that work is late, the least that can be is assumed: the first day or hour, and
    nothing at all where there is grace or the student has other terms. What cannot be read is no time at all.
    """
    own = terms.own_due(due)
    is_extended = utc(own) != utc(due)
    submitted = _submitted(terms, times, due)
    if submitted is None:
        is_sure = not is_extended and not rules.grace
        late = Lateness(own, None, int(is_sure), is_accepted=True, is_extended=is_extended)
        return late if LATE in times[-1:] else None
    if utc(submitted) <= utc(own):
        is_saved = utc(submitted) > utc(due)
        return Lateness(own, submitted, 0, is_accepted=True, is_extended=True) if is_saved else None
    is_accepted = rules.last_day is None or utc(submitted) <= utc(after_days(own, rules.last_day)) + rules.grace
    units = 0 if utc(submitted) <= utc(own) + rules.grace else _units(own, submitted, rules.penalty)
    return Lateness(own, submitted, units, is_accepted, is_extended)


def _submitted(terms: Terms, times: Sequence[str], due: datetime) -> datetime | None:
    """The roster's word counts before the platform's; of several times the earliest."""
    known = []
    for text in [terms.submitted] if terms.submitted else times:
        try:
            known.append(moment(text, due.tzinfo or UTC))
        except BadValue:
            continue
    return min(known, key=utc, default=None)


def _units(due: datetime, submitted: datetime, penalty: Penalty | None) -> int:
    """How many days, by the clock, or hours have begun."""
    elapsed = (utc(submitted) - utc(due)).total_seconds()
    if penalty is None or penalty.per == "hour":
        return math.ceil(elapsed / 3600)
    days = max(1, int(elapsed // 86400) - 1)
    while utc(after_days(due, days)) < utc(submitted):
        days += 1
    return days
