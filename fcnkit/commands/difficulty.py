"""`fcnkit difficulty`: how hard practice items are, by what students did with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fcnkit.commands.console import say
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Course
from fcnkit.errors import UserError
from fcnkit.practice.registry import load_registry
from fcnkit.practice.responses import read_responses
from fcnkit.practice.written import read_written
from fcnkit.spreadsheet import as_csv
from fcnkit.teaching.item_difficulty import ENOUGH, Interval, ItemDifficulty, difficulties
from fcnkit.text import Lang, Text

TABLE = "difficulty.csv"
COLUMNS = (
    "item", "difficulty", "proposed", "students", "facility", "facility_low", "facility_high", "discrimination",
    "discrimination_low", "discrimination_high", "logit", "logit_low", "logit_high", "look_at_it", "remarks",
)  # fmt: skip
EXISTS = Text(
    ko="{path}: 이미 있습니다. --out에 다른 이름을 쓰세요.", en="{path}: is there already; name another --out"
)
WRITTEN = Text(
    ko="문항 {items}개, 학생 {students}명, 다른 난이도를 권하는 문항 {proposed}개, 살펴볼 문항 {flagged}개: {path}",
    en="Items: {items}, students: {students}, with another difficulty proposed: {proposed}, to look at: {flagged}. See "
    "{path}",
)
NO_MODEL = Text(
    ko="라슈 모형에는 자료가 모자랍니다. 문항마다 학생 {enough}명이 필요하고, 같은 학생이 여러 문항을 풀어야 합니다. "
    "문항의 난이도는 정답률로만 보았습니다.",
    en="Too little for the Rasch model, which needs {enough} students for each item, and students whom items have in "
    "common; difficulties are told by the share of right answers alone.",
)
UNKNOWN = Text(ko="이 과목에 없는 문항: {items}", en="Items that the course does not have: {items}")


def difficulty(course: Course, files: Sequence[Path], practice: Path | None, out: Path | None) -> None:
    """Write the table and say what it tells. Raises UserError, and writes nothing, for a file that is no such."""
    lang, path = detect_lang(), out or Path(TABLE)
    if path.exists():
        raise UserError(EXISTS, path=path)
    written = None if practice is None else read_written(practice)
    responses = [response for file in files for response in read_responses(file, written)]
    items = load_registry(course).items
    found = difficulties(responses, {item.id: item.difficulty for item in items.values()})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(table(found, lang), encoding="utf-8", newline="")
    said = WRITTEN.format(
        items=len(found),
        students=len({response.student for response in responses}),
        proposed=sum(each.proposed is not None for each in found),
        flagged=sum(each.is_flagged for each in found),
        path=path,
    )
    say(said[lang])
    if all(each.logit is None for each in found):
        say(NO_MODEL.format(enough=ENOUGH)[lang])
    if unknown := [each.item for each in found if each.difficulty is None]:
        say(UNKNOWN.format(items=", ".join(unknown))[lang])


def table(found: Sequence[ItemDifficulty], lang: Lang) -> str:
    """All figures as CSV for Excel; empty where something cannot be told."""
    return as_csv(COLUMNS, (_row(each, lang) for each in found))


def _row(item: ItemDifficulty, lang: Lang) -> tuple[str | float | None, ...]:
    return (
        item.item, item.difficulty, item.proposed, item.count,
        _rounded(item.facility), *_interval(item.facility_interval),
        _rounded(item.discrimination), *_interval(item.discrimination_interval),
        _rounded(item.logit), *_interval(item.logit_interval),
        "x" if item.is_flagged else "", " ".join(remark[lang] for remark in item.remarks),
    )  # fmt: skip


def _interval(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else (_rounded(interval[0]), _rounded(interval[1]))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
