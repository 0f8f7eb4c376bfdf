"""What a blueprint asks for, sets hold; what cannot be met is told with its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from this_course import COURSE, ITEMS, REGISTRY, compose, practice_sets, read_blueprint

from fcnkit.practice import validate_sets
from fcnkit.practice.answers import Matching
from fcnkit.practice.blueprint import BlueprintError
from fcnkit.practice.compose import SetSpec, clash, leaks_answer
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.item import sample
from fcnkit.practice.selection import check_items, left_out
from fcnkit.practice.takers import Taker

DEFAULT = COURSE.blueprint.read_text(encoding="utf-8")
MINJI, EMILY = Taker("김민지", "김민지"), Taker("Emily Carter", "20231235")
SMALL = """
title = { ko = "연습", en = "Practice" }
points = 10

[[sections]]
title = { ko = "오픈 북", en = "Open book" }
book = "open"
minutes = 20

[[sections.items]]
topic = "yolo-output"
difficulty = 2
count = 2
points = 5
"""


@pytest.mark.parametrize(
    ("found", "written", "line", "complaint"),
    [
        ("yolo-output", "yolo", 11, r"unknown topic 'yolo'; write one of: .*yolo-output"),
        ("points = 10", "points = 12", 3, r"points = 12, but the items' add up to 10"),
        (
            "count = 2\npoints = 5",
            "count = 50\npoints = 1",
            13,
            r"50 items wanted on yolo-output .*, but only",
        ),
        ("difficulty = 2", "difficulty = 3", 13, r"only 0 left; .*others on this topic: \d+ \(closed book"),
        ("minutes = 20", "minutes = 2", 8, r"can take \d+ minutes, more than minutes = 2"),
        ("difficulty = 2", "difficulty = 9", 12, r"difficulty: 9 is too large; write 3 or less"),
        ("difficulty = 2", "dificulty = 2", 12, r"dificulty: unknown key"),
        ('book = "open"', 'book = "ajar"', 7, "\"ajar\" is not among what can stand here; write 'closed' or 'open'"),
        ('ko = "연습", ', "", 2, r"title.ko: missing"),
        ('ko = "연습"', 'ko = ""', 2, r"title: text has no 'ko' version"),
        ('topic = "yolo-output"\n', "", 10, r"topic: missing; write topic and difficulty here, or item = "),
        ('topic = "yolo-output"', 'item = "yolo-depth"', 13, r"count: the item is named already"),
        ("points = 5", 'points = 5\nmust = ["yolo"]', 15, r"must: no item 'yolo'; names like it: .*yolo-depth"),
        ("points = 5", 'points = 5\nmust = ["yolo-depth"]', 15, r"must: yolo-depth is of open book, .*difficulty 1"),
        (
            "points = 10",
            'points = 10\nnever = ["yolo-dept"]',
            4,
            r"never: no item 'yolo-dept'; names like it: yolo-depth",
        ),
        ("points = 5", "points = 5\nweights = { yolo-classes = 0 }", 15, r"weights.*greater than 0"),
        ("points = 5", 'points = 5\nweights = { yolo-classes = "3" }', 15, r"weights.*no number; .* not \"3\""),
        ("points = 5", "points = 5\nweights = { yolo-classes = true }", 15, r"weights.*no number; .* not true"),
        ('en = "Practice"', 'en = "Practice for $5"', 2, r"title: .*without its partner"),
        ('{ ko = "연습", en = "Practice" }', '"Practice"', 2, r"title: no text in both languages"),
        ('en = "Practice"', 'en = "Practice", de = "Ü"', 2, r"title\.de: unknown language; write ko and en alone"),
        ('"연습"', "3", 2, r"title\.ko: no text; write it in quotation marks"),
        ("count = 2", 'count = "2"', 13, r"count: no whole number; write one without quotation marks"),
        ("count = 2", "count = 2.0", 13, r"count: no whole number"),
        ("points = 10", "points = true", 3, r"points: no whole number"),
        ("[[sections]]", "[sections]", 5, r"sections: no list; head each one with \[\[sections\]\]"),
        ("[[sections.items]]", "[[items]]", 10, r"items: unknown key"),
        ("count = 2", "count = 2\ncount = 2", 14, r"not valid TOML: this key stands twice in its table"),
        ('"open"', "open", 7, r"not valid TOML: no value; text stands in quotation marks"),
    ],
)
def test_what_cannot_be_met_is_told_with_its_line(
    tmp_path: Path, found: str, written: str, line: int, complaint: str
) -> None:
    points = SMALL.replace("points = 10", "points = 50") if "count = 50" in written else SMALL
    path = tmp_path / "blueprint.toml"
    path.write_text(points.replace(found, written, 1), encoding="utf-8")
    with pytest.raises(BlueprintError, match=complaint) as caught:
        check_items(REGISTRY, *read_blueprint(path))
    told = re.search(r"blueprint\.toml, line (\d+): ", str(caught.value))
    assert told is not None, caught.value
    assert int(told[1]) == line, caught.value


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, len(DEFAULT.splitlines()) - 1),
    line=st.one_of(
        st.sampled_from(["", "[[sections]]", "[sections]", "sections = 3", "points = -1", "title = 7", "items = [1]"]),
        st.builds(
            "{} = {}".format, st.sampled_from(["topic", "book", "count", "minutes", "note"]), st.text(max_size=9)
        ),
    ),
)
def test_whatever_stands_in_a_line_is_read_or_told_with_a_line(tmp_path: Path, at: int, line: str) -> None:
    lines = DEFAULT.splitlines()
    lines[at] = line
    path = tmp_path / "blueprint.toml"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    try:
        check_items(REGISTRY, *read_blueprint(path))
    except BlueprintError as error:
        assert re.search(r"blueprint\.toml(, line \d+)?: ", str(error))  # noqa: PT017  # it may be right, too


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    path.write_text(SMALL.replace("points = 10", "points = "), encoding="utf-8")
    with pytest.raises(BlueprintError, match=r"line 3: not valid TOML"):
        read_blueprint(path)


def test_windows_editor_may_put_its_mark_in_front(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    path.write_text(SMALL, encoding="utf-8-sig")
    assert read_blueprint(path)[0].points == 10


def test_a_blueprint_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BlueprintError, match=r"not UTF-8"):
        read_blueprint(path)


def test_the_second_section_has_lines_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    before, heading, after = DEFAULT.rpartition('topic = "cnn-building-blocks"')
    path.write_text(f'{before}topic = "cars"{after}', encoding="utf-8")
    with pytest.raises(BlueprintError, match=rf"line {before.count(chr(10)) + 1}: unknown topic 'cars'"):
        read_blueprint(path)
    assert heading


def test_more_sets_than_there_are_different_ones_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    few = SMALL.replace("yolo-output", "fcn").replace("difficulty = 2", "difficulty = 1").replace("open", "closed")
    path.write_text(few.replace("count = 2", "count = 1").replace("points = 5", "points = 10"), encoding="utf-8")
    blueprint, source = read_blueprint(path)
    with pytest.raises(Exception, match=r"only [\d,]+ different sets can be made"):
        list(practice_sets(blueprint, source, 1, 5000, []))


def test_the_default_is_the_exam_of_the_lecture() -> None:
    blueprint, source = read_blueprint(None)
    check_items(REGISTRY, blueprint, source)
    assert blueprint.points == 100
    assert [section.book for section in blueprint.sections] == ["closed", "open"]
    for seed in range(5):
        entries = compose(blueprint, seed, SetSpec("set", None, "1")).sections[0].entries
        assert sum(isinstance(entry.problem.answer, Matching) for entry in entries) == 1
    topics = {ITEMS[slot.item].topic if slot.item else slot.topic for part in blueprint.sections for slot in part.items}
    assert topics == set(REGISTRY.topics)


def test_sets_differ_are_equally_difficult_and_hold_no_item_twice() -> None:
    blueprint, source = read_blueprint(None)
    sets = [*practice_sets(blueprint, source, 7, 12, [])]
    assert len({tuple(entry.problem.uid for entry in each.entries) for each in sets}) == 12
    profiles = [Counter((e.problem.book, e.problem.topic, e.problem.difficulty) for e in each.entries) for each in sets]
    assert all(profile == profiles[0] for profile in profiles)
    for each in sets:
        items = [entry.problem.item for entry in each.entries]
        assert len(items) == len(set(items)) == 22
        assert [entry.number for entry in each.entries] == [*range(1, 23)]
        assert each.points == 100


def test_no_problem_says_what_another_one_of_the_set_asks_for() -> None:
    blueprint, source = read_blueprint(None)
    for each in practice_sets(blueprint, source, 7, 20, []):
        problems = [entry.problem for entry in each.entries]
        assert not [(a.item, b.item) for a, b in permutations(problems, 2) if leaks_answer(a, b) or clash(a, b)]
    assert list(validate_sets.faults(REGISTRY, 10)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yolo-number-meaning", "bounding-box"),
        ("parameter-or-hyperparameter", "hyperparameter"),
        ("network-kind", "mlp"),
        ("upsampling-layer", "max-pooling"),
    ],
)
def test_a_definition_that_tells_an_answer_clashes_with_its_question(one: str, other: str) -> None:
    defined = (sample(ITEMS["term-of-definition"], str(seed)) for seed in range(1000))
    problem = next(each.problem for each in defined if each.numbers.asked == other)
    assert clash(sample(ITEMS[one], "0").problem, problem)


def test_an_abbreviation_keeps_its_full_name_secret() -> None:
    secrets = {sample(ITEMS["abbreviation"], str(seed)).problem.must_not_appear for seed in range(40)}
    assert {names[0] for names in secrets} >= {"Fully convolutional network", "Multi-layer perceptron"}


def test_what_the_lecturer_announced_is_in_every_default_set() -> None:
    blueprint, source = read_blueprint(None)
    announced = {"yolo-name", "network-kind", "parameter-or-hyperparameter", "yolo-depth", "tuple-concatenation"}
    by_hand = {"transposed-with-stride", "transposed-three-by-three"}
    for each in practice_sets(blueprint, source, 3, 10, []):
        items = {entry.problem.item for entry in each.entries}
        assert announced <= items
        assert items & by_hand
    assert left_out(REGISTRY, blueprint) == []


WEIGHTS = 'points = 5\nmust = ["yolo-classes"]\nnever = ["yolo-label"]\nweights = { yolo-centre = 50 }'


def test_a_blueprint_says_which_items_must_may_and_may_not_come(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    path.write_text(SMALL.replace("points = 5", WEIGHTS), encoding="utf-8")
    blueprint, source = read_blueprint(path)
    check_items(REGISTRY, blueprint, source)
    drawn_items = Counter(
        entry.problem.item
        for seed in range(40)
        for entry in compose(blueprint, seed, SetSpec("set", None, "1")).entries
    )
    assert drawn_items["yolo-classes"] == 40
    assert drawn_items["yolo-label"] == 0
    assert 25 < drawn_items["yolo-centre"] < 40
    assert "yolo-label" in left_out(REGISTRY, blueprint)
    assert "yolo-centre" not in left_out(REGISTRY, blueprint)


def test_an_item_can_be_asked_for_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "blueprint.toml"
    named = SMALL.replace(
        'topic = "yolo-output"\ndifficulty = 2\ncount = 2\npoints = 5', 'item = "yolo-depth"\npoints = 10'
    )
    path.write_text(named, encoding="utf-8")
    blueprint, source = read_blueprint(path)
    check_items(REGISTRY, blueprint, source)
    assert [entry.problem.item for entry in compose(blueprint, 1, SetSpec("set", None, "1")).entries] == ["yolo-depth"]


def test_the_same_seed_gives_the_same_sets_and_another_one_others() -> None:
    blueprint, source = read_blueprint(None)
    one, again, other = (_draws(practice_sets(blueprint, source, seed, 2, [])) for seed in (5, 5, 6))
    assert one == again != other


def test_more_sets_leave_the_first_ones_as_they_were() -> None:
    blueprint, source = read_blueprint(None)
    few, many = (_draws(practice_sets(blueprint, source, 5, sets, [])) for sets in (2, 5))
    assert many[:2] == few


def test_who_joins_later_changes_nobodys_set() -> None:
    blueprint, source = read_blueprint(None)
    before = list(practice_sets(blueprint, source, 5, 1, [MINJI, EMILY]))
    after = list(practice_sets(blueprint, source, 5, 1, [Taker("박서준", "박서준"), MINJI, EMILY]))
    assert _draws(after[1:]) == _draws(before)
    assert [each.name for each in before] == ["김민지", "Emily Carter"]


def _draws(sets: Iterable[PracticeSet]) -> list[list[str]]:
    return [[entry.problem.uid for entry in each.entries] for each in sets]
