"""Moments and spans of time, read from what people and platforms write."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from fcnkit.text import BadValue, Text

NO_SPAN = Text(
    ko="{text!r:은} 시간의 길이가 아닙니다. '15 minutes', '2 hours', '3 days'나 '15분', '2시간', '3일'처럼 쓰세요.",
    en="{text!r} is no span of time; write one such as '15 minutes', '2 hours' or '3 days'",
)
NO_MOMENT = Text(
    ko="{text!r:은} 읽을 수 없는 시각입니다. 2026-12-01 23:59처럼 쓰세요.",
    en="{text!r} is no date and time that can be read; write one such as 2026-12-01 23:59",
)
NO_ZONE = Text(
    ko="{text!r:은} 없는 시간대입니다. 'Asia/Seoul'처럼 쓰세요.",
    en="there is no time zone {text!r}; write one such as 'Asia/Seoul'",
)
_SPAN = r"(?P<count>\d{1,4}(?:\.\d{1,3})?)\s*(?P<unit>[^\W\d]+)"
"""Compiled at its first use, as what follows: every command imports this, and few need it."""
_UNITS = {
    "minutes": "m min mins minute minutes 분",
    "hours": "h hr hrs hour hours 시간",
    "days": "d day days 일",
    "weeks": "w week weeks 주 주일",
}
_OF_UNIT = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_HALF = r"(?P<half{n}>(?:AM|PM)(?![A-Za-z])|오전|오후)?"
_CLOCK = (
    rf"{_HALF.format(n=1)}\s*(?P<hour>\d{{1,2}})(?::|시\s*)(?P<minute>\d{{1,2}})(?:(?::|분\s*)(?P<second>\d{{1,2}}))?"
    rf"(?:[.,]\d{{1,9}})?[분초]?\s*{_HALF.format(n=2)}"
)
_ZONE = r"(?:\s*(?P<zone>Z|UTC|GMT|KST|[+-]\d{2}:?\d{2}|[A-Z][A-Za-z_]+/[A-Za-z_/]+))?"
_FORMS = tuple(
    rf"{day}(?:[\sT,]*{_CLOCK})?{_ZONE}"
    for day in (
        r"(?P<year>\d{4})\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})[일.]?(?:\s*\(?[월화수목금토일](?:요일)?\)?)?",
        r"(?:[A-Za-z]+,\s*)?(?P<day>\d{1,2})\.?\s+(?P<name>[^\W\d_]{3,9})\.?,?\s+(?P<year>\d{4})",
        r"(?:[A-Za-z]+,\s*)?(?P<name>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
    )
)
_MONTHS_OTHERWISE = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
"""As German platforms abbreviate them."""
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SERIAL = r"[3-6]\d{4}(?:\.\d+)?"
"""Days since the end of 1899: what a workbook holds where it shows a date."""
_DAY_ZERO = datetime(1899, 12, 30)  # a workbook knows no zone
_LONGEST = 80
YEARS = range(1900, 9000)
"""So that other zones' clocks and days of grace stay within the years that Python has."""
FAR = Text(
    ko="{moment}: 쓸 수 있는 해는 {first}년부터 {last}년까지입니다. 마감이 없다면 이 줄을 지우세요.",
    en="{moment}: years go from {first} to {last} here; where there is no deadline, leave this out",
)


def span(text: str) -> timedelta:
    """`15 minutes`, `2h`, `3 days`, `1 day 12 hours`. Raises BadValue."""
    parts = list(re.finditer(_SPAN, text))
    units = [_OF_UNIT.get(part["unit"].casefold()) for part in parts]
    if not parts or re.sub(_SPAN, "", text).strip(" ,") or not all(units):
        raise BadValue(NO_SPAN, text=text[:_LONGEST])
    return sum(
        (timedelta(**{unit or "": float(part["count"])}) for part, unit in zip(parts, units, strict=True)), timedelta()
    )


def zone(text: str) -> ZoneInfo:
    """Raises BadValue for no time zone of the world's."""
    try:
        return ZoneInfo(text)
    except (ValueError, OSError, LookupError) as error:
        raise BadValue(NO_ZONE, text=text[:_LONGEST]) from error


def moment(text: str, local: tzinfo, *, is_end: bool = False) -> datetime:
    """A moment in whole seconds. What says no zone is `local`; a day alone is its last second, if `is_end`.

    A time that the clock shows twice, or skips, is read in the student's favour: as the later moment for the end of
    something, else as the earlier one. Raises BadValue.
    """
    text = text.strip()
    if re.fullmatch(_SERIAL, text):
        naive = _DAY_ZERO + timedelta(seconds=round(float(text) * 86400))
        naive += timedelta(days=1, seconds=-1) if is_end and text.isdecimal() else timedelta()
        return settled(naive, local, is_end=is_end)
    found = next((match for form in _FORMS if (match := re.fullmatch(form, text[:_LONGEST], re.I))), None)
    try:
        if found is None:
            raise BadValue(NO_MOMENT, text=text[:_LONGEST])
        naive, named = _naive(found, is_end), found["zone"]
        return naive.replace(tzinfo=_offset(named)) if named else settled(naive, local, is_end=is_end)
    except BadValue:
        raise
    except ValueError as error:
        raise BadValue(NO_MOMENT, text=text[:_LONGEST]) from error


def near(moment: datetime) -> datetime:
    """Raises BadValue for one with which nothing can be reckoned, such as 9999-12-31 for no deadline."""
    if moment.year not in YEARS:
        raise BadValue(FAR, moment=moment, first=YEARS[0], last=YEARS[-1])
    return moment


def settled(naive: datetime, local: tzinfo, *, is_end: bool) -> datetime:
    """The moment at which a clock shows this, the later or the earlier one where there are two."""
    both = (naive.replace(tzinfo=local, fold=fold) for fold in (0, 1))
    return (max if is_end else min)(both, key=lambda each: each.astimezone(UTC))


def _naive(found: re.Match[str], is_end: bool) -> datetime:
    said = found.groupdict()
    month = int(said["month"]) if said.get("month") else _month(said["name"])
    day = near(datetime(int(said["year"]), month, int(said["day"])))  # its zone comes after
    if said["hour"] is None:
        if not is_end:
            raise ValueError
        return day.replace(hour=23, minute=59, second=59)
    hour, half = int(said["hour"]), (said["half1"] or said["half2"] or "").upper()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if half in ("PM", "오후") else 0)
    minute, second = int(said["minute"]), int(said["second"] or 0)
    if (hour, minute, second) == (24, 0, 0):  # the day's end, as people write deadlines
        return day + timedelta(days=1)
    return day.replace(hour=hour, minute=minute, second=second)


def _month(name: str) -> int:
    """Raises ValueError."""
    short = name[:3].casefold()
    return _MONTHS.index(_MONTHS_OTHERWISE.get(short, short)) + 1


def _offset(named: str) -> tzinfo:
    if named.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if named.upper() == "KST":
        return timezone(timedelta(hours=9))
    if named[0] in "+-":
        hours, minutes = int(named[1:3]), int(named[-2:])
        return timezone((1 if named[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
    return zone(named)


def utc(moment: datetime) -> datetime:
    """The moment to be compared with others: Python compares two of one zone by the clock's reading."""
    return moment.astimezone(UTC)


def after_days(moment: datetime, days: int) -> datetime:
    """The same time by the clock so many days later, whatever the clock did between."""
    naive = moment.replace(tzinfo=None, fold=0) + timedelta(days=days)
    return settled(naive, moment.tzinfo or UTC, is_end=True)


def later(moment: datetime, by: timedelta) -> datetime:
    """So much later: whole days by the clock, anything else by the time that passes."""
    if by % timedelta(days=1):
        return (moment.astimezone(UTC) + by).astimezone(moment.tzinfo)
    return after_days(moment, by.days)
