"""Points and titles stand in assignment.toml alone; masters have places for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.authoring import master
from fcnkit.authoring.master import AuthoringError
from fcnkit.authoring.places import filled
from fcnkit.course import AssignmentConfig, Question
from fcnkit.text import Text

CONFIG = AssignmentConfig(
    title=Text(ko="예", en="Example"),
    profile="numpy",
    questions=(
        Question(id="q1", title=Text(ko="하나", en="One"), points=2.5, functions=("f", "g")),
        Question(id="q2", title=Text(ko="둘", en="Two"), points=3, variables=("x",)),
    ),
)
MASTER = """\
# %% [markdown] lang="ko"
# | 문제 | 만들 것 | 점수 |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="en"
# {{ questions }}

# %% [markdown] lang="ko"
# ## {{ heading.q1 }}

# %% [markdown] lang="en"
# ## {{ heading.q1 }} ({{ points.q1 }})

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)

# %% [markdown] lang="en"
# ### Task ({{points}} points)

# %% [raw]
# # END QUESTION

# %% [raw]
# # BEGIN QUESTION
# name: q2
# points: 3

# %% [markdown] lang="ko"
# {{ heading }} ({{ points }}점)

# %% [markdown] lang="en"
# {{ heading }} ({{ points }} points)
"""


def _sources(text: str, folder: Path) -> list[str]:
    path = folder / "master.py"
    path.write_text(text, encoding="utf-8")
    return [cell.source for cell in filled(master.read(path), CONFIG).cells]


def test_places_hold_what_the_configuration_says(tmp_path: Path) -> None:
    assert _sources(MASTER, tmp_path) == [
        "| 문제 | 만들 것 | 점수 |\n| --- | --- | ---: |\n| 1. 하나 | `f`, `g` | 2.5 |\n| 2. 둘 | `x` | 3 |",
        "| 1. One | `f`, `g` | 2.5 |\n| 2. Two | `x` | 3 |",
        "## 문제 1. 하나",
        "## Question 1. One (2.5)",
        "# BEGIN QUESTION\nname: q1\npoints: 2.5",
        "### 할 일 (2.5점)",
        "### Task (2.5 points)",
        "# END QUESTION",
        "# BEGIN QUESTION\nname: q2\npoints: 3",
        "문제 2. 둘 (3점)",
        "Question 2. Two (3 points)",
    ]


@pytest.mark.parametrize(
    ("found", "written", "said"),
    [
        ("heading.q1", "points", r"master.py:9: \{\{ points \}\} .* outside a question"),
        ("heading.q1", "heading.q3", r"master.py:9: \{\{ heading.q3 \}\}: .* no such question; there are: q1, q2"),
        ("name: q1", "name: q7", r"master.py:19: q7: .* no such question; there are: q1, q2"),
        ("# %% [raw]\n# # END", "# %% [markdown]\n# {{ points }}\n\n# %% [raw]\n# # END", "for both languages"),
    ],
)
def test_a_place_where_it_means_nothing_is_refused(tmp_path: Path, found: str, written: str, said: str) -> None:
    with pytest.raises(AuthoringError, match=said):
        _sources(MASTER.replace(found, written, 1), tmp_path)
