"""Bounding the time of code: what of the process it leaves as it was."""

import signal
import time
from contextlib import suppress

import pytest

from fcnkit.grading.worker import time_limit
from fcnkit.grading.worker.time_limit import OutOfTime, cpu_limit


def ours(*_):
    """A handler of a student's own."""


def forever():
    while True:
        pass


@pytest.fixture(autouse=True)
def _as_before():
    handler = signal.getsignal(signal.SIGPROF)
    yield
    signal.signal(signal.SIGPROF, handler)


def test_what_never_ends_is_stopped_and_a_students_handler_is_put_back():
    signal.signal(signal.SIGPROF, ours)
    with pytest.raises(OutOfTime), cpu_limit(0.02):
        forever()
    assert signal.getsignal(signal.SIGPROF) is ours
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_inside_a_limit_another_one_leaves_the_time_of_the_first():
    with cpu_limit(50.0):
        with cpu_limit(5.0):
            assert signal.getitimer(signal.ITIMER_PROF)[0] <= 6
        assert 40 < signal.getitimer(signal.ITIMER_PROF)[0] <= 51


def test_no_timer_goes_on_where_time_runs_out_on_the_way_out(monkeypatch):
    class Late(time_limit._Timer):
        def __exit__(self, *_):
            del Late.__exit__
            raise OutOfTime

    monkeypatch.setattr(time_limit, "_Timer", Late)
    with suppress(OutOfTime), cpu_limit(50.0):
        pass
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_renewed_limit_gives_the_whole_time_again_once_some_has_passed():
    with cpu_limit(50.0) as limit:
        signal.setitimer(signal.ITIMER_PROF, 20.0)  # as if thirty seconds of CPU had been used
        limit.renew()
        assert signal.getitimer(signal.ITIMER_PROF)[0] <= 21
        limit._begun -= 2 * time_limit.HARDLY_ANY * 50
        limit.renew()
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 45


def test_calls_together_may_each_take_the_whole_time():
    with cpu_limit(0.2) as limit:
        for _ in range(3):
            limit.renew()
            began = time.process_time()
            while time.process_time() - began < 0.1:
                pass
