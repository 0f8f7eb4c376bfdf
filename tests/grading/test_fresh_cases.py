"""What leaks of the hidden cases is worth nothing: another submission has others."""

from __future__ import annotations

import stat
import sys
from inspect import getsource, signature
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from graders import Graders

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.errors import UserError
from fcnkit.grading.case_secret import NAME, new_secret, secret_in, seed
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import totals

sys.path.insert(0, str(Path(__file__).parents[1] / "suites"))
from hidden_suite import load_suite

pytestmark = pytest.mark.xdist_group("graders of 01")

ASSIGNMENT = Course.find(Path(__file__)).assignment("01")
LOOK_UP = """\
from typing import Any
import numpy as np

{key}

KNOWN = {known!r}
for name, (defaults, answers) in KNOWN.items():
    def answer(*args, defaults=defaults, answers=answers, **kwargs):
        found = answers.get(key([*args, *[kwargs.get(name, value) for name, value in defaults[len(args):]]]))
        return np.array(found) if isinstance(found, list) else found
    globals()[name] = answer
"""


def key(given: Any) -> str:
    """What tells one call from another; the notebook's own code, too."""
    return repr([(np.asarray(value).dtype.kind, np.asarray(value).tolist()) for value in given])


@pytest.fixture(scope="module")
def engine(graders: Graders) -> LocalEngine:
    return graders("01")


def table(leaked: str) -> Cell:
    """A notebook without any algorithm: of every call that a seed draws, the right answer."""
    known: dict[str, Any] = {}
    for check in load_suite(ASSIGNMENT, leaked).checks:
        for function, case in check.calls:
            parameters = signature(function.oracle).parameters.values()
            defaults = [(each.name, each.default if each.default is not each.empty else None) for each in parameters]
            given = [*case.args, *[case.kwargs.get(name, value) for name, value in defaults[len(case.args) :]]]
            answer = case.call(function.oracle)
            known.setdefault(function.name, (defaults, {}))[1][key(given)] = (
                answer.tolist() if isinstance(answer, np.ndarray) else answer
            )
    return Cell(1, LOOK_UP.format(key=getsource(key), known=known))


def test_a_table_of_leaked_calls_gets_full_marks_for_those_and_hardly_any_for_others(engine: LocalEngine) -> None:
    secret = new_secret()
    cells = [table("leaked")]
    assert totals(engine.examine(Job(cells=cells, seed="leaked")).questions)[0] == 100, "else the test proves nothing"
    assert totals(engine.examine(Job(cells=cells, seed=seed(secret, cells))).questions)[0] <= 5


def test_the_same_code_has_the_same_cases_and_other_code_or_another_secret_has_others() -> None:
    cells, secret = [Cell(1, "x = 1"), Cell(2, "y = '\ud800'")], new_secret()
    assert seed(secret, cells) == seed(secret, list(cells))
    others = [[Cell(1, "x = 1 "), cells[1]], cells[:1], [Cell(2, "x = 1"), cells[1]]]
    seeds = {seed(secret, cells), seed(new_secret(), cells), *[seed(secret, other) for other in others]}
    assert len(seeds) == 5


def test_a_secret_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    secret = secret_in(tmp_path)
    assert secret_in(tmp_path) == secret != new_secret()
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize("content", [b"", b"abc\n", b"\xff" * 64, b"g" * 64])
def test_a_file_that_holds_no_secret_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(UserError, match=f"{NAME}: .*delete it"):
        secret_in(tmp_path)
    assert (tmp_path / NAME).read_bytes() == content
