"""Which files of a course are practice items, and what is said of those that are not as they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.course import ConfigError, Course
from fcnkit.errors import UserError
from fcnkit.practice.registry import load_registry
from fcnkit.terminology import TerminologyError

TITLE = 'from fcnkit.practice import Text\n\nTITLE = Text(ko="주제", en="Topic")\n'
ITEM = """
from fcnkit.practice import Item, Question, Text, fill, say

from ._shared import ANSWER


def build(_: int) -> Question:
    return Question((say(ko="1 + 1은?", en="What is 1 + 1?"),), fill([(Text(ko="합", en="sum"), ANSWER)]), ())


ITEM = Item("a-topic", 1, 1, "open", draw=lambda _: 1, build=build, oracle=lambda _: ANSWER)
"""


def _course(folder: Path, **files: str) -> Course:
    files = {"a_topic/__init__": TITLE, "a_topic/_shared": "ANSWER = 2\n", "a_topic/one": ITEM} | files
    for name, source in files.items():
        path = folder / "autograder" / "practice" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return Course(folder)


def test_each_module_of_a_topic_is_an_item_but_for_what_items_share(tmp_path: Path) -> None:
    registry = load_registry(_course(tmp_path))
    assert list(registry.items) == ["one"]
    assert registry.topics["a-topic"].en == "Topic"
    with pytest.raises(UserError, match="no item 'two'; there are: one"):
        registry.find("two")


def test_two_courses_do_not_mix(tmp_path: Path) -> None:
    first, second = (
        load_registry(_course(tmp_path / name, **{"a_topic/_shared": f"ANSWER = {answer}\n"}))
        for name, answer in (("first", 2), ("second", 3))
    )
    assert (first.items["one"].oracle(0), second.items["one"].oracle(0)) == (2, 3)


def test_what_an_item_reads_is_told_with_a_file_of_its_own_and_a_half_text_in_both_languages(tmp_path: Path) -> None:
    reads = "from pathlib import Path\nfrom fcnkit.terminology import read\nread(Path(__file__).parent / 'sheet.md')\n"
    course = _course(tmp_path, **{"a_topic/two": reads})
    (tmp_path / "autograder" / "practice" / "a_topic" / "sheet.md").write_text("### \n", encoding="utf-8")
    with pytest.raises(TerminologyError, match=r"sheet\.md:1") as error:
        load_registry(course)
    assert "a_topic/two.py" not in error.value.text.ko
    half = "from fcnkit.text import Text\nText(ko='말', en='')\n"
    with pytest.raises(ConfigError, match=r"two\.py: cannot be imported \(text has no 'en'") as other:
        load_registry(_course(tmp_path / "other", **{"a_topic/two": half}))
    assert "'en' 글이 없습니다" in other.value.text.ko


ELSEWHERE = ITEM.replace("._shared", "..a_topic._shared")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a_topic/two": "X = 1\n"}, r"a_topic/two\.py: has no ITEM"),
        ({"a_topic/two": "1 / 0\n"}, r"a_topic/two\.py: cannot be imported \(ZeroDivisionError"),
        ({"a_topic/__init__": ""}, r"a_topic/__init__\.py: has no title"),
        (
            {"b/__init__": TITLE, "b/two": ELSEWHERE},
            "topic is 'a-topic', but it lies in b/",
        ),
        (
            {"b/__init__": TITLE, "b/one": ELSEWHERE.replace('"a-topic"', '"b"')},
            r"one is in two topics \(a-topic, b\); rename one of them",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_file(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        load_registry(_course(tmp_path, **files))


def test_a_course_without_items_is_told_where_they_go(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"practice: this course has no practice items; write one as TOPIC/ITEM\.py"):
        load_registry(Course(tmp_path))
