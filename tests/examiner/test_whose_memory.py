"""What a cell or a question does is told with it, and costs nothing that comes after it."""

from types import SimpleNamespace
from typing import Any

import pytest

from fcnkit.allowances import Limits
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.account import ProcessLost
from fcnkit.grading.examiner.cell_runs import CellRuns
from fcnkit.grading.examiner.limits import reached
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.examiner.time_shares import TimeShares
from fcnkit.text import Text

FULL = Cell(2, "x = bytes(1 << 40)")


class Account:
    """Of a process whose memory is full once a certain cell has run, unless it was run for its definitions alone."""

    limits = Limits()
    in_cells = slept = excused = 0.0
    is_full = False

    def now(self) -> float:
        return 0.0

    def excuse(self, seconds: float) -> None: ...

    def look(self, during: Text) -> None:
        if self.is_full:
            raise ProcessLost(reached("memory", self.limits, during))


def process() -> Any:
    """One that answers before anybody looks at it."""
    account = Account()

    def ask(request: dict[str, Any], *_: object, **_sleep: float) -> tuple[dict[str, Any], bytes]:
        account.is_full |= request["number"] == FULL.number and request["care"] != "definitions"
        return {"raised": []}, b""

    return SimpleNamespace(account=account, ask=ask)


@pytest.mark.parametrize("is_sealed", [False, True])
def test_memory_that_a_cell_has_filled_in_a_moment_is_found_before_anything_else_is_asked(is_sealed: bool) -> None:
    """It was once found in the next hidden call, and cost its marks."""
    runs = CellRuns([Cell(1, "def f(): 1"), FULL, Cell(3, "f()")])
    processes = 0
    while True:
        processes += 1
        mine = process()
        try:
            for cell in runs.to_run():
                runs.run(cell, mine, TimeShares(mine.account, 100.0), 100.0, is_sealed=is_sealed)
        except ProcessLost:
            continue
        break
    assert processes == 3, "in full, in brief, and for its definitions alone"
    assert not mine.account.is_full
    if not is_sealed:
        assert list(runs.errors) == [FULL.number]
        assert "memory while running cell 2" in runs.errors[FULL.number][0].message.en
    assert runs.ran_otherwise == is_sealed


def test_a_process_that_one_question_has_filled_is_not_left_to_the_next_one() -> None:
    account: Any = Account()
    session = Session(None, [], account, (), ())  # type: ignore[arg-type]
    ended: list[str] = []
    kept: Any = SimpleNamespace(end=lambda: ended.append(session.question))
    session._notebook.process = kept
    session.turn_to("q1")
    account.is_full = True
    session.turn_to("q1")
    assert ended == []
    session.turn_to("q2")
    assert ended == ["q1"]
    assert session.question == "q2"
