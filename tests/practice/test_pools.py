"""Pools: whatever a platform chooses of them is a quiz of the blueprint's that does not answer itself."""

from __future__ import annotations

import io
import zipfile
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from moodle_reader import read as read_moodle
from this_course import ITEMS, REGISTRY, read_blueprint

from fcnkit.practice import markup
from fcnkit.practice.compose import clash
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.pools import pool_set
from fcnkit.practice.writers import moodle, qti
from fcnkit.text import Lang

BLUEPRINT, SOURCE = read_blueprint(None)
SIZE = 4
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@pytest.fixture(scope="module")
def pools() -> PracticeSet:
    return pool_set(REGISTRY, BLUEPRINT, SOURCE, 1, SIZE)


def test_each_question_of_the_blueprint_has_a_pool_of_parallel_draws(pools: PracticeSet) -> None:
    wanted = [slot.points for section in BLUEPRINT.sections for slot in section.items for _ in range(slot.count)]
    assert [section.points for section in pools.sections] == wanted
    assert pools.points == BLUEPRINT.points
    for section in pools.sections:
        assert {(each.problem.topic, each.problem.difficulty, each.points) for each in section.entries} == {
            (section.entries[0].problem.topic, section.entries[0].problem.difficulty, section.entries[0].points)
        }
        # YOLO stands for one thing alone.
        assert len(section.entries) == SIZE or section.entries[0].problem.item == "yolo-name"


def test_no_draw_of_a_pool_tells_an_answer_of_another_pool(pools: PracticeSet) -> None:
    names = [entry.problem.uid for entry in pools.entries]
    assert len(set(names)) == len(names)
    for one, other in combinations(pools.sections, 2):
        assert {each.problem.item for each in one.entries}.isdisjoint(each.problem.item for each in other.entries)
        assert not any(clash(a.problem, b.problem) for a in one.entries for b in other.entries)


def test_a_pool_has_all_items_of_its_book_that_no_other_pool_needs(tmp_path: Path) -> None:
    slots = "".join(
        f'[[sections]]\ntitle = {{ ko = "책", en = "{book}" }}\nbook = "{book}"\nminutes = 20\n'
        '[[sections.items]]\ntopic = "array-shapes"\ndifficulty = 1\npoints = 5\n'
        for book in ("closed", "open")
    )
    path = tmp_path / "blueprint.toml"
    path.write_text(f'title = {{ ko = "연습", en = "Practice" }}\npoints = 10\n{slots}', encoding="utf-8")
    closed, _ = pool_set(REGISTRY, *read_blueprint(path), 1, SIZE).sections
    wanted = {
        id for id, each in ITEMS.items() if (each.topic, each.book, each.difficulty) == ("array-shapes", "closed", 1)
    }
    assert {entry.problem.item for entry in closed.entries} == wanted
    assert len(wanted) > 1


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_moodle_gets_a_category_for_each_pool(pools: PracticeSet, lang: Lang) -> None:
    questions = read_moodle(moodle.write(pools, lang)[".moodle.xml"])
    by_category: dict[str, int] = {}
    for question in questions:
        by_category[question.category] = by_category.get(question.category, 0) + 1
    assert [*by_category.values()] == [len(section.entries) for section in pools.sections]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_canvas_gets_a_group_for_each_pool_and_takes_one_question_of_it(pools: PracticeSet, lang: Lang) -> None:
    archive = zipfile.ZipFile(io.BytesIO(qti.write(pools, lang)[".qti.zip"]))
    (name,) = (name for name in archive.namelist() if name.startswith("fcnkit") and not name.endswith("meta.xml"))
    root = ElementTree.fromstring(archive.read(name))  # noqa: S314  # our own
    groups = root.findall(f".//{QTI}section/{QTI}section")
    assert [group.get("title") for group in groups] == [markup.plain(section.title[lang]) for section in pools.sections]
    for group, section in zip(groups, pools.sections, strict=True):
        selection = group.find(f"{QTI}selection_ordering/{QTI}selection")
        assert selection is not None
        assert selection.findtext(f"{QTI}selection_number") == "1"
        assert selection.findtext(f"{QTI}selection_extension/{QTI}points_per_item") == str(section.points)
        assert len(group.findall(f"{QTI}item")) == len(section.entries)
    idents = [item.get("ident") for item in root.iter(f"{QTI}item")]
    assert len(set(idents)) == len(idents)
