"""All public inputs go in one request, and one by one only where that does not get through."""

from __future__ import annotations

import pytest

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.check import Function, Look, case
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
LOOK = Look(lambda *_: None, lambda _: None)
MORE = {"double": (case(3), case(4)), "half": (case(6),)}


class Pupil:
    """Answers twice the number, is lost where it doubles one of them, and answers no more than so many at once."""

    def __init__(self, lost_at: int | None = None, *, most: int = 100) -> None:
        self.lost_at, self.most = lost_at, most
        self.requests: list[str] = []

    def ask(self, calls) -> list[Reply]:
        numbers = [(name, case.args[0]) for name, case in calls]
        self.requests.append(" ".join(f"{name} {n}" for name, n in numbers))
        replies: list[Reply] = []
        for each in numbers[: self.most]:
            replies.append(LOST if each == ("double", self.lost_at) else Value(2 * each[1]))
            if replies[-1] is LOST:
                break
        return replies


def asked(pupil: Pupil, *, is_written: bool = True, functions=(DOUBLE, AGAIN, HALF, DOUBLE)) -> PublicAnswers:
    public = PublicAnswers()
    public.gather(functions, MORE, pupil.ask, lambda _: is_written)
    return public


def shown(public: PublicAnswers, function: Function) -> list[int]:
    return [each.example.args[0] for each in public.examples(function)]


def test_all_functions_are_asked_at_once_for_their_examples_first():
    pupil = Pupil()
    public = asked(pupil)
    assert pupil.requests == ["double 1 double 2 half 4 double 3 double 4 half 6"]
    assert (shown(public, AGAIN), shown(public, HALF)) == ([2, 3, 4], [4, 6])
    assert [public.reply(each) for each in public.examples(AGAIN)] == [Value(4), Value(6), Value(8)]
    public.note_hidden("double", case(3))
    assert shown(public, AGAIN) == [2, 4]


def test_what_was_not_answered_is_asked_again_but_nothing_more_of_a_function_that_was_lost():
    pupil = Pupil(lost_at=3)
    public = asked(pupil)
    assert pupil.requests[1:] == ["half 6"]
    assert shown(public, DOUBLE) == [1, 3]
    assert [public.reply(each) for each in public.examples(DOUBLE)] == [Value(2), LOST]
    assert shown(public, HALF) == [4, 6]


def test_where_each_reply_comes_by_itself_all_come():
    pupil = Pupil(most=1)
    assert shown(asked(pupil), HALF) == [4, 6]
    assert len(pupil.requests) == 6


def test_what_may_be_a_model_is_asked_for_alone():
    """It may be as large as a message can be."""
    pupil = Pupil()
    asked(pupil, functions=(DOUBLE, Function("model", double, compare.whole_number, case(9), LOOK), HALF))
    assert pupil.requests == ["double 1", "model 9", "half 4 double 3 double 4 half 6"]


def test_each_check_has_its_example_even_where_an_earlier_one_was_lost():
    pupil = Pupil(lost_at=1)
    public = asked(pupil)
    assert pupil.requests[1:] == ["double 2 half 4 half 6"]
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


@pytest.mark.parametrize("each", [[{"value": 1}], [raised(None)]])
@pytest.mark.parametrize("most", [1, 2])
def test_of_several_replies_some_may_be_left_out(each, most):
    assert len(read_all({"each": each}, Decoder(b""), most)) == 1


@pytest.mark.parametrize(
    "each",
    [
        [],
        None,
        "ab",
        [{"value": 1}, 2],
        [{"value": 1}] * 3,
        [raised("time"), {"value": 1}],
    ],
)
def test_what_is_no_list_of_so_many_replies_is_refused(each):
    with pytest.raises(ProtocolError):
        read_all({"each": each}, Decoder(b""), 2)
