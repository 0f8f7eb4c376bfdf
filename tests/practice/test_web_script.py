"""The page's script: built from its source, of one mind with Python's judge, and used in a browser by keyboard."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from node import WEB, browser, node, packages
from this_course import ITEMS, REGISTRY, read_blueprint

from fcnkit.practice import web
from fcnkit.practice.answer_key import AnswerKey, answer_key
from fcnkit.practice.document import Problem
from fcnkit.practice.item import sample
from fcnkit.practice.web.bank import bank
from fcnkit.practice.web.pack import problem_data
from fcnkit.practice.web.web_page import page
from fcnkit.practice.writers.self_check import SelfCheck, spelled

CHECKED = [item for item in ITEMS.values() if item.kind == "checked"]
SPELLINGS = [
    "", " ", "６０", "−3", "- 3", "+3", "3.", "3.0", "3.50", ".5", "-.5", "0.05", "0.10.20", "1,000", "1, 000", "(5,)",
    "(5, )", "(60, 60, 16)", "[60,60,16]", "60x60x16", "60 X 60", "60×60", "60 60", "(60,60,)", "array([1, 2])",
    "np.array([[1, 2], [3, 4]])", "[1. 2.]", "1\t2", "1\n2", "\u30001\u30002", "\x1c3", "multi-layer", "multi layer",
    "x-1",
    "3x-1", "3-1", "3 - 1", "a - b", "A-B", "전치 합성곱", "전치-합성곱", "전치\u00a0합성곱", "\u110c\u1165\u11ab",
    "Straße", "ΣΊΣΥΦΟΣ", "σίσυφος", "P, Q", "p q", "PQ", "²", "½", "²-x", "_-_", "1e3", "0x10", "--3", "3,,4", "(",
    "())", "TypeError", "type error", "\ufeff3", "٣", "İ",
]  # fmt: skip


def _judged(asked: list[Any]) -> list[Any]:
    """What the script says."""
    command = [node(), str(WEB / "test" / "judge_all.js")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    found: list[Any] = json.loads(done.stdout)
    return found


def test_an_answer_is_spelled_as_python_spells_it() -> None:
    assert dict(zip(SPELLINGS, _judged(SPELLINGS), strict=True)) == {text: spelled(text) for text in SPELLINGS}


def _answers(key: AnswerKey) -> Iterator[list[str]]:
    """Right in every way, wrong in each known way, wrong in one gap, and not there."""
    right = [gap[0] for gap in key.gaps]
    for at, gap in enumerate(key.gaps):
        for text in gap[:: max(1, len(gap) // 8)]:
            yield [*right[:at], text, *right[at + 1 :]]
        for wrong in ("77", f"{gap[0]}0", "", f" {gap[0].upper()} ", gap[0].replace(", ", "x"), f"-{gap[0]}"):
            yield [*right[:at], wrong, *right[at + 1 :]]
    for mistake in key.mistakes:
        given = [spelled(part) for part in mistake.given]
        place = mistake.place
        yield given if place is None else [*right[:place], *given, *right[place + 1 :]]
    yield [""] * len(right)


def _said(key: AnswerKey, answers: list[str]) -> dict[str, Any]:
    """What the notebook's own check says, as the script tells it."""
    check = SelfCheck(
        "", {}, {"unanswered": "empty", "right": "right", "wrong": "wrong", "some": "wrong", "again": "{gaps}"}
    )
    whys = [each.why for each in key.mistakes]
    mistakes = {
        check.hash(1, "all" if each.place is None else each.place, *each.given): whys.index(each.why)
        for each in key.mistakes
    }
    check.questions["1"] = {
        "gaps": [[check.hash(1, place, text) for text in gap] for place, gap in enumerate(key.gaps)],
        "names": [str(place) for place in range(len(key.gaps))],
        "mistakes": {hashed: f"why {place}" for hashed, place in mistakes.items()},
    }
    given = [... if not text.strip() else text for text in answers]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        check.check(1, given if len(given) > 1 else given[0])
    first, *others = printed.getvalue().splitlines()
    told = sorted({int(line[4:]) for line in others if line.startswith("why ")})
    return {"state": first, "whys": told}


def test_the_script_and_python_judge_every_answer_alike() -> None:
    problems: list[Problem] = [sample(item, str(seed)).problem for item in CHECKED for seed in range(2)]
    keys = [(answer_key(problem.answer), problem_data(problem)) for problem in problems]
    asked = [(key, data, answers) for key, data in keys for answers in _answers(key)]
    assert len(asked) > 2500
    found = _judged([[{name: data[name] for name in ("gaps", "mistakes")}, answers] for _, data, answers in asked])
    states = set()
    for (key, data, answers), verdict in zip(asked, found, strict=True):
        reasons = [mistake[2] for mistake in data["mistakes"]]
        told = sorted({reasons.index(why) for why in verdict["whys"]})
        assert {"state": verdict["state"], "whys": told} == _said(key, answers), (data["id"], answers)
        states.add((verdict["state"], bool(told)))
    assert states == {("empty", False), ("right", False), ("wrong", False), ("wrong", True)}


def test_the_scripts_own_tests_pass() -> None:
    tests = [str(path) for path in sorted((WEB / "test").glob("*.test.js"))]
    done = subprocess.run([node(), "--test", *tests], cwd=WEB, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_script_is_what_its_source_gives(tmp_path: Path) -> None:
    bin_ = packages()
    script = json.loads((WEB / "package.json").read_text(encoding="utf-8"))["scripts"]["build"]
    built = tmp_path / "page.js"
    command = script.replace("../fcnkit/practice/web/page.js", str(built))
    environment = {**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["sh", "-c", command], cwd=WEB, env=environment, check=True, capture_output=True)
    kept = Path(web.__file__).with_name("page.js")
    assert kept.read_bytes() == built.read_bytes(), "web/src has changed: run `make web` and commit page.js"


def test_the_scripts_types_are_right() -> None:
    done = subprocess.run(
        [packages() / "tsc", "-p", "jsconfig.json"], cwd=WEB, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_page_is_used_in_a_browser_by_keyboard_alone(tmp_path: Path) -> None:
    packages()
    file = tmp_path / "practice.html"
    blueprint, source = read_blueprint(None)
    file.write_bytes(page(REGISTRY, bank(REGISTRY, blueprint, source, 1, 3), None))
    environment = {**os.environ, "PAGE": str(file), "CHROMIUM": browser()}
    command = [node(), "--test", "test/page.browser.js"]
    done = subprocess.run(command, cwd=WEB, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout


@pytest.fixture(autouse=True)
def _is_not_too_slow() -> None:
    """Everything here starts Node.js, which is there or not."""
    node()
