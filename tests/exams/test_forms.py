"""All forms are one exam: the same items and right answers, in other orders or with other numbers."""

from __future__ import annotations

import re
from itertools import product
from random import Random

import pytest
from exam_of_course import made

from fcnkit.commands.exam_request import form_names
from fcnkit.errors import UserError
from fcnkit.exams.build_exam import Built
from fcnkit.exams.forms import with_other_order
from fcnkit.exams.seats import Seat, drawn, form_at
from fcnkit.practice.answers import Choice, Matching, MixUp, Option
from fcnkit.practice.document_blocks import Paragraph
from fcnkit.practice.item import answer_value
from fcnkit.practice.registry import Registry
from fcnkit.text import LANGS, same


def _said(form):
    return {entry.problem.item: (entry.points, answer_value(entry.problem.answer)) for entry in form.entries}


def test_forms_have_the_same_items_points_and_answers_in_other_orders(registry: Registry) -> None:
    first, *others = made(registry)
    for other in others:
        assert [entry.problem.item for entry in other.entries] != [entry.problem.item for entry in first.entries]
        assert [len(section.entries) for section in other.sections] == [len(s.entries) for s in first.sections]
        assert [entry.number for entry in other.entries] == list(range(1, len(list(first.entries)) + 1))
        assert _said(other).keys() == _said(first).keys()
        for item, (points, value) in _said(other).items():
            its_points, its_value = _said(first)[item]
            assert points == its_points
            assert value == its_value or {*value} == {*its_value}  # a matching, whose prompts are in another order


def test_pages_call_a_question_by_its_topic_and_name(registry: Registry, built: Built) -> None:
    for form in built.exam.forms:
        for question in form.questions:
            item = registry.items[question.item]
            assert item.name is not None
            for lang in LANGS:
                assert question.title[lang] == f"{registry.topics[item.topic][lang]} · {item.name[lang]}"


def test_every_item_has_a_name_that_no_other_of_its_topic_has(registry: Registry) -> None:
    for lang in LANGS:
        named = [(item.topic, item.name[lang]) for item in registry.items.values() if item.name]
        assert len({*named}) == len(registry.items)


def test_other_numbers_leave_items_and_words_as_they_are(registry: Registry) -> None:
    first, other = made(registry, names="AB", numbers=True)
    uids = {entry.problem.item: entry.problem.uid for entry in first.entries}
    made(registry, seed=7, names="AB", numbers=True)  # whose first draws tell each other's answers
    kept = [entry.problem.item for entry in other.entries if uids[entry.problem.item] == entry.problem.uid]
    assert kept
    assert all(registry.items[item].in_words for item in kept)


def test_the_same_seed_gives_the_same_exam_and_another_seed_another_one(registry: Registry) -> None:
    asked = [[(entry.problem.uid, entry.problem.answer) for entry in form.entries] for form in made(registry)]
    assert [[(entry.problem.uid, entry.problem.answer) for entry in form.entries] for form in made(registry)] == asked
    assert [(entry.problem.uid, entry.problem.answer) for entry in made(registry, seed=8)[0].entries] != asked[0]


def test_a_matching_keeps_its_pairs_and_mix_ups() -> None:
    texts = [same(name) for name in "abcdef"]
    answer = Matching(tuple(texts[:3]), tuple(texts[3:]), (2, 0, 1), (MixUp(((0, 1),), same("why")),))
    for seed in range(20):
        other = with_other_order(answer, Random(seed))
        assert isinstance(other, Matching)
        pairs = dict(zip(other.prompts, other.matched, strict=True))
        assert pairs == dict(zip(answer.prompts, answer.matched, strict=True))
        ((prompt, option),) = other.mix_ups[0].pairs
        assert (other.prompts[prompt], other.options[option]) == (texts[0], texts[4])


def test_options_move_with_their_reasons() -> None:
    options = tuple(Option(n, Paragraph(same(n)), None if n == 2 else same(f"why {n}")) for n in range(4))
    seen = {with_other_order(Choice(options), Random(seed)) for seed in range(20)}
    assert len(seen) > 1
    for choice in seen:
        assert isinstance(choice, Choice)
        assert choice.options[choice.correct].value == 2
        assert {*choice.options} == {*options}


@pytest.mark.parametrize("forms", range(2, 8))
def test_neighbours_have_different_forms(forms: int) -> None:
    askew = product((-1, 0, 1), repeat=2) if forms > 3 else [(0, 1), (1, 0), (0, -1), (-1, 0)]
    near = [step for step in askew if step != (0, 0)]
    for row, column in product(range(1, 9), repeat=2):
        own = form_at(Seat(row, column), forms)
        assert all(form_at(Seat(row + down, column + right), forms) != own for down, right in near)


def test_seats_are_drawn_and_named() -> None:
    assert drawn("abcdefgh", 1) != [*"abcdefgh"]
    assert sorted(drawn("abcdefgh", 1)) == [*"abcdefgh"]
    assert [Seat(0, 0).name, Seat(25, 6).name, Seat(26, 0).name] == ["A1", "Z7", "AA1"]


def test_every_mark_has_a_key_that_its_bubbles_can_say(built: Built) -> None:
    for form in built.exam.forms:
        for question in form.questions:
            for mark in question.marks:
                if mark.kind == "choice":
                    assert mark.key in mark.groups[0].values
                elif mark.kind != "written":
                    columns = [group.side for group in mark.groups if len(group.values) == 10]
                    for side, number in enumerate(mark.key.split(",")):
                        assert re.fullmatch(r"-?\d+", number)
                        assert len(number.lstrip("-")) <= columns.count(side)
            for mistake in question.mistakes:
                assert len(mistake.given) == len(question.marks)


def test_bubbles_are_apart_and_inside_the_frame(built: Built) -> None:
    for form in built.exam.forms:
        for page in range(form.pages):
            marks = [mark for question in form.questions for mark in question.marks if mark.page == page]
            marks += [form.number] if form.number and page == 0 else []
            spots = [spot for mark in marks for group in mark.groups for spot in group.spots]
            assert all(15 < x < 195 and 30 < y < 276 for x, y in spots)
            ordered = sorted(spots)
            for place, (x, y) in enumerate(ordered):
                near = [spot for spot in ordered[place + 1 : place + 60] if spot[0] - x < 4 and abs(spot[1] - y) < 4]
                assert not near


@pytest.mark.parametrize("text", ["", "A,a", "A,,B", "A,B/../C", ",".join("ABCDEFGHI")])
def test_names_of_forms_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(UserError, match="--forms"):
        form_names(text)
