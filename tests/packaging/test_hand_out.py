"""Who gets which variant of a quiz: one each, the same in every run, whatever becomes of the roster and the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from proof import examples

from fcnkit.bundles.variant_table import (
    AssignedVariant,
    assign_variants,
    newcomers,
    read_variant_table,
    write_variant_table,
)
from fcnkit.roster import Id, Roster, RosterError, Student

VARIANTS = ["0012345678", "1e23456789", "abcdef0123"]
FILES = {variant: f"quiz-{number:02}.zip" for number, variant in enumerate(VARIANTS, 1)}


def _roster(*people: tuple[str, str]) -> Roster:
    students = [Student(name, line, (Id("number", id),) if id else ()) for line, (name, id) in enumerate(people, 1)]
    return Roster(Path("roster.csv"), tuple(students))


def _again(table: Path, roster: Roster) -> list[AssignedVariant]:
    """One more run of the command."""
    known = read_variant_table(table, VARIANTS)
    rows = assign_variants(newcomers(roster, known), known, VARIANTS)
    write_variant_table(table, rows, FILES)
    return read_variant_table(table, VARIANTS)


@examples(40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=12, unique=True), min_size=1, max_size=4))
def test_nobodys_variant_changes_and_all_variants_are_used_evenly(tmp_path: Path, runs: list[list[int]]) -> None:
    table = tmp_path / "variants.csv"
    table.unlink(missing_ok=True)
    seen: dict[str, str] = {}
    for numbers in runs:
        rows = _again(table, _roster(*(("=김민지", f"{number:08}") for number in numbers)))
        now = {row.id: row.variant for row in rows}
        assert len(now) == len(rows)
        assert {f"{number:08}" for number in numbers} <= now.keys()
        assert seen.items() <= now.items()
        seen = now
    uses = [list(seen.values()).count(variant) for variant in VARIANTS]
    assert max(uses) - min(uses) <= 1


def test_a_table_that_a_spreadsheet_has_saved_is_understood(tmp_path: Path) -> None:
    table = tmp_path / "variants.csv"
    before = _again(table, _roster(("김민지", "00123456"), ("박서준", "")))
    text = table.read_text(encoding="utf-8-sig").replace(",00123456,", ",123456,").replace(",", ";")
    table.write_bytes(text.encode("cp949"))
    after = _again(table, _roster(("박서준", ""), ("김민지", "00123456"), ("박서준 2", "")))
    assert [(row.student, row.variant) for row in after[:2]] == [(row.student, row.variant) for row in before]
    assert len(after) == 3


def test_an_id_that_comes_later_keeps_the_variant(tmp_path: Path) -> None:
    table = tmp_path / "variants.csv"
    _again(table, _roster(("김민지", ""), ("박서준", "")))
    assert len(_again(table, _roster(("김민지", "20231234"), ("박서준", "")))) == 2


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "line 1: not the table that this command wrote"),
        ("이름,학번\n김민지,1\n", "line 1: not the table that this command wrote"),
        ("student,id,file,variant\n김민지,1,a.zip,vffff\n", "line 2: 김민지 has the variant 'ffff', of which nothing"),
        ("student,id,file,variant\n김민지,2.024E+09,a.zip,vabcdef0123\n", "line 2: a spreadsheet has rounded an id"),
    ],
)
def test_a_table_that_cannot_be_trusted_is_refused(tmp_path: Path, content: str, complaint: str) -> None:
    table = tmp_path / "variants.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(RosterError, match=complaint):
        read_variant_table(table, VARIANTS)


def test_namesakes_are_not_guessed_apart(tmp_path: Path) -> None:
    table = tmp_path / "variants.csv"
    known = _again(table, _roster(("박서준", "")))
    with pytest.raises(RosterError, match="several are called '박서준'"):
        newcomers(_roster(("박서준", "20231235"), ("박서준", "20231236")), known)
