"""The READMEs are a short way in, the same in both languages."""

from __future__ import annotations

import re
import tomllib

import pytest
from documents import READMES, ROOT, commands, fences, headings, read

from fcnkit.course import Course

MAX_WORDS = {"README.md": 700, "README.ko.md": 700, "CONTRIBUTING.md": 1200}
HANGUL = re.compile("[가-힣]")


@pytest.mark.parametrize("name", MAX_WORDS)
def test_a_way_in_is_short(name: str) -> None:
    assert len(read(name).split()) <= MAX_WORDS[name]


def test_both_readmes_have_the_same_structure() -> None:
    english, korean = map(read, READMES)
    assert [heading.level for heading in headings(english)] == [heading.level for heading in headings(korean)]
    assert commands(english) == commands(korean)
    assert [fence.language for fence in fences(english)] == [fence.language for fence in fences(korean)]


def test_each_readme_is_in_its_language() -> None:
    english, korean = map(read, READMES)
    assert all(HANGUL.search(heading.text) for heading in headings(korean) if heading.level == 2)
    assert not any(HANGUL.search(heading.text) for heading in headings(english))


@pytest.mark.parametrize("readme", READMES)
def test_the_two_commands_come_first(readme: str) -> None:
    assert commands(read(readme))[:2] == ["make demo", "make test"]


@pytest.mark.parametrize("readme", READMES)
def test_the_table_shows_the_marks_of_the_example_class(readme: str) -> None:
    table = tomllib.loads((ROOT / "examples" / "01-transposed-convolution.toml").read_text(encoding="utf-8"))
    shown = 0
    for student in table["student"]:
        row = re.search(rf"^ {student['student']}  .*?(\d+ +(?:[\d-]+!? +){{7}})", read(readme), re.MULTILINE)
        if row is None:
            continue
        total, *marks = (int(mark.strip("!").replace("-", "0")) for mark in row[1].split())
        assert total == sum(marks)
        assert {id: marks[int(id[1:]) - 1] for id in student.get("scores", {})} == student.get("scores", {})
        shown += 1
    assert shown > 3


@pytest.mark.parametrize("readme", READMES)
def test_the_order_to_learn_in_leaves_no_question_out(readme: str) -> None:
    course = Course(ROOT)
    for name in course.names():
        rows = re.findall(rf"\]\(assignments/{name}/README\.md\)(?:, \D*(\d+)[–~](\d+))?", read(readme))
        assert rows, name
        numbered = [number for first, last in rows if first for number in range(int(first), int(last) + 1)]
        assert numbered in ([], [*range(1, len(course.assignment(name).config.questions) + 1)]), name
