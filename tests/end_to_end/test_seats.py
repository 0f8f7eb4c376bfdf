"""Who may compute at the same time: as many as there are graders, and others while some of them sleep."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from fcnkit.class_grading.compute_seats import Seats, threads

SOON, LATE = 0.05, 60


def seated(seats: Seats, pool: ThreadPoolExecutor) -> Event:
    """Set once a thread of the pool has had a seat, which it gives back at once."""
    event = Event()

    def take() -> None:
        with seats.taken():
            event.set()

    pool.submit(take)
    return event


def test_a_sleeper_lends_its_seat_once_and_has_it_again_when_it_wakes() -> None:
    seats = Seats(1)
    with ThreadPoolExecutor(3) as pool, seats.taken() as on_sleep:
        first = seated(seats, pool)
        assert not first.wait(SOON)
        on_sleep(True)
        on_sleep(True)
        assert first.wait(LATE)
        with seats.taken():
            second = seated(seats, pool)
            assert not second.wait(SOON)
            on_sleep(False)
            assert not second.wait(SOON)
        assert not second.wait(SOON)  # the one that woke has not ended
        on_sleep(False)
        on_sleep(True)
        assert second.wait(LATE)


def test_one_that_ends_in_its_sleep_leaves_as_many_seats_as_before() -> None:
    seats = Seats(1)
    with seats.taken() as on_sleep:
        on_sleep(True)
    with ThreadPoolExecutor(1) as pool, seats.taken():
        assert not seated(seats, pool).wait(SOON)


def test_sleepers_have_no_more_memory_than_there_is_and_are_few() -> None:
    assert [threads(room, graders=2) for room in (0, 1, 2, 5, 8, 100)] == [2, 2, 2, 5, 8, 8]
