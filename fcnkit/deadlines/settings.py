"""The deadlines that `course.toml` sets for all assignments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, ValidationInfo, field_validator

from fcnkit.deadlines.late_work import LateWork
from fcnkit.deadlines.moments import YEARS, near, settled, zone
from fcnkit.text import BadValue, Text

NO_TIMEZONE = Text(
    ko='{name} 과제의 마감에 시간대가 없습니다. 이 파일에 timezone = "Asia/Seoul"처럼 쓰거나, 마감을 '
    "2026-12-01T23:59:00+09:00처럼 쓰세요.",
    en='the deadline of {name} has no time zone; write timezone = "Asia/Seoul" into this file, or a deadline such as '
    "2026-12-01T23:59:00+09:00",
)


def _zone(said: Any) -> ZoneInfo | None:
    return said if said is None or isinstance(said, ZoneInfo) else zone(str(said))


class Deadlines(BaseModel):
    """What a course's file says of deadlines."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    timezone: Annotated[ZoneInfo | None, PlainValidator(_zone)] = None
    """The zone of deadlines that are written without one, and of platforms' times; its clock counts the days."""
    due: dict[str, Annotated[datetime, AfterValidator(near)]] = {}
    """The deadlines of assignments, by number or name; what an assignment's own file says counts before it."""
    late: LateWork = LateWork()

    @field_validator("due")
    @classmethod
    def _have_a_zone(cls, due: dict[str, datetime], info: ValidationInfo) -> dict[str, datetime]:
        has_none = "timezone" in info.data and info.data["timezone"] is None  # a wrong one is not there
        without = [name for name, moment in due.items() if moment.tzinfo is None]
        if has_none and without:
            raise BadValue(NO_TIMEZONE, name=without[0])
        return due

    def of_nothing(self, names: Iterable[str]) -> str | None:
        """The first deadline whose assignment is not among these."""
        known = {each for name in names for each in (name, _number(name))}
        return next((key for key in self.due if key not in known), None)

    def complete(self, said: dict[str, Any], name: str) -> None:
        """Add the course's deadline to an assignment's settings that have none, and the zone to a deadline without."""
        due = said.get("due", self.due.get(name, self.due.get(_number(name))))
        if isinstance(due, datetime) and due.year in YEARS and self.timezone is not None:
            local = settled(due, self.timezone, is_end=True) if due.tzinfo is None else due
            due = local.astimezone(self.timezone)
        if due is not None:
            said["due"] = due

    def late_work(self, own: LateWork) -> LateWork:
        """An assignment's own rules, and the course's where it has none."""
        return self.late.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})


def _number(name: str) -> str:
    return name.partition("-")[0]
