"""Any assignment can have a quiz beside questions of its own, and one place says whether it has."""

from __future__ import annotations

from pathlib import Path

import pytest

import fcnkit
from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.authoring.master import AuthoringError
from fcnkit.authoring.places import read_master
from fcnkit.course import Assignment, AssignmentConfig, Course, Question
from fcnkit.quiz.answer_styles import STYLES
from fcnkit.quiz.feature import feature_of
from fcnkit.text import Text

HERE = Course.find(Path(__file__))
MASTER = """\
# %% [markdown] lang="ko"
# {{ heading.q1 }}

# %% [markdown] lang="en"
# {{ heading.q1 }}

# %% [markdown]
# {{ quiz.choices }}

# %%
answers = {{ quiz.blank }}
"""


def _assignment(folder: Path, *, quiz: bool, master: str = MASTER) -> Assignment:
    """A question that asks for a function, beside one that asks for the answers of a quiz."""
    questions = (
        Question(id="q1", title=Text(ko="함수", en="A function"), points=50, functions=("f",)),
        Question(id="q2", title=Text(ko="용어", en="Terms"), points=50, variables=("answers",)),
    )
    config = AssignmentConfig(title=Text(ko="예", en="Example"), profile="numpy", questions=questions, quiz=quiz)
    assignment = Assignment(AssignmentPaths(folder, "01-example"), config)
    assignment.paths.master.parent.mkdir(parents=True)
    assignment.paths.master.write_text(master, encoding="utf-8")
    (folder / "terminology.md").write_bytes(HERE.terminology.read_bytes())
    return assignment


def test_a_quiz_stands_beside_other_questions(tmp_path: Path) -> None:
    assignment = _assignment(tmp_path, quiz=True)
    ko, en, choices_ko, choices_en, code = read_master(assignment).cells
    assert (ko.source, en.source) == ("문제 1. 함수", "Question 1. A function")
    assert choices_ko.metadata["tags"] == choices_en.metadata["tags"] == [feature_of(assignment).tag("choices")]
    assert "**1.1**" in choices_ko.source
    assert choices_ko.source != choices_en.source
    compile(code.source, "answers", "exec")
    assert not feature_of(assignment).checks_form_only, "the public checks of q1 run code"


def test_without_one_nothing_is_added(tmp_path: Path) -> None:
    feature = feature_of(_assignment(tmp_path, quiz=False))
    assert (feature.files, feature.distributions, feature.variant_ids()) == ((), (), [])
    assert not feature.has_variants


@pytest.mark.parametrize(
    ("place", "known"),
    [("{{ quiz.choices }}", "choices, writings, matching"), ("{{ quiz.blank }}", ", ".join(STYLES))],
)
def test_an_unknown_place_is_refused(tmp_path: Path, place: str, known: str) -> None:
    assignment = _assignment(tmp_path, quiz=True, master=MASTER.replace(place, "{{ quiz.questions }}"))
    with pytest.raises(AuthoringError, match=rf"unknown place {{{{ quiz.questions }}}}; there are: {known}"):
        read_master(assignment)


def test_one_place_asks_which_assignments_have_a_quiz() -> None:
    package = Path(fcnkit.__file__).parent
    asking = [path for path in package.rglob("*.py") if "config.quiz" in path.read_text(encoding="utf-8")]
    assert [path.name for path in asking] == ["feature.py"]
