"""Stretch goals: in the notebook like a question, worth nothing, and unknown to `assignment.toml` and the suite."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from fcnlab import verdicts
from fcnlab.wording import Lang
from small_course import HERE, course_with

from fcnkit.authoring import master_blocks
from fcnkit.authoring.places import read_master
from fcnkit.course import Assignment

GOAL = """
# %% [raw]
# # BEGIN QUESTION
# name: stretch1

# %% [raw]
# # BEGIN SOLUTION

# %%
def half(x):
    # BEGIN SOLUTION
    return x / 2
    # END SOLUTION

# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS

# %%
def test_half(half):
    assert half(2) == 1

# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION
"""


@pytest.fixture
def with_goal(tmp_path: Path) -> Assignment:
    master = tmp_path / "master.txt"
    master.write_text((HERE / "sample" / "master.txt").read_text(encoding="utf-8") + GOAL, encoding="utf-8")
    return course_with(master, tmp_path / "course")


def test_a_stretch_goal_stands_beside_the_questions_and_has_no_points(with_goal: Assignment) -> None:
    master = read_master(with_goal)
    assert list(master_blocks.check(master, with_goal.config)) == ["q1", "q2", "stretch1"]
    assert "# BEGIN QUESTION\nname: stretch1" in [cell.source for cell in master.cells]
    assert with_goal.config.questions[-1].id == "q2"


@pytest.mark.parametrize(
    ("lang", "said"), [("ko", "stretch1: 아직입니다(채점하지 않음)."), ("en", "stretch1: not yet (not graded).")]
)
def test_an_open_stretch_goal_is_no_failure(lang: Lang, said: str) -> None:
    failed = SimpleNamespace(passed=False, message="\nNotYet: `half` gives nothing back.")
    result = SimpleNamespace(name="stretch1", test_case_results=[failed])
    assert verdicts._text(result, lang) == f"{said}\n  `half` gives nothing back."
    assert "#b3261e" not in verdicts._html(result, lang)


@pytest.mark.parametrize("name", ["q1", "stretch1"])
@pytest.mark.parametrize("passed", [True, False])
def test_a_verdict_can_be_read_in_light_and_dark_notebooks(name: str, passed: bool) -> None:
    checks = [SimpleNamespace(passed=passed, message="")]
    shown = verdicts._html(SimpleNamespace(name=name, test_case_results=checks), "en")
    found = re.search(r"color: (#\w{6}); background-color: (#\w{6})", shown)
    assert found
    dark, light = map(_luminance, found.groups())
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2, level AA


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
