"""How a submission's time is divided, whatever never ends."""

from types import SimpleNamespace

from fcnkit.allowances import Limits
from fcnkit.grading.examiner.time_shares import LAST_MOMENT, MOMENT, TimeShares

QUESTIONS = ("q1", "q2", "q3", "q4")


def shares(now=0.0, in_cells=0.0, **limits):
    account = SimpleNamespace(limits=Limits(**limits), in_cells=in_cells, now=lambda: account.time, time=now)
    return account, TimeShares(account, account.limits.total_seconds, QUESTIONS)


def test_however_many_cells_never_end_there_is_time_left_for_the_answers():
    account, time = shares()
    for _ in range(30):
        account.in_cells += time.of_cell()
    assert account.in_cells < account.limits.cells_seconds + 30 * LAST_MOMENT
    assert account.in_cells < 0.65 * account.limits.total_seconds
    assert time.of_cell() == LAST_MOMENT


def test_a_cell_has_a_moment_at_least_and_no_more_than_its_own_limit():
    account, time = shares()
    assert time.of_cell() == account.limits.cell_seconds
    account.in_cells = account.limits.cells_seconds - 0.2
    assert time.of_cell() == MOMENT


def test_public_examples_leave_half_and_each_question_leaves_a_share_to_those_after_it():
    account, time = shares(total_seconds=10)
    account.time = 2.0
    assert time.end("") == 10  # while the cells are run
    time.begin_public()
    assert time.end("q1") == 6
    account.time = 6.0
    time.begin_public()
    time.seal()
    assert [time.end(question) for question in QUESTIONS] == [8.5, 9.0, 9.5, 10.0]
    account.time = 8.5  # the first one never ends: half of what was left is there for the other three
    assert [time.end(question) - account.time for question in QUESTIONS] == [0.0, 0.5, 1.0, 1.5]


def test_a_function_that_has_not_ended_gets_less_time():
    account, time = shares()
    assert time.of_call("q1", has_hung=False) == account.limits.call_seconds
    assert time.of_call("q1", has_hung=True) == account.limits.call_seconds / 4


def test_a_call_is_to_stop_before_the_share_of_its_question_ends():
    account, time = shares(total_seconds=10)
    time.seal()
    account.time = time.end("q1") - 0.74
    assert time.of_call("q1", has_hung=False) == 0.7
    account.time = time.end("q1") + 1
    assert time.of_call("q1", has_hung=False) == LAST_MOMENT
