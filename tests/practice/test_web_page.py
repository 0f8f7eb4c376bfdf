"""The practice page as a file: what is in it, what nobody reads in it, and that it is the same file each time."""

from __future__ import annotations

import base64
import json
import re
import zlib
from html.parser import HTMLParser
from typing import Any

import pytest
from proof import IS_FULL
from this_course import ITEMS, REGISTRY, read_blueprint

from fcnkit.korean import wrong_particles
from fcnkit.practice.answer_key import answer_key
from fcnkit.practice.answers import Choice
from fcnkit.practice.item import sample
from fcnkit.practice.web.bank import DRAWS, REHEARSALS, Bank, bank
from fcnkit.practice.web.pack import problem_data
from fcnkit.practice.web.web_page import page
from fcnkit.practice.web.words import WORDS
from fcnkit.text import LANGS

BLUEPRINT, SOURCE = read_blueprint(None)
FEW = 3


class Scripts(HTMLParser):
    """The content of each script element, by its id."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._id: str | None = None
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._id = dict(attrs).get("id") or "script" if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._id:
            self.found[self._id] = self.found.get(self._id, "") + data


def unpacked(text: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(text), wbits=-15))


@pytest.fixture(scope="module")
def few() -> Bank:
    return bank(REGISTRY, BLUEPRINT, SOURCE, 1, FEW)


@pytest.fixture(scope="module")
def source(few: Bank) -> str:
    return page(REGISTRY, few, None).decode()


def test_each_item_that_the_blueprint_asks_has_its_draws_in_both_languages(few: Bank, source: str) -> None:
    parts = Scripts(source).found
    assert {*few.problems} == {*ITEMS} - {*BLUEPRINT.never}
    for name, problems in few.problems.items():
        found = unpacked(parts[f"item-{name}"])
        assert [each["id"] for each in found] == [problem.uid for problem in problems]
        assert len({*(each["id"] for each in found)}) == len(found)
        assert len(found) >= FEW or ITEMS[name].in_words
        for each in found:
            assert len(each["question"]) == 2
            if ITEMS[name].kind == "explanation":
                assert len(each["criteria"]) > 1
                assert each["gaps"] == [[]]
                assert each["right"] == []
            else:
                assert len(each["right"]) == len(each["gaps"])


def test_no_question_and_no_answer_is_read_in_the_source(few: Bank, source: str) -> None:
    text = re.sub(r"<script>.*", "", source, flags=re.DOTALL)
    for problems in few.problems.values():
        data = problem_data(problems[0])
        assert not any(each in text for pair in (data["question"], *data["steps"]) for each in pair)
    assert not any(f'"{name}"' in text for name in ("gaps", "mistakes", "steps"))


def test_the_page_loads_nothing_and_runs_its_own_script_alone(source: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', source)
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    assert policy.startswith("default-src &#39;none&#39;; ")
    assert len(re.findall("script-src &#39;sha256-[^ ;]+&#39;;", policy)) == 1
    assert not re.search(r"\ssrc=|<link|<iframe|\son\w+=|\sstyle=", source.partition("<script")[0])


def test_one_seed_gives_one_file_and_another_one_another(source: str) -> None:
    again, other = (page(REGISTRY, bank(REGISTRY, BLUEPRINT, SOURCE, seed, FEW), None).decode() for seed in (1, 2))
    assert again == source
    assert other != source


def test_a_rehearsal_is_composed_like_the_exam_and_is_no_exam(few: Bank, source: str) -> None:
    course = json.loads(Scripts(source).found["course"])
    parts = Scripts(source).found
    assert len(course["rehearsals"]) == min(REHEARSALS, FEW)
    for sections in course["rehearsals"]:
        asked = [question for section in sections for question in section["questions"]]
        assert sum(points for *_, points in asked) == BLUEPRINT.points
        assert [section["minutes"] for section in sections] == [section.minutes for section in BLUEPRINT.sections]
        for item, place, _ in asked:
            assert unpacked(parts[f"item-{item}"])[place]
    paper = sample(ITEMS["yolo-depth"], "1/1/0/yolo-depth/0").problem.uid
    assert all(each.uid != paper for each in few.problems["yolo-depth"][:FEW])


def test_a_grids_key_has_a_gap_for_each_cell_and_mistakes_fill_them_all() -> None:
    for item in ITEMS.values():
        problem = sample(item, "1").problem
        key = answer_key(problem.answer)
        for mistake in key.mistakes:
            assert len(mistake.given) == (1 if mistake.place is not None else len(key.gaps))
        if isinstance(problem.answer, Choice):
            assert len(key.gaps) == 1


def test_words_are_in_both_languages_and_fill_in_the_same() -> None:
    script = (page(REGISTRY, Bank({}, []), None)).decode()
    for name, text in WORDS.items():
        assert sorted(re.findall(r"\{\w+\}", text.ko)) == sorted(re.findall(r"\{\w+\}", text.en))
        assert not [*wrong_particles(text.ko)]
        assert all(text[lang] for lang in LANGS)
        assert name.startswith("level_") or f'"{name}"' in script or name in ("starting", "no_script")


@pytest.mark.skipif(not IS_FULL, reason="half a minute: `make prove`")
def test_the_whole_course_takes_less_than_three_megabytes() -> None:
    whole = bank(REGISTRY, BLUEPRINT, SOURCE, 1)
    assert {*whole.problems} == {*ITEMS} - {*BLUEPRINT.never}
    assert all(len(found) >= DRAWS or ITEMS[name].in_words for name, found in whole.problems.items())
    assert len(page(REGISTRY, whole, None)) < 3_000_000
