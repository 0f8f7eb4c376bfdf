"""Applies an assignment's deadline to results, with the rule in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fcnkit.course import AssignmentConfig
from fcnkit.deadlines.late_work import Lateness, LateWork, Terms, lateness
from fcnkit.deadlines.moments import utc
from fcnkit.grading.results import LateMark, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.text import Text

AFTER = Text(ko="마감({due})보다 {by} 늦게 제출했습니다.", en="Handed in {by} after the deadline ({due}).")
AFTER_OWN = Text(
    ko="연장된 마감({due})보다 {by} 늦게 제출했습니다.", en="Handed in {by} after the extended deadline ({due})."
)
SAID_LATE = Text(
    ko="플랫폼에 늦은 제출로 표시되어 있고 제출 시각은 알 수 없어서, 가장 작은 감점만 했습니다.",
    en="The platform marks this as late and does not say since when, so the least is taken off.",
)
SAID_LATE_ALONE = Text(
    ko="플랫폼에 늦은 제출로 표시되어 있지만 제출 시각을 알 수 없어서 감점하지 않았습니다.",
    en="The platform marks this as late and does not say since when, so nothing is taken off.",
)
TAKEN_OFF = Text(
    ko="{per} {each}씩 {units}{unit}: {points}점을 뺐습니다.",
    en="{each} {unit}, {units} begun: minus {points:+point}.",
)
CAPPED = Text(
    ko="{per} {each}씩 {units}{unit}이지만 감점은 {cap}까지여서 {points}점을 뺐습니다.",
    en="{each} {unit}, {units} begun, but {cap} at most: minus {points:+point}.",
)
DAYS = Text(ko="일", en="each day")
HOURS = Text(ko="시간", en="each hour")
PER_DAY = Text(ko="하루", en="a day")
PER_HOUR = Text(ko="시간마다", en="an hour")
NOT_BELOW_ZERO = Text(ko="점수는 0점 아래로 내려가지 않습니다.", en="Marks do not go below 0.")
IN_GRACE = Text(ko="유예 시간({grace}) 안이라 감점하지 않았습니다.", en="Nothing is taken off within {grace}.")
NOTHING = Text(ko="감점하지 않았습니다.", en="Nothing is taken off.")
IN_EXTENSION = Text(
    ko="연장된 마감({due}) 안에 제출해서 감점하지 않았습니다.",
    en="Handed in before the extended deadline ({due}): nothing is taken off.",
)
WAIVED = Text(ko="감점을 면제받았습니다.", en="The penalty is waived.")
NOT_ACCEPTED = Text(
    ko="마감 {days}일 뒤까지만 받으므로 점수를 인정하지 않습니다.",
    en="Work is taken until {days:+day} after the deadline, so it has no marks.",
)


@dataclass(frozen=True)
class LateRule:
    """One assignment's deadline, and what late work loses."""

    due: datetime
    rules: LateWork

    @classmethod
    def of(cls, config: AssignmentConfig) -> LateRule | None:
        """None for an assignment without a deadline."""
        return None if config.due is None else cls(config.due, config.late)

    def judged(self, result: SubmissionResult, terms: Terms, times: Sequence[str]) -> SubmissionResult:
        """The result with the student's own deadline, and with what lateness takes off."""
        due = terms.own_due(self.due)
        late = lateness(self.due, self.rules, terms, times) if self.rules.has_rules else None
        mark = None if late is None else self._mark(late, result, terms)
        return result.model_copy(update={"due": due, "late": mark})

    def _mark(self, late: Lateness, result: SubmissionResult, terms: Terms) -> LateMark:
        due = f"{late.due:%Y-%m-%d %H:%M}"
        if late.submitted is not None and utc(late.submitted) <= utc(late.due):
            return LateMark(taken_off=0, rule=IN_EXTENSION.format(due=due))
        said = SAID_LATE
        if late.submitted is None and not late.units:
            return LateMark(taken_off=0, rule=SAID_LATE_ALONE)
        if late.submitted is not None:
            by = elapsed(utc(late.submitted) - utc(late.due))
            said = (AFTER_OWN if late.is_extended else AFTER).format(due=due, by=by)
        if terms.is_waived:
            return LateMark(taken_off=0, rule=_both(said, WAIVED))
        if not late.is_accepted:
            rule = _both(said, NOT_ACCEPTED.format(days=self.rules.last_day))
            return LateMark(taken_off=result.score, rule=rule, is_accepted=False)
        points, why = self._taken_off(late, result.max_score)
        if points > result.score:
            why = _both(why, NOT_BELOW_ZERO)
        return LateMark(taken_off=points, rule=_both(said, why))

    def _taken_off(self, late: Lateness, maximum: float) -> tuple[float, Text]:
        penalty, cap = self.rules.penalty, self.rules.cap
        if not late.units:
            return 0, IN_GRACE.format(grace=elapsed(self.rules.grace))
        if penalty is None:
            return 0, NOTHING
        points = penalty.portion.of(maximum) * late.units
        said = {
            "each": penalty.portion.said,
            "units": late.units,
            "unit": DAYS if penalty.per == "day" else HOURS,
            "per": PER_DAY if penalty.per == "day" else PER_HOUR,
        }
        if cap is not None and points > cap.of(maximum):
            points = cap.of(maximum)
            return points, CAPPED.format(points=plain(points), cap=cap.said, **said)
        return points, TAKEN_OFF.format(points=plain(points), **said)


def elapsed(time: timedelta) -> Text:
    """A span in words, its two largest parts."""
    seconds = int(time.total_seconds())
    parts = [
        (seconds // 86400, Text(ko="일", en=" d")),
        (seconds // 3600 % 24, Text(ko="시간", en=" h")),
        (seconds // 60 % 60, Text(ko="분", en=" min")),
        (seconds % 60, Text(ko="초", en=" s")),
    ]
    said = [(count, unit) for count, unit in parts if count][:2] or [(0, parts[-1][1])]
    return Text(
        ko=" ".join(f"{count}{unit.ko}" for count, unit in said),
        en=" ".join(f"{count}{unit.en}" for count, unit in said),
    )


def _both(one: Text, other: Text) -> Text:
    return Text(ko=f"{one.ko} {other.ko}", en=f"{one.en} {other.en}")
