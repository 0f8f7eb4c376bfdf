"""Practice items for what a class is to be taught again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fcnkit.course import Course
from fcnkit.practice.answers import Choice
from fcnkit.practice.item import Sample, sample
from fcnkit.practice.mistakes import items_by_mistake, mistakes_shown, showing
from fcnkit.practice.registry import load_registry
from fcnkit.teaching.reteach import EACH, practice_for

ROOT = Path(__file__).parents[2]


def test_two_items_show_a_mistake_and_the_next_one_gets_others() -> None:
    mistakes = ["objectness-forgotten", "boxes-forgotten"]
    found = practice_for(Course(ROOT), mistakes, "en")
    assert [len(found[each]) for each in mistakes] == [EACH, EACH]
    assert len({html for items in found.values() for html in items}) == 2 * EACH
    assert found == practice_for(Course(ROOT), mistakes, "en")


@pytest.mark.parametrize("mistake", ["kernel-flipped", "objectness-forgotten", "bias-forgotten"])
def test_every_item_of_a_mistake_has_a_draw_that_shows_it(mistake: str) -> None:
    for item in items_by_mistake(load_registry(Course(ROOT)))[mistake]:
        problem = showing(item, mistake, "seed")
        assert problem is not None


def test_an_option_that_is_not_offered_is_not_shown() -> None:
    choices = [drawn for item in load_registry(Course(ROOT)).items.values() if is_choice(drawn := sample(item, "1"))]
    assert choices
    for drawn in choices:
        offered = {repr(option.value) for option in drawn.problem.answer.options}  # type: ignore[union-attr]
        left = {each.id for each in drawn.question.answer.distractors if repr(each.value) not in offered}  # type: ignore[union-attr]
        same = {each.id for each in drawn.question.answer.distractors if repr(each.value) in offered}  # type: ignore[union-attr]
        assert not mistakes_shown(drawn) & (left - same)


def is_choice(drawn: Sample[Any]) -> bool:
    return isinstance(drawn.problem.answer, Choice)


def test_a_course_without_items_has_none(tmp_path: Path) -> None:
    assert practice_for(Course(tmp_path), ["kernel-flipped"], "ko") == {}


def test_items_that_cannot_be_read_stop_no_page(tmp_path: Path) -> None:
    (tmp_path / "autograder" / "practice" / "broken").mkdir(parents=True)
    assert practice_for(Course(tmp_path), ["kernel-flipped"], "ko") == {}
