"""`fcnkit practice --focus`: sets aimed at what each student got wrong or left out, equally hard and reproducible."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from graded_terms import COURSE, answered, graded

from fcnkit.cli import main
from fcnkit.commands.term import read_classes
from fcnkit.grading.results import Status
from fcnkit.misconception import load
from fcnkit.practice.blueprint import read_blueprint
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.document_blocks import iter_texts
from fcnkit.practice.focus_notes import Focus, Reason
from fcnkit.practice.focused_sets import focused_sets
from fcnkit.practice.item import Item, sample
from fcnkit.practice.mistakes import items_by_mistake, mistakes_shown
from fcnkit.practice.registry import load_registry
from fcnkit.practice.takers import Taker
from fcnkit.teaching.needs_of_students import takers_of
from fcnkit.text import Text

REGISTRY = load_registry(COURSE)
BLUEPRINT, SOURCE = read_blueprint(None, REGISTRY)
OPTIONS = ("practice", "--seed", "5", "--format", "moodle", "--lang", "en")


@pytest.fixture(scope="module")
def shown_by() -> dict[str, tuple[Item[object], ...]]:
    return dict(items_by_mistake(REGISTRY))


def reason(id: str) -> Reason:
    return Reason(Text(ko=f"이름 {id}", en=f"name {id}"), Text(ko="과제 01의 q3", en="assignment 01, q3"))


def sets_of(
    focuses: dict[str, Focus], shown_by: dict[str, tuple[Item[object], ...]], seed: int = 5
) -> list[PracticeSet]:
    takers = {Taker(name, name): focus for name, focus in focuses.items()}
    return list(focused_sets(REGISTRY, BLUEPRINT, SOURCE, seed, takers, shown_by))


def simulated(shown_by: dict[str, tuple[Item[object], ...]], count: int) -> dict[str, Focus]:
    """Students with up to five of the mistakes of 01, 02 and 04 that any item can show."""
    suites = [COURSE.assignment(number).paths.suite for number in ("01", "02", "04")]
    known = [each.id for suite in suites for each in load(suite) if each.id in shown_by]
    rng = Random(3)
    held = [rng.sample(known, rng.randint(1, 5)) for _ in range(count)]
    return {f"s{number}": Focus({id: reason(id) for id in ids}) for number, ids in enumerate(held)}


def explained(practice_set: PracticeSet) -> str:
    return " ".join(text["en"] for entry in practice_set.entries for text in iter_texts(entry.problem.solution))


def test_each_students_set_shows_their_mistakes_and_all_are_equally_hard(
    shown_by: dict[str, tuple[Item[object], ...]],
) -> None:
    focuses = simulated(shown_by, 12)
    shapes, covered, named = set(), 0, 0
    for practice_set, focus in zip(sets_of(focuses, shown_by), focuses.values(), strict=True):
        said = explained(practice_set)
        here = [f"name {id}" in said for id in focus.mistakes]
        covered, named = covered + sum(here), named + len(here)
        assert len({entry.problem.item for entry in practice_set.entries}) == len(list(practice_set.entries))
        for section in practice_set.sections:
            assert sum(entry.problem.minutes for entry in section.entries) <= section.minutes
        shapes.add(
            tuple(
                tuple(sorted((entry.problem.difficulty, entry.points) for entry in section.entries))
                for section in practice_set.sections
            )
        )
    assert covered >= 0.95 * named
    assert len(shapes) == 1


def test_terms_that_the_quiz_found_mixed_up_are_practised(shown_by: dict[str, tuple[Item[object], ...]]) -> None:
    terms = sys.modules[REGISTRY.items["match-terms"].draw.__module__].TERMS
    sheet = terms.sheet
    mixed_up = [(one, sheet[other]) for one in sheet for other in sheet.confused_with(one)]
    apart = {sheet.mix_up_id(*pair) for pair in mixed_up if terms.are_apart(*pair)}
    quiz = {each.id for each in load(COURSE.assignment("05").paths.suite)}
    assert len(apart) >= 40
    assert apart <= quiz
    assert len(apart & shown_by.keys()) >= 0.95 * len(apart)
    assert REGISTRY.items["network-kind"] in shown_by["fcn-or-mlp"]
    rare = "mask-or-bounding-box"  # in few draws of few items
    (practice_set,) = sets_of({"a": Focus({rare: reason(rare)})}, shown_by)
    assert f"name {rare}" in explained(practice_set)


def test_mistakes_beside_which_nothing_can_stand_are_left_out(shown_by: dict[str, tuple[Item[object], ...]]) -> None:
    clashing = ["parameter-or-hyperparameter", "stride-on-rows-only", "classes-shared", "kept-below-threshold"]
    focus = Focus({id: reason(id) for id in (*clashing, "objectness-last")})
    (practice_set,) = sets_of({"s24": focus}, shown_by)  # with all of them, no set could be made
    assert sum(f"name {id}" in explained(practice_set) for id in focus.mistakes) >= 3


def test_what_a_set_does_not_practise_is_said(shown_by: dict[str, tuple[Item[object], ...]]) -> None:
    known = [id for id in sorted(shown_by) if re.fullmatch(r"[a-z-]+", id)][:60]
    many = Focus({id: reason(id) for id in [*known, "nobody-asks-this"]})
    (crowded, plain) = sets_of({"a": many, "b": Focus({"nobody-asks-this": reason("nobody-asks-this")})}, shown_by)
    note = crowded.sections[0].note
    assert note is not None
    assert "**Mix-ups without a practice item** name nobody-asks-this." in note.en
    assert "**Mix-ups for which this set has no room** name " in note.en
    for id in many.mistakes:
        named = re.compile(rf"name {id}(?![\w-])")
        assert bool(named.search(explained(crowded))) != bool(named.search(note.en)), id
    assert plain.sections[0].note is not None
    assert "no room" not in plain.sections[0].note.en
    (nothing,) = sets_of({"c": Focus()}, shown_by)
    assert nothing.sections[0].note == BLUEPRINT.sections[0].note


def drawn(sets: list[PracticeSet]) -> list[list[str]]:
    return [[entry.problem.uid for entry in each.entries] for each in sets]


def test_the_same_seed_gives_the_same_sets_whoever_joins(shown_by: dict[str, tuple[Item[object], ...]]) -> None:
    focuses = simulated(shown_by, 3)
    first = sets_of(focuses, shown_by)
    assert drawn(sets_of({"new": Focus(), **focuses}, shown_by)[1:]) == drawn(first)
    assert drawn(sets_of(focuses, shown_by, seed=6)) != drawn(first)


def test_a_note_says_where_it_went_wrong_and_not_what_before_it_is_answered(
    shown_by: dict[str, tuple[Item[object], ...]],
) -> None:
    focus = Focus({"kernel-flipped": reason("kernel-flipped")}, {"yolo-depth": Text(ko="과제 02의 q1", en="02, q1")})
    (practice_set,) = sets_of({"a": focus}, shown_by)
    notes = Counter[str]()
    for entry in practice_set.entries:
        first, *_ = iter_texts(entry.problem.question)
        notes["mistake"] += "assignment 01, q3" in first["en"]
        notes["left"] += "02, q1" in first["en"]
        notes["why"] += "**Why this is here**" in first["en"]
        assert "name kernel-flipped" not in " ".join(text["en"] for text in entry.problem.asked)
    assert notes["mistake"] >= 1
    assert notes["why"] == len(list(practice_set.entries))
    assert "name kernel-flipped" in explained(practice_set)


def test_a_preferred_mistake_is_among_the_options() -> None:
    item = REGISTRY.items["yolo-label"]
    usual = sample(item, "1")
    wanted = sorted({each.id for each in usual.question.answer.distractors} - mistakes_shown(usual))  # type: ignore[union-attr]
    found = [id for id in wanted if id in mistakes_shown(sample(item, "1", frozenset([id])))]
    assert found
    assert sample(item, "1", frozenset(found[:1])).problem.uid != usual.problem.uid
    assert sample(item, "1", frozenset(["nobody's"])) == usual


def test_what_a_gradebook_tells_becomes_what_is_practised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_by: dict[str, tuple[Item[object], ...]]
) -> None:
    monkeypatch.chdir(COURSE.root)
    first = [answered("q2", "gap-forgotten"), answered("q3", "gap-forgotten"), answered("q5", left=True)]
    folders = [
        graded(tmp_path / "01", "01", {"canvas:7 김하늘": first, "canvas:8 박서연": [answered("q1")]}),
        graded(tmp_path / "02", "02", {"canvas:8 박서연": [answered("q1")]}),
    ]
    classes = [each for _, each in read_classes(folders, None).values()]
    found = {taker.name: focus for taker, focus in takers_of(classes, None, shown_by).items()}
    assert found["김하늘"].mistakes.keys() == {"gap-forgotten"}
    assert found["김하늘"].mistakes["gap-forgotten"].where["en"] == "assignment 01, q2, assignment 01, q3"
    assert "conv-matrix-row" in found["김하늘"].left  # q5, and all of 02, which was not handed in
    assert "yolo-depth" in found["김하늘"].left
    assert found["박서연"] == Focus()
    unread = [one.model_copy(update={"status": Status.UNGRADED}) for one in classes[0].results]
    waiting = takers_of([replace(classes[0], results=tuple(unread))], None, shown_by)
    assert list(waiting.values()) == [Focus()] * 2


def test_the_command_writes_a_set_for_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(COURSE.root)
    people = {"canvas:7 김하늘": [answered("q3", "kernel-flipped")], "canvas:8 박서연": [answered("q1")]}
    folders = [graded(tmp_path / f"0{n}", f"0{n}", people) for n in (1, 2)]
    out = tmp_path / "sets"
    with pytest.raises(SystemExit) as ended:
        main([*OPTIONS, "--out", str(out), "--focus", *map(str, folders)])
    assert ended.value.code == 0, capsys.readouterr().err
    assert {"김하늘.en.moodle.xml", "박서연.en.moodle.xml", "keys.csv"} <= {path.name for path in out.iterdir()}
    with (out / "keys.csv").open(encoding="utf-8-sig", newline="") as table:
        assert {row["student"] for row in csv.DictReader(table)} == {"김하늘", "박서연"}


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--focus", "out", "--sets", "3"], "--sets"), (["out"], "--focus")],
    ids=["with sets", "without the option"],
)
def test_wrong_usage_is_told(
    options: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(COURSE.root)
    with pytest.raises(SystemExit) as ended:
        main(["practice", "--out", str(tmp_path / "sets"), *options])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
