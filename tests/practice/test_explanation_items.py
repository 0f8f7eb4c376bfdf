"""Short explanations: their rubrics, where they stand, and what could be wrong with one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from this_course import ITEMS, REGISTRY, read_blueprint, sets_of

from fcnkit.practice import explanations
from fcnkit.practice.answers import Explanation, misconception
from fcnkit.practice.criteria import Criterion, criterion, shared_out
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import explain, say
from fcnkit.practice.export_sets import ExportRequest, export
from fcnkit.practice.item import Item, Question, nothing_to_compute, sample
from fcnkit.practice.pools import pool_set
from fcnkit.practice.validate import faults
from fcnkit.practice.writers import Format
from fcnkit.practice.written import read_written
from fcnkit.text import same

EXPLAINED = [item for item in ITEMS.values() if item.kind == "explanation"]
BLUEPRINT = """
title = { ko = "연습", en = "Practice" }
points = 12
[[sections]]
title = { ko = "1부", en = "Part 1" }
book = "closed"
minutes = 30
[[sections.items]]
topic = "fcn"
difficulty = 2
kind = "explanation"
count = 2
points = 5
[[sections.items]]
topic = "terminology"
difficulty = 2
points = 2
"""


def _criteria(*points: float) -> tuple[Criterion, ...]:
    return tuple(criterion(each, ko=f"가{'나' * place}", en=f"a{'b' * place}") for place, each in enumerate(points))


@pytest.mark.parametrize(
    ("own", "points", "shared"),
    [
        ((2, 1, 1), 4, [2, 1, 1]),
        ((2, 1, 1), 8, [4, 2, 2]),
        ((2, 1, 1), 5, [2.5, 1.5, 1]),
        ((1, 1, 1), 1, [0.5, 0.5, 0]),
        ((2, 2), 3, [1.5, 1.5]),
        ((2, 1, 1), 7, [3.5, 2, 1.5]),
    ],
)
def test_points_are_shared_out_in_halves_and_add_up(own: tuple[float, ...], points: int, shared: list[float]) -> None:
    assert [each.points for each in shared_out(_criteria(*own), points)] == shared
    assert sum(shared) == points


def test_a_set_has_explanations_where_it_asks_for_them_and_nowhere_else(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    path.write_text(BLUEPRINT, encoding="utf-8")
    blueprint, source = read_blueprint(path)
    for practice_set in sets_of(blueprint, 7, 6):
        first, second, third = practice_set.entries
        assert {ITEMS[each.problem.item].topic for each in (first, second)} == {"fcn"}
        for entry in (first, second):
            assert isinstance(entry.problem.answer, Explanation)
            assert sum(each.points for each in entry.problem.answer.criteria) == 5
        assert ITEMS[third.problem.item].kind == "checked"
    pools = pool_set(REGISTRY, blueprint, source, 7, 4)
    kinds = [{ITEMS[entry.problem.item].kind for entry in section.entries} for section in pools.sections]
    assert kinds == [{"explanation"}, {"explanation"}, {"checked"}]


def test_no_set_of_the_courses_own_blueprint_waits_for_a_person() -> None:
    blueprint, _ = read_blueprint(None)
    assert {ITEMS[each.problem.item].kind for each in next(sets_of(blueprint, 3, 1)).entries} == {"checked"}


def test_no_platforms_report_tells_whether_an_explanation_was_right(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    path.write_text(BLUEPRINT, encoding="utf-8")
    (practice_set,) = sets_of(read_blueprint(path)[0], 7, 1)
    order = ExportRequest(7, (Format.MOODLE, Format.QTI), ("en",))
    assert [*export(order, [practice_set], 1, tmp_path / "out", 1)]
    checked = {each.problem.item for each in practice_set.entries if ITEMS[each.problem.item].kind == "checked"}
    assert read_written(tmp_path / "out").items == checked


def test_a_class_is_marked_by_one_rubric() -> None:
    for item in EXPLAINED:
        assert [*explanations.unlike(item, [sample(item, str(seed)) for seed in range(6)])] == []


def test_what_is_wrong_with_an_explanation_is_told() -> None:
    whole = _problem()
    assert [*explanations.faults(whole, _answer())] == []
    long = say(ko="하나. 둘. 셋. 넷. 다섯.", en="One. Two. Three. Four. Five.")
    assert "5 sentences" in " ".join(explanations.faults(replace(whole, solution=(long,)), _answer()))
    brackets = replace(_answer(), criteria=(*_criteria(1), criterion(1, ko="답은 (3)", en="It is (3)")))
    assert "would be taken for points" in " ".join(explanations.faults(whole, brackets))
    assert "1 criteria" in " ".join(explanations.faults(whole, replace(_answer(), criteria=_criteria(2))))
    assert "misconceptions: []" in " ".join(explanations.faults(whole, replace(_answer(), misconceptions=())))


def test_an_item_whose_kind_is_not_that_of_its_answer_is_told() -> None:
    item = Item("fcn", 1, 1, "closed", Random.random, lambda _: _question(), nothing_to_compute)
    assert any("of the kind checked" in each for each in faults(item, sample(item, "1")))


def _answer() -> Explanation:
    wrong = misconception("same", same("x"), ko="아닙니다.", en="It is not.")
    return Explanation(_criteria(1, 1), (wrong,))


def _question() -> Question:
    return Question((explain(ko="왜", en="Why?"),), _answer(), (say(ko="하나. 둘.", en="One. Two."),))


def _problem() -> Problem:
    question = _question()
    return Problem("uid", "item", "fcn", 1, 1, "closed", question.text, _answer(), question.steps)
