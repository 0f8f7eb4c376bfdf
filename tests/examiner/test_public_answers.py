"""A function's public inputs go in one request, and one by one only where that does not get through."""

from __future__ import annotations

import pytest

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.check import Function, case
from fcnkit.grading.examiner.public_answers import PublicAnswers
from fcnkit.grading.examiner.replies import Lost, Raise, Reply, Value, read_all
from fcnkit.grading.protocol import Decoder, ProtocolError
from fcnkit.text import same

LOST = Lost(same("it was lost"))


def double(n):
    return 2 * n


DOUBLE = Function("double", double, compare.whole_number, case(1))
AGAIN = Function("double", double, compare.whole_number, case(2))
HALF = Function("half", double, compare.whole_number, case(4))
MORE = {"double": (case(3), case(4)), "half": (case(6),)}


class Pupil:
    """Answers twice the number, is lost at one, and does or does not say at which in a request for several."""

    def __init__(self, lost_at: int | None = None, *, says: bool = False) -> None:
        self.lost_at, self.says = lost_at, says
        self.requests: list[tuple[str, list[int]]] = []

    def call_each(self, name, cases) -> list[Reply]:
        numbers = [each.args[0] for each in cases]
        self.requests.append((name, numbers))
        if name != "double" or self.lost_at not in numbers:
            return [Value(2 * n) for n in numbers]
        if len(numbers) > 1 and not self.says:
            return []
        return [*(Value(2 * n) for n in numbers[: numbers.index(self.lost_at)]), LOST]


def asked(pupil: Pupil, *, is_written: bool = True) -> PublicAnswers:
    public = PublicAnswers()
    public.gather([DOUBLE, AGAIN, HALF, DOUBLE], MORE, pupil.call_each, lambda _: is_written)
    return public


def shown(public: PublicAnswers, function: Function) -> list[int]:
    return [each.example.args[0] for each in public.examples(function)]


def test_each_function_is_asked_once():
    pupil = Pupil()
    public = asked(pupil)
    assert pupil.requests == [("double", [1, 2, 3, 4]), ("half", [4, 6])]
    assert (shown(public, AGAIN), shown(public, HALF)) == ([2, 3, 4], [4, 6])
    assert [public.reply(each) for each in public.examples(AGAIN)] == [Value(4), Value(6), Value(8)]
    public.note_hidden("double", case(3))
    assert shown(public, AGAIN) == [2, 4]


def test_what_does_not_get_through_at_once_is_asked_one_by_one_after_the_others():
    pupil = Pupil(lost_at=3)
    public = asked(pupil)
    assert pupil.requests[2:] == [("double", [1]), ("double", [2]), ("double", [3])]
    assert shown(public, DOUBLE) == [1, 3]  # nothing more of a function that was lost
    assert [public.reply(each) for each in public.examples(DOUBLE)] == [Value(2), LOST]
    assert shown(public, HALF) == [4, 6]


def test_of_a_loss_that_is_told_nothing_is_asked_again():
    pupil = Pupil(lost_at=3, says=True)
    public = asked(pupil)
    assert len(pupil.requests) == 2
    assert [public.reply(each) for each in public.examples(DOUBLE)] == [Value(2), LOST]


def test_each_check_has_its_example_even_where_an_earlier_one_was_lost():
    pupil = Pupil(lost_at=1, says=True)
    public = asked(pupil)
    assert pupil.requests[2:] == [("double", [2])]
    assert (public.reply(DOUBLE), public.reply(AGAIN)) == (LOST, Value(4))
    assert shown(public, DOUBLE) == [1]


def test_of_a_stub_the_examples_alone_are_shown():
    assert shown(asked(Pupil(), is_written=False), DOUBLE) == [1]


def raised(limit: str | None) -> dict[str, object]:
    return {"raised": {"type": "E", "builtin": False, "message": "E", "cell": 1, "line": 1, "limit": limit}}


def test_replies_to_several_calls_are_read_up_to_the_one_that_reached_a_limit():
    reply = {"each": [{"value": 1}, raised(None), raised("time")]}
    first, second, third = read_all(reply, Decoder(b""), 4)
    assert first == Value(1, None, None)
    assert isinstance(second, Raise)
    assert isinstance(third, Raise)
    assert third.limit == "time"


@pytest.mark.parametrize(
    "each",
    [
        [],
        None,
        "ab",
        [{"value": 1}],
        [{"value": 1}, 2],
        [{"value": 1}] * 3,
        [raised("time"), {"value": 1}],
        [raised(None)],
    ],
)
def test_what_is_no_list_of_so_many_replies_is_refused(each):
    with pytest.raises(ProtocolError):
        read_all({"each": each}, Decoder(b""), 2)
